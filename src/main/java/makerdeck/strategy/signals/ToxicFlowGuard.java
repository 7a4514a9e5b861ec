package makerdeck.strategy.signals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;
import makerdeck.domain.Side;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.quoting.Guard;
import makerdeck.strategy.quoting.PriceCause;
import makerdeck.strategy.quoting.Widening;
import org.jspecify.annotations.Nullable;

/**
 * Widens the quotes when somebody seems to know more than we do: a run of fills on one side, a jump of the mid, a trend
 * or a lopsided touch that threatens a side. Engine thread only.
 */
public final class ToxicFlowGuard {

    private static final double JUMP = 5;
    private static final Duration JUMP_LENGTH = Duration.ofSeconds(5);
    private static final Duration LOOK_BACK = Duration.ofSeconds(1);
    private static final double SECONDS_PER_DAY = 86_400;
    private static final double FEWEST_TICKS = 2;

    private final double tick;

    // Engine thread only.
    private final FillRun bids = new FillRun();
    private final FillRun asks = new FillRun();
    private final Trend trend;
    private final TouchImbalance imbalance = new TouchImbalance();
    private final Deque<Mid> mids = new ArrayDeque<>();
    private @Nullable Side threatened;
    private Instant calm = Instant.MIN;

    private record Mid(Instant at, double value) {}

    public ToxicFlowGuard(BigDecimal tickSize) {
        this.tick = tickSize.doubleValue();
        trend = new Trend(tick);
    }

    /** One of our quotes was hit. */
    public void filled(Instant at, Side side) {
        (side == Side.BID ? bids : asks).add(at);
    }

    /**
     * Takes the mid as it is now.
     *
     * @param volatility in % per day; while empty no move counts as a jump
     */
    public void moved(Instant at, BigDecimal mid, OptionalDouble volatility) {
        var now = new Mid(at, mid.doubleValue());
        trend.moved(at, now.value(), volatility);
        mids.addLast(now);
        var from = aSecondBefore(at);
        if (volatility.isEmpty()) {
            return;
        }
        double usual = volatility.getAsDouble() / 100 / Math.sqrt(SECONDS_PER_DAY);
        double change = Math.log(now.value() / from.value());
        if (Math.abs(change) > JUMP * usual && Math.abs(now.value() - from.value()) > FEWEST_TICKS * tick) {
            threatened = change > 0 ? Side.ASK : Side.BID;
            calm = at.plus(JUMP_LENGTH);
        }
    }

    /** Takes what rests at the best prices, from -1 when all of it is to sell to 1. */
    public void touched(Instant at, double share) {
        imbalance.moved(at, share);
    }

    /** Mid and best prices are still what they were. */
    public void still(Instant at, OptionalDouble volatility) {
        trend.still(at, volatility);
        imbalance.still(at);
    }

    /** The last mid at least a second old, or the oldest known. */
    private Mid aSecondBefore(Instant at) {
        var limit = at.minus(LOOK_BACK);
        var oldest = mids.removeFirst();
        while (!mids.isEmpty() && !mids.getFirst().at().isAfter(limit)) {
            oldest = mids.removeFirst();
        }
        mids.addFirst(oldest);
        return oldest;
    }

    /** The side that a jump of the mid runs into, for as long as it counts: its orders go first. */
    public Optional<Side> threatened(Instant now) {
        return now.isBefore(calm) ? Optional.ofNullable(threatened) : Optional.empty();
    }

    /** How much wider each side is to be quoted. */
    public Widening widening(Parameters parameters, Instant now) {
        var jump = threatened(now).isPresent() ? Guard.jump(Duration.between(now, calm)) : Guard.NONE;
        return new Widening(
                jump.or(bids.guard(now)).or(flow(parameters, Side.BID, now)),
                jump.or(asks.guard(now)).or(flow(parameters, Side.ASK, now)));
    }

    /** Of the one side that is threatened: to bring the other nearer loses more than it earns. */
    private Guard flow(Parameters parameters, Side side, Instant now) {
        var byTrend = parameters.limit(Parameter.GUARD_TREND).map(limit -> trend.left(now, side, limit.doubleValue()));
        var byTouch = parameters
                .limit(Parameter.GUARD_IMBALANCE)
                .map(limit -> imbalance.left(now, side, limit.doubleValue()));
        return Guard.flow(PriceCause.TREND, byTrend.orElse(Duration.ZERO))
                .or(Guard.flow(PriceCause.IMBALANCE, byTouch.orElse(Duration.ZERO)));
    }
}
