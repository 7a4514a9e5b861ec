package makerdeck.simulator.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import makerdeck.message.MistakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Worked out by hand: 8 displayed, 5 of them in front and 3 behind, then as each line says. */
class QueueModelTest {

    @ParameterizedTest
    @CsvSource({
        // Four fewer, one of them traded: three taken back.
        "risk-averse, 5, 8, 4, 1, 4",
        "power:1, 5, 8, 4, 1, 3.125",
        "power:3, 5, 8, 4, 1, 2.532894736842105",
        "log, 5, 8, 4, 1, 3.3086257519131896",
        // One behind, four taken back: at most one of them was behind.
        "risk-averse, 5, 6, 2, 0, 2",
        "power:1, 5, 6, 2, 0, 1.666666666666667",
        "power:0.5, 5, 6, 2, 0, 2",
        // Nothing behind: whatever is taken back was in front.
        "power:3, 5, 5, 4, 0, 4",
        "log, 5, 5, 4, 0, 4",
        // Nothing in front: whatever is taken back was behind.
        "power:3, 0, 5, 4, 0, 0",
        "log, 0, 5, 4, 0, 0",
        // What comes joins behind, and what was traded is no cancel.
        "power:3, 5, 8, 9, 0, 5",
        "log, 5, 8, 6, 2, 5",
        "risk-averse, 5, 8, 3, 5, 3",
        // Gone and back again: nobody is in front any more.
        "risk-averse, 5, 8, 0, 0, 0",
        "log, 0, 0, 8, 0, 0",
        "power:2, 0, 0, 0, 0, 0"
    })
    void inFrontAfterTheDisplayHasChanged(
            String model, double front, double before, double now, double traded, double expected) {
        assertEquals(expected, QueueModel.of(model).after(front, before, now, traded, 1), 1e-9);
    }

    @Test
    void theLogarithmDependsOnTheUnitAndPowersDoNot() {
        var log = new QueueModel.Log();
        var power = new QueueModel.Power(3);

        assertTrue(log.after(500, 800, 400, 0, 0.01) < log.after(500, 800, 400, 0, 1));
        assertEquals(power.after(500, 800, 400, 0, 1), power.after(500, 800, 400, 0, 0.01), 1e-9);
    }

    @Test
    void noPowerIsTooSteepForAQueueOfManySteps() {
        assertEquals(0.5, new QueueModel.Power(100).behind(1e12, 1e12), 1e-12);
        assertEquals(1, new QueueModel.Power(100).behind(1, 1e12), 1e-12);
        assertEquals(0, new QueueModel.Power(100).behind(1e12, 1), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"risk-averse", "power:3", "power:2.5", "log"})
    void aModelIsReadAsItIsWritten(String text) {
        assertEquals(text, QueueModel.of(text).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fifo", "power", "power:", "power:0", "power:-1", "power:101", "power:1e3", "LOG"})
    void whatIsNoModelIsRefused(String text) {
        assertThrows(MistakeException.class, () -> QueueModel.of(text));
    }
}
