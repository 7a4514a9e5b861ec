package makerdeck.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import makerdeck.clock.SteppedClock;
import makerdeck.command.DeskCommand;
import makerdeck.console.SampleDesk;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AttachedScreenTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path home;

    private final AtomicLong dropping = new AtomicLong();
    private AnsweringDesk desk;
    private DeskDoor door;

    @BeforeEach
    void open() throws IOException {
        desk = new AnsweringDesk(home);
        // Screens are painted in real time; only patience is stepped.
        door = DeskDoor.open(
                home,
                "SIM-SOL_USDC",
                desk,
                new SteppedClock(SampleDesk.NOON),
                () -> System.nanoTime() + dropping.get());
    }

    @AfterEach
    void close() {
        door.close();
    }

    private Peer screen(Map<String, String> more) throws IOException {
        var peer = new Peer(home.resolve("SIM-SOL_USDC.sock"));
        var values =
                new HashMap<>(Map.of("TERM", "xterm-256color", "LANG", "C.UTF-8", "size", "80x24", "theme", "dark"));
        values.putAll(more);
        peer.greet(Greeting.SCREEN, values);
        assertEquals("ok", peer.hear());
        return peer;
    }

    private static int desksThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> List.of("ui", "tty", "line", "typing", "keys", "caller")
                        .contains(thread.getName().replaceAll("-\\d+$", "")))
                .count();
    }

    @Test
    void aScreenIsPaintedInItsOwnSizeAndPaintedAnewInAnother() throws IOException {
        try (var peer = screen(Map.of())) {
            assertTrue(peer.shown("SOL_USDC").contains("\033[?1049h"));
            peer.send(Packet.of(Packet.SIZE, "120x40"));
            peer.shown("\033[40;");
        }
    }

    @Test
    void twoScreensHaveThingsOfTheirOwn() throws IOException {
        try (var one = screen(Map.of());
                var other = screen(Map.of("size", "60x20", "NO_COLOR", "1", "lang", "zh-TW"))) {
            one.shown("Orders");
            var chinese = other.shown("委託");
            assertTrue(!chinese.contains("38;5;"), chinese);
            one.send(Packet.of(Packet.KEYS, "pause bid\r"));
            Awaitility.await("obeyed").atMost(SOON).until(() -> desk.commands.stream()
                    .anyMatch(DeskCommand.Pause.class::isInstance));
        }
    }

    @Test
    void whoWatchesCanChangeNothing() throws IOException {
        try (var peer = screen(Map.of("watch", "1"))) {
            peer.shown("SOL_USDC");
            peer.send(Packet.of(Packet.KEYS, "set spread 0.5\r"));
            peer.shown("only watches");
            peer.send(Packet.of(Packet.KEYS, "halt\r"));
            peer.send(Packet.of(Packet.KEYS, "\033OS\033[19~\033[19~"));
            peer.send(Packet.of(Packet.KEYS, "show stats\r"));
            Awaitility.await("what only reads").atMost(SOON).until(() -> !desk.commands.isEmpty());
            assertEquals(List.of(new DeskCommand.Show(DeskCommand.Show.Subject.STATS)), List.copyOf(desk.commands));
        }
    }

    @Test
    void detachLeavesTheScreenAloneAndNothingOfItStays() throws IOException {
        var before = desksThreads();
        try (var peer = screen(Map.of())) {
            peer.shown("SOL_USDC");
            peer.send(Packet.of(Packet.KEYS, "detach\r"));
            var end = peer.end();
            assertTrue(end.startsWith("left the screen"), end);
        }
        assertEquals(List.of(), desk.commands);
        Awaitility.await("no thread of it").atMost(SOON).until(() -> desksThreads() <= before);
    }

    @Test
    void aTerminalThatIsKilledLeavesNothingBehind() throws IOException {
        var before = desksThreads();
        for (int i = 0; i < 20; i++) {
            try (var peer = screen(Map.of())) {
                peer.shown("SOL_USDC");
            }
            // No more of them at once than are let in, however long they take to end.
            Awaitility.await("room").atMost(SOON).until(() -> door.callers() < 4);
        }
        Awaitility.await("no thread of them").atMost(SOON).until(() -> door.callers() == 0 && desksThreads() <= before);
        assertEquals(List.of(), desk.commands);
    }

    @Test
    void aTerminalThatTakesNothingIsDroppedAndTheOthersGoOn() throws IOException {
        try (var deaf = screen(Map.of("size", "200x60"));
                var other = screen(Map.of())) {
            other.shown("SOL_USDC");
            Awaitility.await("dropped").atMost(SOON).until(() -> {
                dropping.addAndGet(Duration.ofSeconds(1).toNanos());
                door.dropOverdue();
                // Each new size is a whole picture, until the line takes no more.
                return !takes(deaf) && door.callers() == 1;
            });
            other.send(Packet.of(Packet.SIZE, "81x24"));
            other.shown("SOL_USDC");
        }
    }

    private static boolean takes(Peer peer) {
        try {
            peer.send(Packet.of(Packet.SIZE, "200x60"));
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    @Test
    void theEndOfTheDeskIsSaid() throws IOException {
        try (var peer = screen(Map.of())) {
            peer.shown("SOL_USDC");
            door.close();
            assertEquals("the desk has ended", peer.end());
        }
    }

    @Test
    void aGreetingWithoutASizeIsRefused() throws IOException {
        try (var peer = new Peer(home.resolve("SIM-SOL_USDC.sock"))) {
            peer.greet(Greeting.SCREEN, Map.of("size", "huge"));
            assertTrue(peer.hear().startsWith("no "));
        }
    }
}
