package makerdeck.daybook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import makerdeck.domain.Side;
import makerdeck.journal.Entries;
import makerdeck.journal.Entry;
import makerdeck.journal.Journal;
import makerdeck.journal.JournalOwner;
import makerdeck.process.FullDisk;
import makerdeck.settings.ReportChoice;
import makerdeck.text.Columns;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    private static final Instant START = Instant.parse("2026-09-01T12:00:00Z");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-09-02T06:00:00Z"), ZoneOffset.UTC);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private Speech speech = Spoken.ENGLISH;
    private ReportChoice choice = choice(false);
    private Path journal = Path.of("");

    @TempDir
    private Path folder;

    @BeforeEach
    void nameTheFile() {
        journal = folder.resolve("journal.db");
    }

    private static ReportChoice choice(boolean html) {
        return new ReportChoice(null, LocalDate.parse("2000-01-01"), LocalDate.parse("2199-12-31"), html);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static Entry.FillBooked fill(Instant at, Side side, String price, boolean maker, String fee, String asset) {
        return new Entry.FillBooked(
                at,
                "order-" + at,
                1,
                7L,
                maker ? "QUOTE" : "REBALANCE",
                side,
                decimal(price),
                decimal("2.00"),
                decimal(fee),
                asset,
                maker,
                decimal("150.105"),
                maker ? 1 : null);
    }

    private static Entry valued(Instant at, String mid, String pnl, String inventory, String equity) {
        var none = BigDecimal.ZERO;
        return new Entry.BooksValued(
                at,
                decimal(equity),
                decimal(pnl),
                new Entry.Holding(decimal("20"), decimal("7000.5"), decimal(mid)),
                new Entry.Parts(none, decimal(inventory), none, none, none, none, none));
    }

    private void trade(String mode, String fee, String feeAsset) throws IOException {
        var owner = new JournalOwner("a1b2c3d4", "SOL_USDC", "backpack", mode, 4711);
        var next = START.plus(Duration.ofDays(1)).minus(Duration.ofHours(8));
        var side = new Entry.SideQuoted(Duration.ofHours(6), Duration.ofHours(3));
        var other = new Entry.SideQuoted(Duration.ofHours(6), Duration.ofHours(6));
        var entries = List.of(
                Entries.opened(),
                valued(START, "150.005", "0", "0", "10000.6"),
                fill(START, Side.BID, "150.10", true, fee, feeAsset),
                new Entry.MinuteQuoted(START, Duration.ofHours(6), side, other),
                valued(START.plusSeconds(60), "149.88", "-2.5", "-2.27", "9998.1"),
                fill(next, Side.ASK, "150.2", false, "0.30040", "USDC"),
                valued(next.plusSeconds(60), "150.005", "1.25", "1.70", "10001.85"));
        var book = Journal.open(journal, owner, false, restored -> {}, NOW, trouble -> {}, aside -> {});
        entries.forEach(book::record);
        new Thread(book::run).start();
        book.close();
    }

    @Test
    void aProgrammeIsToldByTheMonth() throws IOException {
        rests();

        assertEquals(
                List.of(
                        "2026-09|7.5|60|30|0.83%|0.83%|1800|22.5|1.25%",
                        "2026-09|15|600|300|0.83%|0.83%|1800|22.5|1.25%"),
                rows(report(), "2026-09 "));
        choice = choice(true);
        out.reset();
        assertTrue(report().contains("Market-maker programme"));
        speech = Spoken.CHINESE;
        out.reset();
        assertTrue(report().contains("做市計畫"));
    }

    /** Half an hour of an hour. */
    private void rests() throws IOException {
        var owner = new JournalOwner("a1b2c3d4", "SOL_USDC", "backpack", "LIVE", 4711);
        var second = Duration.ofSeconds(1);
        var near = new Entry.Rested(decimal("7.5"), decimal("216000"), decimal("108000"), second.multipliedBy(30));
        var far = new Entry.Rested(decimal("15"), decimal("2160000"), decimal("1080000"), second.multipliedBy(30));
        var heard = new Entry.Heard(second.multipliedBy(60), second.multipliedBy(30), second.multipliedBy(60));
        var book = Journal.open(journal, owner, false, restored -> {}, NOW, trouble -> {}, aside -> {});
        var opened = NOW.instant().minus(Duration.ofHours(1));
        book.record(new Entry.BooksOpened(opened, "SOL", "USDC", Entries.holding()));
        book.record(valued(opened, "150", "0", "0", "10000"));
        book.record(new Entry.MinuteRested(opened, heard, near, far, decimal("1800"), decimal("22.5")));
        new Thread(book::run).start();
        book.close();
    }

    @Test
    void whatIsToldOfDaysPastIsValuedAsOfThen() throws IOException {
        trade("LIVE", "0.3", "USDC");
        choice = new ReportChoice(null, LocalDate.parse("2026-09-01"), LocalDate.parse("2026-09-01"), false);

        assertTrue(report().contains(START.plusSeconds(60).toString()), () -> report());
    }

    @Test
    void aReportThatFoundNoRoomIsNoSuccess() throws IOException {
        rests();

        var code = new ReportCommand(choice, speech)
                .run(journal, NOW, new PrintStream(new FullDisk(300)), new PrintStream(errors));

        assertEquals(2, code);
        assertTrue(
                errors.toString(StandardCharsets.UTF_8).contains(Spoken.ENGLISH.say("program.report.cut")),
                errors::toString);
    }

    private String report() {
        var code = new ReportCommand(choice, speech)
                .run(
                        journal,
                        NOW,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(errors, true, StandardCharsets.UTF_8));
        assertEquals(0, code, errors.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).replace(journal.toString(), "JOURNAL");
    }

    private static List<String> rows(String text, String beginning) {
        return text.lines()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.replaceAll(" {2,}", "|"))
                .toList();
    }

    @Test
    void tellsDayByDayWhatWasEarnedTradedAndQuoted() throws IOException {
        trade("LIVE", "0.24", "USDC");

        var text = report();

        assertTrue(text.startsWith("""
                makerdeck report
                ================
                journal JOURNAL
                made 2026-09-02T06:00:00Z

                SOL_USDC on backpack (LIVE, key a1b2c3d4), valued 2026-09-02T04:01:00Z
                """), text);
        assertEquals(
                List.of(
                        "day (UTC)|fills|pnl USDC|against holding|drawdown|equity|fees|interest",
                        "day (UTC)|bought, maker|bought, taker|sold, maker|sold, taker|volume SOL|bids quoted|asks quoted"),
                rows(text, "day"));
        assertEquals(
                List.of("2026-09-01|1|-2.5|0|2.5|9998.1|0.24|0", "2026-09-01|300.2|0|0|0|2|25.00%|50.00%"),
                rows(text, "2026-09-01"));
        // Sold 2 at 0.095 above the mid for 0.3004: that is a rebalance's, and not of the inventory.
        assertEquals(
                List.of("2026-09-02|1|3.8596|1.3596|0|10001.85|0.3004|0", "2026-09-02|0|0|0|300.4|2|0.00%|0.00%"),
                rows(text, "2026-09-02"));
        assertEquals(
                List.of("total|2|1.3596|1.3596|2.5|10001.85|0.5404|0", "total|300.2|0|0|300.4|4|16.66%|33.33%"),
                rows(text, "total"));
        assertTrue(text.contains("Fee tier by 600.6 dollars of volume in the last 30 days: tier 1 (maker 8"
                + " bp, taker 10 bp); 99399.4 dollars more to tier 2 (maker 7 bp, taker 9 bp)."));
        assertTrue(text.contains("in these 30 days cost: maker 7.99 bp, taker 10 bp."), () -> text);
        assertTrue(text.lines().anyMatch(line -> line.matches("10002 \\+[ \\u2800-\\u28ff]*")), text);
    }

    @Test
    void tellsOnlyTheDaysThatAreAskedFor() throws IOException {
        trade("LIVE", "0.24", "USDC");
        choice = new ReportChoice(1, LocalDate.parse("2000-01-01"), LocalDate.parse("2199-12-31"), false);

        assertEquals(2, rows(report(), "2026-09-02").size());
        assertEquals(0, rows(report(), "2026-09-01").size());
        choice = new ReportChoice(null, LocalDate.parse("2026-09-01"), LocalDate.parse("2026-09-01"), false);
        out.reset();
        assertEquals(
                List.of("total|1|-2.5|0|2.5|9998.1|0.24|0"),
                rows(report(), "total").subList(0, 1));
    }

    @Test
    void feesInAThirdAssetStandBesideTheProfitThatIsWithoutThem() throws IOException {
        trade("LIVE", "0.00100", "BNB");

        var text = report();

        assertTrue(rows(text, "day").get(0).endsWith("|fees not in pnl"), text);
        assertEquals(
                "2026-09-01|1|-2.26|0.24|2.5|9998.1|0|0|0.001 BNB",
                rows(text, "2026-09-01").get(0));
        assertTrue(rows(text, "total").get(0).endsWith("|0.001 BNB"), text);
    }

    @Test
    void theTierOfAVenueThatIsNotKnownIsNotKnown() throws IOException {
        trade("SIM", "0.24", "USDC");

        var text = report();

        assertTrue(text.contains("SOL_USDC on backpack (SIM), valued"), text);
        assertTrue(text.contains("Fee tier: not known for backpack (SIM)."), text);
    }

    @Test
    void columnsStayAlignedInChinese() throws IOException {
        trade("LIVE", "0.24", "USDC");
        speech = Spoken.CHINESE;

        var text = report();

        assertTrue(text.contains("backpack 的 SOL_USDC（LIVE，金鑰 a1b2c3d4），估值時間 2026-09-02T04:01:00Z"), text);
        for (var table : List.of("損益", "買進")) {
            var lines = text.lines().toList();
            int head = 0;
            while (!lines.get(head).startsWith("日期 (UTC)") || !lines.get(head).contains(table)) {
                head++;
            }
            assertEquals(
                    1,
                    lines.subList(head, head + 4).stream()
                            .map(Columns::of)
                            .distinct()
                            .count(),
                    text);
        }
    }

    @Test
    void thePageSaysTheSameAndNeedsNothingElse() throws IOException {
        trade("LIVE", "0.24", "USDC");
        choice = choice(true);

        var page = report();

        assertTrue(page.startsWith("<!DOCTYPE html>"), page);
        for (var figure : List.of("9998.1", "10001.85", "1.3596", "300.4", "33.33%", "99399.4", "a1b2c3d4")) {
            assertTrue(page.contains(figure), figure);
        }
        assertTrue(page.contains("<svg"), page);
        assertFalse(page.contains("src=") || page.contains("http:") || page.contains("https:"), page);
    }

    @Test
    void aJournalThatIsNotThereIsToldInTheOperatorsLanguageAndLeavesNoPage() {
        speech = Spoken.CHINESE;

        assertEquals("JOURNAL 沒有日誌庫：這裡還沒有執行過交易台\n", report());
        out.reset();
        choice = choice(true);
        assertEquals("", report());
        assertTrue(errors.toString(StandardCharsets.UTF_8).contains("沒有日誌庫"));
    }
}
