package makerdeck.journal;

import static makerdeck.journal.Entries.NOON;
import static makerdeck.journal.Entries.OWNER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import makerdeck.message.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarningsReaderTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-09-01");

    @TempDir
    private Path folder;

    private void write(JournalOwner owner, Entry... entries) throws NewerJournalException {
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        var journal = Journal.open(
                folder.resolve("journal.db"), owner, false, restored -> {}, clock, trouble -> {}, aside -> {});
        List.of(entries).forEach(journal::record);
        var thread = new Thread(journal::run);
        thread.start();
        journal.close();
    }

    private List<DeskEarnings> read(LocalDate from) throws IOException {
        return EarningsReader.read(folder.resolve("journal.db"), from);
    }

    private static void assertSame(String expected, BigDecimal actual) {
        assertEquals(0, new BigDecimal(expected).compareTo(actual), "was " + actual.toPlainString());
    }

    @Test
    void interestIsValuedWhenItWasPaid() throws IOException {
        write(
                OWNER,
                Entries.opened(),
                new Entry.InterestBooked(NOON, "1", new BigDecimal("0.001"), BigDecimal.ZERO, new BigDecimal("150")),
                new Entry.InterestBooked(NOON, "2", BigDecimal.ZERO, new BigDecimal("0.07"), new BigDecimal("150")),
                Entries.valued(NOON, "0.22", "0"));

        var day = read(FIRST).get(0).days().get(0);

        assertSame("0.22", day.interest());
        assertSame("0.22", day.pnl());
    }

    @Test
    void addsUpDayByDay() throws IOException {
        var tomorrow = NOON.plus(Duration.ofDays(1));
        write(
                OWNER,
                Entries.opened(),
                Entries.valued(NOON, "0"),
                Entries.fill(1, NOON),
                Entries.fill(2, NOON),
                Entries.valued(NOON.plusSeconds(60), "2.5", "2.96032"),
                Entries.fill(3, tomorrow),
                Entries.valued(tomorrow, "1.25", "1.94048"));

        var earnings = read(FIRST).get(0);

        assertEquals(
                List.of(FIRST, FIRST.plusDays(1)),
                earnings.days().stream().map(DeskEarnings.Day::date).toList());
        var first = earnings.days().get(0);
        assertEquals(2, first.fills());
        assertSame("4", first.volumeBase());
        assertSame("600.4", first.volumeQuote());
        assertSame("0.48032", first.fees());
        assertSame("2.5", first.pnl());
        assertSame("-1.25", earnings.days().get(1).pnl());
        assertEquals(tomorrow, earnings.asOf());
    }

    @Test
    void leavesOutWhatWasBeforeButNotWhatItEarnedOnTheWay() throws IOException {
        var tomorrow = NOON.plus(Duration.ofDays(1));
        write(
                OWNER,
                Entries.opened(),
                Entries.fill(1, NOON),
                Entries.valued(NOON, "2", "2.23016"),
                Entries.fill(2, tomorrow),
                Entries.valued(tomorrow, "5", "5.46032"));

        var days = read(FIRST.plusDays(1)).get(0).days();

        assertEquals(1, days.size());
        assertEquals(1, days.get(0).fills());
        assertSame("3", days.get(0).pnl());
    }

    @Test
    void countsNoFillsOfOthers() throws IOException {
        write(
                OWNER,
                Entries.opened(),
                Entries.fill(1, "theirs", NOON, Entry.FillBooked.EXTERNAL),
                Entries.fill(1, "ours", NOON, "QUOTE"),
                Entries.valued(NOON, "0"));

        assertEquals(1, read(FIRST).get(0).days().get(0).fills());
    }

    @Test
    void addsTheBooksOfOneDeskUpAndKeepsDesksApart() throws IOException {
        write(OWNER, Entries.opened(), Entries.valued(NOON, "2"));
        write(OWNER, Entries.opened(), Entries.valued(NOON, "3"));
        write(new JournalOwner("x", "SOL_USDC", "demo", "SIM", 1), Entries.opened(), Entries.valued(NOON, "100"));

        var accounts = read(FIRST);

        assertEquals(
                List.of("backpack", "demo"),
                accounts.stream().map(DeskEarnings::venue).toList());
        assertSame("5", accounts.get(0).days().get(0).pnl());
        assertSame("100", accounts.get(1).days().get(0).pnl());
    }

    @Test
    void looksAtTheJournalOfSomebodyElseWithoutLeavingAnythingBesideIt() throws IOException {
        write(OWNER, Entries.opened(), Entries.valued(NOON, "2"));
        var file = folder.resolve("journal.db");
        try {
            java.nio.file.Files.setAttribute(file, "unix:uid", 12_345);
        } catch (IOException notRoot) {
            org.junit.jupiter.api.Assumptions.abort("only root can give a file away");
        }
        assertSame("2", read(FIRST).get(0).days().get(0).pnl());

        try (var beside = java.nio.file.Files.list(folder)) {
            assertEquals(List.of(file), beside.toList());
        }
    }

    @Test
    void saysSoWhenTheFileIsNoJournal() throws IOException {
        java.nio.file.Files.writeString(folder.resolve("journal.db"), "nothing of the kind ".repeat(100));

        var failure = assertThrows(IOException.class, () -> read(FIRST));

        assertTrue(Keys.of(failure).startsWith("journal.unreadable[" + folder.resolve("journal.db")), Keys.of(failure));
    }

    @Test
    void feesConvertedAreFeesOfTheirDayAndNoLongerMissing() throws IOException {
        var tomorrow = NOON.plus(Duration.ofDays(1));
        write(
                OWNER,
                Entries.opened(),
                Entries.feeIn("JTO", 1, NOON),
                Entries.feeIn("JTO", 2, NOON.plusSeconds(1)),
                Entries.valued(NOON.plusSeconds(2), "0"),
                new Entry.FeesConverted(tomorrow, "JTO", new BigDecimal("0.0032"), new BigDecimal("2.5")),
                Entries.feeIn("JTO", 3, tomorrow),
                Entries.valued(tomorrow, "0"));

        var days = read(FIRST).get(0).days();

        assertEquals(Map.of(), days.get(0).feesApart());
        assertEquals(Map.of("JTO", new BigDecimal("0.0016")), days.get(1).feesApart());
        assertSame("0.008", days.get(1).fees());
        assertEquals(
                Map.of("JTO", new BigDecimal("0.0016")),
                read(FIRST.plusDays(1)).get(0).days().get(0).feesApart());
    }
}
