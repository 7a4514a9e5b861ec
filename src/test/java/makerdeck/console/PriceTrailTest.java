package makerdeck.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceTrailTest {

    private static final long SECOND = 1_000_000_000L;

    private final PriceTrail trail = new PriceTrail();

    @Test
    void keepsOneValueEveryOtherSecond() {
        see("1", 0);
        see("2", 1);
        see("3", 2);

        assertEquals(List.of(new BigDecimal("1"), new BigDecimal("3")), trail.mids());
    }

    @Test
    void knowsWhichWayThePriceMovedLast() {
        see("5", 0);
        assertEquals(0, trail.direction());
        see("6", 1);
        assertEquals(1, trail.direction());
        see("5.5", 2);
        see("5.5", 3);
        assertEquals(-1, trail.direction());
    }

    @Test
    void forgetsTheOldestOfALongDay() {
        for (int i = 0; i < 4000; i++) {
            see(Integer.toString(i), 2L * i);
        }

        int size = trail.mids().size();
        assertEquals(true, size > 1000 && size <= 1800);
        assertEquals(new BigDecimal("3999"), trail.mids().get(size - 1));
    }

    private void see(String mid, long seconds) {
        trail.see(new BigDecimal(mid), seconds * SECOND);
    }
}
