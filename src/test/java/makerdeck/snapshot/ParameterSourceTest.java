package makerdeck.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ParameterSourceTest {

    @Test
    void programsReadTheSameWordsAsEver() {
        assertEquals("default", ParameterSource.DEFAULT.word());
        assertEquals("flag", ParameterSource.FLAG.word());
        assertEquals("command", ParameterSource.COMMAND.word());
        assertEquals("undo", ParameterSource.UNDO.word());
        assertEquals("redo", ParameterSource.REDO.word());
        assertEquals("preset high-vol", ParameterSource.preset("high-vol").word());
        assertEquals(
                "preset-over high-vol", ParameterSource.presetOver("high-vol").word());
    }

    @Test
    void onlyFlagsAndCommandsAreByHandWhateverAPresetIsCalled() {
        assertTrue(ParameterSource.FLAG.isByHand());
        assertTrue(ParameterSource.COMMAND.isByHand());
        assertFalse(ParameterSource.DEFAULT.isByHand());
        assertFalse(ParameterSource.preset("command").isByHand());
        assertFalse(ParameterSource.presetOver("flag").isByHand());
    }
}
