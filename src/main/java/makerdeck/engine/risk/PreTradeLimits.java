package makerdeck.engine.risk;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.ReferencePrice;
import makerdeck.engine.orders.ForeignOrders;
import makerdeck.engine.orders.OrderDraft;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.orders.UnreadableOrders;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.message.Message;
import makerdeck.strategy.quoting.InventoryRatio;
import makerdeck.strategy.quoting.PriceRange;

/**
 * The hard limits, checked where orders are sent and nowhere else to be got around. The strategy may
 * be wrong; this must not be.
 *
 * <p>Engine thread only.
 */
public final class PreTradeLimits {

    private static final BigDecimal FURTHEST = new BigDecimal("0.1");
    private static final int MOST_A_SECOND = 200;

    private final MarketData market;
    private final ParameterHistory history;
    private final OrderTracker tracker;
    private final ForeignOrders foreign;
    private final UnreadableOrders unreadable;
    private final Ledger ledger;
    private final ReferencePrice reference;
    private final ReduceOnly reduceOnly;
    private final Deque<Instant> sent = new ArrayDeque<>();

    public PreTradeLimits(
            MarketData market,
            ParameterHistory history,
            OrderTracker tracker,
            ForeignOrders foreign,
            UnreadableOrders unreadable,
            Ledger ledger,
            ReferencePrice reference,
            ReduceOnly reduceOnly) {
        this.market = market;
        this.history = history;
        this.tracker = tracker;
        this.foreign = foreign;
        this.unreadable = unreadable;
        this.ledger = ledger;
        this.reference = reference;
        this.reduceOnly = reduceOnly;
    }

    /** Why an order must not go, empty when it may; then it counts as sent. */
    public Optional<Message> refusal(OrderDraft order, Instant now) {
        var rules = market.rules();
        var refusal = tooLarge(order, rules)
                .or(() -> notTaken(order, rules))
                .or(() -> tooMuch(order, rules))
                .or(() -> order.purpose() == OrderPurpose.QUOTE ? beyondBand(order.side(), rules) : Optional.empty())
                .or(() -> tooFar(order, rules))
                .or(() -> reduceOnly.refusal(order))
                .or(() -> unreadable.reason(order.side(), now))
                .or(() -> tooFast(now));
        if (refusal.isEmpty()) {
            sent.addLast(now);
        }
        return refusal;
    }

    private Optional<Message> tooLarge(OrderDraft order, Market rules) {
        var most = history.parameters().maxOrder();
        var value = rules.notional(order.price(), order.quantity());
        return most.signum() > 0 && value.compareTo(most) > 0
                ? Optional.of(Message.of("engine.limit.max-order", most.toPlainString(), rules.quote()))
                : Optional.empty();
    }

    /** What the market does not take from anybody. */
    private Optional<Message> notTaken(OrderDraft order, Market rules) {
        var most = rules.limits().maxQuantity();
        if (most != null && rules.decimal(order.quantity()).compareTo(most) > 0) {
            return Optional.of(Message.of("engine.limit.max-quantity", most.toPlainString(), rules.base()));
        }
        var last = market.mid().orElse(rules.decimal(order.price()));
        return PriceRange.refusal(rules, last, order.price());
    }

    private Optional<Message> tooMuch(OrderDraft order, Market rules) {
        var most = history.parameters().maxPosition();
        if (most.signum() == 0 || order.side() == Side.ASK) {
            return Optional.empty();
        }
        var base = baseIfFilled(Side.BID, rules).add(rules.decimal(order.quantity()));
        var value = base.multiply(market.mid().orElse(rules.decimal(order.price())));
        return value.compareTo(most) > 0
                ? Optional.of(Message.of("engine.limit.max-position", most.toPlainString(), rules.quote()))
                : Optional.empty();
    }

    /** One order may carry the inventory beyond its hard band, were all others of its side filled; not two. */
    private Optional<Message> beyondBand(Side side, Market rules) {
        var mid = market.mid();
        if (mid.isEmpty()) {
            return Optional.empty();
        }
        var parameters = history.parameters();
        var total = ledger.base().multiply(mid.get()).add(ledger.quote());
        var ratio = new InventoryRatio(baseIfFilled(side, rules).multiply(mid.get()), total).ratio();
        var edge = parameters.target().add(parameters.bandHard().multiply(BigDecimal.valueOf(side.sign())));
        var beyond = side == Side.BID ? ratio.compareTo(edge) >= 0 : ratio.compareTo(edge) <= 0;
        return beyond ? Optional.of(Message.of("engine.limit.band", edge.toPlainString())) : Optional.empty();
    }

    /** What would be held in base were every live order of a side filled, others' on the account among them. */
    private BigDecimal baseIfFilled(Side side, Market rules) {
        var base = ledger.base();
        var sign = BigDecimal.valueOf(side.sign());
        for (var live : tracker.live()) {
            if (live.side() == side) {
                base = base.add(rules.decimal(live.remaining()).multiply(sign));
            }
        }
        for (var other : foreign.open()) {
            if (other.side() == side) {
                base = base.add(rules.decimal(other.remaining()).multiply(sign));
            }
        }
        return base;
    }

    private Optional<Message> tooFar(OrderDraft order, Market rules) {
        if (reference.value().isEmpty()) {
            return Optional.empty();
        }
        var usual = reference.value().get();
        // Too far away from the market is harmless; too far into it is a gift.
        var into = rules.decimal(order.price())
                .subtract(usual)
                .multiply(BigDecimal.valueOf(order.side().sign()));
        return into.compareTo(usual.multiply(FURTHEST)) > 0
                ? Optional.of(Message.of("engine.limit.price", usual.toPlainString()))
                : Optional.empty();
    }

    private Optional<Message> tooFast(Instant now) {
        while (!sent.isEmpty() && Duration.between(sent.getFirst(), now).compareTo(Duration.ofSeconds(1)) > 0) {
            sent.removeFirst();
        }
        return sent.size() >= MOST_A_SECOND
                ? Optional.of(Message.of("engine.limit.rate", MOST_A_SECOND))
                : Optional.empty();
    }

    /** Why the desk must halt, empty when it need not. */
    public Optional<Message> halts(Instant now) {
        return loss().or(() -> absurdity(now));
    }

    /** Why the price cannot be true, for too long to be a slip. */
    public Optional<Message> absurdity(Instant now) {
        return reference.isAbsurdForLong(now) ? reference.absurdity() : Optional.empty();
    }

    private int decimals(BigDecimal amount) {
        return market.knownRules().map(rules -> rules.decimals(amount, 2)).orElse(2);
    }

    /** That the session has lost what it may lose. */
    public Optional<Message> loss() {
        var most = history.parameters().maxLoss();
        if (most.signum() <= 0 || !ledger.isOpen()) {
            return Optional.empty();
        }
        var pnl = ledger.sessionPnl();
        return pnl.negate().compareTo(most) >= 0
                ? Optional.of(Message.of(
                        "engine.limit.max-loss", Texts.rounded(pnl.negate(), decimals(pnl)), most.toPlainString()))
                : Optional.empty();
    }
}
