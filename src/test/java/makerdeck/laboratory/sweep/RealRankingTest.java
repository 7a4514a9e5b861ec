package makerdeck.laboratory.sweep;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import makerdeck.laboratory.model.RunSettings;
import makerdeck.laboratory.model.Strategy;
import makerdeck.laboratory.sweep.Trial.Figures;
import makerdeck.simulator.Campaign;
import makerdeck.simulator.Fixture;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.strategy.parameters.Parameters;
import org.junit.jupiter.api.Test;

/**
 * The desk itself on the simulated market, where one value of a parameter is far better than the others: at 8 bp a fill,
 * quotes nearer than that lose with each.
 */
class RealRankingTest {

    private static final List<String> SPREADS = List.of("0.2", "0.03", "0.06", "0.1");
    private static final int SEEDS = 2;

    private static Parameters desk(String spread) {
        return Parameters.defaults().with(Map.of("spread", spread, "spread.mode", "fixed", "fee-floor", "off"));
    }

    @Test
    void theSpreadThatPaysIsRankedFirst() {
        Campaign.only();
        int repeats = Math.max(10, Integer.getInteger("campaign", 0));
        var trial = DeskTrial.of(new RunSettings(
                Fixture.SOL,
                new MarketSource.Agents(MarketPreset.NORMAL),
                1,
                Duration.ofMinutes(15),
                new Strategy.Desk(desk("0.2"))));

        int found = 0;
        for (int repeat = 0; repeat < repeats; repeat++) {
            long first = 1 + (long) repeat * SEEDS;
            List<List<Figures>> figures = SPREADS.stream()
                    .map(spread -> LongStream.range(first, first + SEEDS)
                            .mapToObj(seed -> trial.run(desk(spread), seed))
                            .toList())
                    .toList();
            var ranking = Ranking.of(figures);
            found += ranking.best().cell() == SweepPlan.BASE ? 1 : 0;
            System.out.println(repeat + ": "
                    + ranking.cells().stream()
                            .map(each -> SPREADS.get(each.cell()) + " "
                                    + each.alpha().mean())
                            .toList());
        }
        System.out.println("found " + found + " of " + repeats);
        assertTrue(found * 20 >= repeats * 19, "found " + found + " of " + repeats);
    }
}
