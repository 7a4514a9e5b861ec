package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import makerdeck.faults.FaultRow;
import makerdeck.faults.Seeded;
import makerdeck.message.Keys;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.DeskState;

/** What it takes until a difference between balances and books is believed. */
class BalanceProofTest {

    private static boolean isBooked(Bench bench) {
        return !bench.told("engine.balance.transfer").isEmpty();
    }

    private static BigDecimal quote(Bench bench) {
        return Objects.requireNonNull(bench.snapshot().inventory())
                .balances()
                .quote()
                .total();
    }

    @Seeded
    @FaultRow("48")
    void balancesThatAreWrongForAWhileAreNeverBookedAndHaltNothing(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.BALANCES_WRONG);
        bench.venue.streamsUp();
        bench.pass(Duration.ofSeconds(20));
        assertEquals(DeskState.PAUSED, bench.snapshot().state());
        assertTrue(
                Keys.says(bench.snapshot().reason(), "engine.balance.large"),
                Keys.of(bench.snapshot().reason()));
        bench.venue.faults.clear();
        bench.pass(Duration.ofSeconds(10));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertFalse(isBooked(bench));
        bench.assertHoldings();
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("48")
    void aFrameThatShowsWhatTheBooksHoldBeginsTheProofAnew(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        // Readings alone are wrong; whatever is placed or cancelled is told with true balances.
        bench.venue.books().deposit("USDC", "1000");
        bench.venue.streamsUp();
        for (int move = 0; move < 10; move++) {
            bench.book(move % 2 == 0 ? "149.79" : "149.99", move % 2 == 0 ? "149.81" : "150.01");
            bench.pass(Duration.ofMillis(3500));
        }
        assertFalse(isBooked(bench));

        bench.pass(Duration.ofSeconds(20));
        assertTrue(isBooked(bench));
        assertNotEquals(DeskState.HALTED, bench.snapshot().state());
    }

    @Seeded
    @FaultRow("47")
    void aLargeDepositIsBookedAfterHalfAMinuteOnEndAndQuotesGoOn(long seed) {
        var bench = Bench.seeded(seed).with(Map.of("max-loss", "50")).started().anyMoment();
        var before = quote(bench);

        bench.venue.books().deposit("USDC", "5000");
        bench.venue.streamsUp();
        bench.pass(Duration.ofSeconds(20));
        assertEquals(0, before.compareTo(quote(bench)));
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.pass(Duration.ofSeconds(25));

        assertEquals(0, before.add(new BigDecimal("5000")).compareTo(quote(bench)));
        assertEquals(0, bench.snapshot().totals().pnl().signum());
    }
}
