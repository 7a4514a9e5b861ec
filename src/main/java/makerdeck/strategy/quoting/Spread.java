package makerdeck.strategy.quoting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import makerdeck.domain.Fees;
import makerdeck.strategy.parameters.Parameters;

/**
 * How far from the reference the nearest quotes are. Immutable.
 *
 * @param half as a fraction of the reference, before any widening
 * @param floor the smallest half that pays the fees, zero when the floor is off
 * @param reason what decided it
 */
record Spread(BigDecimal half, BigDecimal floor, SpreadReason reason) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final double MINUTES_PER_DAY = 1440;

    /** Widest of the wanted spread, the fee floor and volatility over a minute; never over the maximum. */
    static Spread of(Parameters parameters, Fees fees, OptionalDouble volatility) {
        var floor = parameters.feeFloor() ? feeFloor(fees) : BigDecimal.ZERO;
        var half = halfOf(parameters.spread());
        var reason = SpreadReason.SPREAD;
        if (parameters.followsVolatility() && volatility.isPresent()) {
            var minute = overAMinute(volatility.getAsDouble());
            if (minute.compareTo(half) > 0) {
                half = minute;
                reason = SpreadReason.VOLATILITY;
            }
        }
        var widest = halfOf(parameters.spreadMax());
        if (half.compareTo(widest) > 0) {
            half = widest;
            reason = SpreadReason.MAX;
        }
        return half.compareTo(floor) < 0
                ? new Spread(floor, floor, SpreadReason.FEES)
                : new Spread(half, floor, reason);
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
