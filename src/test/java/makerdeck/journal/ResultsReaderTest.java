package makerdeck.journal;

import static makerdeck.journal.Entries.NOON;
import static makerdeck.journal.Entries.OWNER;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import makerdeck.domain.Side;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsReaderTest {

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("journal.db");
    }

    private void write(Entry... entries) throws NewerJournalException {
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        var journal = Journal.open(file, OWNER, true, restored -> {}, clock, trouble -> {}, aside -> {
            throw new AssertionError(aside);
        });
        List.of(entries).forEach(journal::record);
        new Thread(journal::run).start();
        journal.close();
    }

    @Test
    void theMarketAfterFillsIsToldByLayerWithTheirNumber() throws Exception {
        write(
                Entries.opened(),
                Entries.fill(1, NOON.plusSeconds(1)),
                Entries.fill(2, NOON.plusSeconds(2)),
                new Entry.MarkedOut(NOON, "order-1", 1, Map.of(5, new BigDecimal("150.20"), 60, new BigDecimal("150"))),
                new Entry.MarkedOut(NOON, "order-2", 2, Map.of(5, new BigDecimal("150.05"))));

        var markouts = Objects.requireNonNull(
                        ResultsReader.read(file, OWNER, NOON).parts().get(1))
                .markouts();

        // Bought 2 at 150.10 each: 0.20 and -0.10 after 5 s, -0.20 after a minute.
        assertEquals(
                new DeskResults.Markout(
                        2, new BigDecimal("0.1000"), new BigDecimal("600.4000"), squares("0.2000", "-0.1000")),
                markouts.get(5));
        assertEquals(
                new DeskResults.Markout(1, new BigDecimal("-0.2000"), new BigDecimal("300.2000"), squares("-0.2000")),
                markouts.get(60));
        assertEquals(2, markouts.size());
    }

    /** Of fills of 300.2000 each. */
    private static DeskResults.Squares squares(String... gains) {
        var volume = new BigDecimal("300.2000");
        var squared = BigDecimal.ZERO;
        var byVolume = BigDecimal.ZERO;
        for (var gain : gains) {
            squared = squared.add(new BigDecimal(gain).pow(2));
            byVolume = byVolume.add(new BigDecimal(gain).multiply(volume));
        }
        return new DeskResults.Squares(squared, byVolume, volume.pow(2).multiply(BigDecimal.valueOf(gains.length)));
    }

    @Test
    void fillsAreToldBySideAndByHowLivelyTheMarketWas() throws Exception {
        write(
                Entries.opened(),
                Entries.in("MID", Side.BID, Entries.fill(1, NOON.plusSeconds(1))),
                Entries.in("HIGH", Side.ASK, Entries.fill(2, NOON.plusSeconds(2))),
                Entries.in(null, Side.ASK, Entries.fill(3, NOON.plusSeconds(3))),
                new Entry.MarkedOut(NOON, "order-2", 2, Map.of(30, new BigDecimal("150.00"))));

        var results = ResultsReader.read(file, OWNER, NOON);

        assertEquals(
                1,
                Objects.requireNonNull(results.sides().get(Side.BID)).traded().fills());
        assertEquals(
                2,
                Objects.requireNonNull(results.sides().get(Side.ASK)).traded().fills());
        assertEquals(Set.of("MID", "HIGH", ""), results.regimes().keySet());
        var after =
                Objects.requireNonNull(results.regimes().get("HIGH")).markouts().get(30);
        assertEquals(1, Objects.requireNonNull(after).fills());
        // Sold 2 at 150.10.
        assertEquals(0, new BigDecimal("0.2").compareTo(after.gain()));
        assertEquals(3, results.total().traded().fills());
    }

    @Test
    void whatAFillMadeIsItsOwnBeforeTheBooksAreValuedAgain() throws Exception {
        write(
                Entries.opened(),
                Entries.valued(NOON, "-3"),
                Entries.in("MID", Side.BID, Entries.feeIn("USDC", 1, NOON.plusSeconds(1))));

        var total = ResultsReader.read(file, OWNER, NOON).total();

        // Bought 2 at 150.10 while the mid was 150.105; the fee was 0.0016.
        assertEquals(0, new BigDecimal("0.01").compareTo(total.traded().captured()));
        assertEquals(0, new BigDecimal("-3").compareTo(total.inventory()));
        assertEquals(0, new BigDecimal("-2.9916").compareTo(total.pnl()));
    }

    /** It is valued in the next one. */
    @Test
    void aFillAtTheEndOfAnHourLeavesTheInventoryOfThatHourAlone() throws Exception {
        var hour = Duration.ofHours(1);
        write(
                Entries.opened(),
                Entries.valued(NOON.plusSeconds(3570), "-3"),
                Entries.feeIn("USDC", 1, NOON.plusSeconds(3590)),
                Entries.valued(NOON.plus(hour).plusSeconds(30), "-1.9916", "-2"));

        var hours = ResultsReader.read(file, OWNER, NOON.plus(hour)).hours();

        assertEquals(2, hours.size());
        assertEquals(0, new BigDecimal("-3").compareTo(hours.get(0).sums().inventory()));
        assertEquals(0, new BigDecimal("-2.9916").compareTo(hours.get(0).sums().pnl()));
        assertEquals(0, BigDecimal.ONE.compareTo(hours.get(1).sums().inventory()));
        assertEquals(0, BigDecimal.ONE.compareTo(hours.get(1).sums().pnl()));
    }

    @Test
    void theTimeQuotedIsAddedUp() throws Exception {
        var side = new Entry.SideQuoted(Duration.ofSeconds(50), Duration.ofSeconds(40));
        var minute = new Entry.MinuteQuoted(NOON, Duration.ofSeconds(60), side, side);
        write(
                Entries.opened(),
                minute,
                minute,
                new Entry.MinuteQuoted(NOON.plusSeconds(60), Duration.ofSeconds(60), side, side));

        var results = ResultsReader.read(file, OWNER, NOON);

        assertEquals(
                new DeskResults.Time(180_000, 150_000, 120_000, 150_000, 120_000),
                results.total().time());
        assertEquals(1, results.hours().size());
    }

    @Test
    void whatAnOlderProgramWroteIsSummedUpWhenTheFileIsBroughtForward() throws Exception {
        OldJournal.write(file, 300);
        write();

        var total = ResultsReader.read(file, OWNER, NOON).total();

        assertEquals(300, total.traded().fills());
        assertEquals(0, new BigDecimal("375").compareTo(total.traded().volumeBase()));
        assertEquals(0, new BigDecimal("0.48").compareTo(total.traded().fees()));
        assertEquals(0, new BigDecimal("2.5").compareTo(total.pnl()));
    }

    private void change(String sql) throws SQLException {
        try (var connection = OldJournal.connection(file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aSumThatCannotBeReadIsMadeAnewWhenTheJournalIsOpened() throws Exception {
        var side = new Entry.SideQuoted(Duration.ofSeconds(50), Duration.ofSeconds(40));
        write(
                Entries.opened(),
                Entries.fill(1, NOON),
                Entries.feeIn("USDC", 2, NOON),
                Entries.feeIn("BNB", 3, NOON.plusSeconds(3600)),
                Entries.fill(4, "order-4", NOON, "REBALANCE"),
                Entries.fill(5, "order-5", NOON, Entry.FillBooked.EXTERNAL),
                new Entry.MarkedOut(NOON, "order-1", 1, Map.of(5, new BigDecimal("150.20"), 60, new BigDecimal("150"))),
                new Entry.MarkedOut(NOON, "order-4", 4, Map.of(1, new BigDecimal("149.9"))),
                new Entry.MinuteQuoted(NOON, Duration.ofSeconds(60), side, side),
                Entries.valued(NOON, "2.5"),
                Entries.valued(NOON.plusSeconds(3600), "-1"));
        var before = ResultsReader.read(file, OWNER, NOON);
        change("UPDATE hourly_fills SET fees = 'odd'");
        assertThrows(IOException.class, () -> ResultsReader.read(file, OWNER, NOON));
        write();

        assertEquals(before, ResultsReader.read(file, OWNER, NOON));
    }

    @Test
    void aSumThatBreaksWhileTheDeskRunsKeepsNoFillFromBeingWritten() throws Exception {
        write(Entries.opened(), Entries.fill(1, NOON));
        try (var database = Database.open(file, NOON)) {
            var writer = new EntryWriter(database, OWNER, NOON, 1);
            database.write("UPDATE hourly_fills SET captured = 'odd'");

            assertEquals(List.of(), writer.write(List.of(Entries.fill(2, NOON), Entries.fill(3, NOON))));
        }

        assertEquals(3, ResultsReader.read(file, OWNER, NOON).total().traded().fills());
    }

    @Test
    void anOddRowOfAnotherDeskKeepsNobodyFromGoingOn() throws Exception {
        OldJournal.write(file, 300);
        change(
                "INSERT INTO books SELECT 2, 'other', symbol, venue, mode, base, quote, opened_at, NULL, NULL, NULL, NULL"
                        + " FROM books");
        change(
                "INSERT INTO fills SELECT line + 1000, 2, at, order_id, trade_id, client_id, role, side, 'odd', quantity,"
                        + " fee, fee_asset, maker, mid FROM fills");
        write();

        assertEquals(300, ResultsReader.read(file, OWNER, NOON).total().traded().fills());
        assertEquals(2, OldJournal.number(file, "SELECT count(*) FROM books"));
    }

    @Test
    void theCurveOfAYoungDeskIsDrawnByTheMinute() throws Exception {
        write(
                Entries.opened(),
                Entries.valued(NOON, "1"),
                Entries.valued(NOON.plusSeconds(60), "2"),
                Entries.valued(NOON.plusSeconds(120), "3"));

        assertEquals(
                List.of(NOON, NOON.plusSeconds(60), NOON.plusSeconds(120)),
                ResultsReader.read(file, OWNER, NOON).curve().stream()
                        .map(DeskResults.Valued::at)
                        .toList());
    }

    @Test
    void theCurveIsOldestFirstThoughTheClockWasSetBackBetweenTwoLives() throws Exception {
        write(
                Entries.opened(),
                Entries.valued(NOON.plusSeconds(600), "1"),
                Entries.opened(),
                Entries.valued(NOON, "2"),
                Entries.valued(NOON.plusSeconds(60), "3"));

        assertEquals(
                List.of(NOON, NOON.plusSeconds(60), NOON.plusSeconds(600)),
                ResultsReader.read(file, OWNER, NOON).curve().stream()
                        .map(DeskResults.Valued::at)
                        .toList());
    }

    @Test
    void whatIsWrittenWhileTheyAreReadIsInAllFiguresOrInNone() throws Exception {
        write(Entries.opened());
        try (var database = Database.open(file, NOON)) {
            var writer = new EntryWriter(database, OWNER, NOON, 1);
            var writing = CompletableFuture.runAsync(() -> {
                for (int i = 1; i <= 200; i++) {
                    var out = new Entry.MarkedOut(NOON, "order-" + i, i, Map.of(5, new BigDecimal("150.20")));
                    assertDoesNotThrow(() -> writer.write(List.of(Entries.fill(out.tradeId(), NOON), out)));
                }
            });
            do {
                var total = ResultsReader.read(file, OWNER, NOON).total();
                var after = total.markouts().get(5);
                assertEquals(total.traded().fills(), after == null ? 0 : after.fills());
            } while (!writing.isDone());
            writing.get();
        }

        assertEquals(200, ResultsReader.read(file, OWNER, NOON).total().traded().fills());
    }

    @Test
    void anotherDesksBooksAreNotOurs() throws Exception {
        write(Entries.opened(), Entries.fill(1, NOON));
        var other = new JournalOwner("other", "SOL_USDC", "backpack", "LIVE", 1);

        assertEquals(0, ResultsReader.read(file, other, NOON).total().traded().fills());
        assertEquals(0, PastReader.read(file, other, Instant.EPOCH).trades().size());
    }

    @Test
    void whatEarlierLivesLeftIsReadFromATimeOn() throws Exception {
        write(
                Entries.opened(),
                Entries.fill(1, NOON),
                Entries.fill(2, NOON.plusSeconds(60)),
                Entries.fill(3, "manual", NOON.plusSeconds(61), Entry.FillBooked.EXTERNAL),
                Entries.valued(NOON.plusSeconds(90), "1"));

        var past = PastReader.read(file, OWNER, NOON.plusSeconds(30));

        assertEquals(
                List.of(NOON.plusSeconds(60)),
                past.trades().stream().map(PastReader.Trade::at).toList());
        assertEquals(
                List.of(new BigDecimal("10000.10")),
                past.valuations().stream().map(PastReader.Valuation::equity).toList());
    }

    @Test
    void aFileThatCannotBeReadIsSaidSo() throws Exception {
        Files.writeString(file, "this is no journal, whatever its name says".repeat(100));

        assertThrows(IOException.class, () -> ResultsReader.read(file, OWNER, NOON));
        assertThrows(IOException.class, () -> PastReader.read(file, OWNER, NOON));
    }

    /** {@code -Dresults.fills=1000000} says how long it takes; there is nothing here that a clock may fail. */
    @Test
    void aLongJournalIsReadByItsSums() throws Exception {
        int fills = Integer.getInteger("results.fills", 0);
        Assumptions.assumeTrue(fills > 0, "takes a while: -Dresults.fills=1000000 runs it");
        write(Entries.opened());
        LongJournal.fill(file, fills);

        for (int i = 0; i < 3; i++) {
            var started = System.nanoTime();
            var results = ResultsReader.read(file, OWNER, LongJournal.END);
            System.out.printf(
                    "%d fills, %d MB: results read in %.0f ms, %d hours, %d days%n",
                    results.total().traded().fills(),
                    Files.size(file) / 1_000_000,
                    (System.nanoTime() - started) / 1e6,
                    results.hours().size(),
                    results.days().size());
            assertEquals(fills, results.total().traded().fills());
            assertTrue(results.hours().size() > 100);
        }
    }
}
