package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.faults.Seeded;
import makerdeck.simulator.Fault;
import makerdeck.simulator.Ticket;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Happening.Kind;
import makerdeck.snapshot.OrderRow;
import makerdeck.venue.Health;
import makerdeck.venue.VenueEvent;

/** A venue that refuses, limits, bans, slows down or is not there, and an account others use too. */
class VenueFaultsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Seeded
    @FaultRow("18")
    void asksForLessWhenTheVenueFindsLessMoney(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(1));
        bench.venue.faults.add(Fault.PRIVATE_SILENCE);
        bench.exchange.submit(bench.desk, Ticket.limit(Side.BID, new BigDecimal("100"), new BigDecimal("68.5")));
        bench.venue.batches.clear();
        bench.venue.faults.add(Fault.LISTING_EMPTY);

        bench.command("resume", new DeskCommand.Resume(null));
        bench.pass(Duration.ofSeconds(8));

        var bids = bench.venue.batches.stream()
                .flatMap(List::stream)
                .filter(order -> order.side() == Side.BID)
                .map(NewOrder::quantity)
                .distinct()
                .toList();
        assertTrue(bids.size() > 1 && bids.get(1).compareTo(bids.get(0)) < 0, "bids " + bids);
        bench.venue.faults.clear();
        bench.pass(Duration.ofSeconds(45));
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("19")
    void showsOrdersOfOthersOnTheAccountAndLeavesThemAlone(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.exchange.submit(bench.desk, Ticket.limit(Side.BID, new BigDecimal("120"), new BigDecimal("1")));
        bench.pass(LONG);
        assertEquals(
                1,
                bench.snapshot().orders().stream()
                        .map(OrderRow::tag)
                        .filter("X"::equals)
                        .count());
        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(3));

        assertTrue(bench.engine.outcome().orElseThrow().clean());
        assertEquals(1, bench.resting().size());
        bench.assertInvariants();
    }

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
        assertTrue(bench.all(Kind.ALERT).stream().anyMatch(alert -> alert.text().startsWith("may rest: ")));
        assertTrue(
                bench.snapshot().reason().startsWith("exposed, cannot cancel"),
                bench.snapshot().reason());
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
        assertEquals("market is CANCEL_ONLY", bench.snapshot().quoting().bidReason());
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
        assertEquals("round trip 3000 ms", bench.snapshot().reason());
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
        assertEquals("clock is 3600 s off the venue's", bench.snapshot().reason());
        assertEquals(List.of(), bench.resting());
        bench.venue.keepsHealthy = true;
        bench.pass(Duration.ofSeconds(3));

        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("47")
    void takesADepositForNoProfitAndAWithdrawalForNoLoss(long seed) {
        var bench = Bench.seeded(seed).with(Map.of("max-loss", "50")).started().anyMoment();

        bench.venue.books().deposit("USDC", "1000");
        bench.pass(Duration.ofSeconds(40));
        assertEquals(0, bench.snapshot().totals().pnl().signum());
        bench.venue.books().deposit("USDC", "-500");
        bench.pass(Duration.ofSeconds(40));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(0, bench.snapshot().totals().pnl().signum());
        bench.invariants.transfers = new BigDecimal("-500");
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("48")
    void waitsWhileBalancesAreReadThatItsOwnOrdersContradictAndGoesOn(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.BALANCES_EMPTY);
        bench.hit(Side.BID);
        bench.pass(Duration.ofSeconds(15));
        assertEquals(DeskState.PAUSED, bench.snapshot().state());
        assertTrue(
                bench.snapshot().reason().contains("is read where"),
                bench.snapshot().reason());
        assertEquals(List.of(), bench.resting());
        bench.venue.faults.clear();
        bench.pass(Duration.ofSeconds(5));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.pass(Duration.ofSeconds(30));
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("48")
    void readingsOfSeparateShortSpellsDoNotProveThatAnAssetIsGone(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(5));
        var booked = bench.venue.books().balances();

        // Zero, then nothing read at all, and zero again: never for 30 seconds on end.
        bench.venue.faults.add(Fault.BALANCES_EMPTY);
        bench.venue.streamsUp();
        for (int spell = 0; spell < 4; spell++) {
            bench.pass(Duration.ofSeconds(8));
            bench.venue.faults.add(Fault.READ_TIMEOUT);
            bench.pass(Duration.ofSeconds(15));
            bench.venue.faults.remove(Fault.READ_TIMEOUT);
        }
        bench.venue.faults.clear();
        bench.pass(Duration.ofSeconds(10));

        assertNotEquals(DeskState.HALTED, bench.snapshot().state());
        assertEquals(booked, bench.venue.books().balances());
        assertTrue(
                bench.all(Kind.ALERT).stream().noneMatch(alert -> alert.text().contains("holds no")));
        bench.assertHoldings();
        bench.assertInvariants();
        bench.command("resume", new DeskCommand.Resume(null));
        bench.pass(Duration.ofSeconds(5));
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
    }

    @Seeded
    @FaultRow("48")
    void doesNotBookAWithdrawalWhileTheVenueLocksLessThanItsOwnOrders(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        var shown = bench.venue.books().balances();
        var wrong = new Balances(shown.base(), new Balance(new BigDecimal("6000"), BigDecimal.ZERO, BigDecimal.ZERO));

        for (int i = 0; i < 3; i++) {
            var asked = bench.clock.instant();
            bench.venue.tell(new VenueEvent.BalancesRead(asked, asked, wrong));
            bench.pass(Duration.ofMillis(2050));
        }

        bench.assertHoldings();
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
        assertTrue(bench.all(Kind.ALERT).stream()
                .anyMatch(alert -> alert.text().contains("only 2 layers, for Price is too far")));
        bench.venue.takesWithin = Long.MAX_VALUE;
        bench.pass(Duration.ofSeconds(70));
        for (var side : Side.values()) {
            assertEquals(3, bench.resting(side).size());
        }
    }

    @Seeded
    @FaultRow("48")
    void haltsWhenAnAssetIsGone(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.books().deposit("USDC", "-7000");
        bench.pass(Duration.ofSeconds(80));

        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertEquals(
                0,
                Objects.requireNonNull(bench.snapshot().inventory())
                        .balances()
                        .quote()
                        .total()
                        .signum());
        assertEquals(List.of(), bench.resting());
        bench.invariants.transfers = new BigDecimal("-7000");
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("51")
    void haltsWhenTheKeyCountsNoMoreAndSaysWhatRestsAndWhatToDo(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.KEY_REFUSED);
        bench.book("150.09", "150.11");
        bench.pass(Duration.ofSeconds(1));

        assertEquals(DeskState.HALTED, bench.snapshot().state());
        var told = bench.all(Kind.ALERT).stream()
                .filter(alert -> alert.text().startsWith("may rest: "))
                .findFirst()
                .orElseThrow()
                .text();
        assertTrue(told.contains("B1") && told.contains("cancel them on the venue's own page"), told);
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
        assertTrue(
                bench.all(Kind.ALERT).stream().noneMatch(alert -> alert.text().startsWith("may rest: ")));
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

        assertTrue(
                bench.all(Kind.ALERT).stream().noneMatch(alert -> alert.text().startsWith("halted")));
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
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
                bench.snapshot().reason().contains("late: the venue says"),
                bench.snapshot().reason());
        bench.venue.faults.clear();
        bench.pass(LONG);

        assertTrue(
                bench.all(Kind.ALERT).stream().noneMatch(alert -> alert.text().startsWith("halted")));
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
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
                bench.snapshot().reason().startsWith("exposed, cannot cancel"),
                bench.snapshot().reason());
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
