package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import makerdeck.engine.books.Ledger;
import makerdeck.journal.Entries;
import makerdeck.journal.Entry.Lot;
import makerdeck.journal.Journal;
import makerdeck.journal.JournalOwner;
import makerdeck.journal.OldJournal;
import makerdeck.journal.RestoredBooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A journal as the last program left it that wrote all lots among the sums: one account that holds, one that owes, one
 * whose books were never kept. The file was written by that program, and what is expected is what it printed then.
 */
class OlderBooksTest {

    private static final String SYMBOL = "SOL_USDC";

    @TempDir
    private Path folder;

    private final Map<String, Map<String, BigDecimal>> before = new HashMap<>();
    private Path file = Path.of("");

    @BeforeEach
    void leaveAJournalOfVersionEight() throws IOException, SQLException {
        file = folder.resolve("journal.db");
        OldJournal.writeVersionEight(file);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("SELECT account, sums FROM books WHERE sums IS NOT NULL")) {
                while (row.next()) {
                    before.put(row.getString(1), sums(row.getString(2)));
                }
            }
        }
    }

    private static Map<String, BigDecimal> sums(String text) {
        var sums = new HashMap<String, BigDecimal>();
        text.lines()
                .forEach(line -> sums.put(
                        line.substring(0, line.indexOf('=')), new BigDecimal(line.substring(line.indexOf('=') + 1))));
        return sums;
    }

    private RestoredBooks restored(String account) throws IOException {
        var owner = new JournalOwner(account, SYMBOL, "backpack", "LIVE", 4712);
        var troubles = new ArrayList<String>();
        var journal = Journal.open(
                file,
                owner,
                true,
                books -> JournalPort.requireSound(books, SYMBOL),
                Clock.fixed(Entries.NOON, ZoneOffset.UTC),
                trouble -> troubles.add(String.valueOf(trouble)),
                aside -> troubles.add(aside.toString()));
        new Thread(journal::run).start();
        journal.close();
        assertEquals(List.of(), troubles);
        assertTrue(journal.notice().isEmpty());
        return journal.restored();
    }

    private static void assertSame(String expected, BigDecimal actual) {
        assertEquals(0, new BigDecimal(expected).compareTo(actual), "was " + actual.toPlainString());
    }

    private void assertLotsAsBefore(String account, int count) throws IOException {
        var old = Objects.requireNonNull(before.get(account));
        var kept = Objects.requireNonNull(restored(account).kept());
        var lots = new ArrayList<Lot>();
        for (int number = 0; number < count; number++) {
            lots.add(new Lot(
                    number,
                    Objects.requireNonNull(old.remove("fifo quantity " + number)),
                    Objects.requireNonNull(old.remove("fifo cost " + number))));
        }

        assertEquals(lots, kept.lots().changed());
        assertEquals(old, kept.sums());
        assertTrue(old.keySet().stream().noneMatch(name -> name.startsWith("fifo quantity")));
    }

    @Test
    void itsLotsAreThoseOfItsSumsAndNothingElseHasChanged() throws IOException {
        assertLotsAsBefore("a1b2c3d4", 26);
        assertLotsAsBefore("b2c3d4e5", 11);
        assertNull(restored("c3d4e5f6").kept());
    }

    @Test
    void itsBooksAreThoseThatTheOldProgramHad() throws IOException {
        var holds = books("a1b2c3d4");
        assertSame("136.927912", holds.base());
        assertSame("-10765.99825", holds.quote());
        assertSame("-0.688626180000", holds.realisedFirstInFirstOut());
        assertSame("7.789370640000", holds.unrealisedFirstInFirstOut());
        assertSame("-0.750321651558", holds.realised());
        assertSame("7.851066111558", holds.unrealised());

        var owes = books("b2c3d4e5");
        assertSame("-55.854648", owes.base());
        assertSame("-0.461830283994", owes.realisedFirstInFirstOut());
        assertSame("0.391084317994", owes.unrealisedFirstInFirstOut());
        assertSame("-0.215632162393", owes.unrealised());
    }

    private Ledger books(String account) throws IOException {
        return EngineWiring.ledger(restored(account), SYMBOL);
    }

    @Test
    void aLotThatIsMissingThereIsDamageNow() throws IOException, SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE books SET sums = replace(sums, 'fifo cost 3=', 'fifo kost 3=')");
        }
        var owner = new JournalOwner("a1b2c3d4", SYMBOL, "backpack", "LIVE", 4712);

        var journal = Journal.open(
                file,
                owner,
                true,
                books -> JournalPort.requireSound(books, SYMBOL),
                Clock.fixed(Entries.NOON, ZoneOffset.UTC),
                trouble -> {},
                aside -> {});
        new Thread(journal::run).start();
        journal.close();

        assertFalse(journal.notice().isEmpty());
    }
}
