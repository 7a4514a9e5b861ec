package makerdeck.simulator.matching;

import java.math.BigDecimal;

/** A tick or a step: counts how many of them a decimal is. */
final class Increment {

    /** Of what is no whole number of them. */
    static final long OFF = Long.MIN_VALUE;

    /** So many digits fit a long. */
    private static final int DIGITS = 18;

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final BigDecimal unit;
    private final boolean single;

    Increment(BigDecimal unit) {
        this.unit = unit;
        this.single = unit.unscaledValue().bitLength() == 1;
    }

    /** As many as a long can hold stand for more. */
    long count(BigDecimal exact) {
        if (single && exact.scale() == unit.scale() && exact.precision() <= DIGITS) {
            return exact.scaleByPowerOfTen(exact.scale()).longValueExact();
        }
        var parts = exact.divideAndRemainder(unit);
        if (parts[1].signum() != 0) {
            return OFF;
        }
        return parts[0].max(MOST.negate()).min(MOST).longValueExact();
    }
}
