package makerdeck.engine.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.books.AvailableBalances;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.OrderDraft;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.message.Message;
import makerdeck.strategy.quoting.InventoryRatio;
import makerdeck.strategy.quoting.Quote;
import makerdeck.strategy.quoting.Quotes;
import makerdeck.venue.Health;
import org.jspecify.annotations.Nullable;

/**
 * When the desk may only get rid of risk: cancels always pass, and orders only on the side that brings
 * the inventory nearer its target, no more of them than bring it there.
 *
 * <p>Engine thread only.
 */
public final class ReduceOnly {

    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final Duration DOUBT = Duration.ofSeconds(5);
    private static final Duration CLOCK_OFF = Duration.ofSeconds(30);
    private static final int MOST_REQUESTS_PERCENT = 80;

    private final Clock clock;
    private final MarketData market;
    private final ConnectionState connection;
    private final ParameterHistory history;
    private final OrderTracker tracker;
    private final Ledger ledger;
    private final AvailableBalances available;
    private @Nullable Message journalFailure;
    private @Nullable Message doubt;
    private Instant doubtedUntil = Instant.MIN;
    private @Nullable Message fillDoubt;
    private @Nullable Message defect;
    private @Nullable Message exposed;

    public ReduceOnly(
            Clock clock,
            MarketData market,
            ConnectionState connection,
            ParameterHistory history,
            OrderTracker tracker,
            Ledger ledger,
            AvailableBalances available) {
        this.clock = clock;
        this.market = market;
        this.connection = connection;
        this.history = history;
        this.tracker = tracker;
        this.ledger = ledger;
        this.available = available;
    }

    /** The journal cannot write, and why; null: it writes again. */
    public void journal(@Nullable Message failure) {
        journalFailure = failure;
    }

    /** What was executed is not certain, and why; empty: it is. */
    public void fills(@Nullable Message doubt) {
        fillDoubt = doubt;
    }

    /** What may rest against our will, in words; empty: nothing does. */
    public void exposed(@Nullable Message words) {
        exposed = words;
    }

    /** Something of the program works no more, in words; empty: the operator goes on without it. */
    public void defect(@Nullable Message words) {
        defect = words;
    }

    /** The venue does not take what we send, for a reason that passes: for a while no risk is added. */
    public void doubted(Message reason, Instant now) {
        doubt = reason;
        doubtedUntil = now.plus(DOUBT);
    }

    /** Why the desk holds back, empty when it need not. */
    public Optional<Message> reason() {
        if (journalFailure != null) {
            return Optional.of(Message.of("engine.journal.failed", journalFailure));
        }
        if (fillDoubt != null) {
            return Optional.of(fillDoubt);
        }
        if (defect != null) {
            return Optional.of(defect);
        }
        if (doubt != null && clock.instant().isBefore(doubtedUntil)) {
            return Optional.of(doubt);
        }
        if (exposed != null) {
            return Optional.of(exposed);
        }
        var health = connection.health();
        var connection = slow(health);
        return connection.isEmpty() ? tooMuchHeld() : connection;
    }

    /** What is not written down must not be done: without a journal nothing is created at all. */
    private boolean isCancelOnly() {
        return journalFailure != null;
    }

    private static Optional<Message> slow(Health health) {
        var roundTrip = health.roundTrip();
        if (roundTrip != null && roundTrip.compareTo(SLOW) > 0) {
            return Optional.of(Message.of("engine.reduce-only.slow", roundTrip.toMillis()));
        }
        var offset = health.clockOffset();
        if (offset != null && offset.abs().compareTo(CLOCK_OFF) > 0) {
            return Optional.of(
                    Message.of("engine.reduce-only.clock", offset.abs().toSeconds()));
        }
        var limit = health.requestLimit();
        return limit > 0 && health.requestsLastMinute() * 100L > (long) limit * MOST_REQUESTS_PERCENT
                ? Optional.of(Message.of("engine.reduce-only.requests", health.requestsLastMinute(), limit))
                : Optional.empty();
    }

    private Optional<Message> tooMuchHeld() {
        var most = history.parameters().maxPosition();
        var mid = market.mid();
        if (most.signum() == 0 || mid.isEmpty() || !ledger.isOpen()) {
            return Optional.empty();
        }
        var held = ledger.base().multiply(mid.get());
        return held.compareTo(most) > 0
                ? Optional.of(Message.of(
                        "engine.reduce-only.position",
                        most.toPlainString(),
                        market.rules().quote()))
                : Optional.empty();
    }

    /** Why a side may not be quoted at all, empty when it may. */
    Optional<Message> blocks(Side side) {
        return reason().filter(reason -> reducible(side).isZero()).map(ReduceOnly::text);
    }

    static Message text(Message reason) {
        return Message.of("engine.reduce-only.reduce", reason);
    }

    /** What of the wanted quotes may go out: on the reducing side as much as brings the inventory to its target. */
    Quotes within(Quotes quotes, Side side) {
        var ladder = quotes.side(side);
        var reason = reason();
        if (ladder.quotes().isEmpty() || reason.isEmpty()) {
            return quotes;
        }
        var left = reducible(side);
        var smallest = market.rules().smallest();
        var kept = new ArrayList<Quote>();
        for (var quote : ladder.quotes()) {
            var size = quote.quantity().compareTo(left) < 0 ? quote.quantity() : left;
            if (size.compareTo(smallest) >= 0) {
                kept.add(new Quote(side, quote.layer(), quote.price(), size));
                left = left.minus(size);
            }
        }
        return kept.isEmpty()
                ? quotes.without(side, text(reason.get()))
                : quotes.with(ladder.with(kept, ladder.omitted()));
    }

    /** Why an order of this size, which with all that lives on its side goes beyond the target, must not go. */
    Optional<Message> refusal(OrderDraft draft) {
        var reason = reason();
        if (reason.isEmpty()) {
            return Optional.empty();
        }
        var sum = draft.quantity();
        for (var live : tracker.live()) {
            if (live.side() == draft.side()) {
                sum = sum.plus(live.remaining());
            }
        }
        return sum.compareTo(reducible(draft.side())) > 0 ? reason.map(ReduceOnly::text) : Optional.empty();
    }

    /** How much a side may trade until the target is reached; nothing on the side that leads away from it. */
    private Quantity reducible(Side side) {
        var mid = market.mid();
        if (isCancelOnly() || mid.isEmpty() || !ledger.isOpen()) {
            return Quantity.ZERO;
        }
        var target = history.parameters().target();
        var excess = InventoryRatio.of(available.balances(), mid.get()).excess(target);
        var towards = excess.multiply(BigDecimal.valueOf(-side.sign()));
        var rules = market.rules();
        var quantity = rules.floor(towards.max(BigDecimal.ZERO).divide(mid.get(), 18, RoundingMode.FLOOR));
        return quantity.compareTo(rules.smallest()) < 0 ? Quantity.ZERO : quantity;
    }
}
