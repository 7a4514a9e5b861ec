package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import makerdeck.command.DeskCommand;
import makerdeck.domain.ClientId;
import makerdeck.domain.Side;
import makerdeck.engine.ExchangeVenue.Fault;
import makerdeck.simulator.Ticket;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Happening.Kind;
import makerdeck.snapshot.OrderRow;
import makerdeck.strategy.Parameters;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;

/** What the desk does when the venue or the way to it fails. */
class DeskFaultTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void neverSendsAnOrderAgainWhenItsAnswerIsLost() {
        var bench = new Bench();
        bench.venue.faults.add(Fault.PLACE_ANSWERS_LOST);
        bench.venue.faults.add(Fault.PRIVATE_SILENT);
        bench.started();

        assertEquals(6, bench.resting().size());
        bench.pass(LONG);

        assertEquals(6, bench.resting().size());
        assertEquals(1, bench.venue.batches.size());
        bench.assertInOrder();
    }

    @Test
    void usesANewIdOnceALostOrderIsKnownToBeAbsent() {
        var bench = new Bench();
        bench.venue.faults.add(Fault.PLACES_LOST);
        bench.started();

        bench.venue.faults.clear();
        bench.pass(Duration.ofSeconds(4));
        assertEquals(List.of(), bench.resting());
        assertEquals(1, bench.venue.batches.size());
        bench.pass(Duration.ofSeconds(6));

        assertEquals(6, bench.resting().size());
        var ids = new HashSet<ClientId>();
        bench.venue.batches.forEach(batch -> batch.forEach(order -> assertTrue(ids.add(order.clientId()))));
        bench.assertInOrder();
    }

    @Test
    void booksTheFillsOfAnOrderWhoseAnswerWasLost() {
        var bench = new Bench();
        bench.venue.faults.add(Fault.PLACE_ANSWERS_LOST);
        bench.venue.faults.add(Fault.PRIVATE_SILENT);
        bench.started();

        bench.hit(Side.BID);
        bench.pass(LONG);

        assertEquals(1, bench.snapshot().totals().fills());
        bench.assertInOrder();
    }

    @Test
    void haltsWhenItsCancelsAreRefusedAgainAndAgain() {
        var bench = new Bench().started();

        bench.venue.faults.add(Fault.CANCELS_REFUSED);
        bench.book("150.09", "150.11");
        bench.pass(Duration.ofSeconds(5));
        int sent = bench.venue.batches.size();
        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertTrue(
                bench.snapshot().reason().contains("refused"), bench.snapshot().reason());

        bench.venue.faults.clear();
        bench.pass(LONG);

        assertEquals(List.of(), bench.resting());
        assertEquals(sent, bench.venue.batches.size());
    }

    @Test
    void findsOutWhatBecameOfACancelWithoutAnswer() {
        var bench = new Bench().started();

        bench.venue.faults.add(Fault.CANCEL_ANSWERS_LOST);
        bench.venue.faults.add(Fault.PRIVATE_SILENT);
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(LONG);

        assertEquals(List.of(), bench.resting());
        bench.assertInOrder();
    }

    @Test
    void cancelsAgainWhenACancelWasLost() {
        var bench = new Bench().started();

        bench.venue.faults.add(Fault.CANCELS_LOST);
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(3));
        assertEquals(6, bench.resting().size());
        bench.venue.faults.clear();
        bench.pass(LONG);

        assertEquals(List.of(), bench.resting());
        bench.assertInOrder();
    }

    @Test
    void booksFillsThatTheStreamNeverBrought() {
        var bench = new Bench().started();
        bench.pass(Duration.ofSeconds(3));

        bench.venue.faults.add(Fault.FILLS_MISSING);
        bench.hit(Side.BID);
        bench.hit(Side.ASK);
        bench.pass(Duration.ofSeconds(30));

        assertTrue(bench.all(Kind.ALERT).stream()
                .anyMatch(alert -> alert.text().contains("account stream missed a fill")));
        assertTrue(bench.all(Kind.STATE).stream()
                .anyMatch(state -> state.text().equals("DOWN (account stream down: a fill was not reported)")));
        assertEquals(2, bench.snapshot().totals().fills());
        bench.assertInOrder();
    }

    @Test
    void booksFillsOnceThatTheStreamBringsTwice() {
        var bench = new Bench();
        bench.venue.faults.add(Fault.FRAMES_TWICE);
        bench.started();

        bench.hit(Side.BID);
        bench.pass(LONG);

        assertEquals(1, bench.snapshot().totals().fills());
        bench.assertInOrder();
    }

    @Test
    void pullsItsQuotesWhenNothingIsHeardForThreeSeconds() {
        var bench = new Bench().started();

        bench.venue.faults.add(Fault.PUBLIC_SILENT);
        bench.pass(Duration.ofSeconds(5));

        assertEquals(List.of(), bench.resting());
        assertEquals(DeskState.PAUSED, bench.snapshot().state());
        assertTrue(bench.snapshot().quoting().bidReason().startsWith("no data for"));

        bench.venue.faults.clear();
        bench.pass(Duration.ofSeconds(2));

        assertEquals(6, bench.resting().size());
    }

    @Test
    void doesNotPileUpOrdersWhenListingsShowNone() {
        var bench = new Bench().started();

        bench.venue.faults.add(Fault.LISTINGS_EMPTY);
        for (int i = 0; i < 60; i++) {
            bench.pass(Duration.ofSeconds(1));
            assertTrue(bench.resting().size() <= 6, "resting " + bench.resting().size());
        }

        assertEquals(6, bench.resting().size());
    }

    @Test
    void stopsQuotingWhenOrdersCannotBeComparedForLong() {
        var bench = new Bench().started();

        bench.venue.faults.add(Fault.READS_FAIL);
        bench.pass(Duration.ofSeconds(60));

        assertEquals(List.of(), bench.resting());
        assertEquals(
                "open orders could not be compared with the venue",
                bench.snapshot().quoting().askReason());
    }

    @Test
    void showsOrdersOfOthersOnTheAccountAndLeavesThemAlone() {
        var bench = new Bench().started();

        bench.exchange.submit(bench.desk, Ticket.limit(Side.BID, new BigDecimal("120"), new BigDecimal("1")));
        bench.pass(LONG);
        assertEquals(
                List.of("X"),
                bench.snapshot().orders().stream()
                        .map(OrderRow::tag)
                        .filter(tag -> tag.equals("X"))
                        .toList());
        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(1));

        assertTrue(bench.engine.outcome().orElseThrow().clean());
        assertEquals(1, bench.resting().size());
    }

    @Test
    void cancelsWhatAnEarlierLifeLeftBeforeItsFirstQuote() {
        var bench = new Bench().started();

        bench.engine = bench.life(Parameters.defaults(), true, 1000);
        bench.venue.start();
        bench.pass(Duration.ofMillis(20));
        assertTrue(bench.snapshot().state() == DeskState.STARTING);
        bench.pass(Duration.ofSeconds(3));

        assertEquals(6, bench.resting().size());
        assertTrue(bench.resting().stream()
                .allMatch(order -> order.clientId() != null && order.clientId().value() % (1 << 24) >= 1000));
        bench.assertInOrder();
    }

    @Test
    void waitsForAnOrderInFlightBeforeItLeaves() {
        var bench = new Bench();
        bench.book("149.99", "150.01");
        bench.venue.start();
        while (bench.venue.batches.isEmpty()) {
            bench.pass(Duration.ofMillis(10));
        }

        bench.command("quit", new DeskCommand.Quit(false));
        assertEquals(List.of(), bench.resting());
        bench.pass(Duration.ofSeconds(2));

        assertEquals(List.of(), bench.resting());
        assertTrue(bench.engine.outcome().orElseThrow().clean());
    }

    @Test
    void leavesCleanWhenAnOrdersFateWasUnknown() {
        var bench = new Bench();
        bench.venue.faults.add(Fault.PLACES_LOST);
        bench.started();
        bench.venue.faults.clear();

        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(10));

        assertTrue(bench.engine.outcome().orElseThrow().clean());
    }

    @Test
    void haltsAndShowsWhyWhenSomethingUnforeseenHappens() {
        var bench = new Bench().started();

        bench.venue.faults.add(Fault.BROKEN);
        bench.book("150.09", "150.11");
        bench.pass(Duration.ofSeconds(1));

        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertTrue(bench.snapshot().reason().startsWith("internal error"));
        assertEquals(List.of(), bench.resting());
        assertFalse(bench.all(Kind.ALERT).isEmpty());
    }

    @Test
    void resumesAfterTheConnectionWasLostAndSteadyAgain() {
        var bench = new Bench().started();

        bench.venue.tell(new VenueEvent.StreamDown(bench.clock.instant(), Stream.PRIVATE, "closed"));
        bench.pass(Duration.ofSeconds(1));
        assertEquals(DeskState.DOWN, bench.snapshot().state());
        assertEquals(List.of(), bench.resting());
        bench.venue.streamsUp();
        bench.pass(Duration.ofSeconds(4));
        assertEquals(List.of(), bench.resting());
        bench.pass(Duration.ofSeconds(2));

        assertEquals(6, bench.resting().size());
    }

    @Test
    void haltsAtTheLossLimit() {
        var bench = new Bench().with(Map.of("max-loss", "5")).started();

        bench.hit(Side.BID);
        bench.book("148.99", "149.01");
        bench.pass(Duration.ofSeconds(1));

        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertTrue(bench.snapshot().reason().contains("max-loss 5"));
        assertEquals(List.of(), bench.resting());
    }

    @Test
    void triesAgainFromAFreshBookWhenAPostOnlyOrderWouldHaveTaken() {
        var bench = new Bench()
                .with(Map.of("spread", "0.03", "spread.mode", "fixed", "fee-floor", "off", "layers", "1"))
                .started();
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(1));

        bench.command("resume", new DeskCommand.Resume(null));
        bench.book("149.89", "149.91");
        bench.pass(Duration.ofMillis(20));
        assertTrue(bench.all(Kind.ORDER).stream()
                .anyMatch(order -> order.text().contains("REJECTED (POST_ONLY_WOULD_TAKE)")));
        assertEquals(0, bench.resting(Side.BID).size());
        assertEquals("POST_ONLY_WOULD_TAKE", bench.snapshot().quoting().bidReason());
        bench.pass(Duration.ofMillis(200));

        assertEquals(1, bench.resting(Side.BID).size());
        assertEquals(1, bench.resting(Side.ASK).size());
        assertEquals(0, bench.snapshot().totals().fills());
    }

    @Test
    void doesNotBookTheFillsOfAnEarlierLifeAgain() {
        var bench = new Bench().started();
        bench.hit(Side.BID);
        bench.pass(Duration.ofSeconds(1));
        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(1));

        bench.engine = bench.life(Parameters.defaults(), true, 1000);
        bench.venue.start();
        bench.pass(Duration.ofSeconds(5));

        assertEquals(0, bench.snapshot().totals().fills());
        assertEquals(6, bench.resting().size());
        bench.assertHoldings();
    }

    @Test
    void needsAFreshComparisonAfterTheAccountStreamWasDown() {
        var bench = new Bench().started();

        bench.venue.tell(new VenueEvent.StreamDown(bench.clock.instant(), Stream.PRIVATE, "closed"));
        bench.venue.faults.add(Fault.READS_FAIL);
        bench.pass(Duration.ofSeconds(1));
        bench.venue.streamsUp();
        bench.pass(Duration.ofSeconds(10));
        assertEquals(List.of(), bench.resting());
        assertEquals(
                "open orders could not be compared with the venue",
                bench.snapshot().quoting().bidReason());
        bench.venue.faults.clear();
        bench.pass(Duration.ofSeconds(12));

        assertEquals(6, bench.resting().size());
    }

    @Test
    void letsOneOrderAtMostCarryTheInventoryBeyondItsHardBand() {
        var bench = new Bench()
                .with(Map.of("band.hard", "5", "layers", "3", "quantity", "4"))
                .started();

        assertEquals(1, bench.resting(Side.BID).size());
        assertEquals(1, bench.resting(Side.ASK).size());
    }

    @Test
    void bidsNothingFarAboveWhatTheMarketWasLately() {
        var bench = new Bench().started();
        bench.pass(Duration.ofSeconds(10));
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(1));

        bench.book("179.99", "180.01");
        bench.command("resume", new DeskCommand.Resume(null));
        bench.pass(Duration.ofSeconds(1));

        assertEquals(0, bench.resting(Side.BID).size());
        assertTrue(bench.snapshot().quoting().bidReason().startsWith("price far beyond the last minute's median"));
        assertEquals(3, bench.resting(Side.ASK).size());
    }
}
