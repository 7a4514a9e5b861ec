package makerdeck.simulator.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void aFaultIsOnForItsTimeAndNoLonger() {
        var plan = new FaultPlan();

        plan.begin(Fault.WS_SILENCE, 10 * SECOND, Duration.ofSeconds(3));

        assertFalse(plan.isOn(Fault.WS_SILENCE, 10 * SECOND - 1));
        assertTrue(plan.isOn(Fault.WS_SILENCE, 10 * SECOND));
        assertTrue(plan.isOn(Fault.WS_SILENCE, 13 * SECOND - 1));
        assertFalse(plan.isOn(Fault.WS_SILENCE, 13 * SECOND));
        assertFalse(plan.isOn(Fault.POST_LOST, 11 * SECOND));
    }

    @Test
    void faultsRunBesideEachOtherUntilAllIsCalmed() {
        var plan = new FaultPlan();
        plan.begin(Fault.WS_SILENCE, 0, Duration.ofSeconds(3));
        plan.begin(Fault.POST_LOST, SECOND, Duration.ofSeconds(3));

        assertEquals(
                List.of(Fault.WS_SILENCE, Fault.POST_LOST),
                plan.on(2 * SECOND).stream().map(FaultPlan.Spell::fault).toList());
        plan.end();

        assertEquals(List.of(), plan.on(2 * SECOND));
    }

    private static List<List<FaultPlan.Spell>> history(long seed) {
        var plan = FaultPlan.random(seed, 0, Duration.ofMinutes(10), Fault.all());
        return LongStream.range(0, 700)
                .mapToObj(second -> plan.on(second * SECOND))
                .toList();
    }

    @Test
    void theSameSeedMakesTheSameTimelineAndAnotherSeedAnother() {
        assertEquals(history(1), history(1));
        assertFalse(history(1).equals(history(2)));
    }

    @Test
    void aRandomTimelineHasTroubleAndCalmAndEndsInTime() {
        var history = history(3);

        assertTrue(history.stream().anyMatch(List::isEmpty));
        assertTrue(history.stream().anyMatch(on -> on.size() > 1));
        assertTrue(history.subList(600, 700).stream().allMatch(List::isEmpty));
    }

    @Test
    void everyFaultIsFoundByTheWordAnOperatorTypes() {
        Fault.all()
                .forEach(fault -> assertEquals(fault, Fault.named(fault.word()).orElseThrow()));
        assertTrue(Fault.named("nonsense").isEmpty());
    }
}
