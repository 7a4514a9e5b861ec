package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screen of a desk that has no terminal, on others. */
class AttachIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int KILLS = 100;
    private static final String GREETING =
            "makerdeck 1 screen LANG=C.UTF-8 TERM=xterm-256color size=120x40 theme=dark\n";

    @TempDir
    private Path home;

    private String attach(String flags) {
        return "MAKERDECK_HOME=" + home + " LC_ALL=C.UTF-8 " + Program.launcher() + " attach " + flags;
    }

    private HeadlessDesk desk() throws IOException {
        var desk = new HeadlessDesk(home, Map.of(), "--seed", "7");
        desk.await("state", SOON, line -> line.text("state").equals("QUOTING"));
        return desk;
    }

    @Test
    void aServiceIsWatchedAndSteeredFromSeveralTerminals() throws IOException, InterruptedException {
        try (var desk = desk();
                var one = new Tmux(100, 30, home.toFile());
                var other = new Tmux(60, 20, home.toFile())) {
            one.enter("stty -a > before; " + attach("") + "; stty -a > after");
            other.enter(attach("--watch"));
            one.await("its screen", SOON, "QUOTING");
            other.await("its screen", SOON, "QUOTING");

            other.enter("pause");
            other.await("the refusal", SOON, "only watches");
            one.enter("pause bid");
            desk.await("command", SOON, line -> line.text("line").equals("pause bid"));
            other.resize(80, 24);
            other.await("the larger screen", SOON, "Balances");

            one.enter("detach");
            one.await("the shell", SOON, "the desk goes on");
            assertEquals("0", one.ask("alternate_on"));
            // The file is there before its text is.
            Awaitility.await("the modes")
                    .atMost(SOON)
                    .ignoreException(NoSuchFileException.class)
                    .untilAsserted(() -> assertEquals(
                            Files.readString(home.resolve("before")), Files.readString(home.resolve("after"))));
            other.await("it goes on", SOON, "SOL_USDC");
            assertEquals(
                    List.of(),
                    desk.all("command").stream()
                            .filter(line -> line.text("line").equals("pause"))
                            .toList());
        }
    }

    @Test
    void quitSaysThatItEndsTheDeskAndDoes() throws IOException, InterruptedException {
        try (var desk = desk();
                var one = new Tmux(100, 30, home.toFile())) {
            one.enter(attach(""));
            one.await("its screen", SOON, "QUOTING");
            one.enter("quit");
            one.await(
                    "the review",
                    SOON,
                    screen -> screen.contains("this ends the desk") && screen.contains("Enter leaves"));
            one.press("Enter");
            one.await("the end", SOON, "the desk has ended");
            assertEquals(0, desk.exitCode(SOON));
        }
    }

    @Test
    void aDeskThatIsKilledGivesItsScreensBack() throws IOException, InterruptedException {
        try (var desk = desk();
                var one = new Tmux(100, 30, home.toFile())) {
            one.enter(attach("") + "; echo code $?");
            one.await("its screen", SOON, "QUOTING");
            desk.killWithGuardian();
            one.await("the end", SOON, "code 4");
            assertEquals("0", one.ask("alternate_on"));
            assertTrue(one.screen().contains("the desk has died"), one.screen());
        }
    }

    @Test
    void aTerminalThatVanishesTakesNothingOfTheDeskWithIt() throws IOException, InterruptedException {
        try (var own = new Tmux(100, 30, home.toFile());
                var other = new Tmux(100, 30, home.toFile())) {
            own.enter("MAKERDECK_HOME=" + home + " " + Program.launcher() + " --seed 7");
            own.await("its screen", SOON, "QUOTING");
            other.enter(attach(""));
            other.await("its screen", SOON, "QUOTING");
            other.vanish();
            own.enter("detach");
            own.await("what it says", SOON, "own screen");
            own.quit();
            own.await("the end", SOON, "0 orders left");
        }
    }

    /** By the engine's own measure: what comes over a second late is an alert. */
    @Test
    void aHundredScreensThatAreKilledMakeTheEngineLateNotOnce() throws IOException, InterruptedException {
        try (var desk = desk()) {
            var before = threads(desk);
            for (int i = 0; i < KILLS; i++) {
                boolean early = i % 3 == 0;
                // Those before it may be in for a moment more than there is room for.
                Awaitility.await("let in").atMost(SOON).until(() -> killScreen(early));
            }
            Awaitility.await("their threads are gone").atMost(SOON).until(() -> threads(desk) <= before + 2);
            desk.type("show health");
            desk.await("command", SOON, line -> line.text("line").equals("show health"));

            assertEquals(
                    List.of(),
                    desk.all("alert").stream()
                            .filter(line -> line.text("id").startsWith("engine."))
                            .toList());
            assertEquals(
                    "QUOTING",
                    desk.all("state").get(desk.all("state").size() - 1).text("state"));
        }
    }

    /** Its first picture seen, or before it; false where there was no room. */
    private boolean killScreen(boolean early) throws IOException {
        try (var channel =
                SocketChannel.open(UnixDomainSocketAddress.of(home.resolve("state/desks/SIM-SOL_USDC.sock")))) {
            channel.write(ByteBuffer.wrap(GREETING.getBytes(StandardCharsets.US_ASCII)));
            var shown = new StringBuilder();
            var room = ByteBuffer.allocate(1 << 16);
            while (shown.indexOf(early ? "ok\n" : "USDC") < 0) {
                if (channel.read(room.clear()) < 0) {
                    assertTrue(shown.toString().startsWith("no "), shown::toString);
                    return false;
                }
                shown.append(StandardCharsets.UTF_8.decode(room.flip()));
            }
            return true;
        }
    }

    private static long threads(HeadlessDesk desk) throws IOException {
        try (var tasks = Files.list(Path.of("/proc/" + desk.pid() + "/task"))) {
            return tasks.count();
        }
    }
}
