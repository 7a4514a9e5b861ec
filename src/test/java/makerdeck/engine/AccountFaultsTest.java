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
import makerdeck.domain.NewOrder;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.faults.Seeded;
import makerdeck.message.Keys;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.OrderRow;
import makerdeck.venue.VenueEvent;

/** An account that holds less than was thought, that money comes to and leaves, and that others use too. */
class AccountFaultsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Seeded
    @FaultRow("18")
    void asksForLessWhenTheVenueFindsLessMoney(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(1));
        bench.venue.faults.add(Fault.PRIVATE_SILENCE);
        bench.exchange.submit(bench.desk, OrderRequest.limit(Side.BID, new BigDecimal("100"), new BigDecimal("68.5")));
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

        bench.exchange.submit(bench.desk, OrderRequest.limit(Side.BID, new BigDecimal("120"), new BigDecimal("1")));
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
                Keys.says(bench.snapshot().reason(), "engine.balance.vanished"),
                Keys.of(bench.snapshot().reason()));
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
        assertEquals(List.of(), bench.told("engine.balance.gone"));
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
}
