package makerdeck.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.domain.TimeInForce;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.Execution;
import makerdeck.simulator.model.OrderKey;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.simulator.model.OrderView;
import makerdeck.simulator.model.Placement;
import makerdeck.simulator.model.PublicTrade;
import makerdeck.simulator.model.SelfTradePrevention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties of any sequence of orders and cancels of a few accounts. */
class RandomTradingTest {

    private static final int ACCOUNTS = 4;
    private static final long MIDDLE = 15_000;

    private final Heard heard = new Heard();
    private final Exchange exchange = Fixture.quiet(heard);
    private final List<AccountId> accounts = new ArrayList<>();

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    private void open(String base, String quote) {
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.add(Fixture.account(exchange, base, quote));
        }
    }

    private static BigDecimal price(long ticks) {
        return Fixture.SOL.rules().decimal(new Price(ticks));
    }

    private static BigDecimal quantity(long steps) {
        return Fixture.SOL.rules().decimal(new Quantity(steps));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noAssetAndNoQuantityAppearsOrVanishes(long seed) {
        open("40", "6000");
        var random = new SplittableRandom(seed);

        for (int step = 0; step < 2_000; step++) {
            anything(random);
            if (step % 20 == 0) {
                assertFundsConserved();
                assertLocksMatchOpenOrders();
                assertDepthMatchesOpenOrders();
            }
            heard.events.clear();
        }

        assertTrue(heard.trades.size() > 100, "only " + heard.trades.size() + " trades");
        accounts.forEach(exchange::cancelAll);
        assertEquals(List.of(), exchange.depth(10).bids());
        assertEquals(List.of(), exchange.depth(10).asks());
    }

    private void anything(SplittableRandom random) {
        var account = accounts.get(random.nextInt(ACCOUNTS));
        var side = random.nextBoolean() ? Side.BID : Side.ASK;
        var size = quantity(1 + random.nextInt(500));
        var prevention = SelfTradePrevention.values()[random.nextInt(3)];
        switch (random.nextInt(8)) {
            case 0 -> exchange.cancelAll(account);
            case 1, 2 ->
                exchange.openOrders(account).stream()
                        .skip(random.nextInt(3))
                        .findFirst()
                        .ifPresent(order -> exchange.cancel(account, new OrderKey.ById(order.id())));
            case 3 -> exchange.submit(account, OrderRequest.market(side, size).with(prevention));
            case 4 ->
                exchange.submit(
                        account,
                        OrderRequest.marketByQuote(side, new BigDecimal(1 + random.nextInt(900)))
                                .with(prevention));
            default ->
                exchange.submit(
                        account,
                        OrderRequest.limit(side, price(MIDDLE - 50 + random.nextInt(100)), size)
                                .with(TimeInForce.values()[random.nextInt(3)])
                                .with(prevention));
        }
    }

    private void assertFundsConserved() {
        for (var asset : List.of("SOL", "USDC")) {
            var held = accounts.stream()
                    .map(account -> exchange.balance(account, asset).total())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var fees = heard.fills.stream()
                    .filter(fill -> fill.feeAsset().equals(asset))
                    .map(Execution::fee)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var begun = new BigDecimal(asset.equals("SOL") ? 40 : 6_000).multiply(new BigDecimal(ACCOUNTS));
            assertEquals(0, begun.compareTo(held.add(fees)), asset + " " + held + " + fees " + fees);
        }
    }

    private void assertLocksMatchOpenOrders() {
        for (var account : accounts) {
            var locked = BigDecimal.ZERO;
            var offered = BigDecimal.ZERO;
            for (var order : exchange.openOrders(account)) {
                long left = left(order);
                if (order.side() == Side.BID) {
                    locked = locked.add(price(ticks(order)).multiply(quantity(left)));
                } else {
                    offered = offered.add(quantity(left));
                }
            }
            assertEquals(0, locked.compareTo(exchange.balance(account, "USDC").locked()));
            assertEquals(0, offered.compareTo(exchange.balance(account, "SOL").locked()));
        }
    }

    private void assertDepthMatchesOpenOrders() {
        var book = exchange.depth(1_000);
        assertTrue(book.bids().isEmpty() || book.asks().isEmpty() || book.isHealthy(), "crossed: " + book);
        long open = accounts.stream()
                .flatMap(account -> exchange.openOrders(account).stream())
                .mapToLong(RandomTradingTest::left)
                .sum();
        long shown = LongStream.concat(
                        book.bids().stream().mapToLong(level -> level.quantity().steps()),
                        book.asks().stream().mapToLong(level -> level.quantity().steps()))
                .sum();
        assertEquals(open, shown);
    }

    private static long left(OrderView order) {
        var quantity = order.quantity();
        return quantity == null ? 0 : quantity.minus(order.executed()).steps();
    }

    private static long ticks(OrderView order) {
        var price = order.price();
        return price == null ? 0 : price.ticks();
    }

    @Test
    void twoHundredThousandOrdersTradeLikeTheNaiveEngine() {
        compareWithNaiveEngine(1, 200_000);
    }

    @Test
    void aMillionOrdersTradeLikeTheNaiveEngine() {
        Campaign.only();
        compareWithNaiveEngine(2, 1_000_000);
    }

    private void compareWithNaiveEngine(long seed, int operations) {
        open("1000000000", "100000000000");
        var random = new SplittableRandom(seed);
        var naive = new NaiveEngine();
        long nextId = 1;
        for (int i = 0; i < operations; i++) {
            if (random.nextInt(5) < 2) {
                long id = random.nextInt(8) == 0 ? random.nextLong(nextId + 1) : naive.anyOpen(random);
                boolean cancelled = accounts.stream()
                        .anyMatch(account ->
                                exchange.cancel(account, new OrderKey.ById(id)).isPresent());
                assertEquals(naive.cancel(id), cancelled, "cancel of " + id);
            } else if (submitToBoth(random, naive, nextId)) {
                nextId++;
            }
            if (i % 1_000 == 0) {
                compareState(naive);
            }
        }
        compareState(naive);
    }

    /** Returns whether the order was accepted. */
    private boolean submitToBoth(SplittableRandom random, NaiveEngine naive, long id) {
        int owner = random.nextInt(ACCOUNTS);
        var side = random.nextBoolean() ? Side.BID : Side.ASK;
        long ticks = MIDDLE - side.sign() * (random.nextInt(12) - 5);
        long steps = 1 + random.nextInt(30);
        boolean postOnly = random.nextInt(4) == 0;
        var lifetime = postOnly ? TimeInForce.GTC : TimeInForce.values()[random.nextInt(3)];
        var request = OrderRequest.limit(side, price(ticks), quantity(steps)).with(lifetime);
        boolean refused = (postOnly && naive.wouldTake(side, ticks))
                || (lifetime == TimeInForce.FOK && !naive.fillsCompletely(owner, side, ticks, steps));

        var placement = exchange.submit(accounts.get(owner), postOnly ? request.makerOnly() : request);

        assertEquals(refused, placement instanceof Placement.Refused, placement.toString());
        if (refused) {
            return false;
        }
        naive.limit(id, owner, side, ticks, steps, lifetime);
        assertEquals(id, Fixture.accepted(placement).id());
        return true;
    }

    private void compareState(NaiveEngine naive) {
        assertEquals(
                naive.trades, heard.trades.stream().map(RandomTradingTest::text).toList());
        assertEquals(
                naive.openIds(),
                accounts.stream()
                        .flatMap(account -> exchange.openOrders(account).stream())
                        .map(OrderView::id)
                        .sorted()
                        .toList());
        for (var side : Side.values()) {
            for (var level : exchange.depth(100).levels(side)) {
                assertEquals(
                        naive.total(side, level.price().ticks()),
                        level.quantity().steps());
            }
        }
        naive.trades.clear();
        heard.trades.clear();
        heard.events.clear();
        heard.depth.clear();
        heard.tops.clear();
        heard.fills.clear();
    }

    private static String text(PublicTrade trade) {
        boolean bought = trade.taker() == Side.BID;
        return (bought ? trade.sellOrderId() : trade.buyOrderId())
                + ":"
                + (bought ? trade.buyOrderId() : trade.sellOrderId())
                + ":" + trade.quantity().steps() + "@" + trade.price().ticks();
    }
}
