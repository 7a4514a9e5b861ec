package makerdeck.strategy.signals;

import static makerdeck.strategy.Sol.decimal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.strategy.parameters.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToxicFlowGuardTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** 2.94 % a day is 1 bp a second, so 5 bp or 0.05 on 100 is the border of a jump. */
    private static final OptionalDouble ONE_BP_A_SECOND = OptionalDouble.of(Math.sqrt(86_400) / 100);

    private final ToxicFlowGuard guards = new ToxicFlowGuard(decimal("0.01"));

    private void fill(Side side, int... seconds) {
        for (int second : seconds) {
            guards.filled(NOON.plusSeconds(second), side);
        }
    }

    private void move(long millis, String mid) {
        guards.moved(NOON.plusMillis(millis), decimal(mid), ONE_BP_A_SECOND);
    }

    private void assertWidening(double bid, double ask, double second) {
        var widening = guards.widening(Parameters.defaults(), NOON.plusMillis(Math.round(second * 1000)));
        assertEquals(bid, widening.bid().factor().doubleValue(), 1e-6);
        assertEquals(ask, widening.ask().factor().doubleValue(), 1e-6);
    }

    private String text(double second) {
        return Keys.of(guards.widening(Parameters.defaults(), NOON.plusMillis(Math.round(second * 1000)))
                .text(decimal("0.001")));
    }

    @Test
    void aJumpIsNamedWithItsFactorAndTheTimeItHasLeft() {
        move(0, "100");
        assertEquals("", text(0));
        move(1000, "100.06");

        assertEquals("strategy.widening.width[0.2, strategy.widening.jump[2, 5]]", text(1));
        assertEquals("strategy.widening.width[0.2, strategy.widening.jump[2, 3]]", text(3.2));
        assertEquals("", text(6));
    }

    @Test
    void aRunOfFillsIsNamedOnTheSideItWidens() {
        fill(Side.ASK, 0, 0, 0);

        assertEquals(
                "strategy.widening.each[message.plain[0.1], strategy.widening.width[0.1, strategy.widening.fills[1.5]]]",
                text(0));
        assertEquals(
                "strategy.widening.each[message.plain[0.1], strategy.widening.width[0.1, strategy.widening.fills[1.25]]]",
                text(30));
        assertEquals("", text(300));
    }

    @Test
    void eachSideNamesWhatWidensItMost() {
        fill(Side.BID, 0, 0, 0, 0, 0);
        move(0, "100");
        move(1000, "100.06");

        assertEquals(
                "strategy.widening.each[strategy.widening.width[0.1, strategy.widening.fills[3.32]], strategy.widening.width[0.1, strategy.widening.jump[2, 5]]]",
                text(1));
    }

    @Test
    void twoFillsAreNoRun() {
        fill(Side.BID, 0, 1);

        assertWidening(1, 1, 1);
    }

    @Test
    void threeFillsOfASideInTenSecondsWidenThatSide() {
        fill(Side.BID, 0, 5, 10);

        assertWidening(1.5, 1, 10);
    }

    @Test
    void threeFillsInMoreThanTenSecondsAreNoRun() {
        fill(Side.ASK, 0, 5, 11);

        assertWidening(1, 1, 11);
    }

    @Test
    void fillsOfBothSidesAreNoRun() {
        fill(Side.BID, 0, 1);
        fill(Side.ASK, 0, 1);

        assertWidening(1, 1, 1);
    }

    @Test
    void eachFurtherFillWidensMoreUpToFourTimes() {
        fill(Side.ASK, 0, 0, 0, 0);
        assertWidening(1, 2.25, 0);

        fill(Side.ASK, 0);
        assertWidening(1, 3.375, 0);

        fill(Side.ASK, 0, 0);
        assertWidening(1, 4, 0);
    }

    @Test
    void wideningHalvesEveryThirtySeconds() {
        fill(Side.BID, 0, 0, 0, 0, 0, 0);

        assertWidening(4, 1, 0);
        assertWidening(2.5, 1, 30);
        assertWidening(1.75, 1, 60);
    }

    @ParameterizedTest
    @CsvSource({"100.06, ASK", "99.94, BID"})
    void aJumpThreatensTheSideItRunsInto(String mid, Side side) {
        move(0, "100");
        move(900, mid);

        assertEquals(Optional.of(side), guards.threatened(NOON.plusMillis(900)));
        assertWidening(2, 2, 0.9);
    }

    @Test
    void aJumpCountsForFiveSeconds() {
        move(0, "100");
        move(1000, "100.06");

        assertWidening(2, 2, 5.999);
        assertWidening(1, 1, 6);
        assertEquals(Optional.empty(), guards.threatened(NOON.plusSeconds(6)));
    }

    @Test
    void aMoveWithinFiveDeviationsIsNoJump() {
        move(0, "100");
        move(1000, "100.04");

        assertEquals(Optional.empty(), guards.threatened(NOON.plusSeconds(1)));
    }

    @Test
    void aSlowMoveIsNoJump() {
        for (int i = 0; i < 10; i++) {
            move(i * 500L, "100.0" + i);
        }

        assertEquals(Optional.empty(), guards.threatened(NOON.plusMillis(4500)));
    }

    @Test
    void aMidThatHeldForLongIsWhatAJumpIsMeasuredFrom() {
        move(0, "100");
        move(60_000, "100.06");

        assertEquals(Optional.of(Side.ASK), guards.threatened(NOON.plusSeconds(60)));
    }

    @Test
    void twoTicksAreNoJumpInAStillMarket() {
        guards.moved(NOON, decimal("100"), OptionalDouble.of(0));
        guards.moved(NOON.plusMillis(100), decimal("100.02"), OptionalDouble.of(0));
        assertEquals(Optional.empty(), guards.threatened(NOON.plusMillis(100)));

        guards.moved(NOON.plusMillis(200), decimal("100.03"), OptionalDouble.of(0));
        assertEquals(Optional.of(Side.ASK), guards.threatened(NOON.plusMillis(200)));
    }

    @Test
    void withoutVolatilityNothingIsAJump() {
        guards.moved(NOON, decimal("100"), OptionalDouble.empty());
        guards.moved(NOON.plusMillis(100), decimal("120"), OptionalDouble.empty());

        assertEquals(Optional.empty(), guards.threatened(NOON.plusMillis(100)));
    }

    @Test
    void theGreaterOfRunAndJumpCounts() {
        fill(Side.BID, 0, 0, 0, 0, 0);
        move(0, "100");
        move(0, "100.06");

        assertWidening(3.375, 2, 0);
    }
}
