package makerdeck.simulator.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import makerdeck.simulator.model.ListedMarkets;
import org.junit.jupiter.api.Test;

/** What the checks of an order count with, against the plain decimals. */
class IncrementTest {

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final SplittableRandom random = new SplittableRandom(9);

    private static long plain(BigDecimal exact, BigDecimal unit) {
        if (exact.remainder(unit).signum() != 0) {
            return Increment.OFF;
        }
        return exact.divide(unit, 0, RoundingMode.UNNECESSARY)
                .min(MOST)
                .max(MOST.negate())
                .longValueExact();
    }

    @Test
    void countsWholeUnitsOnly() {
        for (var unit : new String[] {"0.01", "1", "10000", "0.000000001", "0.25", "1E+4", "0.0003"}) {
            var increment = new Increment(new BigDecimal(unit));
            for (int i = 0; i < 5_000; i++) {
                var digits =
                        random.nextInt(10) == 0 ? "9".repeat(random.nextInt(17, 24)) : "" + random.nextInt(1_000_000);
                var exact = new BigDecimal(new BigInteger(digits), random.nextInt(12) - 2);
                exact = random.nextBoolean() ? exact.multiply(new BigDecimal(unit)) : exact;
                exact = random.nextInt(4) == 0 ? exact.negate() : exact;
                assertEquals(plain(exact, new BigDecimal(unit)), increment.count(exact), exact + " in " + unit);
            }
        }
    }

    @Test
    void theBandIsThatOfTheDecimals() {
        for (var listed : ListedMarkets.all()) {
            var rules = listed.rules();
            var low = rules.bandLow();
            var high = rules.bandHigh();
            if (low == null || high == null) {
                continue;
            }
            var band = new PriceBand(listed);
            for (int i = 0; i < 2_000; i++) {
                long last = random.nextLong(1, 1L << random.nextInt(2, 62));
                long ticks = near(random.nextBoolean() ? low : high, last);
                var price = rules.tickSize().multiply(BigDecimal.valueOf(ticks));
                var lastPrice = rules.tickSize().multiply(BigDecimal.valueOf(last));
                boolean inside = price.compareTo(listed.minPrice()) >= 0
                        && price.compareTo(lastPrice.multiply(low)) >= 0
                        && price.compareTo(lastPrice.multiply(high)) <= 0;
                assertEquals(inside, band.admits(ticks, last), ticks + " after " + last);
            }
        }
    }

    private long near(BigDecimal fraction, long last) {
        return switch (random.nextInt(8)) {
            case 0 -> Long.MAX_VALUE;
            case 1 -> -random.nextInt(1000);
            default ->
                fraction.multiply(BigDecimal.valueOf(last))
                        .add(BigDecimal.valueOf(random.nextInt(-2, 3)))
                        .setScale(0, RoundingMode.HALF_UP)
                        .min(MOST)
                        .longValueExact();
        };
    }
}
