package makerdeck.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import makerdeck.simulator.model.MarketPreset;
import org.junit.jupiter.api.Test;

/** What making a market in the simulation must teach: nobody earns by a trick of it. */
class MarketMakingTest {

    private static final int EDGE_SECONDS = 30;

    private record Result(double fillsPerHour, double edgeBp) {}

    private static Result quote(MarketPreset preset, double halfSpreadBp, int latencyMillis, int hours, long... seeds) {
        var plan = new LayeredDesk.Plan(List.of(halfSpreadBp), 0.15 * halfSpreadBp, Duration.ofMillis(latencyMillis));
        var desks = LongStream.of(seeds)
                .mapToObj(seed -> new LayeredDesk(preset, seed, plan).run(Duration.ofHours(hours)))
                .toList();
        return new Result(
                desks.stream().mapToDouble(LayeredDesk::fillsPerHour).average().orElseThrow(),
                desks.stream()
                        .mapToDouble(desk -> desk.edgeBp(EDGE_SECONDS))
                        .average()
                        .orElseThrow());
    }

    @Test
    void edgeFallsFromCalmToWild() {
        var calm = quote(MarketPreset.CALM, 5, 50, 2, 31);
        var wild = quote(MarketPreset.WILD, 5, 50, 2, 31);

        assertTrue(calm.edgeBp() > wild.edgeBp() + 1, calm + " " + wild);
        assertTrue(calm.fillsPerHour() < wild.fillsPerHour(), calm + " " + wild);
    }

    @Test
    void volatilityWidthAndLatencyOrderFillsAndEdge() {
        Campaign.only();
        var calm = quote(MarketPreset.CALM, 5, 50, 8, 31, 32);
        var normal = quote(MarketPreset.NORMAL, 5, 50, 8, 31, 32);
        var wild = quote(MarketPreset.WILD, 5, 50, 8, 31, 32);
        var narrow = quote(MarketPreset.NORMAL, 3, 50, 8, 31, 32);
        var wide = quote(MarketPreset.NORMAL, 8, 50, 8, 31, 32);
        var prompt = quote(MarketPreset.NORMAL, 5, 0, 8, 31, 32);
        var late = quote(MarketPreset.NORMAL, 5, 199, 8, 31, 32);

        var seen = new TreeMap<>(Map.of(
                "calm", calm, "normal", normal, "wild", wild, "narrow", narrow, "wide", wide, "prompt", prompt, "late",
                late));
        assertTrue(calm.edgeBp() > normal.edgeBp() && normal.edgeBp() > wild.edgeBp(), seen.toString());
        assertTrue(
                narrow.fillsPerHour() > normal.fillsPerHour() && normal.fillsPerHour() > wide.fillsPerHour(),
                seen.toString());
        assertTrue(prompt.edgeBp() > normal.edgeBp() && normal.edgeBp() > late.edgeBp(), seen.toString());
    }
}
