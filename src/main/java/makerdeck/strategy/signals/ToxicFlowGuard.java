package makerdeck.strategy.signals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;
import makerdeck.domain.Side;
import makerdeck.strategy.quoting.Guard;
import makerdeck.strategy.quoting.Widening;
import org.jspecify.annotations.Nullable;

/**
 * Widens the quotes when somebody seems to know more than we do: a run of fills on one side, or a
 * jump of the mid. Engine thread only.
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
    private final Deque<Mid> mids = new ArrayDeque<>();
    private @Nullable Side threatened;
    private Instant calm = Instant.MIN;

    private record Mid(Instant at, double value) {}

    public ToxicFlowGuard(BigDecimal tickSize) {
        this.tick = tickSize.doubleValue();
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
    public Widening widening(Instant now) {
        var jump = threatened(now).isPresent() ? Guard.jump(Duration.between(now, calm)) : Guard.NONE;
        return new Widening(jump.or(bids.guard(now)), jump.or(asks.guard(now)));
    }
}
