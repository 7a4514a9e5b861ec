package makerdeck.strategy.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import makerdeck.message.Keys;
import makerdeck.message.MistakeException;
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

        var was = typed.isEmpty() ? "strategy.empty" : "text.typed[" + typed + "]";
        assertEquals("strategy.preset-name[40, " + was + ", " + nearest + "]", Keys.of(error));
        assertTrue(PresetName.isLegal(nearest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void noNameIsCalledEmpty(String typed) {
        var error = assertThrows(MistakeException.class, () -> PresetName.read(typed));

        assertEquals("strategy.preset-name[40, strategy.empty, mine]", Keys.of(error));
    }

    @Test
    void aNameThatIsTooLongIsCut() {
        var error = assertThrows(MistakeException.class, () -> PresetName.read("x".repeat(41)));

        assertTrue(Keys.of(error).endsWith(", " + "x".repeat(40) + "]"), Keys.of(error));
    }
}
