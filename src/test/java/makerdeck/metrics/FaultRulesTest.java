package makerdeck.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import makerdeck.engine.Bench;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault of the venue fires the rules that the README names, a few always, all with {@code -Dcampaign=1}. */
class FaultRulesTest {

    private static final Duration BETWEEN_SCRAPES = Duration.ofSeconds(5);
    private static final Duration CALM = Duration.ofSeconds(40);
    private static final Duration TROUBLE = Duration.ofSeconds(90);

    /** Together they fire every rule that a desk without a wire can. */
    private static final Set<Fault> FEW = EnumSet.of(
            Fault.POST_REFUSED,
            Fault.CANCEL_LOST,
            Fault.BAN,
            Fault.LATENCY,
            Fault.LISTING_EMPTY,
            Fault.PRIVATE_TWICE,
            Fault.DEPTH_FROZEN,
            Fault.AUTO_LEND);

    @TempDir
    private Path folder;

    static Stream<Fault> faults() {
        return Fault.all().stream()
                .filter(fault -> !FaultTable.OF_THE_WIRE.contains(fault))
                .filter(fault -> FEW.contains(fault) || Integer.getInteger("campaign", 0) > 0);
    }

    /** What a monitoring system has seen of a desk that was well and then met the fault. */
    private static Series scraped(@Nullable Fault fault) throws IOException {
        var bench = new Bench(new MarketSource.Agents(MarketPreset.DEMO), 4).started();
        var metrics = new DeskMetrics(bench::snapshot, new Latencies(bench.clock, () -> 0), bench.clock);
        var series = new Series(BETWEEN_SCRAPES);
        if (fault == Fault.LEND_THROTTLE) {
            // Only a pool that holds something can keep it.
            bench.venue.books().lend(true);
        }
        pass(bench, CALM, metrics, series);
        if (fault != null) {
            bench.venue.faults.add(fault);
        }
        pass(bench, TROUBLE, metrics, series);
        return series;
    }

    private static void pass(Bench bench, Duration length, DeskMetrics metrics, Series series) throws IOException {
        var end = bench.clock.instant().plus(length);
        while (bench.clock.instant().isBefore(end)) {
            bench.pass(BETWEEN_SCRAPES);
            series.scrape(metrics.read());
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultFiresTheRulesOfTheTable(Fault fault) throws IOException, InterruptedException {
        var named = FaultTable.of(fault);

        var fired = scraped(fault).fired(folder);

        assertTrue(named.isEmpty() ? fired.isEmpty() : fired.containsAll(named), fault + " fired " + fired);
    }

    @Test
    void nothingFiresWithoutAFault() throws IOException, InterruptedException {
        assertEquals(Set.of(), scraped(null).fired(folder));
    }

    @Test
    void everyFaultIsInTheTableOnce() throws IOException {
        assertEquals(EnumSet.allOf(Fault.class), FaultTable.read().keySet());
    }
}
