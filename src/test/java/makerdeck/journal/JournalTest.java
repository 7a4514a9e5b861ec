package makerdeck.journal;

import static makerdeck.journal.Entries.NOON;
import static makerdeck.journal.Entries.OWNER;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import makerdeck.clock.SteppedClock;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private final List<String> asides = new CopyOnWriteArrayList<>();
    private final List<Journal> open = new ArrayList<>();
    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("journal.db");
    }

    @AfterEach
    void closeAll() {
        open.forEach(Journal::close);
    }

    private void trouble(@Nullable Message what) {
        troubles.add(what == null ? "" : Keys.of(what));
    }

    private void aside(Message what) {
        asides.add(Keys.of(what));
    }

    private Journal journal(JournalOwner owner, boolean continues, int waitingAtMost) throws NewerJournalException {
        var journal =
                Journal.open(file, owner, continues, restored -> {}, clock, this::trouble, this::aside, waitingAtMost);
        open.add(journal);
        var thread = new Thread(journal::run, "journal");
        thread.setDaemon(true);
        thread.start();
        return journal;
    }

    private Journal journal() throws NewerJournalException {
        return journal(OWNER, true, 1000);
    }

    private void write(Entry... entries) throws NewerJournalException {
        var journal = journal();
        List.of(entries).forEach(journal::record);
        journal.close();
    }

    private Connection other() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String what) {
        try (var connection = other();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM " + what)) {
            return row.getLong(1);
        } catch (SQLException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void givesTheBooksAndWhatWasBookedSinceBackToTheLastDigit() throws NewerJournalException {
        var early = Entries.fill(1, NOON);
        var kept = Entries.kept(NOON.plusSeconds(1));
        var transfer = Entries.transfer(NOON.plusSeconds(2));
        var late = Entries.fill(2, NOON.plusSeconds(3));
        write(Entries.opened(), early, kept, transfer, late);

        var restored = journal().restored();

        assertEquals(kept, restored.kept());
        assertEquals(List.of(transfer, late), restored.since());
        assertEquals(List.of(early, late), restored.fills());
    }

    @Test
    void remembersTheFillsThatTheVenueMayBringAgain() throws NewerJournalException {
        var old = Entries.fill(1, "gone", NOON.minusSeconds(7200), "QUOTE");
        var ofOpenOrder = Entries.fill(2, "resting", NOON.minusSeconds(7200), "QUOTE");
        write(
                Entries.opened(),
                Entries.kept(NOON),
                Entries.order(5, "resting", true),
                Entries.order(6, "gone", true),
                old,
                ofOpenOrder);
        write(Entries.order(6, "gone", false), Entries.kept(NOON));

        assertEquals(List.of(ofOpenOrder), journal().restored().fills());
        assertEquals(List.of(), journal().restored().since());
    }

    @Test
    void tellsTheNewestOwnFillsOfEachRoleWhateverTheirBooks() throws NewerJournalException {
        var stale = Entries.fill(1, NOON.minus(Duration.ofDays(8)));
        var first = Entries.fill(2, NOON.minusSeconds(50));
        var second = Entries.fill(3, NOON.minusSeconds(40));
        var third = Entries.fill(4, NOON.minusSeconds(30));
        var fourth = Entries.fill(5, NOON.minusSeconds(20));
        var foreign = Entries.fill(6, "other", NOON.minusSeconds(10), Entry.FillBooked.EXTERNAL);
        write(Entries.opened(), stale, first, second, third, Entries.kept(NOON));
        var anew = journal(OWNER, false, 1000);
        List.of(Entries.opened(), fourth, foreign).forEach(anew::record);
        anew.close();

        assertEquals(List.of(fourth, third, second), journal().restored().lately());
        assertEquals(
                List.of(fourth, third, second),
                journal(OWNER, false, 1000).restored().lately());
        assertEquals(
                List.of(),
                journal(new JournalOwner("ffff", "SOL_USDC", "backpack", "LIVE", 1), true, 1000)
                        .restored()
                        .lately());
    }

    @Test
    void knowsWhetherTheLastSessionEndedInOrder() throws NewerJournalException {
        write(Entries.opened(), Entries.kept(NOON), new Entry.SessionEnded(NOON, true));
        assertTrue(journal().restored().endedInOrder());
        write(new Entry.StateChanged(NOON, "QUOTING", null));

        assertFalse(journal().restored().endedInOrder());
    }

    @Test
    void keepsDesksApart() throws NewerJournalException {
        write(Entries.opened(), Entries.kept(NOON));

        var other = journal(new JournalOwner("ffff", "SOL_USDC", "backpack", "LIVE", 1), true, 1000);

        assertNull(other.restored().kept());
    }

    @Test
    void beginsNewBooksWhenAsked() throws NewerJournalException {
        write(Entries.opened(), Entries.kept(NOON));

        assertNull(journal(OWNER, false, 1000).restored().kept());
    }

    @Test
    void hasEveryFillOnDiskByItselfWhateverElseIsWritten() throws NewerJournalException {
        var journal = journal();
        journal.record(Entries.opened());

        for (var trade = 1L; trade <= 50; trade++) {
            var expected = trade;
            for (var order = 0; order < 20; order++) {
                journal.record(Entries.order(trade * 100 + order, "", true));
            }
            journal.record(Entries.fill(trade, NOON));
            await().pollInterval(Duration.ofMillis(2))
                    .pollDelay(Duration.ZERO)
                    .atMost(PATIENCE)
                    .until(() -> count("fills") == expected);
        }
    }

    @Test
    @FaultRow("39")
    void writesLaterWhatCouldNotBeWrittenAndSaysBoth() throws NewerJournalException, SQLException {
        var journal = journal();
        journal.record(Entries.opened());
        await().atMost(PATIENCE).until(() -> count("books") == 1);

        try (var other = other()) {
            execute(other, "CREATE TRIGGER full BEFORE INSERT ON fills BEGIN SELECT RAISE(ABORT, 'disk-full'); END");
            LongStream.rangeClosed(1, 5).forEach(trade -> journal.record(Entries.fill(trade, NOON)));
            await().atMost(PATIENCE).until(() -> !troubles.isEmpty());
            assertTrue(troubles.get(0).contains("disk-full"), troubles.get(0));
            assertEquals(0, count("fills"));
            execute(other, "DROP TRIGGER full");
        }

        await().atMost(PATIENCE).until(() -> count("fills") == 5);
        await().atMost(PATIENCE).until(() -> troubles.size() == 2);
        assertEquals("", troubles.get(1));
    }

    @Test
    @FaultRow("61")
    void leavesOutAnEntryThatCanNeverBeWrittenAndWritesTheRest() throws NewerJournalException {
        var journal = journal();
        journal.record(Entries.opened());
        journal.record(Entries.fill(1, NOON));
        journal.record(Entries.fill(1, NOON.plusSeconds(1)));
        journal.record(Entries.valued(Instant.MAX, "1"));
        journal.record(Entries.fill(2, NOON));

        await().atMost(PATIENCE).until(() -> count("fills") == 2);
        journal.record(Entries.fill(3, NOON));
        await().atMost(PATIENCE).until(() -> count("fills") == 3);
        await().atMost(PATIENCE).until(() -> asides.size() == 2);
        assertTrue(asides.get(0).contains("FillBooked"), asides.get(0));
        assertTrue(asides.get(1).contains("BooksValued"), asides.get(1));
        assertEquals(List.of(), troubles);
    }

    @Test
    @FaultRow("61")
    void whatChangedOfTheLotsComesWithTheNextBooksWhenSomeAreLeftOut() throws NewerJournalException {
        var seven = new Entry.Lot(7, new BigDecimal("0.12"), new BigDecimal("18"));
        var nine = new Entry.Lot(9, new BigDecimal("0.5"), new BigDecimal("75.1"));
        var kept = Entries.kept(NOON.plusSeconds(1));
        write(
                Entries.opened(),
                Entries.kept(NOON),
                with(Entries.kept(Instant.MAX), new Entry.Lots(7, 10, List.of(seven, nine))),
                with(kept, new Entry.Lots(7, 10, List.of())));

        assertEquals(1, asides.size());
        var all = List.of(seven, Entries.lots().changed().get(1), nine);
        assertEquals(
                with(kept, new Entry.Lots(7, 10, all)), journal().restored().kept());
    }

    private static Entry.BooksKept with(Entry.BooksKept kept, Entry.Lots lots) {
        return new Entry.BooksKept(kept.at(), kept.openedAt(), kept.knownUntil(), kept.sums(), lots);
    }

    @Test
    void booksThatDoNotFitLeaveNoHalfOfThemselves() throws NewerJournalException, SQLException {
        var kept = Entries.kept(NOON);
        write(Entries.opened(), kept);
        try (var other = other()) {
            execute(other, "CREATE UNIQUE INDEX odd ON lots (quantity)");
        }
        var twice = new Entry.Lot(9, new BigDecimal("20.12"), BigDecimal.ONE);
        var ten = new Entry.Lot(10, new BigDecimal("3"), BigDecimal.ONE);

        write(with(Entries.kept(NOON.plusSeconds(1)), new Entry.Lots(7, 11, List.of(twice, ten))));

        assertEquals(1, asides.size());
        assertEquals(kept, journal().restored().kept());
        write(with(Entries.kept(NOON.plusSeconds(2)), new Entry.Lots(8, 9, List.of())));
        assertEquals(
                List.of(Entries.lots().changed().get(1)),
                Objects.requireNonNull(journal().restored().kept()).lots().changed());
    }

    @Test
    @FaultRow("61")
    void survivesAnyInstantAndSetsAsideWhatHasNone() throws NewerJournalException {
        var journal = journal();
        journal.record(Entries.opened());
        for (var at : List.of(Instant.MAX, Instant.MIN, Instant.ofEpochSecond(Long.MAX_VALUE / 1_000_000))) {
            journal.record(Entries.fill(1, at));
            journal.record(Entries.transfer(at));
            journal.record(Entries.kept(at));
            journal.record(new Entry.StateChanged(at, "QUOTING", null));
            journal.record(new Entry.SessionEnded(at, true));
        }
        journal.record(Entries.fill(2, NOON));

        await().atMost(PATIENCE).until(() -> count("fills WHERE trade_id = 2") == 1);
        assertEquals(List.of(), troubles);
        assertFalse(asides.isEmpty());
    }

    @Test
    void saysWhatItCouldNotWriteToTheEnd() throws NewerJournalException, SQLException {
        var whole = journal();
        whole.record(Entries.opened());
        whole.close();
        assertEquals(Optional.empty(), whole.unwritten());

        var cut = journal();
        try (var other = other()) {
            execute(other, "CREATE TRIGGER full BEFORE INSERT ON fills BEGIN SELECT RAISE(ABORT, 'disk-full'); END");
            cut.record(Entries.fill(1, NOON));
            cut.close();
            execute(other, "DROP TRIGGER full");
        }
        var said = cut.unwritten().map(Keys::of).orElse("");
        assertTrue(said.startsWith("journal.unwritten[") && said.contains("disk-full"), said);
    }

    @Test
    void saysThatItHadNoTimeToWrite() throws NewerJournalException {
        var journal = Journal.open(file, OWNER, true, restored -> {}, clock, this::trouble, this::aside);
        journal.record(Entries.opened());
        // A machine that gives its thread no time at all.
        journal.close();

        var said = journal.unwritten().map(Keys::of).orElse("");
        assertTrue(said.startsWith("journal.unwritten["), said);
    }

    @Test
    void saysAtItsEndToThatEntriesWereLost() throws NewerJournalException, SQLException {
        var journal = journal(OWNER, true, 10);
        try (var other = other()) {
            execute(other, "BEGIN IMMEDIATE");
            LongStream.rangeClosed(1, 2000).forEach(trade -> journal.record(Entries.fill(trade, NOON)));
            execute(other, "COMMIT");
        }
        journal.close();

        assertEquals(
                Optional.of("journal.unwritten[journal.lost]"),
                journal.unwritten().map(Keys::of));
    }

    @Test
    @FaultRow("61")
    void saysThatItsThreadHasDied() throws NewerJournalException {
        var opened = Journal.open(file, OWNER, true, restored -> {}, clock, this::trouble, aside -> {
            throw new StackOverflowError("deep");
        });
        open.add(opened);
        var uncaught = new CopyOnWriteArrayList<Throwable>();
        var thread = new Thread(opened::run, "journal");
        thread.setUncaughtExceptionHandler((died, why) -> uncaught.add(why));
        thread.setDaemon(true);
        thread.start();

        opened.record(Entries.opened());
        opened.record(Entries.valued(Instant.MAX, "1"));

        await().atMost(PATIENCE).until(() -> !uncaught.isEmpty());
        assertTrue(troubles.get(0).startsWith("journal.thread-died["), troubles.get(0));
    }

    @Test
    void takesNothingMoreOnceAnEntryWasLostSoThatNoHoleComesAbout() throws NewerJournalException, SQLException {
        var journal = journal(OWNER, true, 10);
        journal.record(Entries.opened());
        await().atMost(PATIENCE).until(() -> count("books") == 1);

        try (var other = other()) {
            execute(other, "BEGIN IMMEDIATE");
            LongStream.rangeClosed(1, 50).forEach(trade -> journal.record(Entries.fill(trade, NOON)));
            await().atMost(PATIENCE).until(() -> troubles.contains("journal.lost"));
            execute(other, "COMMIT");
        }
        await().atMost(PATIENCE).until(() -> count("fills") >= 10);
        journal.record(Entries.fill(99, NOON));
        journal.close();

        var last = troubles.get(troubles.size() - 1);
        assertFalse(last.isEmpty());
        var kept = count("fills");
        assertEquals(kept, count("fills WHERE trade_id <= " + kept));
    }

    @Test
    @FaultRow("39")
    void saysSoWhenTheDiskIsSlow() throws NewerJournalException, SQLException {
        var stepped = new SteppedClock(NOON);
        var journal = Journal.open(file, OWNER, true, restored -> {}, stepped, this::trouble, this::aside);
        open.add(journal);
        var thread = new Thread(journal::run);
        thread.setDaemon(true);
        try (var other = other()) {
            execute(other, "BEGIN IMMEDIATE");
            thread.start();
            journal.record(Entries.opened());
            await().atMost(PATIENCE).until(() -> {
                stepped.pass(Duration.ofSeconds(1));
                journal.record(Entries.fill(1, NOON));
                return troubles.contains("journal.slow");
            });
        }
    }

    @Test
    @FaultRow("40")
    void keepsADamagedFileAndBeginsAFreshOne() throws IOException {
        var text = "this is no database at all, however long it may be ".repeat(100);
        Files.writeString(file, text);

        var journal = journal();
        journal.record(Entries.opened());
        journal.close();

        var notice = journal.notice().map(Keys::of).orElse("");
        assertTrue(notice.startsWith("journal.damaged[journal.db.damaged-"), notice);
        assertEquals(text, Files.readString(folder.resolve("journal.db.damaged-" + NOON.toEpochMilli())));
        assertEquals(1, count("books"));
        assertEquals(List.of(), troubles);
    }

    @Test
    @FaultRow("40")
    void noticesDamageInTheMiddleOfTheFile() throws IOException, SQLException {
        var journal = journal();
        journal.record(Entries.opened());
        LongStream.rangeClosed(1, 2000).forEach(trade -> journal.record(Entries.fill(trade, NOON)));
        await().atMost(PATIENCE).until(() -> count("fills") > 900);
        journal.close();
        try (var other = other()) {
            execute(other, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        var bytes = Files.readAllBytes(file);
        for (var at = bytes.length / 2; at < bytes.length * 3 / 4; at++) {
            bytes[at] = 0x5A;
        }
        Files.write(file, bytes);

        assertTrue(journal().notice().map(Keys::of).orElse("").startsWith("journal.damaged["));
    }

    @Test
    void interestIsKeptWithTheBooksAndReadAgainFromTheirMark() throws IOException {
        var hundredth = new BigDecimal("0.01");
        write(
                Entries.opened(),
                new Entry.InterestBooked(NOON, "old", hundredth, BigDecimal.ZERO, BigDecimal.TEN),
                new Entry.BooksKept(NOON, NOON, NOON, Map.of("interest", hundredth), Entry.Lots.NONE),
                new Entry.InterestBooked(NOON.plusSeconds(1), "new", BigDecimal.ZERO, hundredth, BigDecimal.TEN),
                new Entry.InterestBooked(NOON.plusSeconds(1), "new", BigDecimal.ZERO, hundredth, BigDecimal.TEN));

        var restored = journal().restored();

        assertEquals(Set.of("old", "new"), restored.interest());
        assertEquals(
                List.of(new Entry.InterestBooked(
                        NOON.plusSeconds(1), "new", BigDecimal.ZERO, hundredth, BigDecimal.TEN)),
                restored.since());
    }

    @Test
    void refusesAFileOfANewerProgramAndLeavesItAlone() throws IOException, SQLException {
        write(Entries.opened());
        try (var other = other()) {
            execute(other, "PRAGMA user_version = 99");
        }

        var refusal = assertThrows(NewerJournalException.class, this::journal);

        assertTrue(Keys.of(refusal).startsWith("journal.newer[" + file + ", 99, "), Keys.of(refusal));
        assertEquals(1, count("books"));
    }

    @Test
    void saysSoWhenTheFileCannotBeOpenedAndNeverBlocks() throws IOException {
        Files.createDirectory(file);

        var journal = journal();
        LongStream.rangeClosed(1, 5000).forEach(trade -> journal.record(Entries.fill(trade, NOON)));

        assertEquals(1, troubles.size());
        assertFalse(troubles.get(0).isEmpty());
    }

    @Test
    void isItsOwnersAlone() throws IOException {
        var journal = journal();
        journal.record(Entries.opened());
        await().atMost(PATIENCE).until(() -> count("books") == 1);

        try (var files = Files.list(folder)) {
            for (var one : files.toList()) {
                assertEquals(
                        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(one)), one::toString);
            }
        }
        assertTrue(Files.exists(folder.resolve("journal.db-wal")));
    }
}
