package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.snapshot.DeskEvent;
import org.junit.jupiter.api.Test;

/** What the desk learns of fills by distance, and what it says of a change before and when it is made. */
class CurveTest {

    private static final DeskCommand.SetParameters NARROW = new DeskCommand.SetParameters(Map.of("spread", "0.1"));

    /** Others' orders at the touch, 6.7 bp from the mid, and far behind. */
    private static void book(Bench bench) {
        bench.book("149.99", "150.01");
        for (var side : Side.values()) {
            var price = new BigDecimal(side == Side.BID ? "149.90" : "150.10");
            bench.exchange.submit(bench.others, OrderRequest.limit(side, price, new BigDecimal("100")));
        }
    }

    /** Every 40 s somebody takes as far as 6.7 bp, and half a minute later the mid is where it was. */
    private static void trade(Bench bench, int minutes) {
        for (int second = 0; second < minutes * 60; second += 40) {
            book(bench);
            bench.pass(Duration.ofMillis(500));
            boolean sells = second % 80 == 0;
            bench.take(sells ? Side.ASK : Side.BID, sells ? "149.90" : "150.10", "150");
            bench.pass(Duration.ofMillis(9_500));
            book(bench);
            bench.pass(Duration.ofSeconds(30));
        }
    }

    private static Bench bench() {
        return new Bench()
                .with(Map.of(
                        "duration", "0", "fee.maker", "0.5", "spread.mode", "fixed", "fee-floor", "off", "skew", "0"))
                .started();
    }

    private static List<String> told(Bench bench, String key) {
        return Keys.of(bench.told(DeskEvent.Kind.INFO, key));
    }

    @Test
    void aYoungDeskSaysThatItKnowsTooLittle() {
        var bench = bench();
        bench.pass(Duration.ofMinutes(1));

        bench.command("curve", new DeskCommand.Curve());
        bench.command("set spread 0.1", NARROW);
        bench.show(new DeskCommand.Preview(3, List.of(new DeskCommand.SetParameters(Map.of("spread", "0.3")))));

        assertEquals(2, told(bench, "engine.expected.young").size());
        assertEquals(
                1,
                Keys.saying(bench.snapshot().previews().of(3).rows(), "engine.expected.young")
                        .size());
        assertTrue(bench.snapshot().curve().points().isEmpty());
    }

    @Test
    void whatATradeReachesIsFillsByDistanceWithTheEdgeAfterHalfAMinute() {
        var bench = bench();

        trade(bench, 40);

        var curve = bench.snapshot().curve();
        var near = curve.points().get(4);
        assertEquals(5, near.distance().intValueExact());
        assertEquals(90, near.fills().value().doubleValue(), 1);
        assertEquals(5, Objects.requireNonNull(near.edge()).value().doubleValue(), 0.01);
        assertEquals(0, curve.points().get(14).fills().value().signum());
        assertEquals(0.5, Objects.requireNonNull(curve.breakEven()).half().doubleValue(), 0.01);
    }

    @Test
    void aChangeOfTheSpreadIsToldWithWhatItMayMake() {
        var bench = bench();
        trade(bench, 40);

        bench.show(new DeskCommand.Preview(DeskCommand.Preview.TYPED, List.of(NARROW)));
        var typed = Objects.requireNonNull(bench.snapshot().previews().typed().effect());
        assertTrue(Keys.says(typed, "engine.expected"), () -> Keys.of(typed));
        var first = (Message) Keys.values(typed, "engine.expected").get(0);
        var fills = new BigDecimal(
                (String) Keys.values(first, "engine.expected.figure").get(0));
        // Of 3 layers from 5 bp on the trades reach the first.
        assertEquals(90, fills.doubleValue(), 1);

        bench.command("set spread 0.1", NARROW);
        assertEquals(1, told(bench, "engine.expected").size());

        bench.command("curve", new DeskCommand.Curve());
        assertFalse(told(bench, "engine.curve.point").isEmpty());
        assertFalse(told(bench, "engine.curve.watched").isEmpty());
    }

    @Test
    void farFromAllTradesItSaysThatTooFewCameSoFar() {
        var bench = bench();
        trade(bench, 20);

        bench.command("set spread 1", new DeskCommand.SetParameters(Map.of("spread", "1")));

        assertEquals(1, told(bench, "engine.expected.few").size());
    }

    @Test
    void amongSimulatedTradersTheCurveFallsWithTheDistance() {
        var bench = new Bench(new MarketSource.Agents(MarketPreset.WILD), 5)
                .with(Map.of("duration", "0"))
                .started();
        bench.keepsOrderNews = false;
        bench.pass(Duration.ofMinutes(26));

        var points = bench.snapshot().curve().points();
        assertFalse(points.isEmpty());
        for (int i = 1; i < points.size(); i++) {
            assertTrue(points.get(i)
                            .fills()
                            .value()
                            .compareTo(points.get(i - 1).fills().value())
                    <= 0);
        }
        assertTrue(points.get(0).fills().value().doubleValue() > 20);
        assertNotNull(points.get(0).edge());
    }
}
