package makerdeck.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import makerdeck.domain.Level;
import makerdeck.domain.Side;
import makerdeck.simulator.model.BookTop;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.ListedMarket;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.PublicTrade;
import org.jspecify.annotations.Nullable;

/** Runs a simulated market and measures what it looks like. */
public final class MarketStatistics implements ExchangeListener {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int SETTLING_SECONDS = 60;

    private final List<Double> mids = new ArrayList<>();
    private final List<Integer> takers = new ArrayList<>();
    private double spreadSum;
    private long lastTaker;
    private long trades;

    public static MarketStatistics of(MarketPreset preset, long seed, Duration length) {
        return of(Fixture.SOL, preset, seed, length);
    }

    public static MarketStatistics of(ListedMarket market, MarketPreset preset, long seed, Duration length) {
        var statistics = new MarketStatistics();
        var exchange = new Exchange(
                new ExchangeSettings(
                        market,
                        market.startPrice(),
                        new MarketSource.Agents(preset),
                        seed,
                        Fixture.START,
                        Duration.ofSeconds(SETTLING_SECONDS)),
                statistics);
        for (long second = 1; second <= length.toSeconds(); second++) {
            exchange.advanceTo(Fixture.START + second * SECOND);
            statistics.sample(exchange.top());
        }
        return statistics;
    }

    @Override
    public void traded(PublicTrade trade) {
        trades++;
        long taker = trade.taker() == Side.BID ? trade.buyOrderId() : trade.sellOrderId();
        if (taker != lastTaker) {
            takers.add(trade.taker().sign());
            lastTaker = taker;
        }
    }

    private void sample(BookTop top) {
        double bid = ticks(top.bid());
        double ask = ticks(top.ask());
        double mid = (bid + ask) / 2;
        mids.add(mid);
        spreadSum += (ask - bid) / mid * 1e4;
    }

    private static double ticks(@Nullable Level level) {
        if (level == null) {
            throw new AssertionError("a side of the simulated book is empty");
        }
        return level.price().ticks();
    }

    public double spreadBp() {
        return spreadSum / mids.size();
    }

    double tradesPerMinute() {
        return trades * 60.0 / mids.size();
    }

    public double takersPerMinute() {
        return takers.size() * 60.0 / mids.size();
    }

    /** Percent per square root of a day, from returns over so many seconds. */
    public double volatilityPercent(int seconds) {
        var returns = returns(seconds);
        return 100 * Math.sqrt(mean(returns, 2) * 86_400 / seconds);
    }

    public double kurtosis() {
        var returns = returns(1);
        double variance = mean(returns, 2);
        return mean(returns, 4) / variance / variance;
    }

    /** Autocorrelation of absolute one-second returns at lag 1. */
    public double clustering() {
        var absolute = returns(1).stream().map(Math::abs).toList();
        double mean = mean(absolute, 1);
        var centred = absolute.stream().map(value -> value - mean).toList();
        return lagged(centred) / mean(centred, 2);
    }

    public double takerSignMemory() {
        return lagged(takers.stream().map(Integer::doubleValue).toList());
    }

    private List<Double> returns(int seconds) {
        var returns = new ArrayList<Double>();
        for (int i = seconds; i < mids.size(); i += seconds) {
            returns.add(Math.log(mids.get(i) / mids.get(i - seconds)));
        }
        return returns;
    }

    private static double mean(List<Double> values, int power) {
        return values.stream()
                .mapToDouble(value -> Math.pow(value, power))
                .average()
                .orElseThrow();
    }

    private static double lagged(List<Double> values) {
        double sum = 0;
        for (int i = 1; i < values.size(); i++) {
            sum += values.get(i) * values.get(i - 1);
        }
        return sum / (values.size() - 1);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "spread %.2f bp, 1 s %.2f %%, 60 s %.2f %%, kurtosis %.1f, clustering %.2f, sign memory %.2f,"
                        + " %.1f takers/min, %.1f trades/min",
                spreadBp(),
                volatilityPercent(1),
                volatilityPercent(60),
                kurtosis(),
                clustering(),
                takerSignMemory(),
                takersPerMinute(),
                tradesPerMinute());
    }
}
