package makerdeck.engine.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import makerdeck.domain.Book;
import makerdeck.domain.Fill;
import makerdeck.domain.Level;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.engine.input.Input;
import makerdeck.headless.JsonLine;
import makerdeck.message.Keys;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskNews;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

class SessionReportTest {

    /** The session ends with the very message that moves the market. */
    @Test
    void saysOneProfitInWordsAndInFields() {
        var bench = new Bench().with(Map.of("duration", "5")).started();
        var end = Objects.requireNonNull(bench.snapshot().endsAt());
        bench.pass(Duration.between(bench.clock.instant(), end).minusMillis(100));
        bench.clock.pass(Duration.ofMillis(150));

        var at = bench.clock.instant();
        bench.engine.step(new Input.FromVenue(new VenueEvent.BookMoved(at, book(15100, 15102))));

        var report = bench.last(Kind.REPORT);
        var said = Keys.values(report.text(), "engine.report.pnl");
        assertEquals("USDC", said.get(1));
        var pnl =
                bench.latest(DeskNews.SessionReported.class).figures().totals().pnl();
        assertEquals(
                0, decimal(said.get(0)).compareTo(pnl.setScale(4, RoundingMode.HALF_EVEN)), Keys.of(report.text()));
        assertTrue(pnl.signum() > 0, Keys.of(report.text()));
        var cost = Keys.values(report.text(), "engine.report.cost");
        assertEquals(
                0,
                decimal(cost.get(0)).add(decimal(cost.get(1))).compareTo(pnl.setScale(4, RoundingMode.HALF_EVEN)),
                Keys.of(report.text()));
    }

    @Test
    void itsFieldsEndAfterTwelveDecimals() {
        var bench = new Bench().with(Map.of("duration", "5")).started();
        var order = bench.resting(Side.BID).get(0);
        var at = bench.clock.instant();
        var fill = new Fill(
                1,
                Long.toString(order.id()),
                order.clientId(),
                Side.BID,
                new BigDecimal("149.705"),
                new BigDecimal("0.005"),
                new BigDecimal("0.000000000000000004321"),
                "SOL",
                true,
                at);
        bench.venue.tell(new VenueEvent.Filled(at, fill, fill.quantity()));
        bench.pass(Duration.between(at, Objects.requireNonNull(bench.snapshot().endsAt()))
                .plusSeconds(5));

        var fields = new JsonLine(Spoken.ENGLISH)
                .figures(bench.latest(DeskNews.SessionReported.class).figures());
        assertEquals("0.000000000000", fields.get("fees"));
        for (var name : List.of("pnl", "realised", "unrealised", "inventoryResult", "realisedFifo")) {
            var scale = new BigDecimal(Objects.requireNonNull(fields.get(name))).scale();
            assertTrue(scale <= 12, name + " " + fields.get(name));
        }
    }

    private static BigDecimal decimal(Object value) {
        return new BigDecimal((String) value);
    }

    private static Book book(long bid, long ask) {
        return new Book(List.of(level(bid)), List.of(level(ask)), 1_000_000);
    }

    private static Level level(long ticks) {
        return new Level(new Price(ticks), new Quantity(10_000));
    }
}
