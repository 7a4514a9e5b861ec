package makerdeck.engine.execution;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import makerdeck.domain.Side;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.quoting.Quotes;
import org.jspecify.annotations.Nullable;

/**
 * Outer layers that cannot be quoted though nearer ones can: outside the market's prices, or refused by
 * the venue for their price. They are left out for a while, and the operator is told why.
 *
 * <p>Engine thread only.
 */
public final class RefusedLayers {

    private static final Duration REST = Duration.ofMinutes(1);
    private static final BigDecimal MOVED = new BigDecimal("0.01");

    /** From this layer on nothing is quoted. */
    private record Far(
            int layer,
            Message reason,
            Instant until,
            @Nullable BigDecimal mid) {}

    private final Clock clock;
    private final EventLog log;
    private final MarketData market;
    private final Map<Side, Far> refused = new EnumMap<>(Side.class);
    private final Map<Side, Message> told = new EnumMap<>(Side.class);

    public RefusedLayers(Clock clock, EventLog log, MarketData market) {
        this.clock = clock;
        this.log = log;
        this.market = market;
    }

    /** The venue did not take an order for its price; false when nothing nearer would be left. */
    public boolean refused(ManagedOrder order, Message message, Instant now) {
        if (order.layer() <= 1) {
            return false;
        }
        var before = refused.get(order.side());
        var layer =
                before == null || now.isAfter(before.until()) ? order.layer() : Math.min(before.layer(), order.layer());
        refused.put(
                order.side(),
                new Far(layer, message, now.plus(REST), market.mid().orElse(null)));
        return true;
    }

    /** The quotes without what would only be refused again. */
    Quotes without(Quotes quotes, Side side, Instant now) {
        var ladder = quotes.side(side);
        var far = refused.get(side);
        if (far == null || ladder.quotes().isEmpty()) {
            return quotes;
        }
        if (!now.isBefore(far.until()) || hasMoved(far)) {
            refused.remove(side);
            return quotes;
        }
        var left = ladder.quotes().stream()
                .filter(quote -> quote.layer() < far.layer())
                .toList();
        if (left.size() == ladder.quotes().size()) {
            return quotes;
        }
        return left.isEmpty() ? quotes.without(side, far.reason()) : quotes.with(ladder.with(left, far.reason()));
    }

    private boolean hasMoved(Far far) {
        var mid = market.mid();
        var before = far.mid();
        return mid.isPresent()
                && before != null
                && mid.get()
                                .subtract(before)
                                .abs()
                                .divide(before, MathContext.DECIMAL64)
                                .compareTo(MOVED)
                        > 0;
    }

    /** Tells the operator, once, what of the wanted layers is left out and why. */
    void tell(Quotes quotes) {
        for (var side : Side.values()) {
            var ladder = quotes.side(side);
            var reason = ladder.omitted();
            if (reason != null && !reason.equals(told.get(side))) {
                log.alert(
                        clock.instant(),
                        Severity.WARN,
                        Message.of(
                                "engine.quotes.layers-left-out",
                                Texts.quotes(side),
                                ladder.quotes().size(),
                                reason));
                told.put(side, reason);
            }
        }
    }
}
