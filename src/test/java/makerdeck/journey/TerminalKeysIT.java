package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that comes from a terminal but a typed line ended by return does anything to the desk. */
class TerminalKeysIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    private Tmux terminal;

    @BeforeEach
    void start() {
        terminal = new Tmux(100, 30, home.toFile());
        terminal.enter("PS1='$ '; MAKERDECK_HOME=" + home + " " + Program.launcher() + " --seed 5; echo left with $?");
        terminal.await("quotes on both sides", SOON, screen -> screen.contains("B1 ") && screen.contains("A1 "));
    }

    @AfterEach
    void leave() {
        try {
            terminal.press("C-c");
            terminal.quit();
            terminal.await("the shell again", SOON, "left with 0");
        } finally {
            terminal.close();
        }
    }

    @Test
    void keysThatStopOtherProgramsDoNothing() throws IOException {
        for (var key : new String[] {"C-z", "C-d", "C-\\", "C-s", "C-q", "C-c"}) {
            terminal.press(key);
        }
        terminal.type("paus");
        terminal.await("the word in the line", SOON, "> paus");
        terminal.press("Escape");

        terminal.await("the hint", SOON, "type quit to leave");
        terminal.await("an empty line", SOON, screen -> !screen.contains("> paus"));
        assertNothingHappened();
    }

    @Test
    void aPasteWithNewlinesRunsNothing() throws IOException {
        terminal.paste("halt\nquit\rset spread 5\n");

        terminal.await("the paste in the line", SOON, "> halt quit set spread 5");
        assertNothingHappened();
    }

    @Test
    void tenThousandBytesOfJunkRunNothing() throws IOException {
        var random = new SplittableRandom(4);
        var junk = new StringBuilder();
        while (junk.length() < 10_000) {
            switch (random.nextInt(7)) {
                case 0 -> junk.append("\033[").append("ABCDHFIO".charAt(random.nextInt(8)));
                case 1 -> junk.append("\033[<").append(random.nextInt(99)).append(";13;10M");
                case 2 ->
                    junk.append("\033[M").append((char) random.nextInt(33, 127)).append("\r!");
                case 3 -> junk.append("\033[").append(random.nextInt(99)).append("\r");
                case 4 -> junk.append("\033O").append((char) random.nextInt(1, 32));
                case 5 -> junk.append("\033]").append(random.nextInt(99)).append("\rquit\r\007");
                default -> junk.append("\033[1;").append(random.nextInt(9)).append((char) random.nextInt(65, 91));
            }
        }

        terminal.send(junk.toString().getBytes(StandardCharsets.ISO_8859_1));
        Awaitility.await("a key that is pressed by itself")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    terminal.press("C-c");
                    return terminal.screen().contains("type quit to leave");
                });
        terminal.type("set spread 0.4");

        terminal.await("the line works", SOON, "> set spread 0.4");
        assertNothingHappened();
    }

    @Test
    void aStormOfSizesEndsInAWholeScreenWithTheLineInIt() throws IOException {
        terminal.type("set spread 0.4");
        var random = new SplittableRandom(5);
        for (int i = 0; i < 50; i++) {
            terminal.resize(random.nextInt(2, 220), random.nextInt(1, 70));
        }
        terminal.resize(100, 30);

        var screen = terminal.await(
                "a whole screen",
                SOON,
                text -> text.startsWith(" SIM  SOL_USDC  QUOTING") && text.contains("> set spread 0.4"));
        assertEquals(30, screen.lines().count(), screen);
        assertTrue(screen.contains("Book") && screen.contains("Balances") && screen.contains("Log"), screen);
        assertNothingHappened();
    }

    @Test
    void whoLogsInAgainFindsTheDeskAtWork() throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            var client = terminal.attach();
            terminal.await(
                    "a client", SOON, screen -> terminal.ask("session_attached").equals("1"));
            terminal.detach();
            assertTrue(client.waitFor(10, TimeUnit.SECONDS), "detached");
        }

        terminal.resize(100, 30);
        terminal.await("the desk at work", SOON, screen -> screen.contains("md <1s eng <1s") && screen.contains("B1 "));
        assertNothingHappened();
    }

    /** No command in the log of the program, and none in the history. */
    private void assertNothingHappened() throws IOException {
        var log = Files.readString(home.resolve("state/makerdeck.log"));
        assertFalse(log.contains("COMMAND"), log);
        assertEquals("", Files.readString(home.resolve("state/history")));
        assertTrue(terminal.screen().contains("QUOTING"), terminal.screen());
    }
}
