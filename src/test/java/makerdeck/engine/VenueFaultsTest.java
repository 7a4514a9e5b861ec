package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.faults.Seeded;
import makerdeck.message.Keys;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskState;
import makerdeck.venue.Health;
import makerdeck.venue.VenueEvent;

/** A venue that refuses, limits, bans, slows down or is not there. */
class VenueFaultsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Seeded
    @FaultRow({"29", "53"})
    void waitsLongerEachTimeTheVenueHasHadEnoughOfUs(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.RATE_LIMIT);
        int before = bench.venue.batches.size();
        for (int move = 0; move < 30; move++) {
            bench.book(move % 2 == 0 ? "150.09" : "149.99", move % 2 == 0 ? "150.11" : "150.01");
            bench.pass(Duration.ofSeconds(1));
        }
        assertTrue(bench.venue.batches.size() - before <= 8, "batches " + (bench.venue.batches.size() - before));
        bench.venue.faults.clear();
        bench.pass(Duration.ofSeconds(45));

        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("30")
    void haltsWhenItIsBannedWhileOrdersRestAndSaysWhich(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.BAN);
        bench.book("150.09", "150.11");
        bench.pass(Duration.ofSeconds(12));
        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertFalse(bench.told(Kind.ALERT, "engine.resting.alarm").isEmpty());
        assertTrue(
                Keys.says(bench.snapshot().reason(), "engine.exposed-because"),
                Keys.of(bench.snapshot().reason()));
        bench.venue.faults.clear();
        bench.pass(LONG);

        assertEquals(List.of(), bench.resting());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("31")
    void followsTheStateOfTheMarket(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        state(bench, MarketState.CANCEL_ONLY);
        bench.venue.faults.add(Fault.CANCEL_ONLY);
        bench.pass(Duration.ofSeconds(1));
        assertEquals(List.of(), bench.resting());
        assertEquals(
                "engine.gate.market[engine.market-state.cancel-only]",
                Keys.of(bench.snapshot().quoting().bidReason()));
        bench.venue.faults.clear();
        state(bench, MarketState.POST_ONLY);
        bench.pass(Duration.ofSeconds(4));
        assertEquals(List.of(), bench.resting());
        bench.pass(Duration.ofSeconds(3));

        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    private static void state(Bench bench, MarketState state) {
        var rules = bench.exchange.market().rules();
        bench.venue.toldMarket = new Market(
                rules.symbol(),
                rules.base(),
                rules.quote(),
                rules.tickSize(),
                rules.stepSize(),
                rules.minQuantity(),
                rules.bandLow(),
                rules.bandHigh(),
                state);
        bench.venue.tellMarket();
    }

    @Seeded
    @FaultRow("31")
    void survivesAMatchingEngineThatIsAway(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.MAINTENANCE);
        bench.book("150.09", "150.11");
        bench.pass(Duration.ofSeconds(15));
        bench.venue.faults.clear();
        bench.pass(LONG);

        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("32")
    void onlyReducesWhileTheVenueIsSlow(long seed) {
        var bench = Bench.seeded(seed).with(Map.of("target", "20")).started().anyMoment();

        bench.venue.faults.add(Fault.LATENCY);
        bench.pass(LONG);
        assertEquals(DeskState.REDUCE, bench.snapshot().state());
        assertEquals("engine.reduce-only.slow[3000]", Keys.of(bench.snapshot().reason()));
        assertEquals(0, bench.resting(Side.BID).size());
        bench.venue.faults.clear();
        bench.pass(Duration.ofSeconds(5));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("33")
    void onlyReducesWhileTheClocksAreFarApart(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.keepsHealthy = false;
        var now = bench.clock.instant();
        bench.venue.tell(new VenueEvent.HealthChanged(
                now, new Health(true, true, Duration.ofMillis(5), Duration.ofHours(1), 0, 0, 1, 2000, now)));
        bench.pass(Duration.ofSeconds(1));
        assertEquals("engine.reduce-only.clock[3600]", Keys.of(bench.snapshot().reason()));
        assertEquals(List.of(), bench.resting());
        bench.venue.keepsHealthy = true;
        bench.pass(Duration.ofSeconds(3));

        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("45")
    void leavesOutAFarLayerThatIsRefusedForItsPriceAndQuotesTheNearerOnes(long seed) {
        var bench = Bench.seeded(seed).with(Map.of("layers", "3", "layer.growth", "4"));
        bench.venue.takesWithin = 100;
        bench.started();
        var refusedAt = bench.venue.batches.size();
        bench.pass(Duration.ofSeconds(40));

        for (var side : Side.values()) {
            assertEquals(2, bench.resting(side).size());
        }
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertTrue(bench.venue.batches.size() - refusedAt <= 2, "batches " + bench.venue.batches.size());
        var told = bench.told(Kind.ALERT, "engine.quotes.layers-left-out");
        assertEquals(2L, told.get(0).values().get(1));
        assertTrue(Keys.says(told.get(0), "engine.refused.by.price-band"), told.toString());
        bench.venue.takesWithin = Long.MAX_VALUE;
        bench.pass(Duration.ofSeconds(70));
        for (var side : Side.values()) {
            assertEquals(3, bench.resting(side).size());
        }
    }

    @Seeded
    @FaultRow("51")
    void haltsWhenTheKeyCountsNoMoreAndSaysWhatRestsAndWhatToDo(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.KEY_REFUSED);
        bench.book("150.09", "150.11");
        bench.pass(Duration.ofSeconds(1));

        assertEquals(DeskState.HALTED, bench.snapshot().state());
        var told = bench.told(Kind.ALERT, "engine.resting.alarm").get(0);
        var tags = Keys.within(told, "engine.resting.order").stream()
                .map(order -> order.values().get(0))
                .toList();
        assertEquals(Set.of("A1", "A2", "A3", "B1", "B2", "B3"), Set.copyOf(tags));
        assertTrue(Keys.says(told, "engine.resting.advice-for"), Keys.of(told));
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("51")
    void listsNoOrderAsRestingThatTheSameAnswerRefused(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(2));
        int before = bench.venue.batches.size();

        bench.command("resume", new DeskCommand.Resume(null));
        bench.venue.faults.add(Fault.KEY_REFUSED);
        bench.pass(Duration.ofSeconds(1));

        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertEquals(6, bench.venue.batches.get(before).size());
        assertEquals(List.of(), bench.told("engine.resting.alarm"));
        bench.assertInvariants();
    }

    private static void assertQuotesAndWasNeverHalted(Bench bench) {
        assertEquals(List.of(), bench.told("engine.halt.alarm"));
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("65")
    void pagesInPlaceOfAnswersHaltNothingAndTheDeskGoesOnByItself(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        for (var page : List.of(Fault.PAGE_ON_READS, Fault.PAGE_403)) {
            bench.venue.faults.add(page);
            bench.book("150.09", "150.11");
            bench.pass(Duration.ofSeconds(15));
            bench.venue.faults.clear();
            bench.book("149.99", "150.01");
            bench.pass(LONG);
        }

        assertQuotesAndWasNeverHalted(bench);
    }

    @Seeded
    @FaultRow("65")
    void ordersThatCannotBeCancelledForPagesAreNoQuotesAndTheStateSaysSo(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.PAGE_403);
        bench.book("150.09", "150.11");
        bench.pass(Duration.ofSeconds(8));

        var shown = bench.snapshot();
        assertEquals(DeskState.REDUCE, shown.state());
        assertTrue(Keys.says(shown.reason(), "engine.exposed-because"), Keys.of(shown.reason()));
        bench.pass(Duration.ofSeconds(15));
        // What cannot be cancelled may rest: that no order is in the book is not known.
        assertTrue(
                bench.snapshot().alerts().stream().noneMatch(alert -> Keys.says(alert.text(), "engine.dark.alarm")),
                () -> bench.snapshot().alerts().toString());
        bench.venue.faults.clear();
        bench.pass(LONG);

        assertEquals("", Keys.of(bench.snapshot().reason()));
        assertQuotesAndWasNeverHalted(bench);
    }

    @Seeded
    @FaultRow("62")
    void expiredRequestsReduceTheDeskHaltNothingAndItComesBackByItself(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.EXPIRED);
        bench.book("150.09", "150.11");
        bench.pass(Duration.ofSeconds(15));
        assertEquals(DeskState.REDUCE, bench.snapshot().state());
        assertTrue(
                Keys.says(bench.snapshot().reason(), "engine.reduce-only.late"),
                Keys.of(bench.snapshot().reason()));
        bench.venue.faults.clear();
        bench.pass(LONG);

        assertQuotesAndWasNeverHalted(bench);
    }

    @Seeded
    @FaultRow("52")
    void saysThatItIsExposedWhileTheVenueCannotBeReachedAndCancelsFirst(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.unreachable = true;
        bench.venue.faults.add(Fault.WS_SILENCE);
        bench.venue.streamsDown("no route");
        bench.pass(Duration.ofMinutes(10));
        assertEquals(6, bench.resting().size());
        assertTrue(
                Keys.says(bench.snapshot().reason(), "engine.exposed-because"),
                Keys.of(bench.snapshot().reason()));
        int sent = bench.venue.batches.size();
        bench.venue.unreachable = false;
        bench.venue.faults.clear();
        bench.venue.streamsUp();
        bench.pass(Duration.ofSeconds(4));
        assertEquals(List.of(), bench.resting());
        assertEquals(sent, bench.venue.batches.size());
        bench.pass(Duration.ofSeconds(5));

        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }
}
