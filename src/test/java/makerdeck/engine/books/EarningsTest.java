package makerdeck.engine.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.Side;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.journal.Entry;
import makerdeck.journal.KeptBooks;
import makerdeck.snapshot.Earnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a day and a session have earned, from what, and against holding. */
class EarningsTest {

    private static final Market SOL = new Market(
            "SOL_USDC",
            "SOL",
            "USDC",
            new BigDecimal("0.01"),
            new BigDecimal("0.01"),
            new BigDecimal("0.01"),
            null,
            null,
            MarketState.OPEN);
    private static final Instant OPENED = Instant.parse("2026-09-01T23:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(1);

    /** What an observer counts beside the books, from a moment on. */
    private static final class Witness {
        private final Instant since;
        private final BigDecimal equity;
        private BigDecimal basket;
        private BigDecimal held = BigDecimal.ZERO;
        private BigDecimal transfers = BigDecimal.ZERO;
        private BigDecimal converted = BigDecimal.ZERO;

        private Witness(Instant since, Ledger books) {
            this.since = since;
            equity = books.equity();
            basket = books.base();
        }

        private void marked(BigDecimal from, BigDecimal to) {
            held = held.add(basket.multiply(to.subtract(from)));
        }

        private void transferred(BigDecimal base, BigDecimal quote, BigDecimal mid) {
            basket = basket.add(base);
            transfers = transfers.add(base.multiply(mid)).add(quote);
        }

        private void assertSays(Earnings.Period period, Ledger books) {
            var profit = books.equity().subtract(equity).subtract(transfers).subtract(converted);
            assertEquals(since, period.since());
            assertSame(profit, period.profit());
            assertSame(profit, period.parts().profit());
            assertSame(transfers, period.parts().transfers());
            assertSame(profit.subtract(held), period.againstHolding());
        }
    }

    private final KeptBooks kept = new KeptBooks();
    private Ledger books = new Ledger();
    private Instant now = OPENED;
    private Witness day = new Witness(OPENED, books);
    private Witness session = new Witness(OPENED, books);

    private static void assertSame(BigDecimal expected, BigDecimal actual) {
        assertEquals(0, expected.compareTo(actual), expected + " but was " + actual);
    }

    private static Balances holdings(String base, String quote) {
        return new Balances(
                new Balance(new BigDecimal(base), BigDecimal.ZERO, BigDecimal.ZERO),
                new Balance(new BigDecimal(quote), BigDecimal.ZERO, BigDecimal.ZERO));
    }

    private void open() {
        books.open(holdings("20", "7000"), new BigDecimal("150"), OPENED);
        day = new Witness(OPENED, books);
        session = new Witness(OPENED, books);
    }

    private void mark(BigDecimal mid) {
        var before = books.mid();
        books.mark(mid);
        day.marked(before, mid);
        session.marked(before, mid);
    }

    private void transfer(BigDecimal base, BigDecimal quote) {
        books.transfer(base, quote);
        day.transferred(base, quote, books.mid());
        session.transferred(base, quote, books.mid());
    }

    private void convert(BigDecimal amount, BigDecimal price) {
        books.convert("BNB", amount, price);
        day.converted = day.converted.add(amount.multiply(price));
        session.converted = session.converted.add(amount.multiply(price));
    }

    private Earnings earnings() {
        return Objects.requireNonNull(books.earnings(now));
    }

    private static BigDecimal any(SplittableRandom random, long from, long to, int scale) {
        return BigDecimal.valueOf(random.nextLong(from, to), scale);
    }

    private static Fill fill(SplittableRandom random) {
        var side = random.nextBoolean() ? Side.BID : Side.ASK;
        var assets = new String[] {"SOL", "USDC", "BNB"};
        return new Fill(
                1,
                "1",
                null,
                side,
                any(random, 14_000, 16_000, 2),
                any(random, 1, 500, 2),
                any(random, -10, 1000, 8),
                assets[random.nextInt(assets.length)],
                true,
                Instant.EPOCH);
    }

    private void change(SplittableRandom random) {
        switch (random.nextInt(8)) {
            case 0, 1 -> mark(any(random, 28_000, 32_000, 2).divide(BigDecimal.valueOf(2)));
            case 2 -> transfer(any(random, -1000, 1000, 5), any(random, -1000, 1000, 5));
            case 3 -> books.interest(any(random, -9, 99, 8), any(random, -9, 99, 8));
            case 4 -> convert(any(random, 1, 99, 8), any(random, 100, 900, 2));
            default ->
                books.book(fill(random), SOL, random.nextInt(5) == 0 ? OrderPurpose.REBALANCE : OrderPurpose.QUOTE);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePartsOfDayAndSessionAreTheirProfitToTheLastDigitOverFillsDaysAndRestarts(long seed) {
        var random = new SplittableRandom(seed);
        open();
        for (var minute = 0; minute < 300; minute++) {
            now = now.plus(STEP);
            change(random);
            if (random.nextInt(90) == 0) {
                restart(random.nextBoolean());
            }
            assertSame(books.equity(), earnings().equity());
            day.assertSays(Objects.requireNonNull(earnings().today()), books);
            session.assertSays(Objects.requireNonNull(earnings().session()), books);
            books.valued(now);
            if (now.equals(Instant.parse("2026-09-01T23:59:00Z"))) {
                day = new Witness(now, books);
            }
        }
    }

    /** The books are written down and another life goes on with them. */
    private void restart(boolean newSession) {
        books.valued(now);
        var next = new Ledger();
        next.restore(kept.whole(books.keep(now, now)), newSession);
        books = next;
        books.caughtUp(now);
        if (newSession) {
            session = new Witness(now, books);
        }
    }

    @Test
    void aDayBeginsWithTheLastValuationBeforeMidnightThoughTheDeskWasDownThen() {
        open();
        mark(new BigDecimal("151"));
        now = Instant.parse("2026-09-01T23:10:00Z");
        books.valued(now);
        var later = new Ledger();
        later.restore(books.keep(now, now), true);
        later.mark(new BigDecimal("153"));
        books = later;
        now = Instant.parse("2026-09-02T08:00:00Z");

        var today = Objects.requireNonNull(earnings().today());
        assertEquals(Instant.parse("2026-09-01T23:10:00Z"), today.since());
        assertSame(new BigDecimal("40"), today.profit());
        assertSame(new BigDecimal("0"), today.againstHolding());
        assertNull(earnings().session());
    }

    @Test
    void whatADayHasEarnedIsUnknownWhenNobodyKnowsHowItBegan() {
        open();
        var written = books.keep(now, now);
        var older = new HashMap<>(written.sums());
        older.keySet()
                .removeIf(name -> name.startsWith("day") || name.startsWith("session:") || name.equals("valued-at"));
        books = new Ledger();
        books.restore(new Entry.BooksKept(now, OPENED, now, older, written.lots()), false);

        assertNull(earnings().today());
        assertNull(earnings().session());
        assertSame(new BigDecimal("10000"), earnings().equity());

        books.valued(OPENED.plus(STEP));
        now = Instant.parse("2026-09-02T00:00:30Z");
        assertEquals(
                OPENED.plus(STEP), Objects.requireNonNull(earnings().today()).since());
    }

    @Test
    void aClockThatIsSetBackBeginsNoDayAgain() {
        open();
        now = Instant.parse("2026-09-02T00:00:10Z");
        books.valued(now);
        mark(new BigDecimal("151"));
        now = Instant.parse("2026-09-01T23:59:58Z");
        books.valued(now);
        now = Instant.parse("2026-09-02T00:00:20Z");

        assertEquals(OPENED, Objects.requireNonNull(earnings().today()).since());
        assertSame(
                new BigDecimal("20"), Objects.requireNonNull(earnings().today()).profit());
    }

    @Test
    void tellsNothingBeforeTheBooksAreOpen() {
        assertNull(books.earnings(now));
    }
}
