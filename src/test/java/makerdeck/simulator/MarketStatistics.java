package makerdeck.simulator;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import makerdeck.domain.Level;
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
    private static final int BOOK_EVERY = 10;
    private static final int WHOLE_BOOK = 1_000;

    private final Series mids = new Series();
    private final Series spreadsBp = new Series();
    private final Series spreadTicks = new Series();
    private final TakerStatistics takers = new TakerStatistics();
    private final DepthStatistics depth = new DepthStatistics();
    private final double stepsPerUnit;
    private long trades;

    private MarketStatistics(ListedMarket market) {
        stepsPerUnit = 1 / market.rules().stepSize().doubleValue();
    }

    public static MarketStatistics of(MarketPreset preset, long seed, Duration length) {
        return of(Fixture.SOL, preset, seed, length);
    }

    public static MarketStatistics of(ListedMarket market, MarketPreset preset, long seed, Duration length) {
        var statistics = new MarketStatistics(market);
        var exchange = new Exchange(
                new ExchangeSettings(
                        market,
                        market.startPrice(),
                        new MarketSource.Agents(preset),
                        seed,
                        Fixture.START,
                        Duration.ofSeconds(SETTLING_SECONDS)),
                statistics);
        statistics.takers.moved(Fixture.START, mid(exchange.top()));
        for (long second = 1; second <= length.toSeconds(); second++) {
            exchange.advanceTo(Fixture.START + second * SECOND);
            statistics.sample(exchange.top());
            if (second % BOOK_EVERY == 0) {
                statistics.depth.sample(exchange.depth(WHOLE_BOOK));
            }
        }
        return statistics;
    }

    @Override
    public void traded(PublicTrade trade) {
        trades++;
        takers.traded(trade);
    }

    @Override
    public void topChanged(Supplier<BookTop> moved) {
        var top = moved.get();
        takers.moved(top.atNanos(), mid(top));
    }

    private void sample(BookTop top) {
        double spread = ticks(top.ask()) - ticks(top.bid());
        mids.add(mid(top));
        spreadTicks.add(spread);
        spreadsBp.add(spread / mid(top) * 1e4);
        takers.passed(top.atNanos());
    }

    private static double mid(BookTop top) {
        return (ticks(top.bid()) + ticks(top.ask())) / 2;
    }

    private static double ticks(@Nullable Level level) {
        if (level == null) {
            throw new AssertionError("a side of the simulated book is empty");
        }
        return level.price().ticks();
    }

    public double spreadBp() {
        return spreadsBp.mean();
    }

    double tradesPerMinute() {
        return trades * 60.0 / mids.size();
    }

    public double takersPerMinute() {
        return takers.count() * 60.0 / mids.size();
    }

    /** Percent per square root of a day, from returns over so many seconds. */
    public double volatilityPercent(int seconds) {
        return 100 * Math.sqrt(mids.returns(seconds).moment(2) * 86_400 / seconds);
    }

    public double kurtosis() {
        return mids.returns(1).kurtosis();
    }

    /** Autocorrelation of absolute one-second returns at lag 1. */
    public double clustering() {
        return clustering(1);
    }

    private double clustering(int lag) {
        return mids.returns(1).absolute().autocorrelation(lag);
    }

    /** Autocorrelation of the sides that takers take. */
    public double takerSignMemory(int lag) {
        return takers.signMemory(lag);
    }

    /** Mean move of the mid to a taker's side after 5 s, in bp, by seven classes of size. */
    public double[] impactBySize() {
        return takers.impactBySize();
    }

    /** The same after 60 s. */
    public double[] lastingImpactBySize() {
        return takers.lastingImpactBySize();
    }

    /** What rests at 20 bp from the mid in parts of what rests at 10 bp. */
    public double farDepth() {
        return depth.farOverNear();
    }

    /** Whether a row grows: Spearman's rank correlation with its order. */
    public static double growth(double[] row) {
        return TakerStatistics.rankCorrelation(row);
    }

    /** How many takers, as a part of all, take exactly the size that is taken most. */
    public double commonestSize() {
        return takers.commonestSize();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%n  signature 1/5/30/60/300 s: %s %%/day, kurtosis %.1f, still %.0f %%, |r| %s at 1/10/60%n"
                        + "  takers %.1f/s (CV %.1f), %.1f trades/min, sign %s at 1/5/10/50,"
                        + " reach 99/99.9/99.99 %%: %s bp%n"
                        + "  spread %.2f bp, one tick %.0f %%, depth at 1/5/10/20/27 bp: %s/bp%n"
                        + "  impact 5 s: %s bp%n  impact 60 s: %s bp",
                text(2, IntStream.of(1, 5, 30, 60, 300).mapToDouble(this::volatilityPercent)),
                kurtosis(),
                100 * mids.returns(1).share(change -> change == 0),
                text(2, IntStream.of(1, 10, 60).mapToDouble(this::clustering)),
                takersPerMinute() / 60,
                takers.gapVariation(),
                tradesPerMinute(),
                text(3, IntStream.of(1, 5, 10, 50).mapToDouble(this::takerSignMemory)),
                text(1, DoubleStream.of(0.99, 0.999, 0.9999).map(takers::reachBp)),
                spreadBp(),
                100 * spreadTicks.share(ticks -> ticks == 1),
                text(1, DoubleStream.of(depth.perBp()).map(steps -> steps / stepsPerUnit)),
                text(2, DoubleStream.of(impactBySize())),
                text(2, DoubleStream.of(lastingImpactBySize())));
    }

    private static String text(int digits, DoubleStream numbers) {
        return numbers.mapToObj(number -> String.format(Locale.ROOT, "%." + digits + "f", number))
                .collect(Collectors.joining("/"));
    }
}
