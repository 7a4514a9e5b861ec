package makerdeck.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import makerdeck.words.Language;
import makerdeck.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetFileTest {

    @TempDir
    private Path own;

    @TempDir
    private Path shipped;

    private PresetFile presets;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(shipped.resolve("calm.properties"), "# quiet\nnote = quiet hours\ntarget = 40\nspread=0.1\n");
        Files.writeString(shipped.resolve("wild.properties"), "target = 10\n");
        Files.writeString(own.resolve("calm.properties"), "spread = 0.5\n");
        Files.writeString(own.resolve("odd.properties"), "sprad = 0.5\n");
        presets = new PresetFile(List.of(own, shipped, Path.of("/no/such/folder")));
    }

    @AfterEach
    void speakEnglish() {
        Words.speak(Language.ENGLISH);
    }

    @Test
    void ownPresetsComeBeforeShippedOnes() {
        assertEquals(List.of("calm", "odd", "wild"), presets.names());
        assertEquals(Map.of("spread", "0.5"), presets.read("calm"));
    }

    @Test
    void theNoteIsNotAParameter() {
        assertEquals(
                List.of("spread", "target"),
                List.copyOf(new PresetFile(List.of(shipped)).read("calm").keySet()));
    }

    @Test
    void theNoteIsToldInTheLanguageSpoken() throws IOException {
        Files.writeString(own.resolve("both.properties"), "note = quiet hours\nnote.zh-TW = 安靜時段\nspread = 1\n");
        var english = presets.note("both");

        Words.speak(Language.TRADITIONAL_CHINESE);

        assertEquals("quiet hours", english);
        assertEquals("安靜時段", presets.note("both"));
        assertEquals("quiet hours", new PresetFile(List.of(shipped)).note("calm"));
        assertEquals(List.of("", "", ""), List.of(presets.note("wild"), presets.note("odd"), presets.note("nowhere")));
        assertEquals(Map.of("spread", "1"), presets.read("both"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"note.zh-CN", "note.en", "notes"})
    void noOtherNoteIsTaken(String key) throws IOException {
        Files.writeString(own.resolve("babel.properties"), key + " = x\n");

        assertThrows(IllegalArgumentException.class, () -> presets.read("babel"));
    }

    @Test
    void anUnknownPresetNamesTheNearestOne() {
        var error = assertThrows(IllegalArgumentException.class, () -> presets.read("clam"));

        assertEquals("unknown preset clam: did you mean calm? (there are calm, odd, wild)", error.getMessage());
    }

    @Test
    void anUnknownKeyIsAnErrorThatNamesIt() {
        var error = assertThrows(IllegalArgumentException.class, () -> presets.read("odd"));

        assertEquals("preset odd: unknown key sprad: did you mean spread?", error.getMessage());
    }

    @Test
    void writesWhatCanBeReadAgainAndOnlyByItsOwner() throws IOException {
        var file = presets.write("mine", Map.of("spread", "0.3", "target", "25"), false);

        assertEquals(own.resolve("mine.properties"), file);
        assertEquals(Map.of("spread", "0.3", "target", "25"), presets.read("mine"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of("calm", "mine", "odd", "wild"), presets.names());
    }

    @Test
    void makesTheFolderOfTheFirstPreset() throws IOException {
        var fresh = new PresetFile(List.of(own.resolve("deep/presets"), shipped));

        fresh.write("mine", Map.of("spread", "0.3"), false);

        assertEquals(Map.of("spread", "0.3"), fresh.read("mine"));
    }

    @Test
    void neitherAShippedNorAnOwnPresetIsReplacedUnasked() throws IOException {
        for (var name : List.of("wild", "calm")) {
            var error = assertThrows(
                    IllegalArgumentException.class, () -> presets.write(name, Map.of("target", "1"), false));
            assertEquals("preset " + name + " exists already", error.getMessage());
        }
        presets.write("wild", Map.of("target", "1"), true);

        assertEquals(Map.of("target", "1"), presets.read("wild"));
        assertEquals(Map.of("target", "10"), new PresetFile(List.of(shipped)).read("wild"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"symbol", "exchange", "venue", "key", "secret", "BACKPACK_KEY", "path", "theme"})
    void aPresetHoldsNothingButParameters(String key) throws IOException {
        Files.writeString(own.resolve("greedy.properties"), key + " = x\n");

        var error = assertThrows(IllegalArgumentException.class, () -> presets.read("greedy"));

        assertTrue(String.valueOf(error.getMessage()).startsWith("preset greedy: unknown key " + key));
    }

    @Test
    void whatFollowsTheRegimeIsNotForPresets() throws IOException {
        Files.writeString(own.resolve("loop.properties"), "preset.auto = on\n");

        var error = assertThrows(IllegalArgumentException.class, () -> presets.read("loop"));

        assertEquals("preset loop: preset.auto cannot be in a preset", error.getMessage());
    }

    @Test
    void aNameIsNeverAPath() {
        assertThrows(IllegalArgumentException.class, () -> presets.write("../secret", Map.of("target", "1"), true));
        assertThrows(IllegalArgumentException.class, () -> presets.read("../secret"));
    }
}
