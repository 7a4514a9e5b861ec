package makerdeck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import makerdeck.console.tty.Widths;
import makerdeck.domain.Side;
import makerdeck.journal.Entries;
import makerdeck.journal.Entry;
import makerdeck.journal.Journal;
import makerdeck.journal.JournalOwner;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportProgramTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-09-01T12:00:00Z"), ZoneOffset.UTC);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Speech speech = Spoken.ENGLISH;

    @TempDir
    private Path folder;

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private void trade() throws IOException {
        trade("0.24", "USDC");
    }

    private void trade(String fee, String feeAsset) throws IOException {
        var owner = new JournalOwner("a1b2c3d4", "SOL_USDC", "backpack", "LIVE", 4711);
        var at = NOON.instant();
        var fill = new Entry.FillBooked(
                at,
                "order-1",
                1,
                7L,
                "QUOTE",
                Side.BID,
                decimal("150.10"),
                decimal("2.00"),
                decimal(fee),
                feeAsset,
                true,
                decimal("150.105"),
                1);
        var journal = Journal.open(
                folder.resolve("journal.db"), owner, false, restored -> {}, NOON, trouble -> {}, aside -> {});
        journal.record(Entries.opened());
        journal.record(Entries.valued(at, "0"));
        journal.record(fill);
        journal.record(Entries.valued(at.plusSeconds(60), "-2.5", "-2.27"));
        var writer = new Thread(journal::run);
        writer.start();
        journal.close();
    }

    private String report() {
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(ExitCode.OK, ReportProgram.run(1, folder.resolve("journal.db"), NOON, speech, stream, stream));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatWasEarnedDayByDay() throws IOException {
        trade();

        assertEquals("""
                SOL_USDC on backpack (LIVE), valued 2026-09-01T12:01:00Z
                day (UTC)       fills         volume SOL        volume USDC        fees USDC    interest USDC           pnl USDC
                2026-09-01          1                  2              300.2             0.24                0               -2.5
                total               1                  2              300.2             0.24                0               -2.5

                """, report());
    }

    @Test
    void aProfitWithoutTheFeesInAThirdAssetSaysSo() throws IOException {
        trade("0.00100", "BNB");

        assertEquals(
                List.of(" (pnl is without fees of 0.001 BNB)", " (pnl is without fees of 0.001 BNB)"),
                report().lines().skip(2).limit(2).map(row -> row.substring(112)).toList());
        out.reset();
        speech = Spoken.CHINESE;
        assertEquals(
                List.of("（損益未計入手續費 0.001 BNB）", "（損益未計入手續費 0.001 BNB）"),
                report().lines()
                        .skip(2)
                        .limit(2)
                        .map(row -> row.substring(row.indexOf('（')))
                        .toList());
    }

    @Test
    void columnsStayAlignedInChinese() throws IOException {
        trade();
        speech = Spoken.CHINESE;

        var text = report();

        assertEquals("""
                backpack 的 SOL_USDC（LIVE），估值時間 2026-09-01T12:01:00Z
                日期 (UTC)   成交筆數         成交量 SOL        成交量 USDC      手續費 USDC        利息 USDC          損益 USDC
                2026-09-01          1                  2              300.2             0.24                0               -2.5
                合計                1                  2              300.2             0.24                0               -2.5

                """, text);
        assertEquals(
                List.of(112, 112, 112),
                text.lines().skip(1).limit(3).map(Widths::of).toList());
    }

    @Test
    void aJournalThatIsNotThereIsToldInTheOperatorsLanguage() {
        speech = Spoken.CHINESE;

        assertEquals(folder.resolve("journal.db") + " 沒有日誌庫：這裡還沒有執行過交易台\n", report());
    }
}
