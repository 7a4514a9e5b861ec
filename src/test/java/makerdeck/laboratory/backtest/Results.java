package makerdeck.laboratory.backtest;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import makerdeck.domain.Side;
import makerdeck.laboratory.model.Halt;
import makerdeck.laboratory.model.Known;
import makerdeck.laboratory.model.Money;
import makerdeck.laboratory.model.RunFill;
import makerdeck.laboratory.model.RunResult;
import makerdeck.laboratory.model.RunSettings;
import makerdeck.laboratory.model.Strategy;
import makerdeck.laboratory.statistics.Seeds;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.strategy.parameters.Parameters;
import org.jspecify.annotations.Nullable;

/** Results made by hand: two hours of SOL each, a desk against holding. */
final class Results {

    static final Contender DESK = new Contender("desk", new Strategy.Desk(Parameters.defaults()));
    static final Contender HOLD = new Contender("hold", new Strategy.Hold());

    private Results() {}

    static Comparison comparison(String seeds) {
        var market = ListedMarkets.find("SOL_USDC").orElseThrow();
        var base = new RunSettings(
                market, new MarketSource.Agents(MarketPreset.NORMAL), 1, Duration.ofHours(2), DESK.strategy());
        return new Comparison("1.2.3", "normal", base, Seeds.of(seeds), List.of(DESK, HOLD));
    }

    static RunResult result(String alpha, RunFill... fills) {
        return result(alpha, null, fills);
    }

    static RunResult halted(Halt halt, RunFill... fills) {
        return result("0.85", halt, fills);
    }

    private static RunResult result(String alpha, @Nullable Halt halt, RunFill... fills) {
        var money = new Money(
                new BigDecimal("0.5"),
                new BigDecimal("-3.25"),
                new BigDecimal("0.4"),
                BigDecimal.ZERO,
                new BigDecimal("-3.15"),
                new BigDecimal(alpha),
                new BigDecimal("12.123456789"));
        return new RunResult(
                Duration.ofHours(2),
                money,
                new BigDecimal("1.50"),
                new BigDecimal("225.00"),
                Duration.ofMinutes(114),
                Duration.ofMinutes(120),
                new RunResult.Requests(10, 20, 30),
                List.of(fills),
                halt);
    }

    /** A bid of 0.5 at 8 bp, so far below a mid of 150 and worth so much after 30 s. */
    static RunFill bid(String price, String midAfter30) {
        return new RunFill(
                Instant.parse("2026-01-01T00:00:01Z"),
                Side.BID,
                1,
                new BigDecimal(price),
                new BigDecimal("0.5"),
                new BigDecimal(price).multiply(new BigDecimal("0.0004")),
                true,
                new BigDecimal("150"),
                new Known(null, -1.5, 0.25, 30.0),
                Map.of(1, new BigDecimal("150"), 30, new BigDecimal(midAfter30)));
    }

    static Finished finished(Comparison comparison, RunResult... results) {
        SortedMap<Integer, RunResult> runs = new TreeMap<>();
        for (int i = 0; i < results.length; i++) {
            runs.put(i, results[i]);
        }
        return new Finished(comparison, runs);
    }
}
