package makerdeck.engine.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import makerdeck.domain.Quantity;
import org.junit.jupiter.api.Test;

class OrderFillsTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final Quantity WHOLE = new Quantity(10);

    private final OrderFills fills = new OrderFills();

    @Test
    void whatTheVenueSaysHasExecutedCannotFillAgainThoughNoFillCame() {
        fills.told(new Quantity(4), NOON);

        assertEquals(new Quantity(6), fills.remaining(WHOLE));
        assertEquals(Quantity.ZERO, fills.booked());
        assertFalse(fills.isSettled());
    }

    @Test
    void aWordThatSaysLessIsAnOlderOne() {
        fills.told(new Quantity(4), NOON);
        fills.told(new Quantity(3), NOON.plusSeconds(1));

        assertEquals(new Quantity(4), fills.filled());
        assertEquals(NOON, fills.filledSince());
    }

    @Test
    void waitsForFillsUntilTwoReadingsSecondsApartHaveNotBroughtThem() {
        fills.told(new Quantity(4), NOON);

        assertFalse(fills.givesUp(NOON));
        assertFalse(fills.givesUp(NOON.plusSeconds(1)));
        assertFalse(fills.givesUp(NOON.plusSeconds(4)));
        assertTrue(fills.givesUp(NOON.plusSeconds(5)));
        assertTrue(fills.isSettled());
    }

    @Test
    void newWordOfAnExecutionIsWaitedForAnew() {
        fills.told(new Quantity(4), NOON);
        assertFalse(fills.givesUp(NOON.plusSeconds(1)));

        fills.told(new Quantity(5), NOON.plusSeconds(2));

        assertFalse(fills.givesUp(NOON.plusSeconds(6)));
        assertFalse(fills.isSettled());
    }
}
