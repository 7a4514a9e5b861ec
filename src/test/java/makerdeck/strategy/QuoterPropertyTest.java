package makerdeck.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import makerdeck.domain.Balance;
import makerdeck.domain.Side;
import makerdeck.strategy.quoting.Guard;
import makerdeck.strategy.quoting.InventoryRatio;
import makerdeck.strategy.quoting.PriceCause;
import makerdeck.strategy.quoting.PriceChain;
import makerdeck.strategy.quoting.QuoteDiff;
import makerdeck.strategy.quoting.QuoteLadder;
import makerdeck.strategy.quoting.Quoter;
import makerdeck.strategy.quoting.Quotes;
import makerdeck.strategy.quoting.Situation;
import makerdeck.strategy.quoting.Touch;
import makerdeck.strategy.quoting.Widening;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every quote whatever the market, the parameters and the funds are. */
class QuoterPropertyTest {

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyQuoteCanBeSent(long seed) {
        var situation = RandomSituation.of(new SplittableRandom(seed));
        var quotes = Quoter.quotes(situation);

        for (var side : Side.values()) {
            var ladder = quotes.side(side);
            assertTrue(ladder.quotes().size() <= situation.parameters().layers());
            checkBudget(situation, ladder);
            checkOrder(situation, ladder);
            checkBand(situation, quotes, ladder);
        }
        checkUncrossed(quotes);
        assertEquals(quotes, Quoter.quotes(situation));
    }

    private static void checkBudget(Situation situation, QuoteLadder ladder) {
        var market = situation.market();
        var held = ladder.side() == Side.BID
                ? situation.balances().quote()
                : situation.balances().base();
        var cost = BigDecimal.ZERO;
        for (var quote : ladder.quotes()) {
            var notional = market.notional(quote.price(), quote.quantity());
            cost = cost.add(ladder.side() == Side.BID ? notional : market.decimal(quote.quantity()));
            assertTrue(quote.quantity().compareTo(market.smallest()) >= 0);
            var most = situation.parameters().maxOrder();
            assertTrue(most.signum() == 0 || notional.compareTo(most) <= 0);
        }
        var payable = held.payable(situation.parameters().redeems());
        assertTrue(cost.compareTo(payable.add(held.locked())) <= 0, () -> "cost more than held: " + ladder);
        if (situation.live().isEmpty()) {
            assertTrue(cost.compareTo(payable) <= 0);
        }
    }

    private static void checkOrder(Situation situation, QuoteLadder ladder) {
        var touch = Touch.of(situation.book(), situation.live()).orElseThrow();
        var before = ladder.limit();
        for (int i = 0; i < ladder.quotes().size(); i++) {
            var quote = ladder.quotes().get(i);
            assertEquals(i + 1, quote.layer());
            assertTrue(quote.price().ticks() > 0);
            assertTrue(!quote.price().betterThan(before, ladder.side()));
            before = quote.price().behind(ladder.side(), 1);
            assertTrue(touch.side(ladder.side().opposite()).betterThan(quote.price(), ladder.side()));
        }
    }

    private static void checkBand(Situation situation, Quotes quotes, QuoteLadder ladder) {
        var ratio = InventoryRatio.of(situation.balances(), quotes.mid()).ratio();
        var off = ratio.subtract(situation.parameters().target())
                .multiply(BigDecimal.valueOf(ladder.side().sign()));
        if (off.compareTo(situation.parameters().bandHard()) >= 0) {
            assertTrue(ladder.quotes().isEmpty());
        }
        assertTrue(ladder.quotes().isEmpty() || isInBand(situation, quotes, ladder), () -> "beyond band: " + ladder);
    }

    /** Were the whole ladder filled. */
    private static boolean isInBand(Situation situation, Quotes quotes, QuoteLadder ladder) {
        var market = situation.market();
        var sign = BigDecimal.valueOf(ladder.side().sign());
        var held = InventoryRatio.of(situation.balances(), quotes.mid());
        var base = held.baseValue();
        var total = held.total();
        for (var quote : ladder.quotes()) {
            var value = market.decimal(quote.quantity()).multiply(quotes.mid()).multiply(sign);
            base = base.add(value);
            total = total.add(value)
                    .subtract(market.notional(quote.price(), quote.quantity()).multiply(sign));
        }
        var off = new InventoryRatio(base, total)
                .ratio()
                .subtract(situation.parameters().target());
        return off.multiply(sign).compareTo(situation.parameters().bandHard()) <= 0;
    }

    private static void checkUncrossed(Quotes quotes) {
        if (!quotes.bids().quotes().isEmpty() && !quotes.asks().quotes().isEmpty()) {
            var bid = quotes.bids().quotes().get(0).price();
            assertTrue(bid.compareTo(quotes.asks().quotes().get(0).price()) < 0);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theChainOfASideEndsWithTheDistanceOfItsNearestQuoteAndEachFactorIsWhatItsCauseMade(long seed) {
        var situation = RandomSituation.of(new SplittableRandom(seed));
        var quotes = Quoter.quotes(situation);

        for (var side : Side.values()) {
            var ladder = quotes.side(side);
            var chain = ladder.chain(situation.market());
            assertEquals(ladder.quotes().isEmpty(), chain.isEmpty());
            chain.ifPresent(known -> checkChain(situation, quotes, ladder, known));
        }
    }

    private static void checkChain(Situation situation, Quotes quotes, QuoteLadder ladder, PriceChain chain) {
        var price = situation.market().decimal(ladder.quotes().get(0).price());
        var steps = chain.steps();
        var last = steps.get(steps.size() - 1);
        var off = price.subtract(quotes.mid()).abs().movePointRight(2).divide(quotes.mid(), MathContext.DECIMAL64);
        assertEquals(0, price.compareTo(last.price()), () -> "ends elsewhere: " + chain);
        assertEquals(0, off.compareTo(chain.percent(last).abs()), () -> "is elsewhere: " + chain);
        assertEquals(PriceCause.SPREAD, steps.get(0).cause());
        assertEquals(
                situation.parameters().spread().doubleValue() / 2,
                chain.percent(steps.get(0)).doubleValue(),
                1e-9);
        for (int i = 1; i < steps.size(); i++) {
            var before = steps.get(i - 1);
            var step = steps.get(i);
            assertTrue(step.cause().compareTo(before.cause()) > 0, () -> "out of order: " + chain);
            var factor = step.factor();
            if (factor != null) {
                assertEquals(
                        chain.percent(step).doubleValue(),
                        chain.percent(before).doubleValue() * factor.doubleValue(),
                        1e-9);
            }
        }
        checkGuard(situation, ladder.side(), steps);
    }

    private static void checkGuard(Situation situation, Side side, List<PriceChain.Step> steps) {
        var guard = situation.widening().side(side);
        var timed = steps.stream().filter(step -> step.left() != null).toList();
        assertEquals(guard.factor().compareTo(BigDecimal.ONE) == 0 ? 0 : 1, timed.size());
        timed.forEach(step -> {
            assertEquals(guard.cause(), step.cause());
            assertEquals(guard.left(), step.left());
            assertEquals(
                    guard.factor().doubleValue(),
                    Objects.requireNonNull(step.factor()).doubleValue(),
                    1e-9);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatThreatensASideMovesThatSideAwayAndLeavesTheOther(long seed) {
        var situation = RandomSituation.of(new SplittableRandom(seed));
        var threatened = seed % 2 == 0 ? Side.BID : Side.ASK;
        var guard = Guard.flow(seed % 3 == 0 ? PriceCause.TREND : PriceCause.IMBALANCE, Duration.ofSeconds(5));
        var widening = threatened == Side.BID ? new Widening(guard, Guard.NONE) : new Widening(Guard.NONE, guard);

        var usual = Quoter.quotes(RandomSituation.withWidening(situation, Widening.NONE));
        var guarded = Quoter.quotes(RandomSituation.withWidening(situation, widening));

        assertEquals(usual.side(threatened.opposite()), guarded.side(threatened.opposite()));
        var before = usual.side(threatened).quotes();
        var after = guarded.side(threatened).quotes();
        assertTrue(after.size() <= before.size() || before.isEmpty());
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            assertFalse(after.get(i).price().betterThan(before.get(i).price(), threatened), () -> "nearer: " + guarded);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLadderThatRestsIsNotMoved(long seed) {
        var situation = RandomSituation.of(new SplittableRandom(seed));
        var quotes = Quoter.quotes(situation);

        var diff = QuoteDiff.between(quotes, RandomSituation.resting(quotes));

        assertEquals(
                0, diff.place().size() + diff.urgent().size() + diff.stale().size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moreBaseNeverRaisesAQuote(long seed) {
        var situation = RandomSituation.of(new SplittableRandom(seed));
        var base = situation.balances().base();
        var more =
                new Balance(base.available().multiply(BigDecimal.TEN).add(BigDecimal.ONE), base.locked(), base.lent());

        var before = Quoter.quotes(situation);
        var after = Quoter.quotes(RandomSituation.withBase(situation, more));

        assertTrue(after.reference().compareTo(before.reference()) <= 0);
    }
}
