package makerdeck.engine.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Side;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.journal.DeskEarnings;
import makerdeck.journal.DeskResults;
import makerdeck.journal.EarningsReader;
import makerdeck.journal.Entries;
import makerdeck.journal.Entry;
import makerdeck.journal.Journal;
import makerdeck.journal.ResultsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results that the journal tells are those of the books, to the last digit, whatever the number of lives. */
class JournalledResultsTest {

    private static final String SYMBOL = "SOL_USDC";
    private static final int LIVES = 3;
    private static final int FILLS = 150;

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(7);
    private final Ledger ledger = new Ledger();
    private BigDecimal mid = new BigDecimal("150.005");
    private Instant now = Entries.NOON;
    private long trades;

    private List<Entry> life(boolean first) {
        var entries = new ArrayList<Entry>();
        if (first) {
            var balances = new Balances(
                    new Balance(new BigDecimal("20"), BigDecimal.ZERO, BigDecimal.ZERO),
                    new Balance(new BigDecimal("7000.5"), BigDecimal.ZERO, BigDecimal.ZERO));
            ledger.open(balances, mid, now);
            entries.add(new Entry.BooksOpened(now, "SOL", "USDC", holding()));
        }
        for (int i = 0; i < FILLS; i++) {
            now = now.plus(Duration.ofSeconds(random.nextInt(900)));
            mid = mid.add(BigDecimal.valueOf(random.nextInt(41) - 20, 3));
            ledger.mark(mid);
            entries.add(fill());
            if (i % 10 == 3) {
                entries.add(interest());
            }
            if (i % 10 == 5 && ledger.feesApart().amounts().containsKey("BNB")) {
                entries.add(conversion());
            }
            if (i % 7 == 0) {
                entries.add(valued());
            }
        }
        entries.add(valued());
        entries.add(ledger.keep(now, now));
        entries.add(new Entry.SessionEnded(now, true));
        return entries;
    }

    private Entry.Holding holding() {
        return new Entry.Holding(ledger.base(), ledger.quote(), mid);
    }

    private Entry fill() {
        var asset = List.of("SOL", "USDC", "BNB").get(random.nextInt(3));
        var role = List.of("QUOTE", "QUOTE", "QUOTE", "REBALANCE", Entry.FillBooked.EXTERNAL)
                .get(random.nextInt(5));
        var fill = new Entry.FillBooked(
                now,
                "order-" + trades,
                ++trades,
                trades,
                role,
                random.nextBoolean() ? Side.BID : Side.ASK,
                mid.add(BigDecimal.valueOf(random.nextInt(21) - 10, 2)),
                BigDecimal.valueOf(1 + random.nextInt(200), 2),
                BigDecimal.valueOf(random.nextInt(50) - 5, 5),
                asset,
                true,
                mid,
                role.equals("QUOTE") ? 1 + random.nextInt(3) : null);
        var trade = BookedTrade.of(fill, SYMBOL);
        if (role.equals(Entry.FillBooked.EXTERNAL)) {
            ledger.bookForeign(trade);
        } else {
            ledger.book(trade, OrderPurpose.valueOf(role));
        }
        return fill;
    }

    private Entry interest() {
        var base = BigDecimal.valueOf(random.nextInt(9), 6);
        var quote = BigDecimal.valueOf(random.nextInt(99) - 20, 4);
        ledger.interest(base, quote);
        return new Entry.InterestBooked(now, "paid-" + trades, base, quote, mid);
    }

    private Entry conversion() {
        var amount = ledger.feesApart().amounts().getOrDefault("BNB", BigDecimal.ZERO);
        var price = BigDecimal.valueOf(600 + random.nextInt(10));
        ledger.convert("BNB", amount, price);
        return new Entry.FeesConverted(now, "BNB", amount, price);
    }

    private Entry valued() {
        var parts = ledger.parts();
        return new Entry.BooksValued(
                now,
                ledger.equity(),
                ledger.pnl(),
                holding(),
                new Entry.Parts(
                        parts.captured(),
                        parts.markToMarket(),
                        parts.fees(),
                        parts.converted(),
                        parts.rebalance(),
                        parts.interest(),
                        parts.transfers()));
    }

    private Path written() throws Exception {
        var file = folder.resolve("journal.db");
        for (int i = 0; i < LIVES; i++) {
            var clock = Clock.fixed(now, ZoneOffset.UTC);
            var journal = Journal.open(file, Entries.OWNER, true, restored -> {}, clock, trouble -> {}, aside -> {
                throw new AssertionError(aside);
            });
            life(i == 0).forEach(journal::record);
            new Thread(journal::run).start();
            journal.close();
            now = now.plus(Duration.ofHours(5));
        }
        return file;
    }

    private static DeskResults.Sums sum(Collection<DeskResults.Sums> sums) {
        return sums.stream().reduce(DeskResults.Sums.NONE, DeskResults.Sums::plus);
    }

    private static DeskResults.Sums sum(List<DeskResults.Period> periods) {
        return sum(periods.stream().map(DeskResults.Period::sums).toList());
    }

    private static void same(BigDecimal expected, BigDecimal actual, String what) {
        assertEquals(0, expected.compareTo(actual), () -> what + ": " + expected + " is not " + actual);
    }

    private static void same(DeskResults.Sums expected, DeskResults.Sums actual, String what) {
        assertEquals(expected.traded().fills(), actual.traded().fills(), what);
        for (var figure : List.<Function<DeskResults.Sums, BigDecimal>>of(
                sums -> sums.traded().volumeBase(),
                sums -> sums.traded().volumeQuote(),
                sums -> sums.traded().captured(),
                sums -> sums.traded().fees(),
                sums -> sums.traded().rebalanced(),
                sums -> sums.traded().rebalanceFees(),
                DeskResults.Sums::inventory,
                DeskResults.Sums::converted,
                DeskResults.Sums::interest,
                DeskResults.Sums::pnl)) {
            same(figure.apply(expected), figure.apply(actual), what);
        }
        assertEquals(expected.markouts(), actual.markouts(), what);
        assertEquals(expected.time(), actual.time(), what);
    }

    @Test
    void theyAreThePartsOfTheLedger() throws Exception {
        var total = ResultsReader.read(written(), Entries.OWNER, now).total();
        var parts = ledger.parts();

        assertTrue(parts.converted().signum() != 0 && parts.rebalance().signum() != 0, "there is something of each");
        same(parts.captured(), total.traded().captured(), "captured");
        same(parts.markToMarket(), total.inventory(), "inventory");
        same(parts.fees(), total.traded().fees(), "fees");
        same(parts.converted(), total.converted(), "converted");
        same(parts.rebalance(), total.traded().rebalanced(), "rebalanced");
        same(parts.interest(), total.interest(), "interest");
        same(ledger.pnl(), total.pnl(), "pnl");
        same(ledger.totals().feesQuote(), total.allFees(), "all fees");
        assertEquals(ledger.totals().fills(), total.traded().fills());
        same(ledger.totals().volumeBase(), total.traded().volumeBase(), "volume");
        var apart = new TreeMap<>(total.feesApart());
        apart.values().removeIf(amount -> amount.signum() == 0);
        assertEquals(
                stripped(ledger.totals().feesApart()).toString(),
                stripped(apart).toString());
    }

    private static Map<String, BigDecimal> stripped(Map<String, BigDecimal> amounts) {
        var stripped = new TreeMap<String, BigDecimal>();
        amounts.forEach((asset, amount) -> stripped.put(asset, amount.stripTrailingZeros()));
        return stripped;
    }

    @Test
    void hoursDaysAndPartsEachAddUpToTheTotal() throws Exception {
        var results = ResultsReader.read(written(), Entries.OWNER, now);

        assertTrue(results.hours().size() > 24
                && results.days().size() > 2
                && results.parts().size() == 4);
        same(results.total(), sum(results.hours()), "hours");
        same(results.total(), sum(results.days()), "days");
        same(results.total(), sum(results.parts().values()).plus(results.rest()), "parts");
    }

    @Test
    void theyAreWhatTheReportSays() throws Exception {
        var file = written();
        var results = ResultsReader.read(file, Entries.OWNER, now);
        var report = EarningsReader.read(file, LocalDate.EPOCH).get(0).days();

        assertEquals(
                report.stream().mapToLong(DeskEarnings.Day::fills).sum(),
                results.total().traded().fills());
        same(
                sum(report, DeskEarnings.Day::volumeQuote),
                results.total().traded().volumeQuote(),
                "volume");
        same(sum(report, DeskEarnings.Day::fees), results.total().allFees(), "fees");
        same(sum(report, DeskEarnings.Day::interest), results.total().interest(), "interest");
        same(sum(report, DeskEarnings.Day::pnl), results.total().pnl(), "pnl");
        assertEquals(report.size(), results.days().size());
        for (int i = 0; i < report.size(); i++) {
            same(report.get(i).fees(), results.days().get(i).sums().allFees(), "fees");
            same(report.get(i).pnl(), results.days().get(i).sums().pnl(), "profit");
        }
    }

    private static BigDecimal sum(List<DeskEarnings.Day> days, Function<DeskEarnings.Day, BigDecimal> figure) {
        return days.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void hoursOfLongAgoBecomeDaysAndNothingIsLost() throws Exception {
        var file = written();
        var before = ResultsReader.read(file, Entries.OWNER, now);
        now = now.plus(Duration.ofDays(60));
        write(file);
        var after = ResultsReader.read(file, Entries.OWNER, now);

        assertEquals(0, after.hours().size(), "no hours that far back");
        assertEquals(before.days().size(), after.days().size());
        same(before.total(), after.total(), "total");
        for (int i = 0; i < before.days().size(); i++) {
            assertEquals(before.days().get(i).from(), after.days().get(i).from());
            same(before.days().get(i).sums(), after.days().get(i).sums(), "a day");
        }
    }

    @Test
    void sumsThatAreMadeAnewAreThoseThatWereWritten() throws Exception {
        var file = written();
        var before = ResultsReader.read(file, Entries.OWNER, now);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE hourly_fills SET captured = 'odd'");
        }
        write(file);
        var after = ResultsReader.read(file, Entries.OWNER, now);

        assertEquals(before.hours().size(), after.hours().size());
        for (int i = 0; i < before.hours().size(); i++) {
            same(before.hours().get(i).sums(), after.hours().get(i).sums(), "an hour");
        }
        for (var part : before.parts().keySet()) {
            same(
                    before.parts().getOrDefault(part, DeskResults.Sums.NONE),
                    after.parts().getOrDefault(part, DeskResults.Sums.NONE),
                    "part");
        }
        same(before.rest(), after.rest(), "rest");
    }

    /** A life in which nothing happens. */
    private void write(Path file) throws IOException {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var journal = Journal.open(file, Entries.OWNER, true, restored -> {}, clock, trouble -> {}, aside -> {});
        journal.record(new Entry.SessionEnded(now, true));
        new Thread(journal::run).start();
        journal.close();
    }
}
