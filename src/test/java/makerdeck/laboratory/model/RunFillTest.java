package makerdeck.laboratory.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import makerdeck.domain.Side;
import org.junit.jupiter.api.Test;

class RunFillTest {

    private static RunFill fill(Side side, String price) {
        return new RunFill(
                Instant.EPOCH,
                side,
                1,
                new BigDecimal(price),
                new BigDecimal("2"),
                new BigDecimal("0.24"),
                true,
                new BigDecimal("150.00"),
                null,
                Map.of(1, new BigDecimal("149.97"), 30, new BigDecimal("150.06")));
    }

    @Test
    void aBidBelowTheMidIsFarFromItAndEarnsWhatTheMidLaterIsAboveIt() {
        var bid = fill(Side.BID, "149.85");

        assertEquals(10.0, bid.distanceBp().getAsDouble(), 1e-9);
        assertEquals(0.12 / 149.85 * 10_000, bid.markoutBp(1).getAsDouble(), 1e-9);
        assertEquals(0.21 / 149.85 * 10_000, bid.markoutBp(30).getAsDouble(), 1e-9);
        assertTrue(bid.markoutBp(60).isEmpty());
        assertEquals(0.24 / 299.70 * 10_000, bid.feeBp(), 1e-9);
    }

    @Test
    void anAskIsItsMirror() {
        var ask = fill(Side.ASK, "150.15");

        assertEquals(10.0, ask.distanceBp().getAsDouble(), 1e-9);
        assertEquals(0.18 / 150.15 * 10_000, ask.markoutBp(1).getAsDouble(), 1e-9);
        assertEquals(0.09 / 150.15 * 10_000, ask.markoutBp(30).getAsDouble(), 1e-9);
    }
}
