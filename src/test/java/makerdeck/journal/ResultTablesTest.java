package makerdeck.journal;

import static makerdeck.journal.Entries.NOON;
import static makerdeck.journal.Entries.OWNER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What results are told from, as it stands in the file. */
class ResultTablesTest {

    @TempDir
    private Path folder;

    private final List<String> asides = new ArrayList<>();
    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("journal.db");
    }

    private void aside(Message what) {
        asides.add(Keys.of(what));
    }

    private void write(Entry... entries) throws NewerJournalException {
        write(NOON, List.of(entries));
    }

    private void write(Instant now, List<Entry> entries) throws NewerJournalException {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var journal = Journal.open(file, OWNER, true, restored -> {}, clock, trouble -> {}, this::aside);
        entries.forEach(journal::record);
        new Thread(journal::run).start();
        journal.close();
    }

    /** The rows of a query, each with its columns joined by blanks. */
    private List<String> rows(String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = OldJournal.connection(file);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                var cells = new ArrayList<String>();
                for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    cells.add(row.getString(column));
                }
                rows.add(String.join(" ", cells.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }

    @Test
    void booksKnowWhatTheyWereOpenedWithAndAFillItsLayer() throws Exception {
        write(Entries.opened(), Entries.fill(1, NOON));

        assertEquals(List.of("20 7000.5 150.005"), rows("SELECT opening_base, opening_quote, opening_mid FROM books"));
        assertEquals(List.of("1"), rows("SELECT layer FROM fills"));
    }

    @Test
    void aValuationHasAllItsParts() throws Exception {
        write(
                Entries.opened(),
                new Entry.BooksValued(
                        NOON, new BigDecimal("10000.10"), new BigDecimal("2.5"), Entries.holding(), Entries.parts()));

        assertEquals(
                List.of("150.005 10000.10 2.5 20 7000.5 4.1 -31.2 1.8 0.02 -0.3 0.01 100"),
                rows("SELECT mid, equity, pnl, base, quote, captured, inventory, fees, fees_converted, rebalance,"
                        + " interest, transfers FROM equity"));
    }

    @Test
    void theMarketAfterAFillStandsBesideIt() throws Exception {
        write(
                Entries.opened(),
                Entries.fill(1, NOON),
                new Entry.MarkedOut(
                        NOON, "order-1", 1, Map.of(1, new BigDecimal("150.1"), 300, new BigDecimal("151"))));

        assertEquals(
                List.of("150.10 150.1" + " null".repeat(4) + " 151"),
                rows("SELECT price, mid_1s, mid_5s, mid_10s, mid_30s, mid_60s, mid_300s FROM fills"
                        + " JOIN markouts USING (books, order_id, trade_id)"));
    }

    /** However many layers, sides and regimes there are: or results take the longer to read the more there are. */
    @Test
    void anHourIsOneSumOfItsFillsAndOneOfTheMarketAfterEachTime() throws Exception {
        var entries = new ArrayList<Entry>(List.of(Entries.opened()));
        long id = 0;
        for (var regime : List.of("LOW", "MID", "HIGH")) {
            for (var side : Side.values()) {
                for (int second = 0; second < 3; second++) {
                    var fill = Entries.fill(++id, NOON.plusSeconds(second));
                    entries.add(Entries.in(regime, side, fill));
                    entries.add(new Entry.MarkedOut(
                            NOON, fill.orderId(), id, Map.of(5, new BigDecimal("150.2"), 60, new BigDecimal("150"))));
                }
            }
        }
        write(NOON, entries);

        assertEquals(List.of("18 36.00"), rows("SELECT fills, volume_base FROM hourly_fills"));
        assertEquals(List.of("5 18", "60 18"), rows("SELECT seconds, fills FROM hourly_markouts"));
        assertEquals(List.of("6 18"), rows("SELECT count(*), sum(fills) FROM part_fills"));
        assertEquals(List.of("12 36"), rows("SELECT count(*), sum(fills) FROM part_markouts"));
    }

    @Test
    void aMinuteThatARestartDividesIsOneMinute() throws Exception {
        write(Entries.opened(), Entries.kept(NOON), minute(20, 15, 10));
        write(minute(30, 30, 20));

        assertEquals(
                List.of(Database.micros(NOON) + " 50000 45000 30000 0 0"),
                rows("SELECT minute, ran, bids_allowed, bids_quoted, asks_allowed, asks_quoted FROM uptime"));
    }

    private static Entry rested(Instant at, String near, String bids) {
        var band = new Entry.Rested(new BigDecimal(near), new BigDecimal(bids), BigDecimal.ONE, Duration.ofSeconds(3));
        var far = new Entry.Rested(new BigDecimal("15"), new BigDecimal(bids), BigDecimal.TEN, Duration.ofSeconds(4));
        var heard = new Entry.Heard(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofSeconds(5));
        return new Entry.MinuteRested(at, heard, band, far, new BigDecimal("1000.10"), new BigDecimal("0.30"));
    }

    @Test
    void whatRestedInAMinuteIsAddedUpForEachPairOfBands() throws Exception {
        write(Entries.opened(), Entries.kept(NOON), rested(NOON, "7.5", "100.000000001"), rested(NOON, "4", "7"));
        write(rested(NOON, "7.5", "0.2"));

        assertEquals(
                List.of(
                        "4 15 20000 10000 5000 7 1 3000 7 10 4000 1000.10 0.30",
                        "7.5 15 40000 20000 10000 100.200000001 2 6000 100.200000001 20 8000 2000.20 0.60"),
                rows(
                        "SELECT near, far, ran, known, tape, near_bids, near_asks, near_both, far_bids, far_asks, far_both,"
                                + " market, maker FROM programme ORDER BY near"));
    }

    @Test
    void minutesOfAProgrammeAreKeptForSomeMonths() throws Exception {
        write(Entries.opened(), Entries.kept(NOON), rested(NOON, "7.5", "1"));
        write(NOON.plus(Duration.ofDays(123)), List.of(rested(NOON.plus(Duration.ofDays(123)), "7.5", "1")));
        assertEquals(List.of("2"), rows("SELECT count(*) FROM programme"));
        write(NOON.plus(Duration.ofDays(125)), List.of(rested(NOON.plus(Duration.ofDays(125)), "7.5", "1")));

        assertEquals(List.of("2"), rows("SELECT count(*) FROM programme"));
    }

    private static Entry minute(long ran, long allowed, long quoted) {
        return new Entry.MinuteQuoted(
                NOON,
                Duration.ofSeconds(ran),
                new Entry.SideQuoted(Duration.ofSeconds(allowed), Duration.ofSeconds(quoted)),
                new Entry.SideQuoted(Duration.ZERO, Duration.ZERO));
    }

    @Test
    void anOrderKeepsItsHistory() throws Exception {
        write(Entries.opened(), Entries.order(5, "", true), Entries.order(5, "resting", false));

        assertEquals(
                List.of("OPEN 0.5", "CANCELLED 0.5"),
                rows("SELECT state, executed FROM order_history WHERE client_id = 5 ORDER BY id"));
        assertEquals(List.of("CANCELLED"), rows("SELECT state FROM orders"));
    }

    @Test
    void theHistoryOfOrdersDoesNotGrowForEver() throws Exception {
        write(Entries.opened());
        try (var connection = OldJournal.connection(file);
                var statement = connection.createStatement()) {
            statement.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                    + (Upkeep.HISTORY_KEPT + 5000) + ") INSERT INTO order_history SELECT i, 1, i, 1, 'OPEN', '0', ''"
                    + " FROM n");
        }
        var moves = new ArrayList<Entry>();
        for (var id = 1; id <= 1000; id++) {
            moves.add(Entries.order(id, "", true));
        }
        write(NOON, moves);

        assertEquals(
                List.of(Upkeep.HISTORY_KEPT + " " + (Upkeep.HISTORY_KEPT + 6000)),
                rows("SELECT count(*), max(id) FROM order_history"));
    }

    @Test
    void oldValuationsAreKeptByTheHourAndNoDayLosesItsLast() throws Exception {
        var old = NOON.minus(Duration.ofDays(100));
        var entries = new ArrayList<Entry>();
        entries.add(Entries.opened());
        entries.add(Entries.kept(NOON));
        for (var minute = 0; minute < 150; minute++) {
            entries.add(Entries.valued(old.plus(Duration.ofMinutes(minute)), String.valueOf(minute)));
        }
        entries.add(Entries.valued(NOON.minusSeconds(120), "200"));
        entries.add(Entries.valued(NOON.minusSeconds(60), "201"));
        write(old, entries);
        write(Entries.valued(NOON, "202"));

        assertEquals(List.of("59", "119", "149", "200", "201", "202"), rows("SELECT pnl FROM equity ORDER BY id"));
        assertEquals(List.of(), asides);
    }

    @Test
    void aClockThatLeapsMakesNothingOld() throws Exception {
        var entries = new ArrayList<Entry>();
        entries.add(Entries.opened());
        for (var minute = 0; minute < 10; minute++) {
            entries.add(Entries.valued(NOON.plus(Duration.ofMinutes(minute)), String.valueOf(minute)));
        }
        entries.add(Entries.valued(NOON.plus(Duration.ofDays(3000)), "10"));
        write(NOON, entries);

        assertEquals(List.of("11"), rows("SELECT count(*) FROM equity"));
    }

    @Test
    void feesConvertedAreReadAgainFromTheBooksMark() throws Exception {
        var early = new Entry.FeesConverted(NOON, "JTO", new BigDecimal("0.4"), new BigDecimal("2.5"));
        var late = new Entry.FeesConverted(NOON.plusSeconds(60), "JTO", new BigDecimal("0.1"), new BigDecimal("2.6"));
        write(Entries.opened(), early, Entries.kept(NOON), late, Entries.fill(1, NOON.plusSeconds(61)));

        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        try (var journal = Journal.open(file, OWNER, true, restored -> {}, clock, trouble -> {}, this::aside)) {
            assertEquals(
                    List.of(late, Entries.fill(1, NOON.plusSeconds(61))),
                    journal.restored().since());
        }
        assertEquals(List.of("JTO 0.4 2.5", "JTO 0.1 2.6"), rows("SELECT asset, amount, price FROM conversions"));
    }
}
