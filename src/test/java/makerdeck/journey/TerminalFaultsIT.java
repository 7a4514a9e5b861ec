package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import makerdeck.faults.FaultRow;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The terminal goes away, stalls, or loses the program: the orders are looked after, and the terminal is given back. */
class TerminalFaultsIT {

    /** In a market that hardly moves a ladder rests for a quarter of a minute, and until the next full review at most. */
    private static final Duration QUIET_AT_MOST = Duration.ofSeconds(90);

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration STALL = Duration.ofSeconds(Integer.getInteger("stall", 4));

    @TempDir
    private Path home;

    private void start(Tmux terminal, VenueProcess venue, String flags) {
        terminal.enter("stty -a > before");
        terminal.enter("PS1='$ '; MAKERDECK_HOME=" + home + " " + venue.shellPrefix() + " " + Program.launcher()
                + " --exchange backpack --start " + flags + "; code=$?; stty -a > after; echo left with $code");
        terminal.await("quotes on both sides", SOON, screen -> screen.contains("B1 ") && screen.contains("A1 "));
        Awaitility.await("orders on the venue").atMost(SOON).until(() -> venue.open() == 6);
    }

    @Test
    void hangupLeavesNoOrderAndACleanTerminal() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "21");
                var terminal = new Tmux(100, 30, home.toFile())) {
            start(terminal, venue, "");

            Signal.send(terminal.program(), "HUP");

            terminal.await("the shell again", SOON, "left with 0");
            assertEquals(0, venue.open());
            assertGivenBack(terminal);
        }
    }

    @Test
    void aTerminalThatIsClosedLeavesNoOrder() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "22");
                var terminal = new Tmux(100, 30, home.toFile())) {
            start(terminal, venue, "");
            var desk = ProcessHandle.of(terminal.program()).orElseThrow();

            terminal.vanish();

            Awaitility.await("the end of the desk").atMost(SOON).until(() -> !desk.isAlive());
            assertEquals(0, venue.open());
        }
    }

    @Test
    void aDeskToldSoOutlivesItsTerminalAndGoesOnQuoting() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "23", "--market", "wild");
                var terminal = new Tmux(100, 30, home.toFile())) {
            start(terminal, venue, "--on-hangup keep-running");
            var desk = ProcessHandle.of(terminal.program()).orElseThrow();

            terminal.vanish();

            quotesMove(venue);
            quotesMove(venue);
            assertTrue(desk.isAlive());
            desk.destroy();
            Awaitility.await("the end of the desk").atMost(SOON).until(() -> !desk.isAlive());
            assertEquals(0, venue.open());
        }
    }

    @Test
    void aDeskToldSoOutlivesATerminalThatGoesWhileItIsToldToContinue() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "24", "--market", "wild");
                var terminal = new Tmux(100, 30, home.toFile())) {
            start(terminal, venue, "--on-hangup keep-running");
            var pid = terminal.program();
            var desk = ProcessHandle.of(pid).orElseThrow();
            var enough = new AtomicBoolean();
            var continuing = CompletableFuture.runAsync(() -> {
                while (!enough.get()) {
                    continues(pid);
                }
            });

            terminal.vanish();

            quotesMove(venue);
            enough.set(true);
            continuing.join();
            assertTrue(desk.isAlive());
            desk.destroy();
            Awaitility.await("the end of the desk").atMost(SOON).until(() -> !desk.isAlive());
            assertEquals(0, venue.open());
        }
    }

    private static void continues(long pid) {
        try {
            Signal.send(pid, "CONT");
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Waits until the desk has placed an order that does not rest now. */
    private static void quotesMove(VenueProcess venue) {
        var before = venue.orderIds();
        Awaitility.await("an order that is not among " + before)
                .atMost(QUIET_AT_MOST)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !before.containsAll(venue.orderIds()));
    }

    /** Waits until nothing that the desk writes is taken any more. */
    private static void stalls(Threads tty) {
        var last = new AtomicLong(-1);
        Awaitility.await("a stalled terminal")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    var now = tty.writes();
                    return last.getAndSet(now) == now;
                });
    }

    @Test
    @FaultRow("50")
    void aTerminalThatStopsReadingDelaysNobodyAndIsShownTheLatestAfterwards() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "24");
                var terminal = new Tmux(200, 50, home.toFile())) {
            start(terminal, venue, "--fps 30");
            var server = Long.parseLong(terminal.ask("pid"));
            var tty = Threads.named(terminal.program(), "tty");
            Signal.send(server, "STOP");
            try {
                stalls(tty);
                var end = System.nanoTime() + STALL.toNanos();
                while (System.nanoTime() < end) {
                    quotesMove(venue);
                }
            } finally {
                Signal.send(server, "CONT");
            }

            terminal.await("a fresh screen", SOON, screen -> screen.contains("md <1s eng <1s"));
            assertFalse(terminal.screen().contains("came late"), terminal.screen());
            terminal.enter("pause");
            terminal.await("the state", SOON, "PAUSED");
            terminal.quit();
            terminal.await("the shell again", SOON, "left with 0");
            assertGivenBack(terminal);
        }
    }

    @Test
    void afterAStopOfTheProcessTheScreenIsPaintedAnew() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "25");
                var terminal = new Tmux(100, 30, home.toFile())) {
            start(terminal, venue, "");
            Signal.send(terminal.program(), "TSTP");
            Signal.send(terminal.program(), "STOP");
            Files.writeString(Path.of(terminal.ask("pane_tty")), "\033[2J\033[Hrubbish", StandardOpenOption.WRITE);
            terminal.await("rubbish", SOON, "rubbish");
            Awaitility.await("a gap").pollDelay(Duration.ofSeconds(2)).until(() -> true);

            Signal.send(terminal.program(), "CONT");

            terminal.await("the gap on the screen", SOON, "desk came late");
            var screen = terminal.await("quotes again", SOON, text -> text.contains("QUOTING") && text.contains("B1 "));
            assertFalse(screen.contains("rubbish"), screen);
            assertTrue(screen.contains("Book") && screen.contains("Log") && screen.contains("TEST>"), screen);
        }
    }

    @ParameterizedTest
    @CsvSource({"KILL, 137", "SEGV, 1"})
    void aProgramThatDiesGivesTheTerminalBackAndSaysSo(String signal, int code)
            throws IOException, InterruptedException {
        try (var terminal = new Tmux(100, 30, home.toFile())) {
            terminal.enter("stty -a > before");
            terminal.enter("PS1='$ '; MAKERDECK_HOME=" + home + " " + Program.launcher()
                    + "; code=$?; stty -a > after; echo left with $code");
            terminal.await("quotes", SOON, "B1 ");

            Signal.send(terminal.program(), signal);

            var screen = terminal.await("the shell again", SOON, "left with " + code);
            assertTrue(screen.contains("its guardian cancels its orders"), screen);
            assertFalse(screen.contains("fatal error") || screen.contains("#  SIG"), screen);
            assertGivenBack(terminal);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ui", "line", "keys", "typing", "tty"})
    @FaultRow("61")
    void aScreenOfWhichAThreadDiesIsGivenBackAndTheDeskLeavesInOrder(String thread)
            throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "23");
                var terminal = new Tmux(100, 30, home.toFile())) {
            Assassin.lettingHimIn().forEach((name, value) -> terminal.enter("export '" + name + "=" + value + "'"));
            start(terminal, venue, "--no-guardian");

            Assassin.kill(terminal.program(), thread);
            terminal.type("s");

            var screen = terminal.await("the shell again", SOON, "left with 70");
            assertTrue(screen.contains("the screen broke"), screen);
            assertTrue(screen.contains("0 orders left, verified"), screen);
            assertEquals(0, venue.open());
            assertGivenBack(terminal);
        }
    }

    @Test
    void whatTheJvmSaysIsInAFileAndNotOnTheScreen() throws IOException, InterruptedException {
        try (var terminal = new Tmux(100, 30, home.toFile())) {
            terminal.enter("MAKERDECK_HOME=" + home + " " + Program.launcher() + "; echo left with $?");
            terminal.await("quotes", SOON, "B1 ");
            terminal.record(home.resolve("written"));

            Signal.send(terminal.program(), "QUIT");

            Awaitility.await("a thread dump").atMost(SOON).until(() -> Files.readString(home.resolve("state/jvm.log"))
                    .contains("Full thread dump"));
            terminal.enter("pause");
            terminal.await("the state", SOON, "PAUSED");
            terminal.record(null);
            assertFalse(Files.readString(home.resolve("written")).contains("thread"));
            terminal.quit();
            terminal.await("the shell again", SOON, "left with 0");
        }
    }

    private void assertGivenBack(Tmux terminal) throws IOException {
        assertEquals(Files.readString(home.resolve("before")), Files.readString(home.resolve("after")));
        assertEquals("0", terminal.ask("alternate_on"));
        assertEquals("1", terminal.ask("cursor_flag"));
        assertEquals("1", terminal.ask("wrap_flag"));
    }
}
