package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.OrderStage;
import makerdeck.snapshot.Severity;
import org.junit.jupiter.api.Test;

/** What a look at the market asks of the venue: all in one go, and before anybody is told of it. */
class HandOverTest {

    private static long leaving(Bench bench) {
        return bench.events.stream()
                .filter(event ->
                        event.news() instanceof DeskNews.OrderMoved moved && moved.stage() == OrderStage.PENDING_CANCEL)
                .count();
    }

    @Test
    void cancelsAndOrdersGoTogetherBeforeListenersHear() {
        var bench = new Bench().started();
        bench.pass(Duration.ofSeconds(95));
        var early = new ArrayList<String>();
        var together = new ArrayList<String>();
        var cancelled = new int[1];
        long before = leaving(bench);
        bench.venue.handedOver = (cancels, orders) -> {
            if (leaving(bench) - before > cancelled[0]) {
                early.add(cancels + " " + orders);
            }
            cancelled[0] += cancels.size();
            if (!cancels.isEmpty() && !orders.isEmpty()) {
                together.add(cancels + " " + orders);
            }
        };

        bench.book("150.49", "150.51");
        bench.pass(Duration.ofSeconds(20));

        assertTrue(cancelled[0] > 0);
        assertTrue(!together.isEmpty(), () -> bench.events.toString());
        assertEquals(0, early.size(), early::toString);
        assertEquals(cancelled[0], leaving(bench) - before);
    }

    /** The engine's thread ends then, and the guardian looks after the orders: what it had to say is said. */
    @Test
    void whatMakesEvenTheHaltFailIsToldAllTheSame() {
        var bench = new Bench().started();
        bench.pass(Duration.ofSeconds(95));
        bench.venue.handedOver = (cancels, orders) -> {
            throw new IllegalStateException("no way to the venue");
        };

        bench.book("150.49", "150.51");
        assertThrows(IllegalStateException.class, () -> bench.pass(Duration.ofSeconds(20)));

        assertTrue(
                bench.events.stream().anyMatch(event -> event.severity() == Severity.CRITICAL),
                () -> bench.events.toString());
    }
}
