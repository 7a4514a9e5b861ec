package makerdeck.strategy.signals;

import static makerdeck.strategy.Sol.decimal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import makerdeck.domain.Candle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolatilityTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final double SECONDS_PER_DAY = 86_400;
    private static final int TRADES_A_MINUTE = 239;

    private Volatility volatility = new Volatility(decimal("0.01"));
    private double mid = 150;

    /** Feeds a random walk of known volatility, four updates a second, rounded to the tick; the mean estimate. */
    private double walk(SplittableRandom random, Instant from, int seconds, double percentPerDay, String tick) {
        double step = percentPerDay / 100 / Math.sqrt(SECONDS_PER_DAY * 4);
        double sum = 0;
        int estimates = 0;
        for (int i = 0; i < seconds * 4; i++) {
            mid *= Math.exp(step * random.nextGaussian());
            volatility.update(from.plusMillis(i * 250L), rounded(tick));
            if (i > seconds * 2 && volatility.percentPerDay().isPresent()) {
                sum += volatility.percentPerDay().getAsDouble();
                estimates++;
            }
        }
        return sum / estimates;
    }

    private BigDecimal rounded(String tick) {
        return BigDecimal.valueOf(mid)
                .divide(decimal(tick), 0, RoundingMode.HALF_EVEN)
                .multiply(decimal(tick));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2", "3, 3", "6, 4", "12, 5", "25, 6"})
    void findsTheVolatilityOfAWalk(double percentPerDay, long seed) {
        double found = walk(new SplittableRandom(seed), NOON, 4 * 3600, percentPerDay, "0.01");

        assertEquals(percentPerDay, found, percentPerDay * 0.15);
    }

    @Test
    void risesWithinAMinuteAndForgetsAWildHourWithinHalfAnHour() {
        var random = new SplittableRandom(7);
        walk(random, NOON, 3600, 2, "0.01");
        double calm = estimate();

        walk(random, NOON.plusSeconds(3600), 60, 8, "0.01");
        double wild = estimate();
        walk(random, NOON.plusSeconds(3660), 3540, 8, "0.01");
        walk(random, NOON.plusSeconds(7200), 1800, 2, "0.01");
        double after = estimate();

        assertTrue(wild > 2 * calm, calm + " -> " + wild);
        assertEquals(calm, after, 0.2 * calm);
    }

    @Test
    void twoQuietMinutesChangeLittle() {
        walk(new SplittableRandom(7), NOON, 3600, 6, "0.01");
        double before = estimate();

        still(NOON.plusSeconds(3600), 120);

        assertEquals(before, estimate(), 0.2 * before);
    }

    private double estimate() {
        return volatility.percentPerDay().orElseThrow();
    }

    @Test
    void saysNothingBeforeAMinuteWasSeen() {
        walk(new SplittableRandom(1), NOON, 60, 3, "0.01");
        assertEquals(OptionalDouble.empty(), volatility.percentPerDay());
        assertEquals(Optional.empty(), volatility.regime());

        walk(new SplittableRandom(1), NOON.plusSeconds(60), 40, 3, "0.01");
        assertTrue(volatility.percentPerDay().isPresent());
        assertTrue(volatility.regime().isPresent());
    }

    @Test
    void oneWholeMinuteIsEnough() {
        volatility.warmUp(minutes(0, 1, "150.15"));

        assertTrue(volatility.percentPerDay().isPresent());
    }

    @Test
    void aStillMarketHasNone() {
        still(NOON, 600);

        assertEquals(0, estimate());
        assertEquals(Optional.of(Regime.LOW), volatility.regime());
    }

    @Test
    void noReturnIsTakenAcrossAGap() {
        still(NOON, 300);
        mid = 160;
        still(NOON.plusSeconds(306), 300);

        assertEquals(0, estimate());
    }

    @Test
    void fiveSecondsWithoutAnUpdateAreNoGap() {
        still(NOON, 300);
        mid = 160;
        still(NOON.plusSeconds(304), 300);

        assertTrue(estimate() > 5, "estimate " + estimate());
    }

    @Test
    void oneWildSecondDoesNotStayForHalfAnHour() {
        var random = new SplittableRandom(11);
        walk(random, NOON, 3600, 3, "0.01");
        mid *= 1.02;
        walk(random, NOON.plusSeconds(3600), 900, 3, "0.01");

        assertEquals(3, estimate(), 0.6);
    }

    @Test
    void aMarketThatWakesUpIsNotTakenForOutliers() {
        still(NOON, 600);
        walk(new SplittableRandom(5), NOON.plusSeconds(600), 3600, 3, "0.01");
        still(NOON.plusSeconds(4200), 300);

        assertEquals(1.9, estimate(), 0.4);
    }

    private void still(Instant from, int seconds) {
        for (int i = 0; i < seconds; i++) {
            volatility.update(from.plusSeconds(i), rounded("0.01"));
        }
    }

    /** Minutes that went from 150 up to a price and from there back, in turns. */
    private static List<Candle> minutes(int first, int count, String high) {
        return IntStream.range(first, first + count)
                .mapToObj(minute -> minute % 2 == 0 ? minute(minute, "150", high) : minute(minute, high, "150"))
                .toList();
    }

    private static Candle minute(int minute, String open, String close) {
        return minute(minute, decimal(open), decimal(close));
    }

    private static Candle minute(int minute, BigDecimal open, BigDecimal close) {
        return new Candle(
                NOON.plusSeconds(60L * minute), open, open.max(close), open.min(close), close, TRADES_A_MINUTE);
    }

    @Test
    void learnsFromPastMinutes() {
        // 0.1 % a minute is 3.79 % a day; the half second between two trades is not in it.
        volatility.warmUp(minutes(0, 60, "150.15"));

        assertEquals(3.79, estimate(), 0.04);
    }

    @Test
    void oneLivelyMinuteIsNotTheFirstEstimate() {
        volatility.warmUp(minutes(0, 30, "150.15"));
        double usual = estimate();
        volatility = new Volatility(decimal("0.01"));

        volatility.warmUp(Stream.concat(minutes(0, 29, "150.15").stream(), minutes(29, 1, "150.60").stream())
                .toList());

        assertTrue(estimate() < 1.6 * usual, usual + " -> " + estimate());
    }

    @Test
    void pastMinutesInWhichNothingMovedDoNotMakeTheLaterOnesOutliers() {
        volatility.warmUp(minutes(0, 2, "150"));
        volatility.warmUp(minutes(2, 120, "150.15"));

        assertEquals(3.79, estimate(), 0.1);
    }

    @Test
    void namesTheRegimeFromPastMinutesAlone() {
        volatility.warmUp(minutes(0, 30, "150.60"));

        assertEquals(Optional.of(Regime.HIGH), volatility.regime());
    }

    /** Trades of a walk, each off the mid by its side of a spread and now and then by a sweep. */
    @Test
    void theBounceOfTradesIsNoVolatility() {
        var random = new SplittableRandom(17);
        double step = 2 / 100.0 / Math.sqrt(1440);
        var candles = new ArrayList<Candle>();
        for (int minute = 0; minute < 600; minute++) {
            var open = traded(random);
            mid *= Math.exp(step * random.nextGaussian());
            candles.add(minute(minute, open, traded(random)));
        }

        volatility.warmUp(candles);

        // Closing prices alone would say 2.75.
        assertEquals(2, estimate(), 0.4);
    }

    private BigDecimal traded(SplittableRandom random) {
        double offBp = random.nextDouble() < 0.05 ? 15 : 1;
        double side = random.nextBoolean() ? 1 : -1;
        return BigDecimal.valueOf(mid * (1 + side * offBp * 1e-4)).setScale(2, RoundingMode.HALF_EVEN);
    }

    @Test
    void aSideThatIsSweptAndStandsAgainIsNoVolatility() {
        var random = new SplittableRandom(13);
        double quiet = walk(random, NOON, 3600, 2, "0.01");

        double swept = 0;
        for (int visit = 0; visit < 180; visit++) {
            var from = NOON.plusSeconds(3600 + 20L * visit);
            walk(random, from, 20, 2, "0.01");
            // A tenth of a second across the turn of the second, where a look at one moment would see it.
            volatility.update(from.plusMillis(19_950), rounded("0.01").add(decimal("0.11")));
            volatility.update(from.plusMillis(20_050), rounded("0.01"));
            swept += estimate() / 180;
        }

        assertEquals(quiet, swept, 0.25 * quiet);
    }

    @Test
    void coarseTicksAreSampledSlowlyEnough() {
        volatility = new Volatility(decimal("0.05"));

        double found = walk(new SplittableRandom(3), NOON, 8 * 3600, 3, "0.05");

        assertEquals(3, found, 3 * 0.15);
    }

    @Test
    void aMarketThatWakesUpBetweenTwoCoarseSamplesIsSeenWithinSeconds() {
        walk(new SplittableRandom(5), NOON, 3595, 0.5, "0.01");
        double asleep = estimate();

        // The next coarse sample would be taken 25 s later.
        walk(new SplittableRandom(6), NOON.plusSeconds(3605), 10, 10, "0.01");

        assertTrue(estimate() > 3 * asleep, asleep + " -> " + estimate());
    }

    @Test
    void aMidThatIsNoPriceIsTheCallersMistake() {
        var error = assertThrows(IllegalArgumentException.class, () -> volatility.update(NOON, BigDecimal.ZERO));

        assertTrue(String.valueOf(error.getMessage()).endsWith("was 0"), error.getMessage());
    }
}
