package makerdeck.accounting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import makerdeck.domain.Side;
import makerdeck.journal.Entry;
import makerdeck.journal.Journal;
import makerdeck.journal.JournalOwner;
import makerdeck.journal.NewerJournalException;
import makerdeck.process.FullDisk;
import makerdeck.settings.ExportChoice;
import makerdeck.settings.ExportChoice.Format;
import makerdeck.settings.ExportChoice.What;
import makerdeck.words.Language;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {

    private static final Instant NEW_YEARS_EVE = Instant.parse("2025-12-31T23:00:00Z");
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T01:00:00Z");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private String from = "2000-01-01";
    private boolean simulated;
    private long trades;

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private Entry fill(Instant at, Side side, String price, String quantity, String fee, String asset) {
        trades++;
        return new Entry.FillBooked(
                at,
                "o" + trades,
                trades,
                trades,
                "QUOTE",
                side,
                decimal(price),
                decimal(quantity),
                decimal(fee),
                asset,
                true,
                decimal(price),
                1);
    }

    private void write(String mode, Entry... entries) throws NewerJournalException {
        write("SOL_USDC", mode, entries);
    }

    private void write(String symbol, String mode, Entry... entries) throws NewerJournalException {
        var owner = new JournalOwner("a1b2c3d4", symbol, "backpack", mode, 4711);
        var clock = Clock.fixed(NEW_YEAR, ZoneOffset.UTC);
        var journal = Journal.open(
                folder.resolve("journal.db"), owner, true, restored -> {}, clock, trouble -> {}, aside -> {});
        List.of(entries).forEach(journal::record);
        new Thread(journal::run).start();
        journal.close();
    }

    private static Entry opened(Instant at, String base, String quote) {
        return new Entry.BooksOpened(
                at, "SOL", "USDC", new Entry.Holding(decimal(base), decimal(quote), decimal("100")));
    }

    private void writeYears() throws NewerJournalException {
        write(
                "LIVE",
                opened(NEW_YEARS_EVE, "1", "1000"),
                fill(NEW_YEARS_EVE.plusSeconds(1), Side.BID, "110", "2", "0.22", "USDC"),
                fill(NEW_YEAR, Side.ASK, "130", "2", "0.26", "USDC"),
                fill(NEW_YEAR.plusSeconds(1), Side.ASK, "140", "0.5", "0.001", "BNB"),
                fill(NEW_YEAR.plusSeconds(2), Side.BID, "120", "1", "-0.01", "USDC"),
                new Entry.InterestBooked(
                        NEW_YEAR.plusSeconds(3), "p1", decimal("0.01"), decimal("0.5"), decimal("120")),
                new Entry.Transferred(NEW_YEAR.plusSeconds(4), decimal("-1"), decimal("50"), decimal("120")));
    }

    private List<String> export(What what, Format format) {
        var out = new ByteArrayOutputStream();
        var choice = new ExportChoice(what, format, LocalDate.parse(from), LocalDate.parse("2199-12-31"), simulated);
        int code = new ExportCommand(choice, new Speech(Language.ENGLISH))
                .run(folder.resolve("journal.db"), new PrintStream(out), new PrintStream(errors));
        assertEquals(0, code);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void salesHaveTheCostOfTheOldestAndOfTheAverageOverTheTurnOfTheYear() throws Exception {
        writeYears();
        from = "2026-01-01";

        var rows = export(What.TAX, Format.CSV).stream().skip(1).toList();

        // 1 at 100 and 2 at 110 with a fee of 0.22: 320.22 in all. Sold: 2 for 260 less 0.26, then 0.5 for 70.
        assertEquals(
                List.of(
                        "sale,fifo,SOL_USDC,SOL,1,2025-12-31T23:00:00Z,129.87,100,29.87,,USDC",
                        "sale,fifo,SOL_USDC,SOL,1,2025-12-31T23:00:01Z,129.87,110.11,19.76,,USDC",
                        "sale,average,SOL_USDC,SOL,2,,259.74,213.48,46.26,,USDC",
                        "sale,fifo,SOL_USDC,SOL,0.5,2025-12-31T23:00:01Z,70,55.055,14.945,,USDC",
                        "sale,average,SOL_USDC,SOL,0.5,,70,53.37,16.63,,USDC",
                        "fee,,SOL_USDC,BNB,0.001,,,,,,USDC",
                        "rebate,,SOL_USDC,USDC,0.01,,,,,0.01,USDC",
                        "interest,,SOL_USDC,SOL,0.01,,,,,1.2,USDC",
                        "interest,,SOL_USDC,USDC,0.5,,,,,0.5,USDC",
                        "transfer,fifo,SOL_USDC,SOL,0.5,2025-12-31T23:00:01Z,,55.055,,,USDC",
                        "transfer,fifo,SOL_USDC,SOL,0.5,2026-01-01T01:00:02Z,,60,,,USDC"),
                rows.subList(0, 11).stream().map(ExportTest::middle).toList());
        assertTrue(rows.stream().allMatch(row -> row.contains(",2026,")), rows::toString);
    }

    /** Without time, year and reference. */
    private static String middle(String row) {
        var cells = row.split(",", -1);
        return String.join(",", List.of(cells).subList(2, cells.length - 1));
    }

    @Test
    void whatTwoMarketsOfOneAccountBothHoldIsSaid() throws Exception {
        writeYears();
        export(What.LEDGER, Format.KOINLY);
        assertEquals("", errors.toString(StandardCharsets.UTF_8));
        var holding = new Entry.Holding(decimal("3"), decimal("1000"), decimal("4000"));
        write("ETH_USDC", "LIVE", new Entry.BooksOpened(NEW_YEAR, "ETH", "USDC", holding));

        export(What.FILLS, Format.CSV);
        export(What.TAX, Format.CSV);
        assertEquals("", errors.toString(StandardCharsets.UTF_8));

        export(What.LEDGER, Format.KOINLY);
        assertEquals(
                "makerdeck: " + Spoken.ENGLISH.say("program.export.shared", "USDC") + System.lineSeparator(),
                errors.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anExportThatFoundNoRoomIsNoSuccess() throws Exception {
        writeYears();
        var choice =
                new ExportChoice(What.LEDGER, Format.CSV, LocalDate.parse(from), LocalDate.parse("2199-12-31"), false);

        int code = new ExportCommand(choice, new Speech(Language.ENGLISH))
                .run(folder.resolve("journal.db"), new PrintStream(new FullDisk(700)), new PrintStream(errors));

        assertEquals(2, code);
        assertTrue(
                errors.toString(StandardCharsets.UTF_8).contains(Spoken.ENGLISH.say("program.report.cut")),
                errors::toString);
    }

    @Test
    void theLedgerTellsWhatIsHeldAfterEachChange() throws Exception {
        writeYears();

        var rows = export(What.LEDGER, Format.CSV);

        assertEquals("time,venue,mode,symbol,type,asset,amount,held,reference", rows.get(0));
        assertEquals("2025-12-31T23:00:00Z,backpack,LIVE,SOL_USDC,opening,SOL,1,1,SOL_USDC", rows.get(1));
        assertEquals(
                List.of(
                        "2025-12-31T23:00:01Z,backpack,LIVE,SOL_USDC,trade,SOL,2,3,SOL_USDC order o1 trade 1",
                        "2025-12-31T23:00:01Z,backpack,LIVE,SOL_USDC,trade,USDC,-220,780,SOL_USDC order o1 trade 1",
                        "2025-12-31T23:00:01Z,backpack,LIVE,SOL_USDC,fee,USDC,-0.22,779.78,SOL_USDC order o1 trade 1"),
                rows.subList(3, 6));
        assertTrue(
                rows.contains(
                        "2026-01-01T01:00:02Z,backpack,LIVE,SOL_USDC,rebate,USDC,0.01,989.53,SOL_USDC order o4 trade 4"),
                rows::toString);
        assertTrue(
                rows.contains("2026-01-01T01:00:01Z,backpack,LIVE,SOL_USDC,fee,BNB,-0.001,,SOL_USDC order o3 trade 3"),
                rows::toString);
    }

    @Test
    void koinlyTakesFeesOffByItself() throws Exception {
        writeYears();

        var rows = export(What.LEDGER, Format.KOINLY);

        assertTrue(
                rows.contains("2025-12-31 23:00:01 UTC,220,USDC,2,SOL,0.22,USDC,,,,SOL_USDC order o1 trade 1,o1-1"),
                rows::toString);
        assertTrue(
                rows.contains("2026-01-01 01:00:02 UTC,,,0.01,USDC,,,,,income,SOL_USDC order o4 trade 4,"),
                rows::toString);
        assertTrue(
                rows.contains("2026-01-01 01:00:03 UTC,,,0.5,USDC,,,,,lending interest,SOL_USDC interest p1,"),
                rows::toString);
        assertTrue(rows.contains("2026-01-01 01:00:04 UTC,1,SOL,,,,,,,,SOL_USDC,"), rows::toString);
        assertEquals(5, export(What.FILLS, Format.KOINLY).size() - 1, "four trades and a rebate");
    }

    @Test
    void coinTrackingHasFeesInTheAmountsAndThirdAssetsApart() throws Exception {
        writeYears();

        var rows = export(What.FILLS, Format.COINTRACKING);

        assertEquals(
                List.of(
                        "Type,Buy,Cur.,Sell,Cur.,Fee,Cur.,Exchange,Group,Comment,Date",
                        "Trade,2,SOL,220.22,USDC,0.22,USDC,backpack,SOL_USDC,SOL_USDC order o1 trade 1,31.12.2025 23:00:01",
                        "Trade,259.74,USDC,2,SOL,0.26,USDC,backpack,SOL_USDC,SOL_USDC order o2 trade 2,01.01.2026 01:00:00",
                        "Trade,70,USDC,0.5,SOL,,,backpack,SOL_USDC,SOL_USDC order o3 trade 3,01.01.2026 01:00:01",
                        "Other Fee,,,0.001,BNB,,,backpack,SOL_USDC,SOL_USDC order o3 trade 3,01.01.2026 01:00:01",
                        "Trade,1,SOL,120,USDC,,,backpack,SOL_USDC,SOL_USDC order o4 trade 4,01.01.2026 01:00:02",
                        "Income,0.01,USDC,,,,,backpack,SOL_USDC,SOL_USDC order o4 trade 4,01.01.2026 01:00:02"),
                rows);
    }

    @Test
    void rotkiHasTradesInOneFileAndTheRestInAnother() throws Exception {
        writeYears();

        assertEquals(
                "external,USDC,220,SOL,2,0.22,USDC,SOL_USDC order o1 trade 1,1767222001000",
                export(What.FILLS, Format.ROTKI).get(1));
        var events = export(What.LEDGER, Format.ROTKI);
        assertEquals("Type,Location,Currency,Amount,Fee,Fee Currency,Description,Timestamp", events.get(0));
        assertTrue(events.contains("Withdrawal,external,SOL,1,,,SOL_USDC,1767229204000"), events::toString);
        assertTrue(events.contains("Income,external,SOL,0.01,,,SOL_USDC interest p1,1767229203000"), events::toString);
    }

    @Test
    void aLineOfJsonHasTheSameNamesAndNumbers() throws Exception {
        writeYears();

        assertEquals(
                "{\"time\":\"2025-12-31T23:00:01Z\",\"venue\":\"backpack\",\"mode\":\"LIVE\",\"symbol\":\"SOL_USDC\","
                        + "\"side\":\"buy\",\"price\":\"110\",\"quantity\":\"2\",\"base\":\"SOL\",\"worth\":\"220\","
                        + "\"quote\":\"USDC\",\"fee\":\"0.22\",\"fee_asset\":\"USDC\",\"maker\":\"true\",\"role\":\"quote\","
                        + "\"order_id\":\"o1\",\"trade_id\":\"1\"}",
                export(What.FILLS, Format.JSONL).get(0));
    }

    @Test
    void whatLaterBooksHoldMoreThanEarlierOnesCameByTransfer() throws Exception {
        write(
                "LIVE",
                opened(NEW_YEARS_EVE, "1", "1000"),
                fill(NEW_YEARS_EVE.plusSeconds(1), Side.BID, "110", "2", "0", "USDC"),
                opened(NEW_YEAR, "3.5", "700"));

        var rows = export(What.LEDGER, Format.CSV);

        assertEquals(
                List.of(
                        "2026-01-01T01:00:00Z,backpack,LIVE,SOL_USDC,transfer,SOL,0.5,3.5,SOL_USDC",
                        "2026-01-01T01:00:00Z,backpack,LIVE,SOL_USDC,transfer,USDC,-80,700,SOL_USDC"),
                rows.subList(rows.size() - 2, rows.size()));
    }

    @Test
    void accountsWithoutRealMoneyAreToldOnlyWhenAsked() throws Exception {
        write("SIM", opened(NEW_YEARS_EVE, "1", "1000"));

        assertEquals(1, export(What.LEDGER, Format.CSV).size());
        assertTrue(errors.toString(StandardCharsets.UTF_8).contains("--simulated"), errors::toString);
        simulated = true;
        assertEquals(3, export(What.LEDGER, Format.CSV).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"})
    void anOrdersIdIsNoFormulaOfASpreadsheet(String begins) throws Exception {
        var fill = (Entry.FillBooked) fill(NEW_YEAR, Side.BID, "110", "2", "0", "USDC");
        var hostile = new Entry.FillBooked(
                fill.at(),
                begins + "cmd(),\"x\"",
                fill.tradeId(),
                fill.clientId(),
                fill.role(),
                fill.side(),
                fill.price(),
                fill.quantity(),
                fill.fee(),
                fill.feeAsset(),
                fill.maker(),
                fill.mid(),
                fill.layer());
        write("LIVE", opened(NEW_YEARS_EVE, "1", "1000"), hostile);

        var row = export(What.FILLS, Format.CSV).get(1);

        assertTrue(row.endsWith(",\"'" + begins + "cmd(),\"\"x\"\"\",1"), row);
    }

    /** Both methods, however the parts fall: what came cost what went and what is left have cost. */
    @Test
    void noCostIsLostInTheSum() {
        var random = new SplittableRandom(3);
        for (int run = 0; run < 50; run++) {
            var lots = new CostLots();
            var paid = BigDecimal.ZERO;
            var oldest = BigDecimal.ZERO;
            var average = BigDecimal.ZERO;
            for (int i = 0; i < 200; i++) {
                var quantity = BigDecimal.valueOf(1 + random.nextInt(999), 3);
                if (random.nextInt(3) > 0) {
                    var cost = quantity.multiply(BigDecimal.valueOf(100 + random.nextInt(999), 2));
                    lots.came(NEW_YEAR, quantity, cost);
                    paid = paid.add(cost);
                } else {
                    for (var gone : lots.oldest(quantity)) {
                        oldest = oldest.add(gone.cost());
                    }
                    average = average.add(lots.average(quantity));
                }
            }
            assertEquals(0, paid.compareTo(oldest.add(lots.costOfLots())));
            assertEquals(0, paid.compareTo(average.add(lots.costOfPool())));
        }
    }
}
