package makerdeck.snapshot;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often quotes are filled by their distance from the mid, and what such fills are worth; both sides together. At most
 * some seconds old. Immutable.
 *
 * @param watched how long the market was followed
 * @param enough how long it has to be before anything is told
 * @param fee what a fill costs, in basis points
 * @param points nearest first; empty while too little is known
 */
public record CurveRow(
        Duration watched,
        Duration enough,
        BigDecimal fee,
        List<Point> points,
        @Nullable Fit fit,
        @Nullable BreakEven breakEven) {

    public static final CurveRow NONE =
            new CurveRow(Duration.ZERO, Duration.ZERO, BigDecimal.ZERO, List.of(), null, null);

    /** A figure and its 95 % interval, null while nothing can be said of it. */
    public record Figure(
            BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {}

    /**
     * A distance in basis points.
     *
     * @param takers how many that came as far it is told from, older ones less
     * @param fills an hour, at the front of the queue
     * @param volume quote units an hour traded as far
     * @param edge what a fill is better than the mid 30 s later, in basis points; null when too little is known
     * @param own fills of ours from this distance to the next
     * @param ownEdge their edge, null when there are none
     */
    public record Point(
            BigDecimal distance,
            BigDecimal takers,
            Figure fills,
            BigDecimal volume,
            @Nullable Figure edge,
            long own,
            @Nullable Figure ownEdge) {}

    /** {@code a * e^(-k * distance)} fills an hour from a distance on. */
    public record Fit(Figure a, Figure k, BigDecimal from) {}

    /** The half-spread from which on fills pay the fee, and where the interval does; null when nowhere known. */
    public record BreakEven(
            BigDecimal half, BigDecimal low, @Nullable BigDecimal high) {}

    public CurveRow {
        points = List.copyOf(points);
    }
}
