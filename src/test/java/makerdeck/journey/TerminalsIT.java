package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The screen on terminals of many sizes and kinds. */
class TerminalsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern COLOUR = Pattern.compile("\033\\[[0-9;]*?\\b([349][0-7]|10[0-7]|[34]8;[25];)");

    @TempDir
    private Path home;

    @ParameterizedTest(name = "{0}x{1} TERM={2} {3}")
    @CsvSource({
        "40, 12, tmux-256color, COLOURS=yes",
        "80, 24, screen, COLOURS=yes",
        "120, 40, xterm, COLOURS=yes",
        "200, 50, linux, COLOURS=yes",
        "80, 24, xterm-256color, NO_COLOR=1",
    })
    void theDeskIsAtWorkOnEveryTerminal(int columns, int rows, String term, String colours) throws Exception {
        try (var terminal = new Tmux(columns, rows, home.toFile())) {
            terminal.enter("stty -a > before");
            terminal.enter("PS1='$ '; TERM=" + term + " " + colours + " MAKERDECK_HOME=" + home + " "
                    + Program.launcher() + " --seed 5; stty -a > after; echo left with $?");

            terminal.await("quotes on both sides", SOON, screen -> screen.contains("B1 ") && screen.contains("A1 "));
            var status = terminal.screen().lines().findFirst().orElse("");
            assertTrue(status.startsWith(" SIM  SOL_USDC  QUOTING"), status);
            assertTrue(status.contains("md <1s eng <1s") || columns < 60, status);
            terminal.enter("pause");
            terminal.await("the state", SOON, "PAUSED");
            assertEquals("SOL_USDC PAUSED", terminal.ask("pane_title"));
            assertGlyphsAndColours(terminal, term, colours);
            terminal.quit();

            terminal.await("the shell again", SOON, "left with 0");
            assertEquals(Files.readString(home.resolve("before")), Files.readString(home.resolve("after")));
            assertEquals("0", terminal.ask("alternate_on"));
            assertFalse(terminal.ask("pane_title").contains("SOL_USDC"), terminal.ask("pane_title"));
        }
    }

    private static void assertGlyphsAndColours(Tmux terminal, String term, String colours) {
        var screen = terminal.colouredScreen();
        var ascii = screen.chars().allMatch(c -> c < 0x7F);
        assertTrue(ascii || !term.equals("linux"), screen);
        assertEquals(!colours.startsWith("NO_COLOR"), COLOUR.matcher(screen).find(), screen);
    }

    @Test
    void onADumbTerminalThereAreLinesInPlaceOfAScreen() {
        try (var terminal = new Tmux(100, 30, home.toFile())) {
            terminal.enter("TERM=dumb MAKERDECK_HOME=" + home + " " + Program.launcher() + "; echo left with $?");
            terminal.await("lines", SOON, "\"event\":\"state\",\"state\":\"QUOTING\"");

            terminal.enter("quit");

            terminal.await("the shell again", SOON, "left with 0");
        }
    }
}
