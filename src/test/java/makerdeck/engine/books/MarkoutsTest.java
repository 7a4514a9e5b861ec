package makerdeck.engine.books;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.strategy.signals.Regime;
import org.junit.jupiter.api.Test;

class MarkoutsTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private final List<String> shown = new ArrayList<>();
    private final List<String> known = new ArrayList<>();
    private final Markouts markouts = new Markouts(
            (fill, percent) -> shown.add(fill.side() + " " + percent),
            (fill, mids) -> known.add(new TreeMap<>(mids).toString()));

    private static Market market(String base, String tick, String step) {
        var smallest = new BigDecimal(step);
        return new Market(
                base + "_Q", base, "Q", new BigDecimal(tick), smallest, smallest, null, null, MarketState.OPEN);
    }

    private static Fill two(Side side) {
        return new Fill(
                1, "1", null, side, new BigDecimal("150"), new BigDecimal("2"), BigDecimal.ZERO, "SOL", true, NOON);
    }

    private void mid(long second, String mid) {
        markouts.measure(NOON.plusSeconds(second), new BigDecimal(mid));
    }

    @Test
    void areMeasuredAfterOneFiveThirtyAndSixtySecondsPerSide() {
        markouts.filled(two(Side.BID), 1, Optional.of(Regime.MID), NOON);
        markouts.filled(two(Side.ASK), 1, Optional.of(Regime.MID), NOON);

        mid(1, "150.1");
        mid(5, "150.2");
        mid(30, "149.9");
        mid(60, "149");

        assertEquals(
                List.of(
                        "engine.report.markout-after[1, +0.20, -0.20]",
                        "engine.report.markout-after[5, +0.40, -0.40]",
                        "engine.report.markout-after[30, -0.20, +0.20]",
                        "engine.report.markout-after[60, -2.00, +2.00]"),
                markouts.lines(market("SOL", "0.01", "0.01")).stream()
                        .map(Keys::of)
                        .toList());
    }

    @Test
    void areNotMeasuredBeforeTheirTimeAndOnlyOnce() {
        markouts.filled(two(Side.BID), 1, Optional.of(Regime.MID), NOON);

        markouts.measure(NOON.plusMillis(999), new BigDecimal("151"));
        mid(1, "150.1");
        mid(2, "160");

        assertEquals(
                List.of(
                        "engine.report.markout-after[1, +0.20, +0.00]",
                        "engine.report.markout-after[5, +0.00, +0.00]",
                        "engine.report.markout-after[30, +0.00, +0.00]",
                        "engine.report.markout-after[60, +0.00, +0.00]"),
                markouts.lines(market("SOL", "0.01", "0.01")).stream()
                        .map(Keys::of)
                        .toList());
    }

    @Test
    void haveDigitsThatTellWhereTheMarketCountsInSmallParts() {
        var price = new BigDecimal("0.00231");
        var fill = new Fill(1, "1", null, Side.BID, price, new BigDecimal("0.5"), BigDecimal.ZERO, "SOL", true, NOON);
        markouts.filled(fill, 1, Optional.of(Regime.MID), NOON);

        mid(1, "0.0023102");

        var lines = markouts.lines(market("SOL", "0.0000001", "0.01"));
        assertEquals("engine.report.markout-after[1, +0.0000001, +0.00]", Keys.of(lines.get(0)));
    }

    @Test
    void ofTheFirstFiveSecondsAreToldInPercentOfThePrice() {
        markouts.filled(two(Side.ASK), 1, Optional.of(Regime.MID), NOON);

        mid(5, "149.85");

        assertEquals(List.of("ASK 0.1000"), shown);
    }

    @Test
    void theMarketAfterAFillIsKnownInWholeOnceFiveMinutesAreOver() {
        markouts.filled(two(Side.BID), 1, Optional.of(Regime.MID), NOON);

        for (var second : List.of(1, 5, 10, 30, 60)) {
            mid(second, "150." + second);
        }
        assertEquals(List.of(), known);
        mid(300, "151");

        assertEquals(List.of("{1=150.1, 5=150.5, 10=150.10, 30=150.30, 60=150.60, 300=151}"), known);
    }

    @Test
    void aMarketSeenMuchLaterIsNotTheMarketThen() {
        markouts.filled(two(Side.BID), 1, Optional.of(Regime.MID), NOON);

        mid(1, "150.1");
        markouts.measure(NOON.plusMillis(11_001), new BigDecimal("150.2"));
        markouts.measure(NOON.plusMillis(30_900), new BigDecimal("150.3"));
        mid(400, "151");

        assertEquals(List.of("{1=150.1, 30=150.3}"), known);
    }

    @Test
    void whatIsKnownAtTheEndIsToldThen() {
        markouts.filled(two(Side.BID), 1, Optional.of(Regime.MID), NOON);
        mid(1, "150.1");
        markouts.filled(two(Side.ASK), 1, Optional.of(Regime.MID), NOON.plusSeconds(1));

        markouts.end();
        markouts.end();

        assertEquals(List.of("{1=150.1}"), known);
    }

    @Test
    void areToldInBasisPointsBySideLayerAndRegimeWithTheirIntervalOnceThereAreFour() {
        for (var price : List.of("150.00", "150.15", "150.30", "150.45")) {
            var fill = new Fill(
                    1, "1", null, Side.BID, new BigDecimal("150"), BigDecimal.ONE, BigDecimal.ZERO, "SOL", true, NOON);
            markouts.filled(fill, 2, Optional.of(Regime.HIGH), NOON);
            mid(30, price);
        }
        markouts.filled(two(Side.ASK), 0, Optional.empty(), NOON);
        mid(30, "149.85");

        // 0, 10, 20 and 30 bp: 15, deviation 12.91, of the mean 6.45, Student's 3.18.
        assertEquals(
                List.of(
                        "engine.report.judged[engine.quotes.bid, +15.0, -5.4, +35.4, 4]",
                        "engine.report.judged-few[engine.quotes.ask, +10.0, 1]",
                        "engine.report.judged[engine.report.layer[2], +15.0, -5.4, +35.4, 4]",
                        "engine.report.judged[strategy.regime.high, +15.0, -5.4, +35.4, 4]"),
                Keys.of(markouts.judged()));
    }
}
