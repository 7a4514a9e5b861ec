package makerdeck.journal;

import static makerdeck.journal.Entries.NOON;
import static makerdeck.journal.Entries.OWNER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that an older program left. */
class UpgradeTest {

    private static final int FILLS = 300;

    @TempDir
    private Path folder;

    private final List<String> troubles = new ArrayList<>();
    private Path file = Path.of("");

    @BeforeEach
    void leaveAJournalOfVersionOne() throws SQLException {
        file = folder.resolve("journal.db");
        OldJournal.write(file, FILLS);
    }

    private void trouble(@Nullable Message what) {
        troubles.add(what == null ? "" : Keys.of(what));
    }

    private Journal open() throws NewerJournalException {
        return Journal.open(
                file, OWNER, true, restored -> {}, Clock.fixed(NOON, ZoneOffset.UTC), this::trouble, aside -> {});
    }

    private static void end(Journal journal) {
        new Thread(journal::run).start();
        journal.close();
    }

    private List<String> beside() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void goesOnWithItsBooksAndEveryFill() throws Exception {
        var journal = open();
        var restored = journal.restored();
        end(journal);

        assertEquals(Optional.empty(), journal.notice());
        assertEquals(
                Map.of(
                        "base",
                        new BigDecimal("20.5"),
                        "quote",
                        new BigDecimal("0.00"),
                        "interest",
                        BigDecimal.ZERO,
                        "converted",
                        BigDecimal.ZERO,
                        "transferred",
                        BigDecimal.ZERO,
                        "transferred-value",
                        BigDecimal.ZERO),
                Objects.requireNonNull(restored.kept()).sums());
        assertEquals(1, restored.since().size());
        assertEquals(FILLS, restored.fills().size());
        assertEquals(FILLS, OldJournal.number(file, "SELECT count(*) FROM fills WHERE layer IS NULL"));
        assertEquals(Schema.VERSION, OldJournal.number(file, "PRAGMA user_version"));
        assertEquals(List.of(), troubles);
    }

    @Test
    void isKeptAsItWasAndTheOperatorIsToldWhere() throws Exception {
        var journal = open();
        end(journal);

        var name = "journal.db.version-1-" + NOON.toEpochMilli();
        assertEquals(
                "journal.upgraded[1, " + Schema.VERSION + ", " + name + "]",
                journal.upgrade().map(Keys::of).orElse(""));
        var copy = folder.resolve(name);
        assertEquals(1, OldJournal.number(copy, "PRAGMA user_version"));
        assertEquals(FILLS, OldJournal.number(copy, "SELECT count(*) FROM fills"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
        assertEquals(Optional.empty(), open().upgrade());
    }

    @Test
    void onlyTheNewestTwoCopiesAreKept() throws Exception {
        for (var earlier : List.of("1-90", "1-1000", "2-200")) {
            Files.writeString(folder.resolve("journal.db.version-" + earlier), "older");
        }
        Files.writeString(folder.resolve("journal.db.version-1.unfinished"), "a copy that was cut off");
        Files.writeString(folder.resolve("journal.db.version-1-mine"), "the operator's own");
        end(open());

        assertEquals(
                List.of(
                        "journal.db",
                        "journal.db.version-1-1000",
                        "journal.db.version-1-" + NOON.toEpochMilli(),
                        "journal.db.version-1-mine"),
                beside());
    }

    @Test
    void isLeftAsItWasWhateverStepFails() throws Exception {
        var steps = new ArrayList<String>();
        Database.open(copyOf(file), NOON, steps::add).close();

        for (var failing = 0; failing < steps.size(); failing++) {
            var left = steps.get(failing);
            var one = copyOf(file);
            assertThrows(
                    IllegalStateException.class,
                    () -> Database.open(one, NOON, step -> {
                        if (step.equals(left) || step.startsWith(one.toString())) {
                            throw new IllegalStateException(step);
                        }
                    }));

            assertEquals(1, OldJournal.number(one, "PRAGMA user_version"));
            assertEquals(0, OldJournal.number(one, "SELECT count(*) FROM sqlite_master WHERE name = 'interest'"));
            assertEquals(FILLS, OldJournal.number(one, "SELECT count(*) FROM fills"));
            Database.open(one, NOON).close();
            assertEquals(Schema.VERSION, OldJournal.number(one, "PRAGMA user_version"));
        }
    }

    private Path copyOf(Path journal) throws IOException {
        return Files.copy(journal, Files.createTempDirectory(folder, "one").resolve("journal.db"));
    }

    @Test
    void noRoomForTheCopyIsTroubleInWordsAndChangesNothing() throws Exception {
        Files.createDirectories(
                folder.resolve("journal.db.version-1.unfinished").resolve("full"));

        end(open());

        assertEquals(1, troubles.size());
        assertTrue(troubles.get(0).contains("journal.no-copy[journal.db.version-1-"), troubles.get(0));
        assertEquals(1, OldJournal.number(file, "PRAGMA user_version"));
    }

    @Test
    void twoDesksThatStartTogetherBringItForwardOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Optional<Message>> start = () -> {
                try (var database = Database.open(file, NOON)) {
                    return database.upgrade();
                }
            };
            var upgrades = threads.invokeAll(List.of(start, start, start, start));

            var told = 0;
            for (var upgrade : upgrades) {
                told += upgrade.get().isEmpty() ? 0 : 1;
            }
            assertEquals(1, told);
        } finally {
            threads.shutdownNow();
        }
        assertEquals(Schema.VERSION, OldJournal.number(file, "PRAGMA user_version"));
        assertEquals(FILLS, OldJournal.number(file, "SELECT count(*) FROM fills"));
    }

    @Test
    void isReportedOnWithoutBeingChanged() throws Exception {
        var days = EarningsReader.read(file, LocalDate.EPOCH).get(0).days();

        assertEquals(FILLS, days.stream().mapToLong(DeskEarnings.Day::fills).sum());
        assertEquals(1, OldJournal.number(file, "PRAGMA user_version"));
    }

    @Test
    void theFirstStepIsWhatVersionOneWas() throws Exception {
        var fresh = folder.resolve("fresh.db");
        try (var connection = OldJournal.connection(fresh);
                var statement = connection.createStatement()) {
            for (var sql : SchemaSteps.ALL.get(0)) {
                statement.execute(sql);
            }
        }

        assertEquals(columns(file), columns(fresh));
    }

    /** Which cannot be made again: minutes of long ago are not kept. */
    @Test
    void ofVersionFiveKeepsWhatIsNoSumOfFillsAndTellsFillsBySide() throws Exception {
        var five = folder.resolve("five.db");
        try (var connection = OldJournal.connection(five);
                var statement = connection.createStatement()) {
            long hour = Database.micros(NOON.truncatedTo(ChronoUnit.HOURS));
            for (var step : SchemaSteps.ALL.subList(0, 5)) {
                for (var sql : step) {
                    statement.execute(sql);
                }
            }
            statement.execute("INSERT INTO books VALUES (1, '" + OWNER.account() + "', '" + OWNER.symbol() + "', '"
                    + OWNER.venue() + "', '" + OWNER.mode() + "', 'SOL', 'USDC', 1, NULL, NULL, NULL, NULL, '1', '1',"
                    + " '150')");
            statement.execute("INSERT INTO fills VALUES (1, 1, " + Database.micros(NOON)
                    + ", 'o', 1, 1, 'QUOTE', 'ASK', '150.2', '2'," + " '0.1', 'BNB', 1, '150', 2)");
            statement.execute("INSERT INTO markouts (books, order_id, trade_id, mid_30s) VALUES (1, 'o', 1, '150.1')");
            statement.execute("INSERT INTO hourly_fills VALUES (1, " + hour + ", 2, 1, '2', '300.4', '0.4', '0', '0')");
            statement.execute("INSERT INTO hourly_markouts VALUES (1, " + hour + ", 2, 30, 1, '0.2', '300.4')");
            statement.execute("INSERT INTO hourly_apart VALUES (1, " + hour + ", 'BNB', '0.1')");
            statement.execute("INSERT INTO hourly_uptime VALUES (1, " + hour + ", 60000, 50000, 40000, 30000, 20000)");
            statement.execute("PRAGMA user_version = 5");
        }

        try (var database = Database.open(five, NOON)) {
            assertTrue(database.upgrade().isPresent());
        }

        var results = ResultsReader.read(five, OWNER, NOON);
        var asks = Objects.requireNonNull(results.sides().get(Side.ASK));
        assertEquals(1, asks.traded().fills());
        assertEquals(0, new BigDecimal("0.4").compareTo(asks.traded().captured()));
        assertEquals(
                0,
                new BigDecimal("0.2")
                        .compareTo(
                                Objects.requireNonNull(asks.markouts().get(30)).gain()));
        assertEquals(asks, results.regimes().get(""));
        assertEquals(60_000, results.total().time().ran());
        assertEquals(
                "0.1",
                Objects.requireNonNull(results.total().feesApart().get("BNB")).toPlainString());
    }

    /** A file as version 6 left it: its sums are gone on with, not made anew. */
    private Path leaveAJournalOfVersionSix(String fees) throws SQLException {
        var six = folder.resolve("six.db");
        try (var connection = OldJournal.connection(six);
                var statement = connection.createStatement()) {
            long hour = Database.micros(NOON.truncatedTo(ChronoUnit.HOURS));
            for (var step : SchemaSteps.ALL.subList(0, 6)) {
                for (var sql : step) {
                    statement.execute(sql);
                }
            }
            statement.execute("INSERT INTO books VALUES (1, '" + OWNER.account() + "', '" + OWNER.symbol() + "', '"
                    + OWNER.venue() + "', '" + OWNER.mode() + "', 'SOL', 'USDC', 1, NULL, NULL, NULL, NULL, '1', '1',"
                    + " '150')");
            for (var row : List.of(
                    hour + ", 1, 'BID', 'LOW', 2, '2', '300.4', '0.4', '" + fees + "', '0'",
                    hour + ", 2, 'ASK', 'MID', 3, '1.5', '225', '0.30', '0.02', '0'",
                    hour + ", -1, 'ASK', 'MID', 1, '1', '150', '0', '0.15', '-0.2'")) {
                statement.execute("INSERT INTO hourly_fills VALUES (1, " + row + ")");
            }
            statement.execute("INSERT INTO hourly_markouts VALUES (1, " + hour
                    + ", 1, 'BID', 'LOW', 30, 2, '0.2', '300.4', '0.04', '60.08', '90240.16')");
            statement.execute("INSERT INTO equity (id, books, at, mid, equity, pnl, inventory) VALUES (1, 1, "
                    + Database.micros(NOON) + ", '150', '10000', '1', '0.33')");
            statement.execute(
                    "INSERT INTO hourly_equity VALUES (1, " + hour + ", " + Database.micros(NOON) + ", '10000', '1')");
            statement.execute("PRAGMA user_version = 6");
        }
        return six;
    }

    @Test
    void ofVersionSixTellsTheSameByHourAndByPart() throws Exception {
        var six = leaveAJournalOfVersionSix("0.1");

        Database.open(six, NOON).close();

        var results = ResultsReader.read(six, OWNER, NOON);
        var total = results.total();
        assertEquals(6, total.traded().fills());
        assertEquals("0.70", total.traded().captured().toPlainString());
        assertEquals("0.12", total.traded().fees().toPlainString());
        assertEquals("-0.2", total.traded().rebalanced().toPlainString());
        assertEquals("0.15", total.traded().rebalanceFees().toPlainString());
        assertEquals("0.33", total.inventory().toPlainString());
        assertEquals(
                "0.2", Objects.requireNonNull(total.markouts().get(30)).gain().toPlainString());
        assertEquals(Set.of(1, 2, -1), results.parts().keySet());
        assertEquals(
                2,
                Objects.requireNonNull(results.sides().get(Side.BID)).traded().fills());
        assertEquals(
                3, Objects.requireNonNull(results.regimes().get("MID")).traded().fills());
    }

    @Test
    void ofVersionSixDoesNotPassOverASumThatCannotBeRead() throws Exception {
        var six = leaveAJournalOfVersionSix("0.1.odd");

        Database.open(six, NOON).close();

        assertThrows(IOException.class, () -> ResultsReader.read(six, OWNER, NOON));
    }

    @Test
    void ofVersionEightHasItsLotsOnceWhereverItIsCutOff() throws Exception {
        for (var cutOff : List.of("lots of books 1", "lots of books 2", "none")) {
            var eight = Files.createTempDirectory(folder, "eight").resolve("journal.db");
            OldJournal.writeVersionEight(eight);
            if (!cutOff.equals("none")) {
                assertThrows(
                        IllegalStateException.class,
                        () -> Database.open(eight, NOON, step -> {
                            if (step.equals(cutOff)) {
                                throw new IllegalStateException(step);
                            }
                        }));
                assertEquals(8, OldJournal.number(eight, "PRAGMA user_version"));
                assertEquals(
                        2,
                        OldJournal.number(eight, "SELECT count(*) FROM books WHERE sums LIKE '%fifo quantity 10=%'"));
            }

            Database.open(eight, NOON).close();

            assertEquals(Schema.VERSION, OldJournal.number(eight, "PRAGMA user_version"));
            assertEquals(26, OldJournal.number(eight, "SELECT count(*) FROM lots WHERE books = 1"));
            assertEquals(11, OldJournal.number(eight, "SELECT count(*) FROM lots WHERE books = 2"));
            assertEquals(0, OldJournal.number(eight, "SELECT count(*) FROM books WHERE sums LIKE '%fifo quantity%'"));
        }
    }

    private static List<String> columns(Path file) throws SQLException {
        var columns = new ArrayList<String>();
        try (var connection = OldJournal.connection(file);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT one.name || '.' || field.name || ' ' || field.type || ' '"
                        + " || field.\"notnull\" || field.pk FROM sqlite_master AS one,"
                        + " pragma_table_info(one.name) AS field ORDER BY 1")) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return columns;
    }
}
