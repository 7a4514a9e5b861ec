package makerdeck.engine.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.Side;
import makerdeck.engine.orders.OrderPurpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerTest {

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

    private final Ledger ledger = new Ledger();

    private static Balances holdings(String base, String quote) {
        return new Balances(
                new Balance(new BigDecimal(base), BigDecimal.ZERO, BigDecimal.ZERO),
                new Balance(new BigDecimal(quote), BigDecimal.ZERO, BigDecimal.ZERO));
    }

    private static Fill fill(Side side, long ticks, long steps, String fee, String asset) {
        return new Fill(
                1,
                "1",
                null,
                side,
                BigDecimal.valueOf(ticks, 2),
                BigDecimal.valueOf(steps, 2),
                new BigDecimal(fee),
                asset,
                true,
                Instant.EPOCH);
    }

    private static void assertSame(String expected, BigDecimal actual) {
        assertEquals(0, new BigDecimal(expected).compareTo(actual), "was " + actual.toPlainString());
    }

    @Test
    void countsABuyBelowTheMidAsSpreadCaptured() {
        ledger.open(holdings("10", "1000"), new BigDecimal("150"), Instant.EPOCH);

        ledger.book(fill(Side.BID, 14900, 200, "0.0016", "SOL"), SOL, OrderPurpose.QUOTE);

        assertSame("11.9984", ledger.base());
        assertSame("702", ledger.quote());
        assertSame("2", ledger.parts().captured());
        assertSame("0.2384", ledger.parts().fees());
        assertSame("1.76", ledger.pnl());
    }

    @Test
    void doesNotEarnFromADeposit() {
        ledger.open(holdings("10", "1000"), new BigDecimal("150"), Instant.EPOCH);

        ledger.transfer(new BigDecimal("5"), new BigDecimal("-100"));
        ledger.mark(new BigDecimal("151"));

        assertSame("15", ledger.pnl());
        assertSame("650", ledger.parts().transfers());
    }

    @Test
    void realisesAgainstAverageCost() {
        ledger.open(holdings("0", "1000"), new BigDecimal("100"), Instant.EPOCH);

        ledger.book(fill(Side.BID, 10000, 100, "0", "SOL"), SOL, OrderPurpose.QUOTE);
        ledger.book(fill(Side.BID, 11000, 100, "0", "SOL"), SOL, OrderPurpose.QUOTE);
        ledger.book(fill(Side.ASK, 12000, 100, "0.12", "USDC"), SOL, OrderPurpose.QUOTE);

        assertSame("14.88", ledger.totals().realised());
    }

    @Test
    void interestIsIncomeWhicheverAssetItComesIn() {
        ledger.open(holdings("10", "1000"), new BigDecimal("150"), Instant.EPOCH);

        ledger.interest(new BigDecimal("0.01"), BigDecimal.ZERO);
        ledger.interest(BigDecimal.ZERO, new BigDecimal("0.5"));
        ledger.interest(new BigDecimal("-0.002"), BigDecimal.ZERO);
        ledger.mark(new BigDecimal("160"));

        assertSame("1.7", ledger.parts().interest());
        assertSame("100.08", ledger.parts().markToMarket());
        assertSame("101.78", ledger.pnl());
        assertSame("101.78", ledger.realised().add(ledger.unrealised()));
        assertSame("101.78", ledger.realisedFirstInFirstOut().add(ledger.unrealisedFirstInFirstOut()));
        var later = new Ledger();
        later.restore(ledger.keep(Instant.EPOCH, Instant.EPOCH), false);
        assertSame("1.7", later.parts().interest());
    }

    @Test
    void realisesWhatCameFirstFirst() {
        ledger.open(holdings("0", "1000"), new BigDecimal("100"), Instant.EPOCH);

        ledger.book(fill(Side.BID, 10000, 100, "0", "SOL"), SOL, OrderPurpose.QUOTE);
        ledger.book(fill(Side.BID, 11000, 100, "0", "SOL"), SOL, OrderPurpose.QUOTE);
        ledger.book(fill(Side.ASK, 12000, 150, "0.12", "USDC"), SOL, OrderPurpose.QUOTE);
        ledger.mark(new BigDecimal("120"));

        assertSame("24.88", ledger.realisedFirstInFirstOut());
        assertSame("5", ledger.unrealisedFirstInFirstOut());
        assertSame("22.38", ledger.realised());
        assertSame("7.5", ledger.unrealised());
    }

    @Test
    void countsVolumeBySideAndByRole() {
        ledger.open(holdings("10", "1000"), new BigDecimal("150"), Instant.EPOCH);

        ledger.book(fill(Side.BID, 15000, 200, "0.0016", "SOL"), SOL, OrderPurpose.QUOTE);
        ledger.book(taker(fill(Side.ASK, 15000, 100, "0.15", "USDC")), SOL, OrderPurpose.REBALANCE);

        var turnover = ledger.volumes();
        assertSame("2", turnover.bought());
        assertSame("1", turnover.sold());
        assertSame("300", turnover.maker());
        assertSame("150", turnover.taker());
        assertSame("0.18", turnover.turnover(ledger.openingEquity()));
        assertSame("0.39", ledger.pnl().negate());
        assertSame("0.0867", turnover.wearPercent(ledger.pnl()));
    }

    private static Fill taker(Fill fill) {
        return new Fill(
                fill.tradeId(),
                fill.orderId(),
                null,
                fill.side(),
                fill.price(),
                fill.quantity(),
                fill.fee(),
                fill.feeAsset(),
                false,
                fill.at());
    }

    @Test
    void nothingTradedIsNoTurnoverAndNoWear() {
        assertSame("0", ledger.volumes().turnover(BigDecimal.ZERO));
        assertSame("0", ledger.volumes().wearPercent(BigDecimal.ONE));
    }

    @Test
    void countsTheCostOfARebalanceApart() {
        ledger.open(holdings("10", "1000"), new BigDecimal("150"), Instant.EPOCH);

        ledger.book(fill(Side.ASK, 14990, 100, "0.1499", "USDC"), SOL, OrderPurpose.REBALANCE);

        assertSame("0.2499", ledger.totals().rebalanceCost());
        assertSame("0", ledger.parts().captured());
        assertSame("0", ledger.parts().fees());
        assertSame("0.1499", ledger.totals().feesQuote());
    }

    @Test
    void saysWhenAFeeIsInAnAssetItDoesNotKeep() {
        ledger.open(holdings("10", "1000"), new BigDecimal("150"), Instant.EPOCH);

        assertFalse(ledger.book(fill(Side.ASK, 15000, 100, "0.1", "BP"), SOL, OrderPurpose.QUOTE));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changeOfEquityIsTheSumOfItsPartsToTheLastDigit(long seed) {
        var random = new SplittableRandom(seed);
        ledger.open(holdings("20", "7000"), mid(random), Instant.EPOCH);
        var opening = ledger.equity();

        for (int i = 0; i < 200; i++) {
            switch (random.nextInt(4)) {
                case 0 -> ledger.mark(mid(random));
                case 1 -> ledger.transfer(amount(random), amount(random));
                default ->
                    ledger.book(
                            anyFill(random), SOL, random.nextInt(5) == 0 ? OrderPurpose.REBALANCE : OrderPurpose.QUOTE);
            }
            var parts = ledger.parts();
            var sum = parts.captured()
                    .add(parts.markToMarket())
                    .subtract(parts.fees())
                    .add(parts.rebalance())
                    .add(parts.transfers());
            assertEquals(0, ledger.equity().subtract(opening).compareTo(sum));
            assertEquals(0, ledger.pnl().compareTo(sum.subtract(parts.transfers())));
            assertAddsUp(ledger.realised(), ledger.unrealised());
            assertAddsUp(ledger.realisedFirstInFirstOut(), ledger.unrealisedFirstInFirstOut());
        }
    }

    /** Whatever the order in which the base asset leaves, the whole is the same. */
    private void assertAddsUp(BigDecimal realised, BigDecimal unrealised) {
        assertEquals(0, ledger.pnl().compareTo(realised.add(unrealised)));
    }

    private static BigDecimal mid(SplittableRandom random) {
        return BigDecimal.valueOf(random.nextLong(28_000, 32_000), 2).divide(BigDecimal.valueOf(2));
    }

    private static BigDecimal amount(SplittableRandom random) {
        return BigDecimal.valueOf(random.nextLong(-1000, 1000), 5);
    }

    private static Fill anyFill(SplittableRandom random) {
        var side = random.nextBoolean() ? Side.BID : Side.ASK;
        return fill(
                side,
                random.nextLong(14_000, 16_000),
                random.nextLong(1, 500),
                BigDecimal.valueOf(random.nextLong(-10, 1000), 8).toPlainString(),
                side == Side.BID ? "SOL" : "USDC");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void goesOnFromWhatWasWrittenDownAsIfItHadNeverStopped(long seed) {
        var random = new SplittableRandom(seed);
        ledger.open(holdings("10", "1000"), new BigDecimal("150"), Instant.EPOCH);
        var again = new Ledger();
        for (var step = 0; step < 200; step++) {
            if (step == 100) {
                again.restore(ledger.keep(Instant.EPOCH, Instant.EPOCH), false);
            }
            change(ledger, random.split(), step);
        }
        random = new SplittableRandom(seed);
        for (var step = 0; step < 200; step++) {
            var same = random.split();
            if (step >= 100) {
                change(again, same, step);
            }
        }

        assertEquals(ledger.totals(), again.totals());
        assertEquals(ledger.parts(), again.parts());
        assertEquals(ledger.realisedFirstInFirstOut(), again.realisedFirstInFirstOut());
        assertEquals(ledger.unrealisedFirstInFirstOut(), again.unrealisedFirstInFirstOut());
        assertEquals(ledger.sums(), again.sums());
    }

    private static void change(Ledger books, SplittableRandom random, int step) {
        books.mark(BigDecimal.valueOf(random.nextLong(14_000, 16_000), 2));
        if (step % 17 == 0) {
            books.transfer(BigDecimal.valueOf(random.nextLong(-50, 50), 2), BigDecimal.valueOf(random.nextLong(99)));
        } else {
            var side = random.nextBoolean() ? Side.BID : Side.ASK;
            var fee = BigDecimal.valueOf(random.nextLong(1, 999), 6).toPlainString();
            var fill = fill(
                    side,
                    random.nextLong(14_000, 16_000),
                    random.nextLong(1, 90),
                    fee,
                    side == Side.BID ? "SOL" : "USDC");
            books.book(fill, SOL, random.nextInt(5) == 0 ? OrderPurpose.REBALANCE : OrderPurpose.QUOTE);
        }
    }

    @Test
    void countsTheLossOfANewSessionFromWhereItBegan() {
        ledger.open(holdings("10", "1000"), new BigDecimal("150"), Instant.EPOCH);
        ledger.mark(new BigDecimal("140"));
        var cutOff = new Ledger();
        var fresh = new Ledger();

        var kept = ledger.keep(Instant.EPOCH, Instant.EPOCH);
        cutOff.restore(kept, false);
        fresh.restore(kept, true);
        assertSame("0", fresh.sessionPnl());
        cutOff.caughtUp(Instant.EPOCH);
        fresh.caughtUp(Instant.EPOCH);
        fresh.mark(new BigDecimal("139"));
        cutOff.mark(new BigDecimal("139"));

        assertSame("-110", cutOff.sessionPnl());
        assertSame("-10", fresh.sessionPnl());
        assertSame("-110", fresh.pnl());
    }
}
