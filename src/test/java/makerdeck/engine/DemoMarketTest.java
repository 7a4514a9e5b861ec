package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.simulator.Campaign;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskEvent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The market a newcomer sees: the desk as it comes fills two to six times a minute, from the start on. */
class DemoMarketTest {

    private static List<Instant> fills(long seed, Duration watched) {
        var bench = new Bench(new MarketSource.Agents(MarketPreset.DEMO), seed);
        bench.keepsOrderNews = false;
        bench.started().pass(watched);
        return bench.all(Kind.FILL).stream().map(DeskEvent::at).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void fillsComeWithinAMinuteAndGoOnComing(long seed) {
        var fills = fills(seed, Duration.ofMinutes(10));

        assertFalse(fills.isEmpty());
        assertTrue(longestPause(fills) <= 120, "longest pause " + longestPause(fills) + " s");
        assertTrue(wait(Bench.START, fills.get(0)) <= 60, "first fill after " + wait(Bench.START, fills.get(0)) + " s");
        assertBetweenTwoAndSix(fills.size() / 10.0, "seed " + seed);
    }

    @Test
    void anyHourOfTheDefaultDeskHasTwoToSixFillsAMinute() {
        Campaign.only();
        var rates = new ArrayList<Double>();
        for (long seed = 11; seed <= 16; seed++) {
            rates.add(fills(seed, Duration.ofHours(1)).size() / 60.0);
        }

        rates.forEach(rate -> assertBetweenTwoAndSix(rate, rates.toString()));
    }

    private static void assertBetweenTwoAndSix(double aMinute, String seen) {
        assertTrue(aMinute >= 2 && aMinute <= 6, aMinute + " fills a minute: " + seen);
    }

    private static long longestPause(List<Instant> fills) {
        long longest = 0;
        var before = Bench.START;
        for (var fill : fills) {
            longest = Math.max(longest, wait(before, fill));
            before = fill;
        }
        return longest;
    }

    private static long wait(Instant began, Instant end) {
        return Duration.between(began, end).toSeconds();
    }
}
