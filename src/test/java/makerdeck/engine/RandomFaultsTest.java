package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import makerdeck.command.DeskCommand;
import makerdeck.domain.ClientId;
import makerdeck.engine.ExchangeVenue.Fault;
import makerdeck.simulator.MarketPreset;
import makerdeck.simulator.MarketSource;
import makerdeck.snapshot.DeskState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A lively market and a venue that fails at random: whatever happened, the desk and the venue agree in the end. */
class RandomFaultsTest {

    private static final int STEPS = 40;

    /** Refused cancels halt the desk and a throwing venue is none: both have tests of their own. */
    private static final List<Fault> FAULTS = List.of(
            Fault.PLACES_LOST,
            Fault.PLACE_ANSWERS_LOST,
            Fault.CANCELS_LOST,
            Fault.CANCEL_ANSWERS_LOST,
            Fault.PRIVATE_SILENT,
            Fault.FILLS_MISSING,
            Fault.FRAMES_TWICE,
            Fault.PUBLIC_SILENT,
            Fault.LISTINGS_EMPTY,
            Fault.READS_FAIL);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 4L + Integer.getInteger("campaign", 0));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void deskAndVenueAgreeInTheEnd(long seed) {
        var random = new SplittableRandom(seed);
        var bench = new Bench(new MarketSource.Agents(MarketPreset.DEMO), seed).started();

        for (int step = 0; step < STEPS; step++) {
            bench.venue.faults.clear();
            for (int i = random.nextInt(4); i > 0; i--) {
                bench.venue.faults.add(FAULTS.get(random.nextInt(FAULTS.size())));
            }
            bench.pass(Duration.ofMillis(random.nextLong(500, 8_000)));
            assertTrue(
                    bench.resting().size() <= 12,
                    "seed " + seed + ": resting " + bench.resting().size());
        }
        bench.venue.faults.clear();
        bench.pass(Duration.ofSeconds(45));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(8));
        bench.assertInOrder();
        assertEquals(List.of(), bench.resting());
        assertNoIdTwice(bench);
    }

    private static void assertNoIdTwice(Bench bench) {
        var ids = new ArrayList<ClientId>();
        bench.venue.batches.forEach(batch -> batch.forEach(order -> ids.add(order.clientId())));
        assertEquals(ids.size(), new HashSet<>(ids).size());
    }
}
