package makerdeck.strategy.curve;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/**
 * How often somebody takes as far as a distance from the mid, and where the mid is 30 s later: so how often a quote that
 * follows the mid is filled there, and what a fill is worth. From the public trades, which tell it of all distances; a
 * quote that waits in a queue is filled less often than that. One taker counts once, as far as it comes.
 *
 * <p>Distances are from the mid at the last tick, as a quote's are, which cannot be nearer in time. Engine thread only.
 */
public final class FillCurve {

    /** When a fill is judged. */
    public static final Duration AFTER = Duration.ofSeconds(30);

    private static final Duration BLOCK = Duration.ofMinutes(5);
    private static final Duration HALF_LIFE = Duration.ofHours(6);
    private static final double MS_PER_HOUR = 3_600_000;
    private static final Duration GAP = Duration.ofSeconds(5);
    private static final Duration LATE = Duration.ofSeconds(1);
    private static final double BASIS_POINTS = 10_000;
    /** So many in half a minute are enough to tell by. */
    private static final int MOST_WAITING = 2048;

    /**
     * What is known of a distance.
     *
     * @param rate takers an hour that come as far, both sides together
     * @param volume quote units an hour traded as far, both sides together
     * @param edge what a fill there is better than the mid 30 s later, in basis points; null when too few are known
     */
    public record At(
            double distance,
            double takers,
            ConfidenceInterval rate,
            double volume,
            @Nullable ConfidenceInterval edge) {}

    /** Fills of ours; the interval is not a number while there are fewer than 4. */
    public record Own(long fills, ConfidenceInterval edge) {}

    /** The half-spread that pays; {@code low} and {@code high}: where the interval of its edge does, null when nowhere. */
    public record BreakEven(
            double half, double low, @Nullable Double high) {}

    private record Waiting(Instant due, Side maker, double from, int step, boolean own) {}

    /** One taker as far as it has come. */
    private static final class Taker {
        private final Instant at;
        private final Side maker;
        private final double mid;
        private double reach;

        private Taker(Instant at, Side maker, double mid, double reach) {
            this.at = at;
            this.maker = maker;
            this.mid = mid;
            this.reach = reach;
        }
    }

    // Engine thread only.
    private final TailSums sums =
            new TailSums(BLOCK.toMillis() / MS_PER_HOUR, (double) HALF_LIFE.toMillis() / BLOCK.toMillis());
    private final OwnEdges own = new OwnEdges();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private @Nullable Taker taker;
    private Instant ticked = Instant.MIN;
    private double mid = Double.NaN;
    private Duration inBlock = Duration.ZERO;
    private Duration watched = Duration.ZERO;

    /**
     * A public trade.
     *
     * @param maker the side that was taken from
     * @param at of the trade: those of one taker have the same
     */
    public void traded(Side maker, double price, double quantity, Instant at, Instant now) {
        if (Double.isNaN(mid)) {
            return;
        }
        var open = taker;
        if (open == null || open.maker != maker || !open.at.equals(at)) {
            closeTaker(now);
            open = new Taker(at, maker, mid, Double.NEGATIVE_INFINITY);
            taker = open;
        }
        double distance = distance(maker, price, open.mid);
        open.reach = Math.max(open.reach, distance);
        int step = Distances.reached(distance);
        if (step >= 0) {
            sums.traded(step, price * quantity);
        }
    }

    private static double distance(Side maker, double price, double mid) {
        return maker.sign() * (mid - price) / mid * BASIS_POINTS;
    }

    private void closeTaker(Instant now) {
        var closed = taker;
        taker = null;
        if (closed == null) {
            return;
        }
        int step = Distances.reached(closed.reach);
        if (step >= 0) {
            sums.reached(step);
            wait(new Waiting(now.plus(AFTER), closed.maker, closed.mid, step, false));
        }
    }

    private void wait(Waiting one) {
        if (waiting.size() < MOST_WAITING) {
            waiting.addLast(one);
        }
    }

    /** A quote of ours was filled. */
    public void filled(Side side, double price, Instant now) {
        if (!Double.isNaN(mid)) {
            wait(new Waiting(now.plus(AFTER), side, price, Distances.reached(distance(side, price, mid)), true));
        }
    }

    /** The market is followed, and this is its mid. About ten times a second. */
    public void tick(Instant now, double price) {
        closeTaker(now);
        if (ticked.equals(Instant.MIN) || Duration.between(ticked, now).compareTo(GAP) > 0) {
            waiting.clear();
        } else {
            pass(Duration.between(ticked, now));
        }
        ticked = now;
        mid = price;
        measure(now);
    }

    /** Nobody follows the market. */
    public void lost() {
        taker = null;
        ticked = Instant.MIN;
        mid = Double.NaN;
    }

    private void pass(Duration length) {
        watched = watched.plus(length);
        inBlock = inBlock.plus(length);
        if (inBlock.compareTo(BLOCK) >= 0) {
            inBlock = inBlock.minus(BLOCK);
            sums.close();
        }
    }

    private void measure(Instant now) {
        while (!waiting.isEmpty() && !waiting.getFirst().due().isAfter(now)) {
            var one = waiting.removeFirst();
            if (now.isAfter(one.due().plus(LATE))) {
                continue;
            }
            double gain = -distance(one.maker(), mid, one.from());
            if (one.own()) {
                own.add(Distances.basisPoints(Math.max(0, one.step())), gain);
            } else {
                sums.marked(one.step(), gain);
            }
        }
    }

    /** How many fills are yet to be judged. */
    int waiting() {
        return waiting.size();
    }

    /** How long the market was followed. */
    public Duration watched() {
        return watched;
    }

    /** How long it has to be followed before anything can be told. */
    public static Duration enough() {
        return BLOCK.multipliedBy((long) TailSums.FEWEST_BLOCKS);
    }

    /** Of a distance in basis points; empty while it was watched for too short a time. */
    public Optional<At> at(double distance) {
        if (!sums.isEnough()) {
            return Optional.empty();
        }
        int step = Distances.of(distance);
        var edge = sums.isMarked(step) ? sums.drift(step).plus(distance) : null;
        return Optional.of(new At(distance, sums.takers(step), sums.rate(step), sums.volume(step), edge));
    }

    /** Our own fills between two distances, the second not among them. */
    public Own own(double from, double to) {
        return own.between(from, to);
    }

    public Optional<CurveFit> fit() {
        return CurveFit.of(sums);
    }

    /** The nearest distance at which a fill is worth a fee; empty when none is known that is. */
    public Optional<BreakEven> breakEven(double feeBasisPoints) {
        Double low = null;
        Double half = null;
        for (int step = 0; step < Distances.COUNT && sums.isEnough(); step++) {
            var edge = sums.isMarked(step) ? sums.drift(step).plus(Distances.basisPoints(step)) : null;
            if (edge == null) {
                continue;
            }
            double distance = Distances.basisPoints(step);
            low = low == null && edge.high() >= feeBasisPoints ? Double.valueOf(distance) : low;
            half = half == null && edge.value() >= feeBasisPoints ? Double.valueOf(distance) : half;
            if (half != null && edge.low() >= feeBasisPoints) {
                return Optional.of(new BreakEven(half, low == null ? half : low, distance));
            }
        }
        return half == null ? Optional.empty() : Optional.of(new BreakEven(half, low == null ? half : low, null));
    }
}
