package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import makerdeck.faults.FaultRow;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program with its files on a disk that is really full or cannot be written, even by root. */
class DiskIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(3);
    private static final String SMALL = "mount -t tmpfs -o size=16m,mode=700 tmpfs";
    private static final String NO_PROGRAMS = "mount -t tmpfs -o size=16m,mode=700,noexec tmpfs";
    private static final String NO_ROOM = "mount -t tmpfs -o size=16k,mode=700 tmpfs";
    private static final String READ_ONLY = "mount -t tmpfs -o ro tmpfs";
    private static final String READ_ONLY_FILE = "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro";

    @TempDir
    private Path home;

    private Path state = Path.of("");

    @BeforeEach
    void aFolderToMountOn() throws IOException, InterruptedException {
        state = Files.createDirectories(home.resolve("state"));
        var trial = new ArrayList<>(on(SMALL, state));
        trial.add("true");
        var run = new ProcessBuilder(trial).redirectErrorStream(true).start();
        var said = new String(run.getInputStream().readAllBytes());
        Assumptions.assumeTrue(
                run.waitFor(10, TimeUnit.SECONDS) && run.exitValue() == 0, "skipped, no disk of its own: " + said);
    }

    /** In name spaces of its own, with this mounted there, what comes after. */
    private static List<String> on(String mount, Path where) {
        return List.of("unshare", "-rm", "sh", "-c", mount + " \"$1\" && shift && exec \"$@\"", "sh", where.toString());
    }

    private HeadlessDesk desk(VenueProcess venue, List<String> disk) throws IOException {
        return new HeadlessDesk(
                home,
                venue.environment(),
                disk,
                "--exchange",
                "backpack",
                "--start",
                "--duration",
                "0",
                "--interval",
                "1");
    }

    private static HeadlessDesk.Line state(HeadlessDesk desk, Instant after, String wanted) {
        return await(desk, "state", after, line -> line.text("state").equals(wanted));
    }

    private static HeadlessDesk.Line await(
            HeadlessDesk desk, String event, Instant after, Predicate<HeadlessDesk.Line> wanted) {
        return desk.await(event, SOON, line -> Instant.parse(line.text("ts")).isAfter(after) && wanted.test(line));
    }

    /** Not one byte more fits. */
    private static void fill(Path file) throws IOException {
        try (OutputStream filler = Files.newOutputStream(file)) {
            for (var block = new byte[4096]; ; ) {
                filler.write(block);
            }
        } catch (IOException full) {
            assertTrue(String.valueOf(full.getMessage()).contains("No space left"), full::toString);
        }
    }

    /** Of a copy: by its name in the other name space the file would be looked for in ours. */
    private long fills(Path disk) throws IOException, SQLException {
        var copy = home.resolve("copy.db");
        Files.copy(disk.resolve("journal.db"), copy, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(disk.resolve("journal.db-wal"), Path.of(copy + "-wal"), StandardCopyOption.REPLACE_EXISTING);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM fills")) {
            return row.getLong(1);
        }
    }

    @Test
    @FaultRow("39")
    void onAFullDiskTheDeskOnlyCancelsAnswersAndGoesOnWhenThereIsRoomAgain() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "41", "--commands");
                var desk = desk(venue, on(SMALL, state))) {
            state(desk, Instant.EPOCH, "QUOTING");
            desk.agree("set spread.mode fixed fee-floor off spread 0.02");
            desk.await("fill", SOON, line -> true);
            var disk = Path.of("/proc/" + desk.pid() + "/root" + state);
            var full = Instant.now();

            fill(disk.resolve("filler"));

            var reduced = state(desk, full, "REDUCE");
            assertTrue(reduced.text("reason").contains("SQLITE_FULL"), reduced::toString);
            Awaitility.await("no order").atMost(SOON).until(() -> venue.open() == 0);
            desk.type("get spread");
            desk.await("command", AT_ONCE, line -> line.text("line").equals("get spread"));
            Awaitility.await("still no order")
                    .during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> venue.open() == 0);
            var room = Instant.now();
            Files.delete(disk.resolve("filler"));

            state(desk, room, "QUOTING");
            await(desk, "fill", room, line -> true);
            desk.type("pause");
            Awaitility.await("no order").atMost(SOON).until(() -> venue.open() == 0);
            Awaitility.await("every fill in the journal")
                    .atMost(SOON)
                    .until(() -> fills(disk) == VenueLedger.read(venue).fills());
            desk.type("quit");
            assertEquals(0, desk.exitCode(SOON));
        }
    }

    @Test
    @FaultRow("39")
    void aJournalThatNobodyMayWriteIsAnAlertAndNothingIsQuoted() throws IOException, InterruptedException {
        var journal = Files.createFile(state.resolve("journal.db"));
        try (var venue = new VenueProcess(home, "--seed", "42");
                var desk = desk(venue, on(READ_ONLY_FILE, journal))) {
            var reduced = state(desk, Instant.EPOCH, "REDUCE");

            assertTrue(reduced.text("reason").contains("SQLITE_READONLY"), reduced::toString);
            desk.await("alert", AT_ONCE, line -> line.text("level").equals("critical"));
            Awaitility.await("no order")
                    .during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> venue.open() == 0);
            desk.type("quit");
            assertEquals(0, desk.exitCode(SOON));
            assertEquals(0, Files.size(journal));
        }
    }

    @Test
    void aDiskThatLetsNoProgramsRunIsNoObstacle() throws IOException, InterruptedException {
        try (var desk = new HeadlessDesk(home, Map.of(), on(NO_PROGRAMS, state), "--seed", "43")) {
            state(desk, Instant.EPOCH, "QUOTING");
            desk.type("quit");

            assertEquals(0, desk.exitCode(SOON));
            assertEquals(
                    List.of(),
                    desk.all("alert").stream()
                            .filter(line -> line.text("level").equals("critical"))
                            .toList());
        }
    }

    @Test
    void aDiskWithoutRoomIsToldWithTheFile() throws IOException, InterruptedException {
        try (var desk = new HeadlessDesk(home, Map.of(), on(NO_ROOM, state), "--seed", "44")) {
            assertEquals(2, desk.exitCode(SOON));

            var errors = Files.readString(home.resolve("desk.err"));
            assertTrue(errors.contains("makerdeck: " + state + "/") && errors.contains("No space left"), errors);
        }
    }

    @Test
    void aReportIsReadFromADiskThatCannotBeWritten() throws IOException, InterruptedException {
        try (var desk = new HeadlessDesk(home, Map.of(), "--seed", "45")) {
            desk.await("state", SOON, line -> line.text("state").equals("QUOTING"));
            desk.type("quit");
            assertEquals(0, desk.exitCode(SOON));
        }
        var command = new ArrayList<>(on(READ_ONLY_FILE, state));
        command.addAll(List.of(Program.launcher().toString(), "report"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MAKERDECK_HOME", home.toString());

        var report = builder.start();
        var said = new String(report.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, report.waitFor(), said);
        assertTrue(said.contains("pnl USDC"), said);
    }

    @Test
    void aDiskThatCannotBeWrittenAtAllIsOneLineAndNoDesk() throws IOException, InterruptedException {
        try (var desk = new HeadlessDesk(home, Map.of(), on(READ_ONLY, state))) {
            assertEquals(2, desk.exitCode(SOON));

            var errors = Files.readString(home.resolve("desk.err"));
            assertTrue(errors.contains("Read-only file system"), errors);
            assertEquals(1, errors.lines().count(), errors);
            assertFalse(desk.lines().stream().anyMatch(line -> line.event().equals("order")));
        }
    }
}
