package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the screen costs at 120x40: bytes to the terminal, writes, time on a core, and how quickly a key is seen. */
class ScreenCostIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int SECONDS = Integer.getInteger("cost.seconds", 8);
    private static final double FRAME_MILLIS = 1000;

    /** Per second of a busy market, over a minute: {@code -Dcost.seconds=60} measures that. */
    private static final int BYTES = 2200;

    private static final int MINUTE = 60;

    /** A few seconds may be those in which the market runs through all quotes; frames painted anew would be 25,000. */
    private static final int BYTES_IN_A_BURST = 5000;

    /** So many times the effort of a thousand figures may a frame of 4,800 cells be; measured as 7 to 17. */
    private static final double FRAME_IN_UNITS = 25;

    @TempDir
    private Path home;

    private record Cost(double bytes, double writes, double frames, double percentOfACore, int clears) {

        /** Time of a core that a frame takes; a small one does not hide the cursor, so that writes are counted. */
        double frameMillis() {
            return percentOfACore * 10 / writes;
        }
    }

    private void start(Tmux terminal, String environment, String flags) {
        terminal.enter("TERM=tmux-256color MAKERDECK_HOME=" + home + " " + environment + " " + Program.launcher() + " "
                + flags + "; echo left with $?");
        terminal.await("quotes on both sides", SOON, screen -> screen.contains("B1 ") && screen.contains("A1 "));
    }

    /** Per second, counted over a while. Frames are those that hide the cursor: the larger ones. */
    private Cost measure(Tmux terminal) throws IOException {
        var ui = Threads.named(terminal.program(), "ui");
        var tty = Threads.named(terminal.program(), "tty");
        var file = Files.createFile(home.resolve("written"));
        terminal.record(file);
        var writes = tty.writes();
        var busy = ui.nanos();
        var started = System.nanoTime();
        Awaitility.await("a while")
                .pollDelay(Duration.ofSeconds(SECONDS))
                .timeout(Duration.ofSeconds(SECONDS + 10))
                .until(() -> true);
        var seconds = (System.nanoTime() - started) / 1e9;
        var cost = new Cost(
                Files.size(file) / seconds,
                (tty.writes() - writes) / seconds,
                count(file, "\033[?25l") / seconds,
                (ui.nanos() - busy) / 1e7 / seconds,
                count(file, "\033[2J"));
        terminal.record(null);
        Files.delete(file);
        return cost;
    }

    private static int count(Path file, String sequence) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).split(Pattern.quote(sequence), -1).length - 1;
    }

    @Test
    void aBusyMarketIsShownForLittle() throws IOException {
        try (var terminal = new Tmux(120, 40, home.toFile())) {
            start(terminal, "", "--seed 7 --fps 4");
            settle();
            var slow = measure(terminal);
            terminal.enter("fps 10");
            var quick = measure(terminal);
            terminal.quit();
            terminal.await("the shell again", SOON, "left with 0");

            System.out.printf("120x40, busy market, 4 frames/s: %s%n", slow);
            double unit = Effort.unitMillis();
            System.out.printf(
                    "120x40, busy market, 10 frames/s: %s, a frame is %.1f units%n", quick, quick.frameMillis() / unit);
            assertTrue(slow.bytes() <= (SECONDS < MINUTE ? BYTES_IN_A_BURST : BYTES), slow::toString);
            assertTrue(slow.writes() <= 4.2, slow::toString);
            assertEquals(0, slow.clears() + quick.clears(), "the screen is never cleared after the start");
            assertTrue(quick.writes() <= 10.5, quick::toString);
            assertTrue(quick.frameMillis() <= FRAME_IN_UNITS * unit, quick::toString);
        }
    }

    /** Compilers are at work in the first seconds. */
    private static void settle() {
        Awaitility.await("warm").pollDelay(Duration.ofSeconds(5)).until(() -> true);
    }

    @Test
    void aVenueThatIsPausedCostsNextToNothing() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Integer.getInteger("campaign", 0) > 0, "takes a minute: -Dcampaign=1 runs it");
        try (var venue = new VenueProcess(home, "--seed", "7");
                var terminal = new Tmux(120, 40, home.toFile())) {
            start(terminal, venue.shellPrefix(), "--exchange backpack --start");
            venue.signal("STOP");
            try {
                terminal.await("the end of the data", Duration.ofSeconds(70), "40s DOWN");
                var idle = measure(terminal);

                System.out.printf("120x40, venue paused, 10 frames/s: %s%n", idle);
                assertTrue(idle.bytes() <= 60, idle::toString);
            } finally {
                venue.signal("CONT");
            }
            terminal.quit();
            terminal.await("the shell again", SOON, "left with 0");
        }
    }

    @Test
    void aKeyIsSeenLongBeforeTheNextFrame() {
        try (var terminal = new Tmux(120, 40, home.toFile())) {
            start(terminal, "", "--seed 7 --fps 1");
            var text = "set spread 0.4";
            var millis = new double[text.length()];
            for (int i = 0; i < text.length(); i++) {
                var typed = text.substring(0, i + 1);
                var started = System.nanoTime();
                terminal.type(typed.substring(i));
                terminal.await("the key", SOON, screen -> screen.contains("> " + typed.strip()));
                millis[i] = (System.nanoTime() - started) / 1e6;
            }
            terminal.press("C-c");
            terminal.quit();
            terminal.await("the shell again", SOON, "left with 0");

            Arrays.sort(millis);
            System.out.printf(
                    "key to screen at 1 frame/s, two calls of tmux included: median %.0f ms, worst %.0f ms%n",
                    millis[millis.length / 2], millis[millis.length - 1]);
            assertTrue(millis[millis.length / 2] < FRAME_MILLIS / 2, () -> Arrays.toString(millis));
        }
    }
}
