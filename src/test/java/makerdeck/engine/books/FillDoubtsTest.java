package makerdeck.engine.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import makerdeck.domain.Fill;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.faults.FaultRow;
import makerdeck.faults.Seeded;
import makerdeck.message.Keys;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.OrderView;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskState;
import makerdeck.venue.VenueEvent;

/** Fills that contradict their orders are not booked, and the desk goes on by itself. */
class FillDoubtsTest {

    private static void assertTold(Bench bench, String key) {
        assertFalse(bench.told(Kind.ALERT, key).isEmpty(), () -> bench.all(Kind.ALERT)
                .toString());
    }

    /** A part of our best bid, with all that stands before it. */
    private static void takeSome(Bench bench) {
        bench.take(Side.ASK, bench.best(Side.BID), "100.2");
        bench.book("149.99", "150.01");
    }

    private static Fill fill(Bench bench, OrderView order, long tradeId, String quantity) {
        return new Fill(
                tradeId,
                Long.toString(order.id()),
                order.clientId(),
                order.side(),
                bench.price(order),
                new BigDecimal(quantity),
                BigDecimal.ZERO,
                "SOL",
                true,
                bench.clock.instant());
    }

    private static void tell(Bench bench, Fill fill, String cumulative) {
        bench.venue.tell(new VenueEvent.Filled(bench.clock.instant(), fill, new BigDecimal(cumulative)));
    }

    @Seeded
    @FaultRow("59")
    void doesNotBookAFillBeyondItsOrderAndReducesUntilTwoReadingsHaveNotFoundIt(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        var order = bench.resting(Side.BID).get(0);

        tell(bench, fill(bench, order, 77, "5000"), "5000");
        bench.pass(Duration.ofMillis(1500));
        assertEquals(DeskState.REDUCE, bench.snapshot().state());
        assertTrue(
                Keys.says(bench.snapshot().reason(), "engine.fill.odd"),
                Keys.of(bench.snapshot().reason()));
        bench.assertHoldings();
        bench.pass(Duration.ofSeconds(15));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertTold(bench, "engine.fill.left-out");
        assertEquals(0, bench.snapshot().totals().fills());
        bench.assertHoldings();
    }

    @Seeded
    @FaultRow("59")
    void doesNotBookAFillAtAWorsePriceThanTheOrdersLimit(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        var order = bench.nearest(Side.BID);
        var told = fill(bench, order, 77, "0.1");
        var worse = new Fill(
                told.tradeId(),
                told.orderId(),
                told.clientId(),
                told.side(),
                told.price().add(new BigDecimal("0.01")),
                told.quantity(),
                told.fee(),
                told.feeAsset(),
                told.maker(),
                told.at());

        tell(bench, worse, "0.1");
        bench.pass(Duration.ofMillis(1500));
        assertEquals(0, bench.snapshot().totals().fills());
        bench.assertHoldings();
        bench.pass(Duration.ofSeconds(20));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertTold(bench, "engine.fill.odd-terms");
        assertEquals(0, bench.snapshot().totals().fills());
    }

    @Seeded
    @FaultRow("59")
    void booksAFillThatIsToldAgainUnderAnotherNumberOnce(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.FILLS_RENUMBERED);
        takeSome(bench);
        bench.pass(Duration.ofSeconds(15));

        assertEquals(1, bench.snapshot().totals().fills());
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("59")
    void booksAFillOnceWhenOnlyItsSecondNumberComesWithATrueQuantity(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.FILLS_OVERSIZED);
        bench.venue.faults.add(Fault.FILLS_RENUMBERED);
        takeSome(bench);
        bench.pass(Duration.ofSeconds(15));

        assertEquals(1, bench.snapshot().totals().fills());
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.assertHoldings();
        bench.invariants.takesSecondNumbers = true;
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("59")
    void booksWhatTheHistorySaysWhenTheStreamTellsFarMore(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.FILLS_OVERSIZED);
        bench.hit(Side.BID);
        bench.hit(Side.ASK);
        bench.pass(Duration.ofSeconds(15));

        assertTrue(bench.snapshot().totals().fills() >= 2);
        bench.assertInvariants();
        bench.pass(Duration.ofSeconds(10));
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
    }

    @Seeded
    @FaultRow("59")
    void booksAFillThatCameOutOfOrder(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        var order = bench.resting(Side.BID).get(0);

        tell(bench, fill(bench, order, 78, "0.1"), "0.3");
        tell(bench, fill(bench, order, 77, "0.2"), "0.2");
        bench.pass(Duration.ofMillis(500));

        assertEquals(2, bench.snapshot().totals().fills());
    }

    @Seeded
    @FaultRow("59")
    void doesNotStayDarkForExecutionsThatNeverComeAsFills(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.FILLS_OVERSIZED);
        bench.venue.hidesFills = true;
        takeSome(bench);
        bench.pass(Duration.ofMillis(3500));
        assertFalse(Keys.of(bench.snapshot().quoting().bidReason()).isEmpty()
                && bench.resting(Side.BID).isEmpty());
        bench.venue.faults.clear();
        bench.pass(Duration.ofSeconds(30));

        assertTold(bench, "engine.fill.never-came");
        assertFalse(bench.resting(Side.BID).isEmpty());
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        // What was executed has moved the balances, and these are compared.
        bench.pass(Duration.ofSeconds(40));
        bench.assertHoldings();
    }
}
