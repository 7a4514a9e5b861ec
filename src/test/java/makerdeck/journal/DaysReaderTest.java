package makerdeck.journal;

import static makerdeck.journal.Entries.NOON;
import static makerdeck.journal.Entries.OWNER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DaysReaderTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-09-01");
    private static final LocalDate LAST = LocalDate.parse("2026-12-31");
    private static final Instant LATER = NOON.plus(Duration.ofDays(9));

    @TempDir
    private Path folder;

    private void write(JournalOwner owner, List<Entry> entries) throws NewerJournalException {
        var journal = Journal.open(
                folder.resolve("journal.db"),
                owner,
                false,
                restored -> {},
                Clock.fixed(NOON, ZoneOffset.UTC),
                trouble -> {},
                aside -> {});
        entries.forEach(journal::record);
        new Thread(journal::run).start();
        journal.close();
    }

    private DeskDays read(LocalDate from, LocalDate to, Instant now) throws IOException {
        return DaysReader.read(folder.resolve("journal.db"), from, to, now).get(0);
    }

    private static void assertSame(String expected, @Nullable BigDecimal actual) {
        var known = Objects.requireNonNull(actual);
        assertEquals(0, new BigDecimal(expected).compareTo(known), "was " + known.toPlainString());
    }

    /** So much was held at such a mid, and so much had been made of it. */
    private static Entry valued(Instant at, String base, String mid, String pnl, String equity) {
        var none = BigDecimal.ZERO;
        var holding = new Entry.Holding(new BigDecimal(base), new BigDecimal("7000"), new BigDecimal(mid));
        var parts = new Entry.Parts(none, new BigDecimal(pnl), none, none, none, none, none);
        return new Entry.BooksValued(at, new BigDecimal(equity), new BigDecimal(pnl), holding, parts);
    }

    private static Entry opened(Instant at, String base, String mid) {
        var holding = new Entry.Holding(new BigDecimal(base), new BigDecimal("7000"), new BigDecimal(mid));
        return new Entry.BooksOpened(at, "SOL", "USDC", holding);
    }

    private static Instant day(int days, int seconds) {
        return NOON.plus(Duration.ofDays(days)).plusSeconds(seconds);
    }

    @Test
    void tellsWhatTheAccountWasWorthHowFarItFellAndWhatHoldingWouldHaveMade() throws IOException {
        write(
                OWNER,
                List.of(
                        opened(NOON, "20", "150"),
                        valued(NOON, "20", "150", "0", "10000"),
                        valued(day(0, 60), "18", "151", "21", "10021"),
                        valued(day(0, 120), "18", "149.5", "-6", "9994"),
                        valued(day(0, 180), "19", "150.5", "9", "10009"),
                        valued(day(1, 0), "19", "149", "-19.5", "9980.5"),
                        valued(day(1, 60), "19", "152", "37.5", "10037.5")));

        var read = read(FIRST, LAST, LATER);

        var first = read.days().get(0).worth();
        assertSame("10009", first.equity());
        assertSame("27", first.drawdown());
        // 20 SOL from 150 to 150.5.
        assertSame("10", first.held());
        var second = read.days().get(1).worth();
        assertSame("10037.5", second.equity());
        // From the last valuation of the day before.
        assertSame("28.5", second.drawdown());
        assertSame("28.5", second.held());
        var whole = read.whole().worth();
        assertSame("40.5", whole.drawdown());
        assertSame("40", whole.held());
        assertEquals(6, read.curve().size());
        assertSame("9980.5", read.curve().get(4).last());
    }

    @Test
    void countsFromWhatWasHeldBeforeTheFirstDayThatIsAskedFor() throws IOException {
        write(
                OWNER,
                List.of(
                        opened(NOON, "20", "150"),
                        valued(NOON, "20", "150", "0", "10000"),
                        valued(day(0, 60), "10", "160", "100", "10100"),
                        valued(day(1, 0), "10", "158", "80", "10080"),
                        valued(day(2, 0), "10", "170", "200", "10200")));

        var read = read(FIRST.plusDays(1), FIRST.plusDays(1), LATER);

        assertEquals(1, read.days().size());
        assertSame("-20", read.whole().worth().held());
        assertSame("20", read.whole().worth().drawdown());
        assertSame("10080", read.whole().worth().equity());
        assertEquals(read.days().get(0).worth(), read.whole().worth());
    }

    @Test
    void aDepositIsNoProfitAndIsHeldFromThenOn() throws IOException {
        var transfer =
                new Entry.Transferred(day(0, 30), new BigDecimal("5"), new BigDecimal("-100"), new BigDecimal("151"));
        write(
                OWNER,
                List.of(
                        opened(NOON, "20", "150"),
                        valued(NOON, "20", "150", "0", "10000"),
                        transfer,
                        valued(day(0, 60), "25", "152", "45", "10700")));

        var worth = read(FIRST, LAST, LATER).days().get(0).worth();

        // 20 from 150 and 5 from 151.
        assertSame("45", worth.held());
        assertSame("0", worth.drawdown());
    }

    @Test
    void aDepositJustBeforeMidnightIsHeldOnTheNextDay() throws IOException {
        var midnight = Instant.parse("2026-09-02T00:00:00Z");
        write(
                OWNER,
                List.of(
                        opened(NOON, "20", "150"),
                        valued(NOON, "20", "150", "0", "10000"),
                        new Entry.Transferred(
                                midnight.minusSeconds(1), new BigDecimal("10"), BigDecimal.ZERO, new BigDecimal("150")),
                        valued(midnight.plusSeconds(9), "30", "150", "0", "11500"),
                        valued(midnight.plusSeconds(60), "30", "152", "60", "11560")));

        var second = read(FIRST, LAST, LATER).days().get(1).worth();

        assertSame("60", second.held());
    }

    @Test
    void newBooksGoOnWhereTheOldOnesEnded() throws IOException {
        write(
                OWNER,
                List.of(
                        opened(NOON, "20", "150"),
                        valued(NOON, "20", "150", "0", "10000"),
                        valued(day(0, 60), "20", "151", "30", "10030")));
        write(
                OWNER,
                List.of(
                        opened(day(0, 90), "10", "152"),
                        valued(day(0, 90), "10", "152", "0", "9000"),
                        valued(day(0, 120), "10", "151", "-12", "8988")));

        var worth = read(FIRST, LAST, LATER).days().get(0).worth();

        assertSame("8988", worth.equity());
        assertSame("12", worth.drawdown());
        assertSame("10", worth.held());
    }

    private static Entry fill(int number, Instant at, Side side, boolean maker, String role) {
        var fill = Entries.fill(number, "o" + number, at, role);
        return new Entry.FillBooked(
                at,
                fill.orderId(),
                number,
                7L,
                role,
                side,
                new BigDecimal("150"),
                new BigDecimal(number),
                new BigDecimal("0.15"),
                "USDC",
                maker,
                fill.mid());
    }

    @Test
    void tellsVolumeBySideAndRoleAndWhatTheVenueCountsOfTheLastMonth() throws IOException {
        write(
                OWNER,
                List.of(
                        opened(NOON, "20", "150"),
                        fill(1, NOON, Side.BID, true, "QUOTE"),
                        fill(2, NOON, Side.BID, false, "REBALANCE"),
                        fill(3, NOON, Side.ASK, true, "QUOTE"),
                        fill(4, NOON, Side.ASK, false, "REBALANCE"),
                        fill(5, NOON, Side.ASK, true, Entry.FillBooked.EXTERNAL),
                        fill(6, day(5, 0), Side.BID, true, "QUOTE"),
                        valued(day(5, 0), "20", "150", "0", "10000")));

        var read = read(FIRST, LAST, LATER);

        var roles = read.days().get(0).roles();
        assertSame("150", roles.boughtAsMaker());
        assertSame("300", roles.boughtAsTaker());
        assertSame("450", roles.soldAsMaker());
        assertSame("600", roles.soldAsTaker());
        assertSame("1050", read.whole().roles().boughtAsMaker());
        assertSame("3150", read.lately().volumes().get("SOL_USDC"));
        assertSame("2250", read.lately().maker().volume());
        assertSame("0.6", read.lately().maker().fees());
        var month = read(FIRST, LAST, day(30, 1)).lately();
        assertEquals(Map.of("SOL_USDC", new BigDecimal("900")), month.volumes());
    }

    @Test
    void timeQuotedIsOfTheWallClockSinceTheFirstLife() throws IOException {
        var side = new Entry.SideQuoted(Duration.ofSeconds(60), Duration.ofSeconds(45));
        var minute = new Entry.MinuteQuoted(NOON, Duration.ofSeconds(60), side, side);
        var later = new Entry.MinuteQuoted(day(2, 0), Duration.ofSeconds(60), side, side);
        write(
                OWNER,
                List.of(
                        opened(NOON, "20", "150"),
                        valued(NOON, "20", "150", "0", "1"),
                        minute,
                        valued(day(2, 0), "20", "150", "0", "1"),
                        later));

        var read = read(FIRST, LAST, day(2, 3600));

        assertEquals(Duration.ofHours(12), read.days().get(0).wall());
        assertEquals(Duration.ofHours(13), read.days().get(1).wall());
        assertEquals(45_000, Objects.requireNonNull(read.days().get(0).time()).bidsQuoted());
        // The day between is no row, and counts.
        assertEquals(Duration.ofHours(49), read.whole().wall());
        assertEquals(90_000, Objects.requireNonNull(read.whole().time()).asksQuoted());
    }

    @Test
    void aProgrammeIsToldByTheMonthOverTheWallClock() throws IOException {
        var heard = new Entry.Heard(Duration.ofMinutes(1), Duration.ofSeconds(30), Duration.ofMinutes(1));
        var near = new Entry.Rested(
                new BigDecimal("7.5"), new BigDecimal("7200"), new BigDecimal("3600"), Duration.ofSeconds(36));
        var far = new Entry.Rested(
                new BigDecimal("15"), new BigDecimal("72000"), new BigDecimal("36000"), Duration.ofSeconds(36));
        var entries = new ArrayList<Entry>(List.of(opened(NOON, "20", "150"), valued(NOON, "20", "150", "0", "1")));
        for (int minute = 0; minute < 30; minute++) {
            entries.add(new Entry.MinuteRested(
                    NOON.plusSeconds(60L * minute), heard, near, far, new BigDecimal("1000"), new BigDecimal("12.5")));
        }
        write(OWNER, entries);

        // Of an hour it was up for half.
        var month = read(FIRST, LAST, day(0, 3600)).programme().get(0);

        assertEquals(FIRST, month.month());
        assertSame("60", month.average(month.near().bids()));
        assertSame("300", month.average(month.far().asks()));
        assertSame("30", month.percent(month.near().both()));
        assertSame("25", month.percent(month.heard().known()));
        assertSame("1.25", month.makerPercent().orElseThrow());
        assertEquals(Duration.ofHours(1), month.wall());
    }

    @Test
    void ofAnOldJournalIsSaidWhatIsKnown() throws Exception {
        OldJournal.write(folder.resolve("journal.db"), 300);

        var day = read(FIRST, LAST, LATER).days().get(0);

        assertSame("10000.10", day.worth().equity());
        assertNull(day.worth().held());
        assertNull(day.time());
        assertEquals(List.of(), read(FIRST, LAST, LATER).programme());
        assertTrue(day.roles().soldAsMaker().signum() > 0);
        assertEquals(1, OldJournal.number(folder.resolve("journal.db"), "PRAGMA user_version"));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    /** By looking at all pairs, and at each step of the mid. */
    @ParameterizedTest
    @MethodSource("seeds")
    void isWhatComesOutWhenAllValuationsAreComparedWithEachOther(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var entries = new ArrayList<Entry>();
        entries.add(opened(NOON, "20", "150"));
        var base = new BigDecimal("20");
        var mid = new BigDecimal("150");
        var transferred = BigDecimal.ZERO;
        var held = BigDecimal.ZERO;
        var pnls = new ArrayList<BigDecimal>(List.of(BigDecimal.ZERO));
        int valuations = random.nextInt(2, 1500);
        for (int i = 0; i < valuations; i++) {
            var step = BigDecimal.valueOf(random.nextInt(-50, 51), 2);
            held = held.add(new BigDecimal("20").add(transferred).multiply(step));
            mid = mid.add(step);
            base = base.add(BigDecimal.valueOf(random.nextInt(-100, 101), 2));
            var pnl = pnls.get(pnls.size() - 1).add(BigDecimal.valueOf(random.nextInt(-500, 501), 2));
            pnls.add(pnl);
            var at = NOON.plus(Duration.ofMinutes(7L * i));
            entries.add(valued(at, base.toPlainString(), mid.toPlainString(), pnl.toPlainString(), "10000"));
            if (random.nextInt(40) == 0) {
                var came = BigDecimal.valueOf(random.nextInt(-300, 301), 2);
                entries.add(new Entry.Transferred(at.plusSeconds(10), came, BigDecimal.TEN, mid));
                transferred = transferred.add(came);
                base = base.add(came);
            }
        }
        var deepest = BigDecimal.ZERO;
        for (int high = 0; high < pnls.size(); high++) {
            for (int low = high; low < pnls.size(); low++) {
                deepest = deepest.max(pnls.get(high).subtract(pnls.get(low)));
            }
        }
        write(OWNER, entries);

        var read = read(FIRST, LAST, LATER);

        assertSame(deepest.toPlainString(), read.whole().worth().drawdown());
        assertSame(held.toPlainString(), read.whole().worth().held());
        assertTrue(read.curve().size() <= 480);
        assertEquals(
                NOON.plus(Duration.ofMinutes(7L * (valuations - 1))),
                read.curve().get(read.curve().size() - 1).at());
    }
}
