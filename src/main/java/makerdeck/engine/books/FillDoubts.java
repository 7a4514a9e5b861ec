package makerdeck.engine.books;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/**
 * Fills that contradict their order: on another side or at a worse price, more than it asked for, or more than the venue
 * says it has executed. They are not booked; order and fills are read until the venue's own word covers them, or
 * two clean readings in a row have not.
 *
 * <p>Engine thread only.
 */
public final class FillDoubts {

    private static final Duration APART = Duration.ofSeconds(2);
    private static final Duration ASKS_EVERY = Duration.ofSeconds(1);

    /** A history may know of a fill a moment before we hear of it from the order. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private record Key(String orderId, long tradeId) {
        static Key of(Fill fill) {
            return new Key(fill.orderId(), fill.tradeId());
        }
    }

    private static final class Odd {
        private final Fill fill;
        private final ClientId order;
        private final Message line;
        private final Instant since;
        private boolean told;
        private Instant orderAsked = Instant.MIN;
        private Instant historyAsked = Instant.MIN;
        private @Nullable Instant firstClean;

        private Odd(Fill fill, ClientId order, Message line, Instant since) {
            this.fill = fill;
            this.order = order;
            this.line = line;
            this.since = since;
        }

        private boolean isLookedUp() {
            return orderAsked.isAfter(since) && historyAsked.isAfter(since);
        }
    }

    private final Venue venue;
    private final Clock clock;
    private final EventLog log;
    private final MarketData market;
    private final FillDeduplicator seen;
    private final UnmatchedFills unmatched;
    private final Map<Key, Odd> held = new LinkedHashMap<>();
    private Instant askDue = Instant.MIN;

    public FillDoubts(
            Venue venue,
            Clock clock,
            EventLog log,
            MarketData market,
            FillDeduplicator seen,
            UnmatchedFills unmatched) {
        this.venue = venue;
        this.clock = clock;
        this.log = log;
        this.market = market;
        this.seen = seen;
        this.unmatched = unmatched;
    }

    /** Those of orders that this life does not know. */
    UnmatchedFills strange() {
        return unmatched;
    }

    /**
     * Whether a fill of an order we know must not be booked now.
     *
     * @param cumulative what the order has executed in all by the fill's own channel, null when it does not say
     */
    boolean holds(ManagedOrder order, Fill fill, @Nullable BigDecimal cumulative) {
        var rules = market.rules();
        var after = rules.observed(order.executed().add(fill.quantity()));
        var told = cumulative == null ? Quantity.ZERO : rules.observed(cumulative);
        var most = told.compareTo(order.filled()) > 0 ? told : order.filled();
        var beyondOrder = after.compareTo(order.terms().quantity()) > 0;
        // History alone does not say how much: it may know of what the order's own news have yet to tell.
        var covers = cumulative != null || !fill.at().isAfter(order.filledAsOf());
        var beyondTold = covers && after.compareTo(most) > 0;
        var otherTerms = breaksTerms(rules, order.side(), order.price(), fill);
        if (!otherTerms && !beyondOrder && !beyondTold) {
            held.remove(Key.of(fill));
            return false;
        }
        held.computeIfAbsent(
                Key.of(fill),
                key -> otherTerms
                        ? odd(order, fill)
                        : odd(order, fill, beyondOrder ? order.terms().quantity() : most));
        return true;
    }

    /** Whether a fill is on another side than its order, or at a worse price than its limit; 0 is none. */
    static boolean breaksTerms(Market rules, Side side, Price limit, Fill fill) {
        var worse = fill.price().subtract(rules.decimal(limit)).signum() * side.sign() > 0;
        return fill.side() != side || limit.ticks() > 0 && worse;
    }

    private Odd odd(ManagedOrder order, Fill fill) {
        var rules = market.rules();
        var line = Message.of(
                "engine.fill.odd-terms",
                Texts.fill(fill, rules),
                order.tag(),
                Texts.order(order.side(), order.terms().quantity(), order.price(), rules));
        return new Odd(fill, order.clientId(), line, clock.instant());
    }

    private Odd odd(ManagedOrder order, Fill fill, Quantity most) {
        var rules = market.rules();
        var line = Message.of(
                "engine.fill.odd",
                Texts.fill(fill, rules),
                order.tag(),
                rules.text(most),
                order.executed().toPlainString());
        return new Odd(fill, order.clientId(), line, clock.instant());
    }

    public boolean isOpen() {
        return !held.isEmpty() || unmatched.isOpen();
    }

    /** When the oldest that is held back happened, on the venue's clock; empty when none is. */
    public Optional<Instant> oldest() {
        return Stream.concat(held.values().stream().map(odd -> odd.fill.at()), unmatched.oldest().stream())
                .min(Instant::compareTo);
    }

    /** Why the desk holds back, empty when it need not. */
    public Optional<Message> reason(Instant now) {
        for (var odd : held.values()) {
            if (Duration.between(odd.since, now).compareTo(QUIET) >= 0) {
                return Optional.of(odd.line);
            }
        }
        return unmatched.reason(now);
    }

    /** Asks what the orders have executed, and tells the operator what is not settled at once. */
    public void tick(Instant now) {
        unmatched.tick(now);
        if (held.isEmpty() || now.isBefore(askDue)) {
            return;
        }
        askDue = now.plus(ASKS_EVERY);
        for (var odd : held.values()) {
            venue.readOrder(odd.order);
            venue.readHistory(Set.of(odd.order));
            if (!odd.told && Duration.between(odd.since, now).compareTo(QUIET) >= 0) {
                odd.told = true;
                log.alert(now, Severity.WARN, odd.line, odd.order);
            }
        }
    }

    public void on(VenueEvent.OrderRead event) {
        for (var odd : held.values()) {
            if (odd.order.equals(event.clientId())) {
                odd.orderAsked = event.asked();
            }
        }
    }

    public void on(VenueEvent.HistoryRead event) {
        for (var odd : held.values()) {
            if (event.wanted().contains(odd.order)) {
                odd.historyAsked = event.asked();
            }
        }
    }

    /** Every fill has been read, as of {@code asked}, and booked unless it is held. */
    public void fillsRead(Instant asked) {
        for (var odd : new ArrayList<>(held.values())) {
            if (asked.isAfter(odd.since) && odd.isLookedUp()) {
                clean(odd, asked);
            }
        }
    }

    private void clean(Odd odd, Instant asked) {
        if (odd.firstClean == null) {
            odd.firstClean = asked;
        } else if (Duration.between(odd.firstClean, asked).compareTo(APART) >= 0) {
            held.remove(Key.of(odd.fill));
            seen.add(odd.fill);
            log.alert(clock.instant(), Severity.WARN, Message.of("engine.fill.left-out", odd.line), odd.order);
        }
    }
}
