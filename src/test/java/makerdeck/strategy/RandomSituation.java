package makerdeck.strategy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Book;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fees;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.quoting.Guard;
import makerdeck.strategy.quoting.PriceCause;
import makerdeck.strategy.quoting.Quotes;
import makerdeck.strategy.quoting.RestingQuote;
import makerdeck.strategy.quoting.Situation;
import makerdeck.strategy.quoting.Widening;

/** Situations of every kind, from a seed. */
final class RandomSituation {

    private RandomSituation() {}

    static Situation of(SplittableRandom random) {
        var market = market(random);
        long mid = random.nextLong(1000, 2_000_000);
        var book = book(random, mid);
        var live = random.nextBoolean() ? live(random, mid) : List.<RestingQuote>of();
        var volatility = random.nextBoolean() ? OptionalDouble.of(random.nextDouble(0, 30)) : OptionalDouble.empty();
        var widening = new Widening(guard(random), guard(random));
        return new Situation(
                market,
                new Fees(number(random, -3, 20), number(random, 0, 30)),
                parameters(random),
                book,
                live,
                balances(random, market, mid),
                volatility,
                widening);
    }

    static Situation withWidening(Situation from, Widening widening) {
        return new Situation(
                from.market(),
                from.fees(),
                from.parameters(),
                from.book(),
                from.live(),
                from.balances(),
                from.volatility(),
                widening);
    }

    static Situation withBase(Situation from, Balance base) {
        return new Situation(
                from.market(),
                from.fees(),
                from.parameters(),
                from.book(),
                from.live(),
                new Balances(base, from.balances().quote()),
                from.volatility(),
                from.widening());
    }

    /** The wanted quotes as orders that rest. */
    static List<RestingQuote> resting(Quotes quotes) {
        var live = new ArrayList<RestingQuote>();
        for (var side : Side.values()) {
            for (var quote : quotes.side(side).quotes()) {
                live.add(new RestingQuote(
                        new ClientId(live.size()), side, quote.price(), quote.quantity(), Duration.ofMinutes(5)));
            }
        }
        return live;
    }

    private static Market market(SplittableRandom random) {
        boolean banded = random.nextBoolean();
        return new Market(
                "SOL_USDC",
                "SOL",
                "USDC",
                BigDecimal.ONE.movePointLeft(random.nextInt(1, 10)),
                BigDecimal.ONE.movePointLeft(random.nextInt(-4, 6)),
                BigDecimal.ONE.movePointLeft(random.nextInt(-4, 5)),
                banded ? new BigDecimal("0.97") : null,
                banded ? new BigDecimal("1.03") : null,
                MarketState.OPEN);
    }

    private static Book book(SplittableRandom random, long mid) {
        var bids = new ArrayList<Level>();
        var asks = new ArrayList<Level>();
        long bid = mid - random.nextInt(1, 20);
        long ask = mid + random.nextInt(0, 20);
        for (int i = 0; i < 5; i++) {
            bids.add(new Level(new Price(bid), new Quantity(random.nextInt(100, 1000))));
            asks.add(new Level(new Price(ask), new Quantity(random.nextInt(100, 1000))));
            bid -= random.nextInt(1, 30);
            ask += random.nextInt(1, 30);
        }
        return new Book(bids, asks, 1);
    }

    /** Small enough to leave others at every level. */
    private static List<RestingQuote> live(SplittableRandom random, long mid) {
        var live = new ArrayList<RestingQuote>();
        for (int id = 0; id < 6; id++) {
            var side = random.nextBoolean() ? Side.BID : Side.ASK;
            live.add(new RestingQuote(
                    new ClientId(id),
                    side,
                    new Price(mid - side.sign() * random.nextInt(1, 60)),
                    new Quantity(random.nextInt(1, 15)),
                    Duration.ofSeconds(random.nextInt(0, 3000))));
        }
        return live;
    }

    private static Parameters parameters(SplittableRandom random) {
        var typed = new HashMap<String, String>();
        typed.put("spread", number(random, 0.01, 4).toPlainString());
        typed.put("spread.mode", random.nextBoolean() ? "fixed" : "volatility");
        typed.put("spread.max", number(random, 4, 10).toPlainString());
        typed.put("fee-floor", random.nextBoolean() ? "on" : "off");
        typed.put("layers", Integer.toString(random.nextInt(1, 51)));
        typed.put("layer.growth", number(random, 1, 5).toPlainString());
        typed.put(
                "quantity",
                random.nextBoolean() ? "auto" : number(random, 0.001, 5000).toPlainString());
        typed.put("target", number(random, 0, 100).toPlainString());
        typed.put("threshold", number(random, 1, 50).toPlainString());
        typed.put("skew", number(random, 0, 1).toPlainString());
        typed.put("tolerance", number(random, 0, 1).toPlainString());
        typed.put(
                "max-order",
                random.nextBoolean() ? "0" : number(random, 1, 1000).toPlainString());
        return Parameters.defaults().with(typed);
    }

    private static Balances balances(SplittableRandom random, Market market, long mid) {
        var price = market.decimal(new Price(mid));
        var quote = number(random, 0, 100_000).multiply(price);
        return new Balances(split(random, number(random, 0, 100_000)), split(random, quote));
    }

    private static Balance split(SplittableRandom random, BigDecimal amount) {
        return new Balance(
                amount,
                amount.multiply(number(random, 0, 1)),
                random.nextBoolean() ? BigDecimal.ZERO : amount.multiply(number(random, 0, 1)));
    }

    private static Guard guard(SplittableRandom random) {
        var left = Duration.ofMillis(random.nextLong(1, 90_000));
        return switch (random.nextInt(6)) {
            case 0 -> Guard.jump(left);
            case 1 -> Guard.fills(number(random, 1, 4), left);
            case 2 -> Guard.flow(PriceCause.TREND, left);
            case 3 -> Guard.flow(PriceCause.IMBALANCE, left);
            default -> Guard.NONE;
        };
    }

    private static BigDecimal number(SplittableRandom random, double low, double high) {
        return BigDecimal.valueOf(Math.round(random.nextDouble(low, high) * 1000), 3);
    }
}
