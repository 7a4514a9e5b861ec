package makerdeck.strategy.curve;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What quotes would make, were the coming hours as those that the curve knows and the front of the queue ours. Immutable.
 *
 * @param fills an hour
 * @param edge of a fill against the mid 30 s later, in basis points, fees not taken off
 * @param income quote units an hour, fees taken off
 */
public record Expected(ConfidenceInterval fills, ConfidenceInterval edge, ConfidenceInterval income) {

    private static final double BASIS_POINTS = 10_000;
    private static final double SIDES = 2;

    /**
     * A quote of one side.
     *
     * @param distance from the mid, in basis points
     * @param worth in quote units
     */
    public record Resting(double distance, double worth) {}

    /** Empty while too little is known of the nearest. Layers of which too little is known count as fills alone. */
    public static Optional<Expected> of(FillCurve curve, List<Resting> quotes, double feeBasisPoints) {
        @Nullable ConfidenceInterval fills = null;
        ConfidenceInterval edge = new ConfidenceInterval(0, 0, 0);
        ConfidenceInterval income = new ConfidenceInterval(0, 0, 0);
        double volume = 0;
        for (var quote : quotes) {
            var at = curve.at(quote.distance());
            if (at.isEmpty()) {
                return Optional.empty();
            }
            var rate = at.get().rate().times(1 / SIDES);
            fills = fills == null ? rate : fills.plus(rate);
            var its = at.get().edge();
            if (its != null) {
                double most = at.get().volume() / SIDES;
                double traded = Math.min(rate.value() * quote.worth(), most);
                volume += traded;
                edge = edge.plus(its.times(traded));
                income = income.plus(income(its.plus(-feeBasisPoints), rate, traded));
            }
        }
        return fills == null || volume <= 0
                ? Optional.empty()
                : Optional.of(new Expected(fills, edge.times(1 / volume), income));
    }

    /** Both the edge and how often it is had are uncertain, each for itself. */
    private static ConfidenceInterval income(ConfidenceInterval net, ConfidenceInterval rate, double traded) {
        double ofEdge = net.error() * traded;
        double ofRate = rate.value() <= 0 ? 0 : net.value() * traded * rate.error() / rate.value();
        return ConfidenceInterval.around(net.value() * traded, Math.hypot(ofEdge, ofRate))
                .times(1 / BASIS_POINTS);
    }
}
