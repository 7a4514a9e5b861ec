package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import makerdeck.domain.Side;
import org.junit.jupiter.api.Test;

class UptimeTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    private final Uptime uptime = new Uptime();

    private void from(long second, boolean allowed, boolean quoted) {
        uptime.pass(NOON.plusSeconds(second));
        uptime.is(Side.BID, allowed, quoted);
    }

    @Test
    void isTheShareOfTheAllowedTimeInWhichASideWasQuoted() {
        from(0, true, true);
        from(90, true, false);
        from(100, false, false);
        from(200, true, true);
        uptime.pass(NOON.plusSeconds(210));

        assertEquals(0, new BigDecimal("90.909").compareTo(uptime.percent(Side.BID)));
    }

    @Test
    void isWholeWhereQuotingWasNeverAllowed() {
        from(0, false, false);
        from(100, false, false);

        assertEquals(0, new BigDecimal("100").compareTo(uptime.percent(Side.BID)));
        assertEquals(0, new BigDecimal("100").compareTo(uptime.percent(Side.ASK)));
    }

    @Test
    void isNotConfusedByAClockThatStepsBack() {
        from(0, true, true);
        from(100, true, false);
        from(50, true, true);
        uptime.pass(NOON.plusSeconds(150));

        assertEquals(0, new BigDecimal("100").compareTo(uptime.percent(Side.BID)));
    }
}
