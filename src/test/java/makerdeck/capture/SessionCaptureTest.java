package makerdeck.capture;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import makerdeck.backpack.wire.session.SessionEntry;
import makerdeck.backpack.wire.session.WireEvent;
import makerdeck.backpack.wire.signing.Redaction;
import makerdeck.clock.Waiting;
import makerdeck.engine.input.Inbox;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.recorder.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Writes what it hears in order, whatever befalls the disk and its own thread, and can be read again. */
@Waiting
class SessionCaptureTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final WireEvent.Began BEGAN = new WireEvent.Began(Map.of("symbol", "SOL_USDC"));

    @TempDir
    private Path home;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    private final SessionCapture.Listener listener = new SessionCapture.Listener() {
        @Override
        public void opened(Path file) {
            told.add("opened");
        }

        @Override
        public void missing(Message what) {
            told.add("missing");
        }

        @Override
        public void failed(Message why) {
            told.add("failed");
        }
    };

    private SessionCapture capture(SessionCapture.Room room, RecordingFile.Opener opener, long longest)
            throws IOException {
        var place = new SessionWriter.Place(home, "SOL_USDC", opener, longest);
        var writer = new SessionWriter(place, new Redaction(List.of()), listener);
        var capture = new SessionCapture(Clock.systemUTC(), System::nanoTime, room, writer);
        capture.start(BEGAN);
        return capture;
    }

    private static List<SessionEntry> read(SessionReader reader) {
        var entries = new ArrayList<SessionEntry>();
        reader.forEachRemaining(entries::add);
        return entries;
    }

    private List<SessionEntry> read() throws IOException {
        return read(SessionFolder.of(home).read());
    }

    private static List<String> frames(List<SessionEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof WireEvent.Heard)
                .map(entry -> ((WireEvent.Heard) entry.event()).frame())
                .toList();
    }

    private static long missing(List<SessionEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof WireEvent.Gap)
                .mapToLong(entry -> ((WireEvent.Gap) entry.event()).missing())
                .sum();
    }

    @Test
    void everyKindOfEventIsReadAgainAsItWas() throws IOException {
        var events = List.of(
                new WireEvent.Asked(4_294_967_295L, "POST", "/api/v1/orders", "", "[{\"a\":\"\\\"\"}]", null),
                new WireEvent.Asked(2, "GET", "/api/v1/depth", "symbol=SOL_USDC&limit=5", null, null),
                new WireEvent.Answered(2, 200, Map.of("date", List.of("one", "two")), "{\"n\":1.0}\n"),
                new WireEvent.Unanswered(3, "timeout"),
                new WireEvent.Connected(7),
                new WireEvent.Told(7, "{\"method\":\"SUBSCRIBE\",\"params\":[\"depth.SOL_USDC\"]}"),
                new WireEvent.Heard(7, "{\"data\":{\"u\":18446744073709551615},\"stream\":\"中\u2028\"}"),
                new WireEvent.Disconnected(7, 1001, "maintenance"));
        var capture = capture(SessionCapture.USUAL, RecordingFile.Opener.PRIVATE_FILE, 1 << 20);

        events.forEach(capture);
        capture.close();

        var read = read();
        assertEquals(BEGAN, read.get(0).event());
        assertEquals(
                events,
                read.subList(1, read.size() - 1).stream()
                        .map(SessionEntry::event)
                        .toList());
        assertEquals(new WireEvent.Ended(), read.get(read.size() - 1).event());
        for (int i = 1; i < read.size(); i++) {
            assertTrue(read.get(i).nanos() >= read.get(i - 1).nanos(), "in order");
        }
    }

    @Test
    void aLongSessionIsInSeveralFilesAndClosedToOthers() throws IOException {
        var folder = home.resolve("new");
        var clock = Clock.systemUTC();
        try (var capture = DeskCapture.open(
                folder, Map.of(), List.of(), new DeskCapture.Surroundings(clock, System::nanoTime, new Inbox(clock)))) {
            capture.wire().accept(new WireEvent.Heard(1, "one"));
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }

        var small = capture(SessionCapture.USUAL, RecordingFile.Opener.PRIVATE_FILE, 200);
        for (int i = 0; i < 20; i++) {
            small.accept(new WireEvent.Heard(1, "frame " + i));
        }
        small.close();

        assertTrue(SessionFolder.of(home).files().size() > 3, told::toString);
        assertEquals(20, frames(read()).size());
        assertEquals("frame 19", frames(read()).get(19));
    }

    @Test
    void aFolderThatOthersMayReadIsRefused() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        var clock = Clock.systemUTC();
        var around = new DeskCapture.Surroundings(clock, System::nanoTime, new Inbox(clock));

        var refused = assertThrows(MistakeException.class, () -> DeskCapture.open(home, Map.of(), List.of(), around));

        assertTrue(refused.said().toString().contains("rwxr-xr-x"), () -> refused.said()
                .toString());
        var file = Files.createFile(home.resolve("file"));
        assertThrows(MistakeException.class, () -> DeskCapture.open(file, Map.of(), List.of(), around));
    }

    /** Whoever speaks is never held up. */
    @Test
    void whatFindsNoRoomIsCountedAndMarkedWhereItIsMissing() throws IOException {
        var open = new CountDownLatch(1);
        RecordingFile.Opener slow = file -> new FilterOutputStream(Files.newOutputStream(file)) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                awaitOpen(open);
                out.write(bytes, from, count);
            }
        };
        var writer = new SessionWriter(
                new SessionWriter.Place(home, "SOL_USDC", slow, 1 << 20), new Redaction(List.of()), listener);
        var capture =
                new SessionCapture(Clock.systemUTC(), System::nanoTime, new SessionCapture.Room(10, 1 << 20), writer);
        var starting = new Thread(() -> start(capture), "starting");
        starting.start();

        for (int i = 0; i < 500; i++) {
            capture.accept(new WireEvent.Heard(1, "frame " + i));
        }
        open.countDown();
        await().atMost(SOON).until(() -> capture.state().lines() > 8);
        for (int i = 500; i < 505; i++) {
            capture.accept(new WireEvent.Heard(1, "frame " + i));
        }
        capture.close();

        var read = read();
        var frames = frames(read);
        assertEquals(505, frames.size() + missing(read), () -> read.toString());
        assertEquals("frame 0", frames.get(0));
        assertEquals("frame 504", frames.get(frames.size() - 1));
        int mark = frames.size() - 5;
        assertTrue(missing(read) >= 450 && mark <= 10, () -> read.toString());
        assertTrue(told.contains("missing"), told::toString);
        assertEquals(missing(read), capture.state().lost());
    }

    private static void awaitOpen(CountDownLatch open) {
        try {
            open.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(SessionCapture capture) {
        try {
            capture.start(BEGAN);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RecordingFile.Opener diskThatIs(AtomicBoolean full) {
        return file -> new FilterOutputStream(RecordingFile.Opener.PRIVATE_FILE.open(file)) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                if (full.get()) {
                    throw new IOException("No space left on device");
                }
                out.write(bytes, from, count);
            }
        };
    }

    @Test
    void aFullDiskIsToldTriedAgainAndMarked() throws IOException {
        var full = new AtomicBoolean();
        var disk = diskThatIs(full);
        var at = Instant.parse("2026-09-01T12:00:00Z");
        var writer = new SessionWriter(
                new SessionWriter.Place(home, "SOL_USDC", disk, 1 << 20), new Redaction(List.of()), listener);
        writer.begin(new SessionEntry(0, at, BEGAN));

        writer.write(heard(at, 1));
        writer.flush();
        full.set(true);
        writer.write(heard(at.plusSeconds(1), 2));
        writer.flush();
        for (int i = 3; i < 9; i++) {
            writer.write(heard(at.plusSeconds(2), i));
        }
        assertTrue(writer.progress().trouble() != null, "says that it does not write");
        full.set(false);
        writer.write(heard(at.plusSeconds(30), 9));
        writer.close();

        assertEquals(List.of("opened", "failed", "opened"), told);
        var read = read();
        var frames = frames(read);
        assertEquals(List.of("frame 1", "frame 9"), List.of(frames.get(0), frames.get(frames.size() - 1)));
        assertTrue(missing(read) >= 6, read::toString);
    }

    @Test
    void aDiskThatIsFullAgainAndAgainLosesNoMoreAndNoLessThanIsTold() throws IOException {
        var full = new AtomicBoolean();
        var disk = diskThatIs(full);
        var at = Instant.parse("2026-09-01T12:59:00Z");
        var writer = new SessionWriter(
                new SessionWriter.Place(home, "SOL_USDC", disk, 1 << 20), new Redaction(List.of()), listener);
        writer.begin(new SessionEntry(0, at, BEGAN));

        for (int i = 1; i <= 60; i++) {
            full.set(i % 20 > 8);
            // A new hour is a new file: what stands in the old one is safe, on a full disk, too.
            var now = at.plusSeconds(6L * i);
            writer.write(
                    i == 15 || i == 45 ? new SessionEntry(i, now, new WireEvent.Gap(100, "overflow")) : heard(now, i));
            if (i % 3 == 0) {
                writer.flush();
            }
        }
        full.set(false);
        writer.write(heard(at.plusSeconds(600), 61));
        writer.close();

        var read = read();
        int kept = frames(read).size();
        assertEquals(61 - 2 - kept, writer.progress().unwritten());
        assertEquals(61 - 2 - kept + 200, missing(read));
    }

    private static SessionEntry heard(Instant at, int number) {
        return new SessionEntry(number, at, new WireEvent.Heard(1, "frame " + number));
    }

    @Test
    void whatAKilledDeskLeavesIsReadAsFarAsItGoes() throws IOException {
        var capture = capture(SessionCapture.USUAL, RecordingFile.Opener.PRIVATE_FILE, 1 << 20);
        for (int i = 0; i < 50; i++) {
            capture.accept(new WireEvent.Heard(1, "frame " + i));
        }
        await().atMost(SOON).until(() -> capture.state().lines() == 51);
        var file = SessionFolder.of(home).files().get(0);
        long flushed = Files.size(file);
        capture.accept(new WireEvent.Heard(1, "frame 50"));
        await().atMost(SOON).until(() -> Files.size(file) > flushed);
        var killed = Files.createDirectory(home.resolve("killed"));
        Files.copy(file, killed.resolve("killed.gz"), StandardCopyOption.REPLACE_EXISTING);
        capture.close();

        var reader = SessionFolder.of(killed).read();
        var frames = frames(read(reader));

        assertTrue(frames.size() >= 50, frames::toString);
        assertTrue(reader.troubles().get(0).toString().contains("session.cut"), () -> reader.troubles()
                .toString());

        var bytes = Files.readAllBytes(killed.resolve("killed.gz"));
        Files.write(killed.resolve("killed.gz"), java.util.Arrays.copyOf(bytes, bytes.length * 9 / 10));
        var shorter = SessionFolder.of(killed).read();
        assertTrue(frames(read(shorter)).size() < frames.size());
        assertTrue(shorter.troubles().size() >= 1, () -> shorter.troubles().toString());
    }

    private static boolean isOpen(Path file) throws IOException {
        try (var all = Files.list(Path.of("/proc/self/fd"))) {
            return all.anyMatch(each -> {
                try {
                    return Files.readSymbolicLink(each).equals(file);
                } catch (IOException closedMeanwhile) {
                    return false;
                }
            });
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatIsNoneOfASessionIsNotLeftOpen() throws IOException {
        var file = Files.writeString(home.resolve("other.gz"), "no gzip at all");

        assertThrows(MistakeException.class, () -> SessionFolder.of(home));

        assertFalse(isOpen(file.toRealPath()));
    }

    @Test
    void theNewestSessionIsReadOrTheOneThatAFileIsOf() throws IOException {
        for (var frame : List.of("older", "newer")) {
            var capture = capture(SessionCapture.USUAL, RecordingFile.Opener.PRIVATE_FILE, 1 << 20);
            capture.accept(new WireEvent.Heard(1, frame));
            capture.close();
        }
        List<Path> files;
        try (var all = Files.list(home)) {
            files = all.sorted().toList();
        }

        assertEquals(List.of("newer"), frames(read()));
        assertEquals(1, SessionFolder.of(home).others());
        var read = new ArrayList<String>();
        for (var file : files) {
            read.addAll(frames(read(SessionFolder.of(file).read())));
        }
        Collections.sort(read);
        assertEquals(List.of("newer", "older"), read);
        var empty = Files.createDirectory(home.resolve("empty"));
        assertThrows(MistakeException.class, () -> SessionFolder.of(empty));
        assertThrows(MistakeException.class, () -> SessionFolder.of(home.resolve("nowhere")));
    }
}
