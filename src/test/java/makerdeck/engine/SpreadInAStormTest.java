package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.strategy.signals.Volatility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The spread follows a market that turns wild and calms down; -Dcampaign=N takes N seeds and storms of all lengths. */
class SpreadInAStormTest {

    /** Follows the volatility of the calm market too, which the fees would hide. */
    private static final Map<String, String> NARROW = Map.of("spread", "0.1", "fee-floor", "off", "duration", "0");

    private static final Duration SECOND = Duration.ofSeconds(1);

    static Stream<Arguments> storms() {
        var storms = new ArrayList<Arguments>();
        int campaign = Integer.getInteger("campaign", 0);
        for (int seed = 1; seed <= Math.max(1, campaign); seed++) {
            for (int minutes : campaign > 0 ? List.of(10, 30, 60) : List.of(10)) {
                storms.add(Arguments.of(seed, Duration.ofMinutes(minutes)));
            }
        }
        return storms.stream();
    }

    @ParameterizedTest
    @MethodSource("storms")
    void theSpreadWidensWithinAMinuteAndIsBackWithinHalfAnHour(int seed, Duration storm) {
        var bench = new Bench(new MarketSource.Agents(MarketPreset.CALM), seed)
                .with(NARROW)
                .started();
        bench.keepsOrderNews = false;
        bench.pass(Duration.ofMinutes(10));
        double calm = median(spreads(bench, Duration.ofMinutes(5)));

        bench.exchange.become(MarketPreset.WILD);
        var firstMinute = spreads(bench, Duration.ofMinutes(1));
        bench.pass(storm);
        double wild = median(spreads(bench, Duration.ofMinutes(1)));
        bench.exchange.become(MarketPreset.CALM);
        var forgetful = new Volatility(bench.exchange.market().rules().tickSize());
        int back = 0;
        while (median(spreads(bench, Duration.ofMinutes(1), forgetful)) > 1.2 * Math.max(calm, spread(forgetful))
                && back < 60) {
            back++;
        }

        double wider = median(firstMinute.subList(50, 60));
        System.out.printf(
                Locale.ROOT,
                "seed %d: calm %.3f %%, a minute into the storm %.3f %%, after %d min of it %.3f %%, back after %d min%n",
                seed,
                calm,
                wider,
                storm.toMinutes(),
                wild,
                back + 1);
        assertTrue(wider > 1.5 * calm, "not wider within a minute: " + firstMinute);
        assertTrue(back < 30, "back after " + (back + 1) + " min");
    }

    private static List<Double> spreads(Bench bench, Duration length) {
        return spreads(bench, length, new Volatility(BigDecimal.ONE));
    }

    /** In % of the mid, each second; {@code beside} sees the same market. */
    private static List<Double> spreads(Bench bench, Duration length, Volatility beside) {
        var spreads = new ArrayList<Double>();
        for (int second = 0; second < length.toSeconds(); second++) {
            bench.pass(SECOND);
            beside.update(bench.clock.instant(), mid(bench));
            spreads.add(
                    Objects.requireNonNull(bench.snapshot().quoting().spread()).doubleValue());
        }
        return spreads;
    }

    private static BigDecimal mid(Bench bench) {
        var book = bench.snapshot().book();
        return bench.exchange
                .market()
                .rules()
                .mid(book.bids().get(0).price(), book.asks().get(0).price());
    }

    /** What somebody quotes who never saw the storm: a "calm" market has livelier hours too. Full width in %. */
    private static double spread(Volatility volatility) {
        return volatility.percentPerDay().orElse(0) * 2 * Math.sqrt(60.0 / 86_400);
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
