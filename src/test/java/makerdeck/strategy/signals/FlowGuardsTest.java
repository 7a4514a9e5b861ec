package makerdeck.strategy.signals;

import static makerdeck.strategy.Sol.decimal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.strategy.parameters.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A trend and a lopsided touch widen the one side that they threaten. */
class FlowGuardsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** 0.1 % a minute, so that 0.1 on 100 is a deviation. */
    private static final OptionalDouble TENTH_A_MINUTE = OptionalDouble.of(0.1 * Math.sqrt(1440));

    /** So lively that nothing is a jump. */
    private static final OptionalDouble ONE_A_MINUTE = OptionalDouble.of(Math.sqrt(1440));

    private final ToxicFlowGuard guards = new ToxicFlowGuard(decimal("0.01"));

    private static Instant at(double second) {
        return NOON.plusMillis(Math.round(second * 1000));
    }

    private void move(double second, String mid) {
        guards.moved(at(second), decimal(mid), TENTH_A_MINUTE);
    }

    private void stay(int from, int to) {
        for (int second = from; second <= to; second++) {
            guards.still(at(second), TENTH_A_MINUTE);
        }
    }

    private static Parameters parameters(String trend, String imbalance) {
        return Parameters.defaults().with(Map.of("guard.trend", trend, "guard.imbalance", imbalance));
    }

    private void assertWidening(double bid, double ask, String trend, String imbalance, double second) {
        var widening = guards.widening(parameters(trend, imbalance), at(second));
        assertEquals(bid, widening.bid().factor().doubleValue());
        assertEquals(ask, widening.ask().factor().doubleValue());
    }

    /** In three steps, for a jump is another matter. */
    private void upAfterAMinute(String mid) {
        move(0, "100");
        stay(1, 62);
        var third = decimal(mid).subtract(decimal("100")).divide(decimal("3"), MathContext.DECIMAL32);
        move(63, decimal(mid).subtract(third).subtract(third).toPlainString());
        move(64, decimal(mid).subtract(third).toPlainString());
        move(65, mid);
    }

    @ParameterizedTest
    @CsvSource({"100.08, 1, 2", "99.92, 2, 1"})
    void aTrendWidensTheSideItRunsInto(String mid, double bid, double ask) {
        upAfterAMinute(mid);

        assertWidening(bid, ask, "0.75", "0", 65);
    }

    @Test
    void aTrendIsNamedWithTheTimeItHasLeft() {
        upAfterAMinute("100.08");

        assertEquals(
                "strategy.widening.each[message.plain[0.1], strategy.widening.width[0.1, strategy.widening.trend[2, 6]]]",
                Keys.of(guards.widening(parameters("0.75", "0"), at(65)).text(decimal("0.001"))));
    }

    @Test
    void aMoveWithinTheLimitIsNoTrend() {
        upAfterAMinute("100.07");

        assertWidening(1, 1, "0.75", "0", 65);
        assertWidening(1, 2, "0.65", "0", 65);
    }

    @Test
    void aGuardThatIsOffWidensNothing() {
        upAfterAMinute("100.1");
        assertWidening(1, 1, "0", "0", 66);
        assertWidening(1, 1, "10", "0", 66);
        assertWidening(1, 2, "0.75", "0", 66);

        for (int second = 66; second < 90; second++) {
            guards.touched(at(second), 1);
            guards.still(at(second), TENTH_A_MINUTE);
        }
        assertWidening(1, 1, "0", "0", 89);
        assertWidening(1, 2, "0", "0.9", 89);
    }

    @Test
    void theMeanFollowsUntilThePriceIsTheUsualOne() {
        upAfterAMinute("100.08");
        stay(66, 71);
        // 0.78 at first, over 0.75 for a second or two; then 5 s from the end of that second.
        assertWidening(1, 2, "0.75", "0", 71.9);
        assertWidening(1, 1, "0.75", "0", 72);

        stay(72, 130);
        assertWidening(1, 2, "0.15", "0", 130);
        assertWidening(1, 1, "0.25", "0", 130);
    }

    @Test
    void whatComesBackIsOverFiveSecondsLater() {
        upAfterAMinute("100.1");
        move(66, "100.07");
        move(67, "100.03");
        move(68, "100");

        assertWidening(1, 2, "0.75", "0", 70.9);
        assertWidening(1, 1, "0.75", "0", 71);
    }

    @Test
    void beforeAMinuteWasSeenNothingIsATrend() {
        move(0, "100");
        stay(1, 58);
        move(59, "101");

        assertWidening(1, 1, "0.1", "0", 64.5);
    }

    @Test
    void acrossATimeThatNobodyWatchedThereIsNoTrend() {
        move(0, "100");
        stay(1, 100);
        move(106, "101");
        move(107, "101.5");

        assertWidening(1, 1, "0.1", "0", 113);
    }

    @Test
    void twoTicksAreNoTrendInAStillMarket() {
        guards.moved(at(0), decimal("100"), OptionalDouble.of(0));
        stay(1, 70);
        guards.moved(at(71), decimal("100.015"), OptionalDouble.of(0.001));
        assertWidening(1, 1, "0.1", "0", 71);

        guards.moved(at(73), decimal("100.03"), OptionalDouble.of(0.001));
        assertWidening(1, 2, "0.1", "0", 73);
    }

    @Test
    void withoutVolatilityNothingIsATrend() {
        guards.moved(at(0), decimal("100"), OptionalDouble.empty());
        for (int second = 1; second < 70; second++) {
            guards.still(at(second), OptionalDouble.empty());
        }
        guards.moved(at(70), decimal("110"), OptionalDouble.empty());

        assertWidening(1, 1, "0.1", "0", 70);
    }

    @ParameterizedTest
    @CsvSource({"0.8, 1, 2", "-0.8, 2, 1"})
    void aLopsidedTouchWidensTheSideItPressesOn(double share, double bid, double ask) {
        guards.touched(at(0), share);
        guards.still(at(5), TENTH_A_MINUTE);

        assertWidening(bid, ask, "0", "0.6", 5);
        assertWidening(1, 1, "0", "0.9", 5);
    }

    @Test
    void anOrderThatComesAndGoesIsNoCrowd() {
        guards.touched(at(0), 0);
        guards.still(at(5), TENTH_A_MINUTE);
        guards.touched(at(5), 0.9);
        guards.touched(at(5.5), 0);
        guards.still(at(6), TENTH_A_MINUTE);

        assertWidening(1, 1, "0", "0.6", 6);
    }

    @Test
    void whatWidensMoreGoesBefore() {
        upAfterAMinute("100.08");
        for (int fill = 0; fill < 5; fill++) {
            guards.filled(at(65), Side.ASK);
        }

        assertWidening(1, 3.375, "0.75", "0", 65);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Against the definitions, over all that was seen. */
    @ParameterizedTest
    @MethodSource("seeds")
    void onlyAThreatenedSideIsWidenedNeverNarrowedAndALowerLimitNeverWidensLess(long seed) {
        var random = new SplittableRandom(seed);
        var seen = new Seen();
        double price = 100;
        double second = 0;
        for (int i = 0; i < 400; i++) {
            second += random.nextInt(1, 12) / 8.0;
            price *= Math.exp(random.nextGaussian() * 0.0003);
            var mid = BigDecimal.valueOf(Math.round(price * 200), 0).divide(BigDecimal.valueOf(200));
            double share = random.nextDouble(-1, 1);
            guards.moved(at(second), mid, ONE_A_MINUTE);
            guards.touched(at(second), share);
            seen.add(second, mid.doubleValue(), share);
            if (i % 7 == 0) {
                check(seen, second + random.nextInt(0, 8), random);
            }
        }
    }

    private void check(Seen seen, double now, SplittableRandom random) {
        double trend = Math.round(random.nextDouble(0.01, 0.4) * 1000) / 1000.0;
        double share = Math.round(random.nextDouble(0.05, 1) * 100) / 100.0;
        for (var side : Side.values()) {
            var byTrend = factor(side, trend, 0, now);
            var byShare = factor(side, 0, share, now);
            var both = factor(side, trend, share, now);
            assertEquals(seen.isThreatened(seen.trends, side, trend, now) ? 2 : 1, byTrend);
            assertEquals(seen.isThreatened(seen.shares, side, share, now) ? 2 : 1, byShare);
            assertEquals(Math.max(byTrend, byShare), both);
            assertTrue(factor(side, trend / 2, share / 2, now) >= both);
            assertEquals(1, factor(side, 0, 0, now));
        }
    }

    private double factor(Side side, double trend, double share, double now) {
        var parameters = parameters(
                new BigDecimal(trend).setScale(6, RoundingMode.HALF_UP).toPlainString(),
                new BigDecimal(share).setScale(6, RoundingMode.HALF_UP).toPlainString());
        var guard = guards.widening(parameters, at(now)).side(side);
        return guard.cause().name().matches("TREND|IMBALANCE") ? guard.factor().doubleValue() : 1;
    }

    /** All that was seen, and what it says by definition. */
    private static final class Seen {

        private record Held(double from, double mid, double share) {}

        private record Said(double at, double value) {}

        private final List<Held> all = new ArrayList<>();
        private final List<Said> trends = new ArrayList<>();
        private final List<Said> shares = new ArrayList<>();

        void add(double second, double mid, double share) {
            if (!all.isEmpty()) {
                double mean = mean(second, 60, false);
                double length = second - all.get(0).from();
                if (length >= 60 && Math.abs(mid - mean) > 0.02) {
                    trends.add(new Said(second, Math.log(mid / mean) / 0.01));
                }
                if (length >= 5) {
                    shares.add(new Said(second, mean(second, 5, true)));
                }
            }
            all.add(new Held(second, mid, share));
        }

        /** Each value weighs what e^(-age/constant) comes to while it held. */
        private double mean(double now, double constant, boolean ofShares) {
            double sum = 0;
            double weights = 0;
            for (int i = 0; i < all.size(); i++) {
                double end = i + 1 < all.size() ? all.get(i + 1).from() : now;
                double weight =
                        Math.exp((end - now) / constant) - Math.exp((all.get(i).from() - now) / constant);
                sum += weight * (ofShares ? all.get(i).share() : all.get(i).mid());
                weights += weight;
            }
            return sum / weights;
        }

        boolean isThreatened(List<Said> said, Side side, double limit, double now) {
            return said.stream().anyMatch(one -> -one.value() * side.sign() > limit && Math.floor(one.at()) + 6 > now);
        }
    }
}
