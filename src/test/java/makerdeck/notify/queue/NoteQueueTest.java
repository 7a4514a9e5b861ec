package makerdeck.notify.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makerdeck.notify.Notes;
import makerdeck.notify.model.Note;
import makerdeck.snapshot.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteQueueTest {

    private static final Set<String> BOTH = Set.of("ntfy", "webhook");

    @TempDir
    private Path folder;

    private NoteQueue open(int most) {
        return new NoteQueue(folder, BOTH, most, Notes.NOON);
    }

    /** Takes all, in order. */
    private static List<String> drain(NoteQueue queue, String sink) {
        var ids = new ArrayList<String>();
        for (var next = queue.next(sink, note -> true); next.isPresent(); next = queue.next(sink, note -> true)) {
            ids.add(next.get().id());
            queue.done(sink, next.get(), queue.leftOut(sink));
        }
        return ids;
    }

    /** Where a class was read from. */
    private static String place(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replaceAll(".*\\.", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void eachSinkGetsItsNotesInTheirOrder() {
        try (var queue = open(10)) {
            queue.add(BOTH, Notes.alert("a", Severity.WARN));
            queue.add(Set.of("ntfy"), Notes.alert("b", Severity.CRITICAL));
            queue.add(BOTH, Notes.alert("c", Severity.INFO));

            assertEquals(List.of("a", "b", "c"), drain(queue, "ntfy"));
            assertEquals(List.of("a", "c"), drain(queue, "webhook"));
        }
    }

    @Test
    void aFullQueueLosesTheOldestOfTheLeastGraveAndCountsIt() {
        try (var queue = open(3)) {
            queue.add(BOTH, Notes.alert("grave", Severity.CRITICAL));
            queue.add(BOTH, Notes.alert("first", Severity.WARN));
            queue.add(BOTH, Notes.alert("second", Severity.WARN));
            queue.add(BOTH, Notes.alert("third", Severity.WARN));
            queue.add(BOTH, Notes.alert("light", Severity.INFO));

            assertEquals(2, queue.leftOut("ntfy"));
            assertEquals(List.of("grave", "second", "third"), drain(queue, "ntfy"));
            assertEquals(0, queue.leftOut("ntfy"));
            assertEquals(2, queue.leftOut("webhook"));
        }
    }

    @Test
    void anAlertThatIsRaisedAgainWhileItWaitsTakesItsOwnPlaceAndCounts() {
        try (var queue = open(10)) {
            queue.add(BOTH, Notes.alert("a", Severity.WARN));
            queue.add(BOTH, Notes.alert("b", Severity.WARN));
            queue.add(BOTH, Notes.alert("a", Severity.WARN));

            assertEquals(2, queue.next("ntfy", note -> true).map(Note::count).orElse(0L));
            assertEquals(List.of("a", "b"), drain(queue, "ntfy"));
        }
    }

    @Test
    void whatWasOverInBetweenIsAnotherAlert() {
        try (var queue = open(10)) {
            var over = new Note(
                    0,
                    Note.Kind.RECOVERED,
                    "a",
                    Severity.WARN,
                    Notes.NOON,
                    "SOL_USDC",
                    "demo",
                    "SIM",
                    "over",
                    "over",
                    1);
            queue.add(BOTH, Notes.alert("a", Severity.WARN));
            queue.add(BOTH, over);
            queue.add(BOTH, Notes.alert("a", Severity.WARN));

            assertEquals(List.of("a", "a", "a"), drain(queue, "ntfy"));
        }
    }

    @Test
    void whatWaitsAtTheEndIsThereAtTheNextStartAndNothingElse() throws IOException {
        try (var queue = open(3)) {
            for (var id : List.of("a", "b", "c", "d")) {
                queue.add(BOTH, Notes.alert(id, Severity.WARN));
            }
            var first = queue.next("ntfy", note -> true).orElseThrow();
            queue.done("ntfy", first, 0);
        }
        try (var queue = open(3)) {
            assertEquals(1, queue.leftOut("ntfy"));
            assertEquals(List.of("c", "d"), drain(queue, "ntfy"));
            assertEquals(List.of("b", "c", "d"), drain(queue, "webhook"));
        }
        assertEquals(List.of(), files());
    }

    private static Note of(String desk, String id) {
        var alert = Notes.alert(id, Severity.WARN);
        return new Note(
                0, alert.kind(), id, alert.level(), alert.at(), desk, "demo", "SIM", desk + id, alert.text(), 1);
    }

    @Test
    void theSameAtTwoDesksIsTwoAlerts() {
        try (var queue = open(10)) {
            queue.add(BOTH, of("SOL_USDC", "loss"));
        }
        try (var queue = open(10)) {
            queue.add(BOTH, of("BTC_USDC", "loss"));

            assertEquals(List.of("loss", "loss"), drain(queue, "ntfy"));
        }
    }

    @Test
    void twoDesksThatBeganAtOnceLoseNothingToOneThatTakesBothOver() throws IOException {
        try (var one = open(10);
                var two = open(10)) {
            one.add(BOTH, of("SOL_USDC", "a"));
            one.add(BOTH, of("SOL_USDC", "b"));
            two.add(BOTH, of("BTC_USDC", "c"));
        }
        try (var queue = open(10)) {
            assertEquals(
                    List.of("a", "b", "c"),
                    drain(queue, "ntfy").stream().sorted().toList());
        }
        try (var queue = open(10)) {
            assertEquals(List.of(), drain(queue, "ntfy"));
            assertEquals(
                    List.of("a", "b", "c"),
                    drain(queue, "webhook").stream().sorted().toList());
        }
        assertEquals(List.of(), files());
    }

    @Test
    void whatWasLeftOutIsCountedUntilItIsTold() {
        try (var queue = open(1)) {
            queue.add(Set.of("ntfy"), Notes.alert("a", Severity.WARN));
            queue.add(Set.of("ntfy"), Notes.alert("b", Severity.WARN));
        }
        open(1).close();
        try (var queue = open(1)) {
            assertEquals(1, queue.leftOut("ntfy"));
        }
    }

    @Test
    void aFileThatGoesWhileItIsLookedForIsNoTrouble() throws IOException {
        Files.createSymbolicLink(folder.resolve("gone.queue"), folder.resolve("nowhere"));
        try (var queue = open(10)) {
            assertEquals(Optional.empty(), queue.trouble());
        }
        assertEquals(List.of(), files());
    }

    @Test
    void theFolderAndItsFilesAreClosedToOthers() throws IOException {
        var closed = folder.resolve("notify");
        try (var queue = new NoteQueue(closed, BOTH, 3, Notes.NOON)) {
            queue.add(BOTH, Notes.alert("a", Severity.WARN));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(closed)));
            try (var files = Files.list(closed)) {
                for (var file : files.toList()) {
                    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                }
            }
        }
    }

    @Test
    void whatAKilledDeskHasLeftIsTakenOverOnceWhateverItsLastLineLooksLike() throws Exception {
        for (var life = 0; life < 3; life++) {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            Stream.of(
                                            MortalQueue.class,
                                            NoteQueue.class,
                                            com.squareup.moshi.JsonReader.class,
                                            okio.Buffer.class,
                                            kotlin.Unit.class,
                                            org.tinylog.Logger.class)
                                    .map(NoteQueueTest::place)
                                    .distinct()
                                    .collect(Collectors.joining(File.pathSeparator)),
                            MortalQueue.class.getName(),
                            folder.toString(),
                            "life" + life)
                    .redirectErrorStream(true)
                    .start();
            try (var out = process.inputReader()) {
                assertEquals("ready", out.readLine());
            }
            process.destroyForcibly();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        }
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".queue")).toList()) {
                Files.writeString(file, Files.readString(file) + "A\tntfy\t{\"ts\":\"2027-01");
            }
        }

        try (var queue = open(100)) {
            assertEquals(
                    List.of(
                            "life0-0", "life0-1", "life0-2", "life1-0", "life1-1", "life1-2", "life2-0", "life2-1",
                            "life2-2"),
                    drain(queue, "ntfy").stream().sorted().toList());
        }
        assertEquals(List.of(), files());
    }

    @Test
    void aFileThatGrowsIsWrittenAnewWithWhatStillWaits() throws IOException {
        try (var queue = open(10)) {
            queue.add(BOTH, Notes.alert("stays", Severity.CRITICAL));
            var text = "x".repeat(100_000);
            for (int i = 0; i < 60; i++) {
                var note = Notes.alert("n" + i, Severity.WARN).withRemark(text);
                queue.add(Set.of("ntfy"), note);
                queue.done(
                        "ntfy",
                        queue.next("ntfy", each -> !each.id().equals("stays")).orElseThrow(),
                        0);
            }
            try (var files = Files.list(folder)) {
                assertTrue(files.allMatch(file -> file.toFile().length() < 5_000_000));
            }
        }
        try (var queue = open(10)) {
            assertEquals(List.of("stays"), drain(queue, "ntfy"));
            assertEquals(List.of("stays"), drain(queue, "webhook"));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenCostsTheFileAndNotTheQueue() throws IOException {
        var blocked = Files.writeString(folder.resolve("file"), "no folder");
        try (var queue = new NoteQueue(blocked, BOTH, 3, Notes.NOON)) {
            queue.add(BOTH, Notes.alert("a", Severity.WARN));

            assertTrue(queue.trouble().isPresent());
            assertEquals(List.of("a"), drain(queue, "ntfy"));
        }
    }
}
