package makerdeck.simulator.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against BigDecimal, to the last digit and the number of decimals. */
class AmountTest {

    private final SplittableRandom random = new SplittableRandom(5);

    /** Of any length: many near the end of a long, some beyond it. */
    private BigDecimal decimal() {
        int digits = random.nextInt(4) == 0 ? random.nextInt(17, 23) : random.nextInt(1, 12);
        var unscaled = new StringBuilder(random.nextBoolean() ? "-" : "");
        for (int i = 0; i < digits; i++) {
            unscaled.append(random.nextInt(10));
        }
        int scale = random.nextInt(random.nextInt(8) == 0 ? 25 : 9) - random.nextInt(3);
        return new BigDecimal(new BigInteger(unscaled.toString()), scale);
    }

    @Test
    void everyStepIsThatOfBigDecimal() {
        var exact = BigDecimal.ZERO;
        var amount = new Amount();
        for (int step = 0; step < 200_000; step++) {
            var other = decimal();
            var operand = new Amount(other);
            assertEquals(other, operand.decimal());
            assertEquals(exact.compareTo(other) < 0, amount.isLessThan(operand), exact + " < " + other);
            switch (random.nextInt(9)) {
                case 0, 1 -> {
                    exact = exact.add(other);
                    amount.plus(operand);
                }
                case 2, 3 -> {
                    exact = exact.subtract(other);
                    amount.minus(operand);
                }
                case 4 -> {
                    exact = exact.multiply(other);
                    amount.times(operand);
                }
                case 5 -> {
                    exact = exact.movePointLeft(4);
                    amount.movePointLeft(4);
                }
                case 6 -> {
                    exact = exact.negate();
                    amount.negate();
                }
                case 7 -> {
                    long count = random.nextLong() >> random.nextInt(Long.SIZE);
                    exact = BigDecimal.valueOf(count).multiply(other);
                    amount.set(count, operand);
                }
                default -> {
                    exact = other;
                    amount.set(operand);
                }
            }
            assertEquals(exact, amount.decimal());
            assertEquals(exact.signum(), amount.signum());
            if (exact.precision() > 40) {
                exact = BigDecimal.ZERO;
                amount.set(0);
            }
        }
    }

    @Test
    void theEndsOfALongAreHeldAndPassed() {
        long[] ends = {Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, 0, 1, Long.MAX_VALUE - 1, Long.MAX_VALUE};
        for (long one : ends) {
            for (long other : ends) {
                var first = BigDecimal.valueOf(one);
                var second = BigDecimal.valueOf(other);
                var operand = new Amount().set(other);
                assertEquals(
                        first.add(second), new Amount().set(one).plus(operand).decimal());
                assertEquals(
                        first.subtract(second),
                        new Amount().set(one).minus(operand).decimal());
                assertEquals(
                        first.multiply(second),
                        new Amount().set(one).times(operand).decimal());
                assertEquals(one < other, new Amount().set(one).isLessThan(operand));
            }
        }
    }
}
