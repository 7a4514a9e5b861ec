package makerdeck.strategy.quoting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import makerdeck.domain.Fees;
import makerdeck.strategy.parameters.Parameters;

/**
 * How far from the reference the nearest quotes are. Immutable.
 *
 * @param floor the smallest half that pays the fees, zero when the floor is off
 * @param stages what each cause has made of it, in order; the last one decides
 */
record Spread(BigDecimal floor, List<Stage> stages) {

    /** @param half as a fraction of the reference, before any widening */
    record Stage(SpreadReason reason, BigDecimal half) {}

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final double MINUTES_PER_DAY = 1440;

    /** Widest of the wanted spread, the fee floor and volatility over a minute; never over the maximum. */
    static Spread of(Parameters parameters, Fees fees, OptionalDouble volatility) {
        var floor = parameters.feeFloor() ? feeFloor(fees) : BigDecimal.ZERO;
        var stages = new ArrayList<Stage>();
        var half = halfOf(parameters.spread());
        stages.add(new Stage(SpreadReason.SPREAD, half));
        if (parameters.followsVolatility() && volatility.isPresent()) {
            var minute = overAMinute(volatility.getAsDouble());
            if (minute.compareTo(half) > 0) {
                half = minute;
                stages.add(new Stage(SpreadReason.VOLATILITY, half));
            }
        }
        var widest = halfOf(parameters.spreadMax());
        if (half.compareTo(widest) > 0) {
            half = widest;
            stages.add(new Stage(SpreadReason.MAX, half));
        }
        if (half.compareTo(floor) < 0) {
            stages.add(new Stage(SpreadReason.FEES, floor));
        }
        return new Spread(floor, stages);
    }

    private Stage last() {
        return stages.get(stages.size() - 1);
    }

    /** As a fraction of the reference, before any widening. */
    BigDecimal half() {
        return last().half();
    }

    /** What decided it. */
    SpreadReason reason() {
        return last().reason();
    }

    /** Maker fee + 1 bp as a fraction; nothing when the rebate is larger. */
    private static BigDecimal feeFloor(Fees fees) {
        return fees.makerBp().add(BigDecimal.ONE).movePointLeft(4).max(BigDecimal.ZERO);
    }

    private static BigDecimal halfOf(BigDecimal percent) {
        return percent.movePointLeft(2).divide(TWO, MathContext.DECIMAL64);
    }

    private static BigDecimal overAMinute(double percentPerDay) {
        return new BigDecimal(percentPerDay / 100 / Math.sqrt(MINUTES_PER_DAY), MathContext.DECIMAL64);
    }
}
