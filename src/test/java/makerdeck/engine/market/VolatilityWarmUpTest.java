package makerdeck.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import makerdeck.engine.Bench;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;

class VolatilityWarmUpTest {

    private Bench bench = new Bench(new MarketSource.Agents(MarketPreset.NORMAL), 3);

    private List<Message> learned() {
        return bench.told(Kind.INFO, "engine.volatility-learned.many");
    }

    private void streamDown() {
        bench.venue.tell(new VenueEvent.StreamDown(bench.clock.instant(), Stream.PUBLIC, Message.plain("closed")));
    }

    @Test
    void showsAVolatilityAndARegimeRightAfterTheStart() {
        bench.startedAsItIs();

        assertNotNull(bench.snapshot().quoting().volatility());
        assertNotEquals("", bench.snapshot().quoting().regime());
        assertEquals(List.of(Message.of("engine.volatility-learned.many", 2)), learned());
    }

    @Test
    void warmsUpOnTheLiveMarketWhereThereAreNoPastMinutes() {
        bench = new Bench().started();
        assertNull(bench.snapshot().quoting().volatility());

        bench.pass(Duration.ofSeconds(95));

        assertNotNull(bench.snapshot().quoting().volatility());
        assertEquals(1, bench.venue.candleReads.size());
    }

    @Test
    void asksForTheLastHourAndOnlyOnce() {
        bench.startedAsItIs();
        bench.pass(Duration.ofMinutes(5));

        assertEquals(1, bench.venue.candleReads.size());
        var from = bench.venue.candleReads.get(0);
        assertTrue(Duration.between(from, Bench.START).compareTo(Duration.ofMinutes(59)) > 0);
    }

    @Test
    void learnsWhatItMissedInALongGap() {
        bench.startedAsItIs();
        var lost = bench.clock.instant();
        streamDown();
        bench.venue.faults.add(Fault.PUBLIC_SILENCE);
        bench.pass(Duration.ofMinutes(4));
        assertEquals(1, bench.venue.candleReads.size());

        bench.venue.faults.clear();
        bench.venue.streamsUp();
        bench.pass(Duration.ofSeconds(1));

        assertEquals(2, bench.venue.candleReads.size());
        assertTrue(Duration.between(bench.venue.candleReads.get(1), lost).abs().toMillis() < 500);
        assertTrue(
                learned().contains(Message.of("engine.volatility-learned.many", 3)),
                learned().toString());
    }

    @Test
    void aShortGapIsNotWorthAReading() {
        bench.startedAsItIs();
        streamDown();
        bench.venue.faults.add(Fault.PUBLIC_SILENCE);
        bench.pass(Duration.ofSeconds(90));

        bench.venue.faults.clear();
        bench.venue.streamsUp();
        bench.pass(Duration.ofSeconds(1));

        assertEquals(1, bench.venue.candleReads.size());
    }

    @Test
    void asksThreeTimesAndThenLeavesIt() {
        bench.venue.faults.add(Fault.READ_TIMEOUT);

        bench.startedAsItIs();
        bench.pass(Duration.ofMinutes(3));

        assertEquals(3, bench.venue.candleReads.size());
        assertEquals(
                List.of(bench.venue.candleReads.get(0)),
                bench.venue.candleReads.stream().distinct().toList());
    }
}
