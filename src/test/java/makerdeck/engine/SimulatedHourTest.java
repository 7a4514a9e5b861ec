package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import makerdeck.command.DeskCommand;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.SessionFigures;
import makerdeck.snapshot.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole desk among the simulated traders; -Dcampaign=N adds N seeds of full hours in every market. */
class SimulatedHourTest {

    private static final BigDecimal UPTIME = new BigDecimal("99.5");

    static Stream<Arguments> markets() {
        var markets = new ArrayList<Arguments>();
        markets.add(Arguments.of(MarketPreset.DEMO, 11, Duration.ofMinutes(20)));
        markets.add(Arguments.of(MarketPreset.NORMAL, 11, Duration.ofMinutes(20)));
        for (int seed = 1; seed <= Integer.getInteger("campaign", 0); seed++) {
            for (var market : MarketPreset.values()) {
                markets.add(Arguments.of(market, seed, Duration.ofMinutes(59)));
            }
        }
        return markets.stream();
    }

    @ParameterizedTest
    @MethodSource("markets")
    void everythingStaysInOrder(MarketPreset market, int seed, Duration length) {
        var bench = new Bench(new MarketSource.Agents(market), seed);
        bench.keepsOrderNews = false;

        bench.started().pass(length);
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(2));

        bench.assertInOrder();
        assertEquals(List.of(), bench.resting());
        assertTrue(bench.all(Kind.ALERT).stream().allMatch(alert -> alert.severity() != Severity.CRITICAL));
        assertInBand(bench);
        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(1));
        assertTrue(bench.engine.outcome().orElseThrow().clean());
        assertQuoted(bench.latest(DeskNews.SessionReported.class).figures().quoted(), market);
        assertFewRequests(bench, length);
    }

    private static void assertInBand(Bench bench) {
        var inventory = Objects.requireNonNull(bench.snapshot().inventory());
        assertTrue(inventory.ratio().compareTo(inventory.hardLow()) >= 0, "ratio " + inventory.ratio());
        assertTrue(inventory.ratio().compareTo(inventory.hardHigh()) <= 0, "ratio " + inventory.ratio());
    }

    private static void assertQuoted(SessionFigures.Quoted quoted, MarketPreset market) {
        assertQuoted("bids", quoted.allowedBids(), market);
        assertQuoted("asks", quoted.allowedAsks(), market);
    }

    private static void assertQuoted(String side, @Nullable BigDecimal percent, MarketPreset market) {
        assertTrue(
                Objects.requireNonNull(percent).compareTo(UPTIME) >= 0,
                side + " in " + market + " were " + percent + " %");
    }

    /** Half of the venue's limit leaves room for whatever else happens. */
    private static void assertFewRequests(Bench bench, Duration length) {
        long requests = bench.venue.batches.size() + bench.venue.cancels + bench.venue.reads;
        assertTrue(requests <= 1000 * (length.toMinutes() + 1), "requests " + requests);
    }
}
