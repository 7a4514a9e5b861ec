package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.faults.Seeded;
import makerdeck.simulator.Fault;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Happening.Kind;

/** Rules that protect the desk, each by what it does to the orders on the venue. */
class ProtectionTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Seeded
    @FaultRow({"13", "21"})
    void quotesNothingForFiveSecondsAfterAFillThatTheStreamKeptToItself(long seed) {
        var bench = Bench.seeded(seed).started();
        bench.pass(Duration.ofSeconds(3));
        bench.venue.keepsStream = true;
        bench.venue.faults.add(Fault.FILLS_MISSING);

        bench.hit(Side.BID);
        while (bench.snapshot().totals().fills() == 0) {
            bench.pass(Duration.ofMillis(10));
        }
        bench.venue.faults.clear();
        bench.pass(SECOND);
        int sent = bench.venue.batches.size();
        for (int i = 0; i < 35; i++) {
            assertEquals(List.of(), bench.resting());
            bench.pass(Duration.ofMillis(100));
        }
        assertEquals(sent, bench.venue.batches.size());
        bench.pass(Duration.ofSeconds(3));

        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("6")
    void refusalsThatAcceptedOrdersPartDoNotAddUpToAPause(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        for (int i = 0; i < 6; i++) {
            bench.venue.faults.add(Fault.POST_REFUSED);
            bench.book(i % 2 == 0 ? "150.09" : "149.99", i % 2 == 0 ? "150.11" : "150.01");
            bench.pass(Duration.ofMillis(300));
            bench.venue.faults.clear();
            bench.pass(Duration.ofSeconds(4));

            assertEquals(6, bench.resting().size(), "after refusal " + (i + 1));
        }
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("20")
    void aStateWhoseSecondsAreCountedIsToldOnce(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.venue.faults.add(Fault.WS_SILENCE);
        bench.pass(Duration.ofSeconds(6));
        var reason = bench.snapshot().reason();
        int told = bench.all(Kind.STATE).size();

        bench.pass(Duration.ofSeconds(20));

        assertEquals(DeskState.PAUSED, bench.snapshot().state());
        assertNotEquals(reason, bench.snapshot().reason());
        assertEquals(told, bench.all(Kind.STATE).size());
        assertTrue(told > 0);
    }
}
