package makerdeck.backpack.client.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.SplittableRandom;
import makerdeck.backpack.client.SteppedNanos;
import makerdeck.backpack.client.http.RequestBudget.Purpose;
import makerdeck.faults.FaultRow;
import org.junit.jupiter.api.Test;

class RequestBudgetTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SteppedNanos nanos = new SteppedNanos(-5_000_000_000L);
    private final RequestBudget budget = new RequestBudget(2000, nanos);

    private int takeAll(Purpose purpose) {
        int taken = 0;
        while (budget.take(purpose)) {
            taken++;
        }
        return taken;
    }

    @Test
    @FaultRow("29")
    void ordersLeaveTheReserveOfCancelsAndReads() {
        assertEquals(1140, takeAll(Purpose.ORDER));

        assertEquals(475, takeAll(Purpose.CANCEL));
        assertEquals(285, takeAll(Purpose.READ));
        assertEquals(1900, budget.sentLastMinute());
    }

    @Test
    void cancelsMayUseAllButTheReserveOfReads() {
        assertEquals(1900 - 285, takeAll(Purpose.CANCEL));

        assertFalse(budget.take(Purpose.ORDER));
        assertTrue(budget.take(Purpose.READ));
    }

    @Test
    @FaultRow("30")
    void isBannedForHalfAMinuteAfterTheVenueSaidSo() {
        assertFalse(budget.isBanned());

        budget.banned();
        nanos.advance(SECOND.multipliedBy(29));
        assertTrue(budget.isBanned());
        nanos.advance(SECOND.multipliedBy(2));

        assertFalse(budget.isBanned());
    }

    @Test
    void comesBackWhenAMinuteIsOver() {
        takeAll(Purpose.ORDER);
        nanos.advance(SECOND.multipliedBy(59));
        assertFalse(budget.take(Purpose.ORDER));

        nanos.advance(SECOND.multipliedBy(2));

        assertEquals(1140, takeAll(Purpose.ORDER));
    }

    @Test
    @FaultRow({"29", "53"})
    void halvesForAMinuteWhenTheVenueThrottlesButKeepsTheCancelReserve() {
        takeAll(Purpose.ORDER);

        budget.throttled();

        assertEquals(950, budget.limit());
        assertFalse(budget.take(Purpose.ORDER));
        assertEquals(237, takeAll(Purpose.CANCEL));
        nanos.advance(SECOND.multipliedBy(61));
        assertEquals(1900, budget.limit());
    }

    @Test
    void aBurstOfRefusalsHalvesOnceAndLaterOnesAgain() {
        for (int i = 0; i < 10; i++) {
            budget.throttled();
        }
        assertEquals(950, budget.limit());

        nanos.advance(SECOND);
        budget.throttled();

        assertEquals(475, budget.limit());
    }

    @Test
    void neverSendsMoreThanTheLimitInAnySixtySeconds() {
        var random = new SplittableRandom(11);
        var sent = new ArrayDeque<Long>();

        for (int i = 0; i < 20_000; i++) {
            nanos.advance(Duration.ofMillis(random.nextLong(25)));
            if (budget.take(Purpose.values()[random.nextInt(3)])) {
                sent.add(nanos.getAsLong());
            }
            while (nanos.getAsLong() - sent.getFirst() > SECOND.multipliedBy(60).toNanos()) {
                sent.removeFirst();
            }

            assertTrue(sent.size() < 2000);
        }
    }
}
