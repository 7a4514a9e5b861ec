package makerdeck.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresetFileTest {

    @TempDir
    private Path own;

    @TempDir
    private Path shipped;

    private PresetFile presets;

    private List<Path> folders() {
        return List.of(own, shipped, Path.of("/no/such/folder"));
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(shipped.resolve("calm.properties"), "# quiet\nnote = quiet hours\ntarget = 40\nspread=0.1\n");
        Files.writeString(shipped.resolve("wild.properties"), "target = 10\n");
        Files.writeString(own.resolve("calm.properties"), "spread = 0.5\n");
        Files.writeString(own.resolve("odd.properties"), "sprad = 0.5\n");
        presets = new PresetFile(folders(), Spoken.ENGLISH);
    }

    @Test
    void ownPresetsComeBeforeShippedOnes() {
        assertEquals(List.of("calm", "odd", "wild"), presets.names());
        assertEquals(Map.of("spread", "0.5"), presets.read("calm"));
    }

    @Test
    void filesThatNoNameCanLoadAreToldWithWhatWouldHelp() throws IOException {
        for (var name :
                List.of("High-Vol.properties", "my preset.properties", "late.PROPERTIES", "night.txt", "plain")) {
            Files.writeString(own.resolve(name), "spread = 1\n");
        }
        Files.createDirectory(own.resolve("folder.properties"));

        assertEquals(
                Map.of(
                        own.resolve("High-Vol.properties").toString(),
                                Message.of("settings.preset.rename", "high-vol.properties"),
                        own.resolve("my preset.properties").toString(),
                                Message.of("settings.preset.rename", "my-preset.properties"),
                        own.resolve("late.PROPERTIES").toString(),
                                Message.of("settings.preset.rename", "late.properties"),
                        own.resolve("night.txt").toString(), Message.of("settings.preset.rename", "night.properties"),
                        own.resolve("plain").toString(), Message.of("settings.preset.rename", "plain.properties"),
                        own.resolve("folder.properties").toString(), Message.of("settings.preset.no-file")),
                presets.strays());
        assertEquals(List.of("calm", "odd", "wild"), presets.names());
    }

    @Test
    void aNameThatOnlySuchAFileHasSaysWhichAndWhy() throws IOException {
        var file = Files.writeString(own.resolve("High-Vol.properties"), "spread = 1\n");

        var refusal = assertThrows(MistakeException.class, () -> presets.read("high-vol"));

        assertTrue(
                Spoken.ENGLISH
                        .say(refusal)
                        .endsWith("; " + file + " cannot be loaded by any name: rename it to high-vol.properties"),
                Spoken.ENGLISH.say(refusal));
    }

    @Test
    void aKeyThatStandsTwiceIsAnErrorWithItsFileAndLines() throws IOException {
        var file = Files.writeString(own.resolve("both.properties"), "spread = 1\ntarget = 30\nspread = 2\n");

        var refusal = assertThrows(MistakeException.class, () -> presets.read("both"));

        assertTrue(
                Spoken.ENGLISH.say(refusal).contains(file + ":3: spread stands there twice, first in line 1"),
                Spoken.ENGLISH.say(refusal));
    }

    @Test
    void theNoteIsNotAParameter() {
        assertEquals(
                List.of("spread", "target"),
                List.copyOf(new PresetFile(List.of(shipped), Spoken.ENGLISH)
                        .read("calm")
                        .keySet()));
    }

    @Test
    void theNoteIsToldInTheLanguageSpoken() throws IOException {
        Files.writeString(own.resolve("both.properties"), "note = quiet hours\nnote.zh-TW = 安靜時段\nspread = 1\n");
        var chinese = new PresetFile(folders(), Spoken.CHINESE);

        assertEquals("quiet hours", presets.note("both"));
        assertEquals("安靜時段", chinese.note("both"));
        assertEquals("quiet hours", new PresetFile(List.of(shipped), Spoken.CHINESE).note("calm"));
        assertEquals(List.of("", "", ""), List.of(presets.note("wild"), presets.note("odd"), presets.note("nowhere")));
        assertEquals(Map.of("spread", "1"), presets.read("both"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"note.zh-CN", "note.en", "notes"})
    void noOtherNoteIsTaken(String key) throws IOException {
        Files.writeString(own.resolve("babel.properties"), key + " = x\n");

        assertThrows(MistakeException.class, () -> presets.read("babel"));
    }

    @Test
    void anUnknownPresetNamesTheNearestOne() {
        var error = assertThrows(MistakeException.class, () -> presets.read("clam"));

        assertEquals("unknown preset clam: did you mean calm? (there are calm, odd, wild)", Spoken.ENGLISH.say(error));
    }

    private static Arguments made(String how, String text, Charset charset) {
        return Arguments.of(how, text.getBytes(charset));
    }

    static Stream<Arguments> madeElsewhere() {
        var plain = "# quiet\nspread = 0.5\ntarget = 25\n";
        var utf8 = StandardCharsets.UTF_8;
        return Stream.of(
                made("UTF-8 with its mark", "\uFEFF" + plain, utf8),
                made("UTF-16, little end first", "\uFEFF" + plain, StandardCharsets.UTF_16LE),
                made("UTF-16, big end first", "\uFEFF" + plain, StandardCharsets.UTF_16BE),
                made("UTF-16 without its mark", plain, StandardCharsets.UTF_16LE),
                made("UTF-16 of the other kind without it", plain, StandardCharsets.UTF_16BE),
                made("DOS", plain.replace("\n", "\r\n") + "\u001A", utf8),
                made("old Mac", plain.replace('\n', '\r'), utf8),
                made("a remark in Latin-1", "# f\u00fcr ruhige Stunden\n" + plain, StandardCharsets.ISO_8859_1),
                made("a remark in Big5", "# \u5b89\u975c\n" + plain, Charset.forName("Big5")),
                made("blanks not to be broken", plain.replace(' ', '\u00A0'), utf8),
                made("wide blanks", plain.replace(' ', '\u3000'), utf8),
                made("nothing seen", plain.replace("spread", "\u200Bspr\u200Dead\u200E"), utf8),
                made("a mark in the middle", plain.replace("target", "\uFEFFtarget"), utf8),
                made("wide signs", plain.replace('=', '\uFF1D').replace("0.5", "\uFF10\uFF0E\uFF15"), utf8),
                made("tabs", plain.replace(" ", "\t"), utf8),
                made("blanks at the ends", "  spread = 0.5  \n\ttarget = 25 \t\n", utf8),
                made("no end of the last line", "spread = 0.5\ntarget = 25", utf8),
                made("colons", plain.replace('=', ':'), utf8),
                made("no sign at all", plain.replace(" = ", " "), utf8),
                made("going on after a backslash", "spread = \\\n    0.5\ntarget \\\r\n = 25\n", utf8),
                made("escapes", "spr\\u0065ad = 0\\.5\ntarget = 25\n", utf8),
                made("empty lines", "\n\n \n" + plain.replace("\n", "\n\n\n"), utf8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("madeElsewhere")
    void whatOnlyLooksTheSameReadsTheSame(String how, byte[] bytes) throws IOException {
        Files.write(own.resolve("made.properties"), bytes);

        assertEquals(Map.of("spread", "0.5", "target", "25"), presets.read("made"), how);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spread = 0.5\u00e9",
                "spread = 0.5\0",
                "spread = \u001b[2J0.5",
                "spread = 0.5\nspread = 0.6",
                "spread = 0.5\ntarget = \\u00zz",
                "= 0.5"
            })
    void aLineThatCannotBeReadIsAnErrorWithFileAndLineAndNothingIsTaken(String text) throws IOException {
        var file = Files.write(
                own.resolve("made.properties"), ("# remark\n" + text + "\n").getBytes(StandardCharsets.ISO_8859_1));

        var refused = assertThrows(MistakeException.class, () -> presets.read("made"));

        var line = text.contains("\n") ? 3 : 2;
        var told = Spoken.ENGLISH.say(refused);
        assertTrue(told.startsWith("preset made: " + file + ":" + line + ": "), told);
        assertTrue(told.chars().allMatch(sign -> sign >= ' '), told);
    }

    @Test
    void whatTurnsTheDirectionOfReadingIsNamed() throws IOException {
        Files.writeString(own.resolve("made.properties"), "spread = \u202E5.0\n");

        var refused = assertThrows(MistakeException.class, () -> presets.read("made"));

        assertTrue(
                Spoken.ENGLISH.say(refused).contains("made.properties:1: holds U+202E"), Spoken.ENGLISH.say(refused));
    }

    @Test
    void aLetterThatOnlyLooksPlainIsNamed() throws IOException {
        Files.writeString(own.resolve("made.properties"), "spr\u0435ad = 5.0\n");

        var refused = assertThrows(MistakeException.class, () -> presets.read("made"));

        assertEquals(
                "preset made (" + own.resolve("made.properties")
                        + "): unknown key spr\u0435ad (U+0435 in it only looks like a plain letter): did you mean spread?",
                Spoken.ENGLISH.say(refused));
    }

    @Test
    void aFileTooLargeForAPresetIsNotReadAtAll() throws IOException {
        var file = Files.writeString(own.resolve("made.properties"), "# ".repeat(50_000));

        var refused = assertThrows(MistakeException.class, () -> presets.read("made"));

        assertTrue(
                Spoken.ENGLISH.say(refused).contains(file + " cannot be read: has more than"),
                Spoken.ENGLISH.say(refused));
    }

    @Test
    void anUnknownKeyIsAnErrorThatNamesIt() {
        var error = assertThrows(MistakeException.class, () -> presets.read("odd"));

        assertEquals(
                "preset odd (" + own.resolve("odd.properties") + "): unknown key sprad: did you mean spread?",
                Spoken.ENGLISH.say(error));
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
        var fresh = new PresetFile(List.of(own.resolve("deep/presets"), shipped), Spoken.ENGLISH);

        fresh.write("mine", Map.of("spread", "0.3"), false);

        assertEquals(Map.of("spread", "0.3"), fresh.read("mine"));
    }

    @Test
    void neitherAShippedNorAnOwnPresetIsReplacedUnasked() throws IOException {
        for (var name : List.of("wild", "calm")) {
            var error = assertThrows(MistakeException.class, () -> presets.write(name, Map.of("target", "1"), false));
            assertEquals("preset " + name + " exists already", Spoken.ENGLISH.say(error));
        }
        presets.write("wild", Map.of("target", "1"), true);

        assertEquals(Map.of("target", "1"), presets.read("wild"));
        assertEquals(Map.of("target", "10"), new PresetFile(List.of(shipped), Spoken.ENGLISH).read("wild"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"symbol", "exchange", "venue", "key", "secret", "BACKPACK_KEY", "path", "theme"})
    void aPresetHoldsNothingButParameters(String key) throws IOException {
        Files.writeString(own.resolve("greedy.properties"), key + " = x\n");

        var error = assertThrows(MistakeException.class, () -> presets.read("greedy"));

        assertTrue(Spoken.ENGLISH.say(error).contains("greedy.properties): unknown key " + key));
    }

    @Test
    void whatFollowsTheRegimeIsNotForPresets() throws IOException {
        Files.writeString(own.resolve("loop.properties"), "preset.auto = on\n");

        var error = assertThrows(MistakeException.class, () -> presets.read("loop"));

        assertEquals(
                "preset loop (" + own.resolve("loop.properties") + "): preset.auto cannot be in a preset",
                Spoken.ENGLISH.say(error));
    }

    @Test
    void aNameIsNeverAPath() {
        assertThrows(MistakeException.class, () -> presets.write("../secret", Map.of("target", "1"), true));
        assertThrows(MistakeException.class, () -> presets.read("../secret"));
    }
}
