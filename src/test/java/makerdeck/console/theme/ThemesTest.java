package makerdeck.console.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemesTest {

    @TempDir
    private Path folder;

    @Test
    void aLookIsColourBackgroundAndAttributesInAnyOrderAfterTheColour() throws Exception {
        write("mine", "mid = #0a0b0c on 231 bold underline", "log.warn = bright-red reverse", "popup = bold");

        var theme = load("mine");

        assertEquals(new TextColor.RGB(10, 11, 12), theme.pen(Role.MID).foreground());
        assertEquals(new TextColor.Indexed(231), theme.pen(Role.MID).background());
        assertEquals(EnumSet.of(SGR.BOLD, SGR.UNDERLINE), theme.pen(Role.MID).attributes());
        assertEquals(TextColor.ANSI.RED_BRIGHT, theme.pen(Role.LOG_WARN).foreground());
        assertEquals(EnumSet.of(SGR.BOLD), theme.pen(Role.POPUP).attributes());
    }

    @Test
    void aRoleWithoutABackgroundTakesTheOneBehindIt() throws Exception {
        write("mine", "text = white on blue", "status = black on yellow", "mid = red");

        var theme = load("mine");

        assertEquals(TextColor.ANSI.BLUE, theme.pen(Role.MID).background());
        assertEquals(TextColor.ANSI.YELLOW, theme.pen(Role.MID, Role.STATUS).background());
    }

    @Test
    void aLineThatCannotBeReadIsLeftOutAndTold() throws IOException, BadThemeException {
        var latin = "side.bid = gr\u00fcn".getBytes(StandardCharsets.ISO_8859_1);
        try (var out = Files.newOutputStream(folder.resolve("mine.properties"))) {
            out.write("\uFEFFmid: red\r".getBytes(StandardCharsets.UTF_8));
            out.write(latin);
            out.write("\r\nside.ask\uFF1D\u00A0blue\u200B\nlog.warn = \0".getBytes(StandardCharsets.UTF_8));
        }

        var loaded = new Themes(List.of(folder)).load("mine");

        assertEquals(TextColor.ANSI.RED, loaded.theme().pen(Role.MID).foreground());
        assertEquals(TextColor.ANSI.BLUE, loaded.theme().pen(Role.SIDE_ASK).foreground());
        var told = told(loaded);
        assertEquals(2, told.size());
        assertTrue(told.get(0).contains("line 2"), told::toString);
        assertTrue(told.get(1).contains("line 4") && told.get(1).contains("U+0000"));
    }

    @Test
    void aNameThatNoFileCanHaveIsAThemeThatIsNotThere() throws IOException {
        assertThrows(BadThemeException.class, () -> load("a\0b"));
        assertThrows(BadThemeException.class, () -> load("\0"));
    }

    @Test
    void anHeirSaysOnlyWhatIsDifferentAndMayReplaceAColourOfThePalette() throws Exception {
        write("parent", "@good = green", "side.bid = @good", "side.ask = red", "mid = bold");
        write("child", "inherits = parent", "@good = #00ff00", "side.ask = @good");

        var theme = load("child");

        assertEquals(new TextColor.RGB(0, 255, 0), theme.pen(Role.SIDE_BID).foreground());
        assertEquals(new TextColor.RGB(0, 255, 0), theme.pen(Role.SIDE_ASK).foreground());
        assertEquals(EnumSet.of(SGR.BOLD), theme.pen(Role.MID).attributes());
    }

    @Test
    void theFirstFolderWins() throws Exception {
        write("dark", "mid = red");

        assertEquals(TextColor.ANSI.RED, load("dark").pen(Role.MID).foreground());
    }

    @Test
    void anUnknownKeyIsAWarningWithTheNearestName() throws Exception {
        write("mine", "# comment", "", "side.bit = green");

        var loaded = new Themes(List.of(folder)).load("mine");

        assertEquals(List.of("theme mine, line 3: no role side.bit; did you mean side.bid?"), told(loaded));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mid = #12345        | theme mine, line 1: mid has no colour #12345; use ",
                "mid = 256           | theme mine, line 1: mid has no colour 256; use ",
                "mid = bright-default| theme mine, line 1: mid has no colour bright-default; use ",
                "mid = @none         | theme mine, line 1: mid uses @none, which is not given",
                "mid = red blue      | theme mine, line 1: mid takes [colour] [on colour]",
                "mid                 | theme mine, line 1: expected key = value, found: mid",
                "inherits = nobody   | theme mine, line 1: there is no theme nobody; did you mean ",
                "inherits = mine     | theme mine inherits in a circle: mine -> mine",
            })
    void aBadFileIsRefusedWithOneLineThatSaysWhy(String line, String message) throws Exception {
        write("mine", line);

        var refused = assertThrows(BadThemeException.class, () -> load("mine"));

        var said = Spoken.ENGLISH.say(refused);
        assertTrue(said.startsWith(message.strip()), said);
        assertEquals(1, said.lines().count());
    }

    @Test
    void aMissingParentIsToldWithTheLineThatNamesIt() throws Exception {
        write("grandchild", "inherits = child");
        write("child", "# mine", "inherits = nobody");

        var refused = assertThrows(BadThemeException.class, () -> load("grandchild"));

        assertTrue(
                Spoken.ENGLISH.say(refused).startsWith("theme child, line 2: there is no theme nobody"),
                Spoken.ENGLISH.say(refused));
    }

    @Test
    void aLetterOfAnotherAlphabetInATokenOfAThemeIsNamed() throws Exception {
        write("mine", "mid = r\u0435d");

        var refused = assertThrows(BadThemeException.class, () -> load("mine"));

        assertTrue(
                Spoken.ENGLISH.say(refused).contains("r\u0435d (U+0435 in it only looks like a plain letter)"),
                Spoken.ENGLISH.say(refused));
    }

    @Test
    void aKeyThatStandsTwiceIsRefusedWithItsLine() throws Exception {
        write("mine", "mid = red", "bid = green", "mid = blue");

        var refused = assertThrows(BadThemeException.class, () -> load("mine"));

        assertTrue(Spoken.ENGLISH.say(refused).startsWith("theme mine, line 3: mid"), Spoken.ENGLISH.say(refused));
    }

    @Test
    void aNameIsNeverAPath() {
        assertThrows(BadThemeException.class, () -> load("../themes/dark"));
        assertThrows(BadThemeException.class, () -> load(""));
    }

    @Test
    void namesAreThoseOfTheFoldersAndTheShippedOnes() throws Exception {
        write("mine", "mid = red");

        assertTrue(new Themes(List.of(folder, folder.resolve("absent"))).names().containsAll(List.of("mine", "dark")));
    }

    @Test
    void theListOfShippedThemesIsComplete() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("themes"))) {
            var names = files.map(file -> file.getFileName().toString().replace(".properties", ""))
                    .sorted()
                    .toList();

            assertEquals(ThemeSource.SHIPPED, names);
        }
    }

    private static List<String> told(Themes.Loaded loaded) {
        return loaded.warnings().stream().map(Spoken.ENGLISH::say).toList();
    }

    private Theme load(String name) throws BadThemeException {
        return new Themes(List.of(folder)).load(name).theme();
    }

    private void write(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name + ".properties"), List.of(lines));
    }
}
