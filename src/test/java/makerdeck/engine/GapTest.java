package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import makerdeck.simulator.faults.Fault;
import org.junit.jupiter.api.Test;

/** What the desk does when it was stopped for a while and goes on. */
class GapTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void pullsItsQuotesWhenItCameLate() {
        var bench = new Bench().started();

        bench.clock.pass(Duration.ofSeconds(10));
        bench.pass(Duration.ofMillis(200));

        assertEquals(List.of(), bench.resting());
        bench.pass(Duration.ofSeconds(3));

        assertEquals(6, bench.resting().size());
        bench.assertInOrder();
    }

    @Test
    void doesNotQuoteAgainAfterAGapBeforeTheVenueWasCompared() {
        var bench = new Bench().started();
        bench.venue.faults.add(Fault.READ_TIMEOUT);

        bench.clock.pass(Duration.ofSeconds(4));
        bench.pass(LONG);
        assertEquals(List.of(), bench.resting());

        bench.venue.faults.clear();
        bench.pass(LONG);
        assertEquals(6, bench.resting().size());
        bench.assertInOrder();
    }
}
