package makerdeck.engine.risk;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.domain.Side;
import makerdeck.engine.books.AvailableBalances;
import makerdeck.engine.market.AccountReading;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.message.Message;
import makerdeck.snapshot.OrderStage;
import makerdeck.strategy.quoting.Quote;

/**
 * Which wanted quotes may go out now: not while an order of ours is in the way that may still rest,
 * and not more than is free.
 *
 * <p>Engine thread only.
 */
public final class OrderAdmission {

    /** A cancel that takes longer is in doubt, and its place stays taken. */
    private static final Duration CANCEL_USUALLY_TAKES = Duration.ofSeconds(1);

    private final MarketData market;
    private final AccountReading account;
    private final ParameterHistory history;
    private final OrderTracker tracker;
    private final AvailableBalances available;
    private final SideStates sideStates;
    private final Map<Side, Message> heldBack = new EnumMap<>(Side.class);

    public OrderAdmission(
            MarketData market,
            AccountReading account,
            ParameterHistory history,
            OrderTracker tracker,
            AvailableBalances available,
            SideStates sideStates) {
        this.market = market;
        this.account = account;
        this.history = history;
        this.tracker = tracker;
        this.available = available;
        this.sideStates = sideStates;
    }

    /** Why a quote of the side was not let through the last time; empty when all were. */
    public Optional<Message> heldBack(Side side) {
        return Optional.ofNullable(heldBack.get(side));
    }

    public List<Quote> admitted(List<Quote> quotes, Instant now) {
        heldBack.clear();
        if (quotes.isEmpty()) {
            return quotes;
        }
        var live = tracker.live();
        var free = new EnumMap<Side, BigDecimal>(Side.class);
        var rooms = new EnumMap<Side, Integer>(Side.class);
        var admitted = new ArrayList<Quote>();
        for (var quote : quotes) {
            // The room to the band is not known before the fill is booked.
            if (waits(quote, now) || tracker.awaited().onSide(quote.side())) {
                continue;
            }
            int room = rooms.computeIfAbsent(quote.side(), side -> room(side, live, now));
            if (isTaken(quote, live, now) || room <= 0) {
                heldBack.put(quote.side(), Message.of("engine.waiting.in-the-way"));
                continue;
            }
            var left = free.computeIfAbsent(quote.side(), available::free);
            var cost = AvailableBalances.cost(market.rules(), quote.side(), quote.price(), quote.quantity());
            if (cost.compareTo(left) <= 0) {
                free.put(quote.side(), left.subtract(cost));
                rooms.put(quote.side(), room - 1);
                admitted.add(quote);
            } else {
                heldBack.put(quote.side(), tooDear(quote.side(), cost, left));
            }
        }
        return admitted;
    }

    private Message tooDear(Side side, BigDecimal cost, BigDecimal left) {
        var rules = market.rules();
        return Message.of(
                "engine.waiting.funds",
                cost.stripTrailingZeros().toPlainString(),
                side == Side.BID ? rules.quote() : rules.base(),
                left.max(BigDecimal.ZERO).stripTrailingZeros().toPlainString());
    }

    /**
     * How many more orders a side takes: as many as it has layers, those in doubt counted, and never
     * more than twice as many with those that leave. So nothing piles up when cancels get lost.
     */
    private int room(Side side, List<ManagedOrder> live, Instant now) {
        int layers = history.parameters().layers();
        int staying = 0;
        int all = 0;
        for (var order : live) {
            if (order.side() == side && order.purpose() != OrderPurpose.REBALANCE) {
                all++;
                staying += isLeavingFast(order, now) ? 0 : 1;
            }
        }
        return Math.min(LendingLimits.room(account, tracker, side, now), Math.min(layers - staying, 2 * layers - all));
    }

    /** After a fill of its layer or a refusal of its side. */
    private boolean waits(Quote quote, Instant now) {
        var sideState = sideStates.of(quote.side());
        return sideState.isCooling(quote.layer(), now) || sideState.isBlocked(now);
    }

    private boolean isTaken(Quote quote, List<ManagedOrder> live, Instant now) {
        for (var order : live) {
            if (isOfOlderPlan(order)
                    || (order.side() == quote.side() ? isInPlace(order, quote, now) : isCrossed(order, quote))) {
                return true;
            }
        }
        return false;
    }

    /** What was kept belongs to the plan of now; two plans never rest side by side. */
    private boolean isOfOlderPlan(ManagedOrder order) {
        return order.purpose() == OrderPurpose.QUOTE && order.generation() != history.generation();
    }

    /** An order of the same side that has to be gone first. */
    private static boolean isInPlace(ManagedOrder order, Quote quote, Instant now) {
        return switch (order.purpose()) {
            case QUOTE -> order.layer() == quote.layer() && !isLeavingFast(order, now);
            case ADOPTED -> true;
            case REBALANCE -> false;
        };
    }

    private static boolean isLeavingFast(ManagedOrder order, Instant now) {
        return order.stage() == OrderStage.PENDING_CANCEL
                && order.cancelsRefused() == 0
                && Duration.between(order.since(), now).compareTo(CANCEL_USUALLY_TAKES) < 0;
    }

    private static boolean isCrossed(ManagedOrder order, Quote quote) {
        return order.price().equals(quote.price()) || quote.price().betterThan(order.price(), quote.side());
    }
}
