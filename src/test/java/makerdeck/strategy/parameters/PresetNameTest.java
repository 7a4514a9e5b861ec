package makerdeck.strategy.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import makerdeck.message.MistakeException;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresetNameTest {

    @Test
    void capitalsAreTheSameName() {
        assertEquals("night_2-b", PresetName.read("Night_2-B"));
    }

    @ParameterizedTest
    @CsvSource({"my preset, my-preset", "'', mine", "../../x, x", "a.b, a-b", "-x, x", "///, mine"})
    void aNameThatIsNoneNamesTheNearestLegalOne(String typed, String nearest) {
        var error = assertThrows(MistakeException.class, () -> PresetName.read(typed));

        var message = String.valueOf(Spoken.ENGLISH.say(error));
        assertTrue(message.startsWith("preset name must be letters, digits, - and _"), message);
        assertTrue(message.endsWith("nearest legal is " + nearest), message);
        assertTrue(PresetName.isLegal(nearest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void noNameIsCalledEmpty(String typed) {
        var error = assertThrows(MistakeException.class, () -> PresetName.read(typed));

        assertEquals(
                "preset name must be letters, digits, - and _, at most 40, was empty; nearest legal is mine",
                Spoken.ENGLISH.say(error));
    }

    @Test
    void aNameThatIsTooLongIsCut() {
        var error = assertThrows(MistakeException.class, () -> PresetName.read("x".repeat(41)));

        assertTrue(String.valueOf(Spoken.ENGLISH.say(error)).endsWith("nearest legal is " + "x".repeat(40)));
    }
}
