package makerdeck.simulator.marketdata;

import java.math.BigDecimal;
import makerdeck.domain.Candle;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.simulator.model.PublicTrade;
import org.jspecify.annotations.Nullable;

/** Trades summed up, in ticks and steps. Empty until something is added. */
final class CandleBuilder {

    final long startNanos;
    private long open;
    private long high = Long.MIN_VALUE;
    private long low = Long.MAX_VALUE;
    private long close;
    private long steps;
    /** Ticks times steps: what no long holds is in the second. */
    private long value;

    private BigDecimal largerValue = BigDecimal.ZERO;
    private long trades;

    CandleBuilder(long startNanos) {
        this.startNanos = startNanos;
    }

    /** A minute that is known from outside, without its volume. Throws {@link ArithmeticException} for an absurd price. */
    static CandleBuilder of(Candle past, Market rules) {
        var builder = new CandleBuilder(nanos(past));
        builder.open = ticks(rules, past.open());
        builder.high = ticks(rules, past.high());
        builder.low = ticks(rules, past.low());
        builder.close = ticks(rules, past.close());
        builder.trades = past.trades();
        return builder;
    }

    private static long nanos(Candle past) {
        return Math.multiplyExact(past.start().getEpochSecond(), 1_000_000_000L);
    }

    private static long ticks(Market rules, BigDecimal price) {
        return rules.observed(Side.BID, price).ticks();
    }

    void add(PublicTrade trade) {
        long ticks = trade.price().ticks();
        if (trades == 0) {
            open = ticks;
        }
        high = Math.max(high, ticks);
        low = Math.min(low, ticks);
        close = ticks;
        steps += trade.quantity().steps();
        addValue(ticks, trade.quantity().steps());
        trades++;
    }

    private void addValue(long ticks, long more) {
        long product = ticks * more;
        long sum = value + product;
        // Neither is ever negative, so that a sum is when it is too large.
        if (Math.multiplyHigh(ticks, more) == 0 && product >= 0 && sum >= 0) {
            value = sum;
        } else {
            largerValue = largerValue.add(BigDecimal.valueOf(ticks).multiply(BigDecimal.valueOf(more)));
        }
    }

    /** Adds a later bar. */
    void add(CandleBuilder later) {
        if (trades == 0) {
            open = later.open;
        }
        high = Math.max(high, later.high);
        low = Math.min(low, later.low);
        close = later.close;
        steps += later.steps;
        largerValue = largerValue.add(BigDecimal.valueOf(later.value)).add(later.largerValue);
        trades += later.trades;
    }

    boolean isEmpty() {
        return trades == 0;
    }

    ExchangeCandle candle(Market rules, long endNanos) {
        return new ExchangeCandle(
                startNanos,
                endNanos,
                price(open),
                price(high),
                price(low),
                price(close),
                new Quantity(steps),
                quoteVolume(rules),
                trades);
    }

    private @Nullable Price price(long ticks) {
        return isEmpty() ? null : new Price(ticks);
    }

    DaySummary summary(Market rules) {
        return new DaySummary(
                new Price(open),
                new Price(close),
                new Price(high),
                new Price(low),
                new Quantity(steps),
                quoteVolume(rules),
                trades);
    }

    private BigDecimal quoteVolume(Market rules) {
        return largerValue
                .add(BigDecimal.valueOf(value))
                .multiply(rules.tickSize())
                .multiply(rules.stepSize());
    }
}
