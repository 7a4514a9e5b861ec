package makerdeck.engine.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.engine.input.Input;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskState;
import makerdeck.venue.Health;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A desk that may only get rid of risk. */
class ReduceOnlyTest {

    private static final Duration MOMENT = Duration.ofSeconds(2);

    private static void journal(Bench bench, @Nullable String failure) {
        bench.engine.step(
                new Input.JournalReport(bench.clock.instant(), failure == null ? null : Message.plain(failure)));
        bench.pass(MOMENT);
    }

    private static void health(Bench bench, Duration roundTrip, Duration offset, int requests) {
        bench.venue.keepsHealthy = false;
        var now = bench.clock.instant();
        bench.venue.tell(new VenueEvent.HealthChanged(
                now, new Health(true, true, roundTrip, offset, 0, 0, requests, 2000, now)));
        bench.pass(MOMENT);
    }

    private static BigDecimal resting(Bench bench, Side side) {
        return bench.resting(side).stream()
                .map(order -> bench.exchange.market().rules().decimal(Objects.requireNonNull(order.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    @FaultRow("39")
    void cancelsEverythingAndCreatesNothingWhileTheJournalCannotWrite() {
        var bench = new Bench().with(Map.of("target", "20")).started();

        journal(bench, "disk full");

        assertEquals(List.of(), bench.resting());
        assertEquals(DeskState.REDUCE, bench.snapshot().state());
        assertEquals(
                "engine.journal.failed[message.plain[disk full]]",
                Keys.of(bench.snapshot().reason()));
        assertEquals(
                "engine.reduce-only.reduce[engine.journal.failed[message.plain[disk full]]]",
                Keys.of(bench.snapshot().quoting().bidReason()));
        assertEquals(
                "engine.reduce-only.reduce[engine.journal.failed[message.plain[disk full]]]",
                Keys.of(bench.snapshot().quoting().askReason()));
        assertEquals(
                "engine.journal.failed[message.plain[disk full]]",
                Keys.of(bench.last(Kind.ALERT).text()));
    }

    @Test
    void quotesAgainOnceTheJournalWritesAgain() {
        var bench = new Bench().started();
        journal(bench, "disk full");

        journal(bench, null);

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(6, bench.resting().size());
        bench.assertInOrder();
    }

    @Test
    void keepsOnlyTheSideThatBringsTheInventoryToItsTarget() {
        var bench = new Bench().with(Map.of("target", "20")).started();

        health(bench, Duration.ofMillis(2500), Duration.ZERO, 10);

        assertEquals(DeskState.REDUCE, bench.snapshot().state());
        assertEquals("engine.reduce-only.slow[2500]", Keys.of(bench.snapshot().reason()));
        assertEquals(
                "engine.reduce-only.reduce[engine.reduce-only.slow[2500]]",
                Keys.of(bench.snapshot().quoting().bidReason()));
        assertEquals(0, bench.resting(Side.BID).size());
        assertTrue(bench.resting(Side.ASK).size() > 0);
    }

    @Test
    void offersNoMoreThanBringsTheInventoryToItsTarget() {
        var bench = new Bench().with(Map.of("target", "28")).started();
        var excess = new BigDecimal("1.34");

        health(bench, Duration.ofMillis(10), Duration.ofSeconds(-31), 10);

        assertEquals("engine.reduce-only.clock[31]", Keys.of(bench.snapshot().reason()));
        assertEquals(0, bench.resting(Side.BID).size());
        assertTrue(resting(bench, Side.ASK).signum() > 0);
        assertTrue(resting(bench, Side.ASK).compareTo(excess) <= 0, "asks " + resting(bench, Side.ASK));
    }

    @Test
    void addsNoRiskWhileTheRequestLimitIsNear() {
        var bench = new Bench().started();

        health(bench, Duration.ofMillis(10), Duration.ZERO, 1700);

        assertEquals(
                "engine.reduce-only.requests[1700, 2000]",
                Keys.of(bench.snapshot().reason()));
        assertEquals(List.of(), bench.resting());
    }

    @Test
    void onlySellsAbovePositionLimit() {
        var bench = new Bench().with(Map.of("target", "20")).started();

        bench.command("set max-position 2900", new DeskCommand.SetParameters(Map.of("max-position", "2900")));
        bench.pass(MOMENT);

        assertEquals(
                "engine.reduce-only.position[2900, USDC]",
                Keys.of(bench.snapshot().reason()));
        assertEquals(0, bench.resting(Side.BID).size());
        assertTrue(bench.resting(Side.ASK).size() > 0);
    }

    @Test
    void startsNoRebalanceByHandWhileItHoldsBack() {
        var bench = new Bench().with(Map.of("target", "20")).started();
        journal(bench, "disk full");

        var answer = bench.command("rebalance now", new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.NOW));

        assertTrue(Keys.says(answer.text(), "engine.journal.failed"), Keys.of(answer.text()));
    }
}
