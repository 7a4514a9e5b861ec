package makerdeck.engine.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fill;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.engine.Lives;
import makerdeck.faults.FaultRow;
import makerdeck.faults.Seeded;
import makerdeck.journal.NewerJournalException;
import makerdeck.message.Keys;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.simulator.model.OrderView;
import makerdeck.simulator.model.Placement;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskState;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fills of orders that this life of the desk does not know: no more of an order is booked than it has executed. */
class UnmatchedFillsTest {

    private static boolean wasTold(Bench bench, String key) {
        return !bench.told(Kind.ALERT, key).isEmpty();
    }

    /** An order by hand on the desk's account, far from the market. */
    private static OrderView byHand(Bench bench) {
        var placed = bench.exchange.submit(
                bench.desk, OrderRequest.limit(Side.BID, new BigDecimal("140"), new BigDecimal("1")));
        bench.pass(Duration.ofMillis(500));
        return ((Placement.Accepted) placed).order();
    }

    private static Fill fill(Bench bench, String orderId, @Nullable ClientId clientId, long tradeId, String quantity) {
        return new Fill(
                tradeId,
                orderId,
                clientId,
                Side.BID,
                new BigDecimal("140"),
                new BigDecimal(quantity),
                BigDecimal.ZERO,
                "SOL",
                true,
                bench.clock.instant());
    }

    private static BigDecimal base(Bench bench) {
        return Objects.requireNonNull(bench.snapshot().inventory())
                .balances()
                .base()
                .total();
    }

    @Seeded
    @FaultRow("59")
    void aFillBeyondAnOrderPlacedByHandIsNotBooked(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        var order = byHand(bench);

        bench.venue.tell(new VenueEvent.Filled(
                bench.clock.instant(),
                fill(bench, Long.toString(order.id()), null, 77, "5000"),
                new BigDecimal("5000")));
        bench.pass(Duration.ofMillis(1500));
        assertEquals(DeskState.REDUCE, bench.snapshot().state());
        assertTrue(
                Keys.says(bench.snapshot().reason(), "engine.fill.unmatched"),
                Keys.of(bench.snapshot().reason()));
        bench.assertHoldings();
        bench.pass(Duration.ofSeconds(15));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertTrue(wasTold(bench, "engine.fill.unmatched-left-out"));
        bench.assertHoldings();
    }

    @Seeded
    @FaultRow("59")
    void aFillOfAnOrderPlacedByHandIsBookedOnceThoughItIsToldUnderTwoNumbers(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        byHand(bench);

        bench.venue.faults.add(Fault.FILLS_RENUMBERED);
        bench.exchange.cancelAll(bench.others);
        bench.take(Side.ASK, "140", "200");
        bench.venue.faults.clear();
        bench.book("149.99", "150.01");
        bench.pass(Duration.ofSeconds(1));
        bench.assertHoldings();
        bench.pass(Duration.ofSeconds(20));

        bench.assertHoldings();
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
    }

    @Seeded
    @FaultRow("59")
    void aFillWhoseOrderTheVenueDoesNotKnowIsBookedAndSaidToBeUnchecked(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.venue.forgetsOrders = true;
        var before = base(bench);

        bench.venue.books().deposit("SOL", "0.5");
        bench.venue.books().deposit("USDC", "-70");
        bench.venue.tell(new VenueEvent.Filled(
                bench.clock.instant(), fill(bench, "4711", null, 77, "0.5"), new BigDecimal("0.5")));
        bench.pass(Duration.ofSeconds(15));

        assertTrue(wasTold(bench, "engine.fill.unchecked"));
        assertEquals(before.add(new BigDecimal("0.5")), base(bench));
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
    }

    @Test
    @FaultRow("59")
    void aFillBookedUnderItsSecondNumberIsNotBookedAgainInTheNextLife(@TempDir Path folder)
            throws NewerJournalException {
        var lives = new Lives(new Bench(), folder);
        lives.bench.started();
        lives.bench.venue.faults.add(Fault.FILLS_OVERSIZED);
        lives.bench.venue.faults.add(Fault.FILLS_RENUMBERED);
        lives.bench.venue.hidesFills = true;
        lives.bench.hit(Side.BID);
        lives.bench.pass(Duration.ofMillis(300));
        assertEquals(1, lives.bench.snapshot().totals().fills());
        lives.kill(Duration.ofSeconds(1));
        lives.bench.venue.faults.clear();
        lives.bench.venue.hidesFills = false;

        lives.restart(Duration.ofSeconds(20));

        assertEquals(1, lives.bench.snapshot().totals().fills());
        assertEquals(DeskState.QUOTING, lives.bench.snapshot().state());
        lives.bench.assertHoldings();
        lives.close();
    }

    @Test
    @FaultRow("59")
    void aFillThatWaitsForItsOrderIsReadAgainInTheNextLife(@TempDir Path folder) throws NewerJournalException {
        var lives = new Lives(new Bench(), folder);
        lives.bench.started();
        lives.bench.hit(Side.ASK);
        lives.bench.pass(Duration.ofSeconds(2));
        lives.kill(Duration.ofSeconds(1));
        lives.bench.hit(Side.BID);
        lives.bench.passWithoutDesk(Duration.ofSeconds(20));
        lives.bench.hit(Side.ASK);
        lives.bench.passWithoutDesk(Duration.ofSeconds(1));
        lives.bench.venue.forgetsOrders = true;
        lives.restart(Duration.ofSeconds(2));
        lives.kill(Duration.ofSeconds(1));
        lives.bench.venue.forgetsOrders = false;

        lives.restart(Duration.ofSeconds(10));

        assertEquals(3, lives.bench.snapshot().totals().fills());
        lives.bench.assertHoldings();
        lives.close();
    }
}
