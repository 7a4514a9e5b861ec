package makerdeck.engine.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.domain.Side;
import makerdeck.journal.Entry;
import org.junit.jupiter.api.Test;

class QuoteUptimeTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    private final List<Entry.MinuteQuoted> minutes = new ArrayList<>();
    private final QuoteUptime uptime = new QuoteUptime(minutes::add);

    private void from(long second, boolean allowed, boolean quoted) {
        uptime.pass(NOON.plusSeconds(second));
        uptime.is(Side.BID, allowed, quoted);
    }

    @Test
    void isTheShareOfAllTheTimeSinceTheFirstQuote() {
        from(0, false, false);
        from(1000, true, true);
        from(1090, true, false);
        from(1100, false, false);
        from(1200, true, true);
        uptime.pass(NOON.plusSeconds(1210));

        assertEquals(0, new BigDecimal("47.619").compareTo(uptime.percent(Side.BID)));
        assertEquals(
                0,
                new BigDecimal("90.909")
                        .compareTo(uptime.percentOfAllowed(Side.BID).orElseThrow()));
    }

    @Test
    void isNothingForASideThatWasNeverQuoted() {
        from(0, true, true);
        from(100, true, true);

        assertEquals(0, new BigDecimal("100").compareTo(uptime.percent(Side.BID)));
        assertEquals(0, BigDecimal.ZERO.compareTo(uptime.percent(Side.ASK)));
        assertTrue(uptime.percentOfAllowed(Side.ASK).isEmpty());
    }

    @Test
    void isNothingBeforeTheFirstQuote() {
        from(0, true, false);
        from(100, true, false);

        assertEquals(0, BigDecimal.ZERO.compareTo(uptime.percent(Side.BID)));
        assertEquals(
                0, BigDecimal.ZERO.compareTo(uptime.percentOfAllowed(Side.BID).orElseThrow()));
    }

    @Test
    void aSideQuotedAllTheTimeSinceTheFirstQuoteWasQuotedAllTheTimeItWasAllowed() {
        from(0, true, false);
        from(1, true, true);
        uptime.pass(NOON.plusSeconds(100));

        assertEquals(0, new BigDecimal("100").compareTo(uptime.percent(Side.BID)));
        assertEquals(
                0,
                new BigDecimal("100")
                        .compareTo(uptime.percentOfAllowed(Side.BID).orElseThrow()));
    }

    @Test
    void isNotConfusedByAClockThatStepsBack() {
        from(0, true, true);
        from(100, true, false);
        from(50, true, true);
        uptime.pass(NOON.plusSeconds(150));

        assertEquals(0, new BigDecimal("100").compareTo(uptime.percent(Side.BID)));
    }

    private static Entry.SideQuoted side(long allowed, long quoted) {
        return new Entry.SideQuoted(Duration.ofSeconds(allowed), Duration.ofSeconds(quoted));
    }

    @Test
    void eachMinuteIsToldForItselfAndTheLastAtTheEnd() {
        from(30, true, false);
        from(45, true, true);
        from(90, true, false);
        from(100, false, false);
        uptime.pass(NOON.plusSeconds(130));
        uptime.end();
        uptime.end();

        assertEquals(
                List.of(
                        new Entry.MinuteQuoted(NOON, Duration.ofSeconds(15), side(15, 15), side(0, 0)),
                        new Entry.MinuteQuoted(NOON.plusSeconds(60), Duration.ofSeconds(60), side(40, 30), side(0, 0)),
                        new Entry.MinuteQuoted(NOON.plusSeconds(120), Duration.ofSeconds(10), side(0, 0), side(0, 0))),
                minutes);
    }

    @Test
    void aMachineThatSleptTellsOfNoMinuteItDidNotSee() {
        from(0, true, true);
        from(30, true, true);
        from(4000, true, true);
        uptime.pass(NOON.plusSeconds(4001));
        uptime.end();

        assertEquals(
                List.of(
                        new Entry.MinuteQuoted(NOON, Duration.ofSeconds(30), side(30, 30), side(0, 0)),
                        new Entry.MinuteQuoted(NOON.plusSeconds(3960), Duration.ofSeconds(1), side(1, 1), side(0, 0))),
                minutes);
    }
}
