package makerdeck.console.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import makerdeck.command.ChartSpan;
import makerdeck.console.SampleDesk;
import makerdeck.domain.Candle;
import makerdeck.domain.Side;
import org.junit.jupiter.api.Test;

class MarketHistoryTest {

    private static final int COLUMNS = 60;

    private final MarketHistory history = new MarketHistory(Optional::empty);
    private final SampleDesk desk = new SampleDesk();

    private void see(String mid, Instant at) {
        history.see(desk.snapshot(), new BigDecimal(mid), at);
    }

    private double[] columns(ChartSpan span, Measure measure, Instant now) {
        return history.columns(span, Axis.of(span, now, ZoneOffset.UTC), COLUMNS, now)
                .of(measure);
    }

    private static long known(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    @Test
    void aMonthLeavesTheLastWeekAndNothingElse() {
        var end = SampleDesk.NOON;
        for (var at = end.minus(Duration.ofDays(30)); !at.isAfter(end); at = at.plus(Duration.ofMinutes(10))) {
            see(at.isBefore(end.minus(Duration.ofDays(7))) ? "1" : "148", at);
        }

        for (var span : ChartSpan.values()) {
            var mids = columns(span, Measure.MID, end);
            assertTrue(Arrays.stream(mids).noneMatch(mid -> mid == 1), span::word);
            assertTrue(known(mids) > 0, span::word);
        }
        // All days but the rest of today.
        assertTrue(known(columns(ChartSpan.WEEK, Measure.MID, end)) >= COLUMNS * 6 / 7);
    }

    @Test
    void aColumnHasTheLeastTheGreatestAndTheLastOfItsTime() {
        see("3", SampleDesk.NOON.minusSeconds(5));
        see("1", SampleDesk.NOON.minusSeconds(4));
        see("9", SampleDesk.NOON.minusSeconds(3));
        see("4", SampleDesk.NOON.minusSeconds(2));
        int column = 49;

        assertEquals(1, columns(ChartSpan.HOUR, Measure.LOW, SampleDesk.NOON)[column]);
        assertEquals(9, columns(ChartSpan.HOUR, Measure.HIGH, SampleDesk.NOON)[column]);
        assertEquals(4, columns(ChartSpan.HOUR, Measure.MID, SampleDesk.NOON)[column]);
    }

    private static Candle risen(Instant minute, String from, String to) {
        var low = new BigDecimal(from);
        var high = new BigDecimal(to);
        return new Candle(minute, low, high, low, high, 2);
    }

    @Test
    void whatWasSeenIsNotOverwrittenByWhatTheVenueTellsLater() {
        var minute = SampleDesk.NOON.minusSeconds(60);
        see("148.30", minute.plusSeconds(30));
        desk.past = List.of(risen(minute, "100", "300"));
        see("148.30", SampleDesk.NOON);

        var highs = columns(ChartSpan.DAY, Measure.HIGH, SampleDesk.NOON);
        assertEquals(148.3, Arrays.stream(highs).filter(high -> high > 0).max().orElseThrow());
    }

    @Test
    void aBookThatNobodyConfirmsLeavesAHoleButFillsAreKept() {
        history.see(desk.snapshot(), null, SampleDesk.NOON);

        assertEquals(0, known(columns(ChartSpan.HOUR, Measure.MID, SampleDesk.NOON)));
        assertEquals(0, known(columns(ChartSpan.HOUR, Measure.BID, SampleDesk.NOON)));
        assertTrue(known(columns(ChartSpan.HOUR, Measure.BOUGHT, SampleDesk.NOON)) > 0);
    }

    @Test
    void ofAMinuteThatIsToldTwiceAShortStepShowsOnePrice() {
        var minute = SampleDesk.NOON.minusSeconds(120);
        desk.past = List.of(risen(minute, "140", "150"));
        see("148", SampleDesk.NOON);
        history.recall(new Past(
                List.of(new Past.Valuation(
                        minute.plusSeconds(60), new BigDecimal("148"), new BigDecimal("30"), new BigDecimal("990"))),
                List.of()));

        var low = columns(ChartSpan.MINUTES, Measure.LOW, SampleDesk.NOON);
        var high = columns(ChartSpan.MINUTES, Measure.HIGH, SampleDesk.NOON);
        assertEquals(148, Arrays.stream(high).filter(value -> value > 0).max().orElseThrow());
        assertEquals(148, Arrays.stream(low).filter(value -> value > 0).min().orElseThrow());
        var hourHigh = columns(ChartSpan.HOURS, Measure.HIGH, SampleDesk.NOON);
        assertEquals(
                150, Arrays.stream(hourHigh).filter(value -> value > 0).max().orElseThrow());
    }

    @Test
    void columnsAreMadeOnceForASecondInWhichNoFillComes() {
        see("148", SampleDesk.NOON);
        var axis = Axis.of(ChartSpan.HOUR, SampleDesk.NOON, ZoneOffset.UTC);
        var made = history.columns(ChartSpan.HOUR, axis, COLUMNS, SampleDesk.NOON);

        assertSame(made, history.columns(ChartSpan.HOUR, axis, COLUMNS, SampleDesk.NOON.plusMillis(900)));
        assertSame(made, history.columns(ChartSpan.HOUR, axis, COLUMNS, SampleDesk.NOON.plusMillis(1000)));
        assertNotSame(made, history.columns(ChartSpan.HOUR, axis, 2 * COLUMNS, SampleDesk.NOON));
        made = history.columns(ChartSpan.HOUR, axis, COLUMNS, SampleDesk.NOON);
        see("149", SampleDesk.NOON.plusMillis(900));
        assertSame(made, history.columns(ChartSpan.HOUR, axis, COLUMNS, SampleDesk.NOON.plusMillis(900)));
        see("149", SampleDesk.NOON.plusMillis(1000));
        assertNotSame(made, history.columns(ChartSpan.HOUR, axis, COLUMNS, SampleDesk.NOON));
    }

    @Test
    void whatEarlierRunsLeftIsLongForgottenWhereItIsTooOld() {
        var at = SampleDesk.NOON.minus(Duration.ofDays(2));
        history.recall(new Past(
                List.of(new Past.Valuation(at, new BigDecimal("148"), new BigDecimal("30"), new BigDecimal("990"))),
                List.of(new Past.Mark(at, Side.BID, new BigDecimal("147")))));

        assertEquals(0, known(columns(ChartSpan.DAY, Measure.EQUITY, SampleDesk.NOON)));
        assertEquals(1, known(columns(ChartSpan.WEEK, Measure.EQUITY, SampleDesk.NOON)));
        assertEquals(1, known(columns(ChartSpan.WEEK, Measure.BOUGHT, SampleDesk.NOON)));
    }
}
