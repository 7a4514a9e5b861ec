package makerdeck.engine.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import makerdeck.domain.Fill;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.faults.FaultRow;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our clock and the venue's are an hour apart, or part while the desk runs: each fill is booked once. */
class ClockFaultsTest {

    /** With a clock so wrong the desk only reduces: it has to have what to reduce. */
    private static final Map<String, String> MUCH_TO_SELL =
            Map.of("target", "10", "threshold", "5", "rebalance", "off");

    private final Bench bench = new Bench();

    /** Both clocks begin far from the start, so that either can be behind. */
    private void apart(int hours) {
        bench.clock.pass(Duration.ofHours(3));
        bench.venue.ahead = Duration.ofHours(hours);
        bench.engine = bench.engine(Parameters.defaults().with(MUCH_TO_SELL), true);
        bench.started();
    }

    /** Somebody takes whatever the desk offers at its best, seen on the stream or not. */
    private void someFills() {
        for (int i = 0; i < 4; i++) {
            bench.pass(Duration.ofSeconds(5));
            if (!bench.resting(Side.ASK).isEmpty()) {
                bench.hit(Side.ASK);
            }
            if (!bench.resting(Side.BID).isEmpty()) {
                bench.hit(Side.BID);
            }
        }
    }

    private void assertEachOnce() {
        bench.pass(Duration.ofMinutes(11));
        bench.assertInvariants();
        assertEquals(List.of(), transfers());
    }

    private List<Message> transfers() {
        return bench.told("engine.balance.transfer");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    @FaultRow("60")
    void booksEachFillOnceWhenTheClocksAreAnHourApart(int hours) {
        apart(hours);
        someFills();

        assertEachOnce();
        assertTrue(bench.snapshot().totals().fills() > 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    @FaultRow("60")
    void findsFillsThatTheStreamKeptWhenTheClocksAreAnHourApart(int hours) {
        apart(hours);
        bench.pass(Duration.ofMinutes(1));
        bench.venue.faults.add(Fault.FILLS_MISSING);
        someFills();
        bench.venue.faults.clear();

        assertEachOnce();
        assertTrue(bench.snapshot().totals().fills() > 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    @FaultRow("60")
    void booksEachFillOnceWhenAClockLeapsAnHourWhileTheDeskRuns(int hours) {
        bench.with(MUCH_TO_SELL).started();
        someFills();
        if (hours < 0) {
            // Ours leaps: seen from here the venue falls back.
            bench.clock.pass(Duration.ofHours(1));
        }
        bench.venue.ahead = Duration.ofHours(hours);
        someFills();

        assertEachOnce();
        assertTrue(bench.snapshot().totals().fills() > 0);
    }

    @Test
    @FaultRow("60")
    void aFillThatIsToldAgainIsBookedOnceThoughOurClockIsFarAhead() {
        apart(-1);
        bench.hit(Side.ASK);
        bench.pass(Duration.ofSeconds(2));
        var fill = bench.venue.books().fills(Bench.START).get(0);
        // Something is unclear, so fills are read and their keys looked through.
        bench.venue.streamsDown("gone");
        bench.venue.streamsUp();
        bench.pass(Duration.ofSeconds(10));
        bench.venue.tell(new VenueEvent.Filled(bench.clock.instant(), fill, fill.quantity()));

        assertEachOnce();
    }

    @Test
    void fillsOfBeforeTheOldestKeyStayBooked() {
        var noon = Instant.parse("2026-09-01T12:00:00Z");
        var seen = new FillDeduplicator();
        var old = fill(1, noon);
        assertTrue(seen.isNew(old));

        seen.beginAt(noon.plusSeconds(1));
        seen.beginAt(noon.minusSeconds(1));

        assertEquals(0, seen.size());
        assertFalse(seen.isNew(old));
        assertTrue(seen.isNew(fill(2, noon.plusSeconds(1))));
    }

    private static Fill fill(long tradeId, Instant at) {
        return new Fill(tradeId, "1", null, Side.BID, BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ZERO, "SOL", true, at);
    }
}
