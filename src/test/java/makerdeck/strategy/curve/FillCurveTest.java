package makerdeck.strategy.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import makerdeck.domain.Side;
import org.junit.jupiter.api.Test;

class FillCurveTest {

    private static final Instant NOON = TakersMarket.NOON;
    private static final int SEEDS = 100;
    /** Of 100 intervals of 95 %, with a chance of less than one in a thousand. */
    private static final int AT_LEAST = 88;

    private final FillCurve curve = new FillCurve();

    private void watch(int fromSecond, int toSecond, double mid) {
        for (int second = fromSecond; second <= toSecond; second++) {
            curve.tick(NOON.plusSeconds(second), mid);
        }
    }

    private void take(double second, Side maker, double price) {
        var at = NOON.plusMillis(Math.round(second * 1000));
        curve.traded(maker, price, 3, at, at);
    }

    private static boolean has(ConfidenceInterval estimate, double truth) {
        return estimate.low() <= truth && truth <= estimate.high();
    }

    private static long covering(Predicate<FillCurve> covers) {
        return LongStream.range(0, SEEDS)
                .filter(seed -> covers.test(new TakersMarket(seed).pass(Duration.ofHours(3)).curve))
                .count();
    }

    @Test
    void intervalsHoldWhatIsTrueAsOftenAsTheySay() {
        long rates = covering(known -> has(known.at(4).orElseThrow().rate(), TakersMarket.rate(4)));
        long edges = covering(
                known -> has(Objects.requireNonNull(known.at(4).orElseThrow().edge()), TakersMarket.edge(4)));
        long decays = covering(known -> has(known.fit().orElseThrow().k(), TakersMarket.K));
        long heights = covering(known -> has(known.fit().orElseThrow().a(), TakersMarket.AN_HOUR));

        assertTrue(
                Math.min(Math.min(rates, edges), Math.min(decays, heights)) >= AT_LEAST,
                () -> "of " + SEEDS + ": " + rates + " rates, " + edges + " edges, " + decays + " k, " + heights
                        + " a");
    }

    @Test
    void intervalsAreNoWiderThanTheyNeedBe() {
        var known = new TakersMarket(7).pass(Duration.ofHours(6)).curve;
        var at = known.at(4).orElseThrow();

        assertEquals(TakersMarket.rate(4), at.rate().value(), 20);
        assertTrue(at.rate().error() < 25, () -> "rate " + at.rate());
        assertTrue(Objects.requireNonNull(at.edge()).error() < 0.3, () -> "edge " + at.edge());
        assertTrue(known.fit().orElseThrow().k().error() < 0.08, () -> "k " + known.fit());
        assertEquals(known.watched(), Duration.ofHours(6).minusSeconds(1));
    }

    @Test
    void itBreaksEvenWhereTheEdgeIsTheFee() {
        var even = new TakersMarket(3)
                .pass(Duration.ofHours(12))
                .curve
                .breakEven(3)
                .orElseThrow();

        assertEquals(8, even.half(), 1.5);
        assertTrue(even.low() <= 8 && (even.high() == null || even.high() >= 8), even::toString);
    }

    @Test
    void whereNothingPaysThereIsNoBreakEven() {
        assertTrue(new TakersMarket(3)
                .pass(Duration.ofHours(2))
                .curve
                .breakEven(1000)
                .isEmpty());
    }

    @Test
    void nothingIsToldBeforeItWasWatchedLongEnough() {
        var market = new TakersMarket(1).pass(FillCurve.enough());
        assertTrue(market.curve.at(1).isEmpty());
        assertTrue(market.curve.fit().isEmpty());
        assertTrue(market.curve.breakEven(0).isEmpty());

        market.pass(Duration.ofSeconds(2));
        assertTrue(market.curve.at(1).isPresent());
    }

    @Test
    void whereNobodyCameTheRateIsAtMostWhatThreeOfThemWouldBe() {
        var at = new TakersMarket(1).pass(Duration.ofHours(2)).curve.at(60).orElseThrow();

        assertNull(at.edge());
        assertEquals(0, at.rate().value());
        assertEquals(0, at.rate().low());
        assertEquals(3.7 / 2, at.rate().high(), 0.15);
    }

    @Test
    void oneTakerCountsOnceAsFarAsItComes() {
        watch(0, 10, 100);
        for (int print = 0; print < 50; print++) {
            curve.traded(Side.BID, 99.99 - print * 0.001, 1, NOON.plusSeconds(10), NOON.plusSeconds(10));
        }
        watch(11, 1000, 100);

        // 100 - 99.941 are 5.9 bp.
        assertEquals(1, curve.at(5.5).orElseThrow().takers(), 1e-9);
        assertEquals(1, curve.at(0).orElseThrow().takers(), 1e-9);
        assertEquals(0, curve.at(6.5).orElseThrow().takers(), 1e-9);
    }

    @Test
    void bothSidesAtOnceAreTwoTakers() {
        watch(0, 10, 100);
        take(10.5, Side.BID, 99.95);
        take(10.5, Side.ASK, 100.05);
        watch(11, 1000, 100);

        assertEquals(2, curve.at(4.5).orElseThrow().takers(), 1e-9);
    }

    @Test
    void anEdgeIsTheDistanceAndWhereTheMidWentForWhoWasTakenFrom() {
        watch(0, 0, 100);
        for (int i = 0; i < 60; i++) {
            int second = i * 60;
            take(second + 0.5, Side.BID, 99.95);
            watch(second + 1, second + 29, 100);
            // Over by the time of the next.
            watch(second + 30, second + 45, 99.98);
            watch(second + 46, second + 60, 100);
        }

        var edge = Objects.requireNonNull(curve.at(5).orElseThrow().edge());
        assertEquals(5 - 2, edge.value(), 1e-6);
        assertEquals(0, edge.error(), 1e-6);
        assertEquals(60, curve.at(5).orElseThrow().rate().value(), 1e-6);
        assertEquals(60 * 3 * 99.95, curve.at(5).orElseThrow().volume(), 1e-6);
    }

    @Test
    void aTimeThatNobodyWatchedIsNoTimeAndItsFillsAreNotJudged() {
        watch(0, 20, 100);
        for (int i = 0; i < 20; i++) {
            take(20.5 + i * 0.001, Side.BID, 99.95);
        }
        watch(21, 30, 100);
        curve.lost();
        take(40, Side.BID, 99);
        watch(100, 1100, 90);

        assertEquals(Duration.ofSeconds(30 + 1000), curve.watched());
        assertEquals(20, curve.at(5).orElseThrow().takers(), 1e-9);
        assertNull(curve.at(5).orElseThrow().edge());
        assertEquals(0, curve.at(20).orElseThrow().takers(), 1e-9);
    }

    @Test
    void whatIsOldCountsLess() {
        watch(0, 10, 100);
        for (int i = 0; i < 1000; i++) {
            take(10.5 + i * 0.0001, Side.BID, 99.95);
        }
        watch(11, 6 * 3600, 100);
        double soon = curve.at(5).orElseThrow().rate().value();
        watch(6 * 3600 + 1, 24 * 3600, 100);

        assertTrue(curve.at(5).orElseThrow().rate().value() < soon / 4);
    }

    @Test
    void ownFillsAreToldByTheirDistance() {
        watch(0, 10, 100);
        for (int i = 0; i < 5; i++) {
            curve.filled(Side.BID, 99.9, NOON.plusSeconds(10));
        }
        curve.filled(Side.ASK, 100.2, NOON.plusSeconds(10));
        watch(11, 60, 99.95);

        var near = curve.own(10, 11);
        assertEquals(5, near.fills());
        assertEquals(5, near.edge().value(), 0.01);
        assertEquals(1, curve.own(20, 25).fills());
        assertEquals(25, curve.own(20, 25).edge().value(), 0.05);
        assertTrue(Double.isNaN(curve.own(20, 25).edge().low()));
        assertEquals(0, curve.own(0, 10).fills());
    }

    @Test
    void theFrontOfTheQueueExpectsWhatTheCurveSays() {
        var known = new TakersMarket(5).pass(Duration.ofHours(6)).curve;
        var quotes = List.of(new Expected.Resting(4, 100), new Expected.Resting(4, 100), new Expected.Resting(6, 100));

        var expected = Expected.of(known, quotes, 0.5).orElseThrow();

        double near = known.at(4).orElseThrow().rate().value();
        double far = known.at(6).orElseThrow().rate().value() / 2;
        assertEquals(near + far, expected.fills().value(), 1e-9);
        assertTrue(expected.edge().value() > TakersMarket.edge(4) - 0.3
                && expected.edge().value() < TakersMarket.edge(6) + 0.3);
        double net = (near
                                * 100
                                * (Objects.requireNonNull(known.at(4)
                                                        .orElseThrow()
                                                        .edge())
                                                .value()
                                        - 0.5)
                        + far
                                * 100
                                * (Objects.requireNonNull(known.at(6)
                                                        .orElseThrow()
                                                        .edge())
                                                .value()
                                        - 0.5))
                / 10_000;
        assertEquals(net, expected.income().value(), 1e-9);
        assertTrue(expected.income().low() < net && net < expected.income().high());
    }

    @Test
    void moreThanIsTradedIsNotExpected() {
        var known = new TakersMarket(5).pass(Duration.ofHours(6)).curve;
        double most = known.at(4).orElseThrow().volume() / 2;

        var expected =
                Expected.of(known, List.of(new Expected.Resting(4, 1e9)), 0).orElseThrow();

        double edge = Objects.requireNonNull(known.at(4).orElseThrow().edge()).value();
        assertEquals(most * edge / 10_000, expected.income().value(), 1e-9);
    }

    @Test
    void nothingIsExpectedOfWhatNobodyReached() {
        var known = new TakersMarket(5).pass(Duration.ofHours(2)).curve;

        assertTrue(Expected.of(known, List.of(new Expected.Resting(60, 100)), 0).isEmpty());
        assertTrue(Expected.of(known, List.of(), 0).isEmpty());
        assertFalse(Expected.of(known, List.of(new Expected.Resting(2, 100), new Expected.Resting(60, 100)), 0)
                .isEmpty());
    }

    @Test
    void anIntervalOfACountIsTheExactOneToATenth() {
        // Of Poisson counts 0, 1, 5, 20 and 100, from the chi-squared distribution.
        var exact = new double[][] {
            {0, 0, 3.689}, {1, 0.0253, 5.572}, {5, 1.623, 11.668}, {20, 12.217, 30.888}, {100, 81.364, 121.627}
        };
        for (var one : exact) {
            var told = ConfidenceInterval.ofCount(one[0], one[0], 1);
            assertEquals(one[1], told.low(), 0.1);
            assertEquals(one[2], told.high(), 0.1);
        }
        // Student's quantiles.
        assertEquals(3.182, ConfidenceInterval.student(3), 0.03);
        assertEquals(2.228, ConfidenceInterval.student(10), 0.002);
        assertEquals(1.984, ConfidenceInterval.student(100), 0.001);
    }

    @Test
    void asMuchRoomAndWorkHoweverManyTakersWait() {
        watch(0, 1, 100);
        IntStream.range(0, 100_000).forEach(i -> take(1.1 + i * 1e-3, Side.BID, 99.95));
        assertTrue(curve.waiting() <= 2048);
    }
}
