package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskEvent.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The market a newcomer sees: with default settings something happens every minute. */
class DemoMarketTest {

    private static final Duration WATCHED = Duration.ofMinutes(5);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void fillsComeWithinAMinuteAndGoOnComing(long seed) {
        var bench = new Bench(new MarketSource.Agents(MarketPreset.DEMO), seed);
        bench.keepsOrderNews = false;

        bench.started();
        var began = bench.clock.instant();
        bench.pass(WATCHED);

        var fills = bench.all(Kind.FILL).stream().map(DeskEvent::at).toList();
        assertFalse(fills.isEmpty());
        assertTrue(wait(began, fills.get(0)) <= 60, "first fill after " + wait(began, fills.get(0)) + " s");
        assertTrue(fills.size() >= 2 * WATCHED.toMinutes(), fills.size() + " fills");
    }

    private static long wait(Instant began, Instant first) {
        return Duration.between(began, first).toSeconds();
    }
}
