package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import makerdeck.metrics.DeskMetrics;
import makerdeck.metrics.FaultTable;
import makerdeck.metrics.Latencies;
import makerdeck.metrics.Series;
import makerdeck.simulator.faults.Fault;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only sockets can do wrong fires the rules that the README names; all of it with {@code -Dcampaign=1}. */
@Execution(ExecutionMode.CONCURRENT)
class FaultRulesIT {

    private static final Duration BETWEEN_SCRAPES = Duration.ofSeconds(1);
    private static final int CALM = 5;
    private static final int TROUBLE = 20;
    private static final Set<Fault> FEW = EnumSet.of(Fault.WS_CLOSE, Fault.DEPTH_GAP);

    /** What somebody is woken for. */
    private static final Set<String> NO_SLEEP =
            Set.of("MakerdeckCritical", "MakerdeckHalted", "MakerdeckDown", "MakerdeckNotQuoting");

    static Stream<Fault> faults() {
        return FaultTable.OF_THE_WIRE.stream()
                .filter(fault -> FEW.contains(fault) || Integer.getInteger("campaign", 0) > 0);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultOfTheWireFiresTheRulesOfTheTable(Fault fault, @TempDir Path folder)
            throws IOException, InterruptedException {
        try (var desk = new WireDesk(fault.ordinal())) {
            desk.awaitQuotes();
            var clock = Clock.systemUTC();
            var metrics = new DeskMetrics(desk::snapshot, new Latencies(clock, System::nanoTime), clock);
            var series = new Series(BETWEEN_SCRAPES);
            scrape(CALM, metrics, series);
            desk.begin(fault, Duration.ofSeconds(TROUBLE));
            scrape(TROUBLE, metrics, series);

            var fired = series.fired(folder);

            var named = FaultTable.of(fault);
            assertTrue(fired.containsAll(named), fault + " fired " + fired);
            // On a busy machine answers may be late, which is no trouble.
            assertTrue(!named.isEmpty() || Collections.disjoint(fired, NO_SLEEP), fault + " fired " + fired);
        }
    }

    private static void scrape(int times, DeskMetrics metrics, Series series) throws IOException {
        for (int i = 0; i < times; i++) {
            Awaitility.await().pollDelay(BETWEEN_SCRAPES).until(() -> true);
            series.scrape(metrics.read());
        }
    }
}
