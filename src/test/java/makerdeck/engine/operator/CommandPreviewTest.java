package makerdeck.engine.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.engine.input.Input;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.Preview;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.rebalancing.Rebalancer;
import org.junit.jupiter.api.Test;

/** What a question tells before it is answered. */
class CommandPreviewTest {

    private static final DeskCommand NOW = new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.NOW);

    private final Bench bench = new Bench().started();

    @Test
    void aPreviewNeitherDoesNorTellsAnything() {
        var before = bench.resting();
        int told = bench.all(Kind.COMMAND).size();

        preview(set("fee-floor", "off"), new DeskCommand.Quit(true), new DeskCommand.Resume(null));
        bench.pass(Duration.ofSeconds(1));

        assertEquals(before, bench.resting());
        assertEquals(told, bench.all(Kind.COMMAND).size());
        assertTrue(bench.snapshot().previews().has(7));
    }

    @Test
    void aChangeIsShownWithItsOrdersPricesAndMargin() {
        var rows = preview(set("spread", "0.1"), set("fee-floor", "off"));

        assertEquals(change("spread", "0.2", "0.1", "percent"), rows.get(0));
        assertTrue(
                rows.contains(Message.of("strategy.change", "fee-floor", "on", Message.plain("off"))), rows.toString());
        assertTrue(
                rows.contains(
                        Message.of("engine.preview.spread", "0.2", "0.1", Message.of("strategy.spread-reason.spread"))),
                rows.toString());
        assertTrue(rows.contains(Message.of("engine.preview.loses", "5", "8", "3")), rows.toString());
    }

    @Test
    void anUndoBehindAChangeIsShownAsTheUndoOfThatChange() {
        bench.command("set target 40", set("target", "40"));

        var rows = preview(set("spread", "1"), new DeskCommand.Undo());
        var further = preview(set("spread", "1"), new DeskCommand.Undo(), new DeskCommand.Undo());

        assertEquals(change("spread", "0.2", "1", "percent"), rows.get(0));
        assertEquals(change("spread", "1", "0.2", "percent"), rows.get(1));
        assertEquals(change("target", "40", "30", "percent"), further.get(2));
    }

    @Test
    void anUndoBehindAChangeWithoutEffectTakesTheStepBeforeItBack() {
        bench.command("set spread.mode fixed", set("spread.mode", "fixed"));
        bench.command("set spread 0.5", set("spread", "0.5"));
        var line = List.<DeskCommand>of(set("spread.max", "3"), new DeskCommand.Undo());

        var rows = preview(line.toArray(DeskCommand[]::new));
        line.forEach(command -> bench.command("line", command));

        assertEquals("0.2", bench.value("spread"));
        assertTrue(Keys.of(rows.get(1)).contains("strategy.change[spread, 0.5,"), rows.toString());
    }

    @Test
    void anOrderThatMovesIsShownWithBothPrices() {
        var resting = bench.resting(Side.BID).get(0);

        var bids = side("bid", preview(set("spread", "1")));

        assertTrue(Keys.of(bids).contains("message.plain[B1 ") && Keys.of(bids).contains(" -> "), Keys.of(bids));
        assertTrue(resting.price() != null && bids.values().get(3).equals("USDC"), Keys.of(bids));
    }

    @Test
    void whatIsPreviewedIsWhatComes() {
        var asks = Keys.of(side("ask", preview(set("spread", "1"))));

        bench.command("set spread 1", set("spread", "1"));
        bench.pass(Duration.ofSeconds(2));

        for (long ticks : bench.prices(Side.ASK)) {
            var price = Objects.requireNonNull(bench.snapshot().market()).text(new Price(ticks));
            assertTrue(asks.contains("-> " + price + " "), asks + " lacks " + price);
        }
    }

    @Test
    void aSideThatIsPausedMovesNothing() {
        bench.command("pause bid", new DeskCommand.Pause(Side.BID, null));

        var rows = preview(set("spread", "1"));

        assertEquals(
                List.of(Message.of(
                        "engine.preview.none-now",
                        Message.of("engine.quotes.bid"),
                        Message.of("engine.pause.paused-by-you"))),
                Keys.saying(rows, "engine.quotes.bid"));
    }

    @Test
    void quotingAgainShowsTheOrdersOfItsSideAndTheirFees() {
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(1));

        var rows = preview(new DeskCommand.Resume(Side.ASK));

        assertTrue(Keys.of(side("ask", rows.subList(0, 1))).contains("message.plain[A1 150."), rows.toString());
        assertTrue(Keys.says(rows.get(1), "engine.preview.fees"), rows.toString());
        assertEquals(2, rows.size());
    }

    @Test
    void aTradeToTheTargetShowsItsSizePriceFeeAndRatio() {
        var bench50 = new Bench().with(Map.of("target", "50")).started();
        bench50.engine.step(new Input.FromOperator(
                bench50.clock.instant(),
                "",
                new DeskCommand.Preview(1, List.of(new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.NOW)))));

        var rows = bench50.snapshot().previews().of(1).rows();

        var plan = Keys.values(rows.get(0), "strategy.plan.buy");
        assertEquals(List.of("13.33", "SOL", "150.01"), plan.subList(0, 3));
        assertEquals(List.of("30.0", "50.0"), plan.subList(5, 7));
        assertEquals(Message.of("engine.preview.budget", "1999.63", "USDC", "150.16", "2001.63", "4.13"), rows.get(1));
        assertEquals(Message.of("engine.preview.leave.many", 6), rows.get(2));
        assertEquals(1, bench50.snapshot().previews().of(1).vital());
    }

    @Test
    void whatStepsComeToIsToldOnceAndTradesAtItsHead() {
        var rows = preview(set("spread", "0.3"), set("target", "60"), set("threshold", "5"), set("rebalance", "on"));

        assertEquals(
                1,
                Keys.saying(rows, "engine.preview.side").stream()
                        .filter(row ->
                                !Keys.saying(List.of(row), "engine.quotes.bid").isEmpty())
                        .count());
        assertEquals(
                4,
                rows.stream().filter(row -> Keys.says(row, "strategy.change")).count(),
                rows.toString());
        assertTrue(Keys.says(rows.get(0), "engine.preview.trades"), rows.toString());
        assertEquals(1, bench.snapshot().previews().of(7).vital());
    }

    @Test
    void whatTheEndOfAPresetTradesStandsAtTheHeadToo() {
        bench.command("", set("rebalance", "on", "target", "60", "threshold", "5"));
        bench.pass(Duration.ofSeconds(1));

        var rows = preview(new DeskCommand.LoadPreset("still", Map.of("target", "30"), Duration.ofMinutes(10)));

        assertTrue(Keys.says(rows.get(0), "engine.preview.trades-beyond"), rows.toString());
        assertTrue(Keys.says(rows.get(1), "engine.preview.given-back"), rows.toString());
        assertTrue(Keys.says(rows.get(2), "engine.preview.trades"), rows.toString());
        assertEquals(3, bench.snapshot().previews().of(7).vital());
    }

    @Test
    void aTradeThatWouldNotBeginIsMoot() {
        assertTrue(asked(NOW).moot());
        assertEquals(List.of(Message.of("engine.rebalance.nothing")), asked(NOW).rows());
        assertFalse(asked(NOW, new DeskCommand.Pause(null, null)).moot());

        bench.command("", set("target", "50"));
        assertFalse(asked(NOW).moot());
        bench.command("rebalance now", NOW);

        assertEquals(
                List.of(Message.of("engine.rebalance.runs-already")), asked(NOW).rows());
        assertTrue(asked(NOW).moot());
    }

    @Test
    void aTradeOfWhichNothingIsKnownIsMoot() {
        bench.engine = bench.engine(Parameters.defaults(), true);

        assertEquals(
                List.of(Message.of("engine.rebalance.in-the-dark")), asked(NOW).rows());
        assertTrue(asked(NOW).moot());
    }

    @Test
    void aBudgetInASmallCountingAssetHasDigitsThatTell() {
        var step = new BigDecimal("0.01");
        var rules = new Market(
                "SOL_BTC", "SOL", "BTC", new BigDecimal("0.0000001"), step, step, null, null, MarketState.OPEN);
        var budget = new Rebalancer.Budget(new Price(23_102), new BigDecimal("0.0023102"), new BigDecimal("0.0000025"));
        var none = BigDecimal.ZERO;
        var plan = new Rebalancer.Plan(Side.BID, new Quantity(100), new Price(23_100), none, "SOL", none, none, budget);

        assertEquals(
                Message.of("engine.preview.budget", "0.00231", "BTC", "0.0023102", "0.00231", "0.0000025"),
                RebalancePreview.budget(plan, rules));
    }

    @Test
    void anUndoShowsWhatItTakesBackAndWhichOrdersMove() {
        bench.command("set", new DeskCommand.SetParameters(Map.of("max-order", "400")));
        bench.command("set", new DeskCommand.SetParameters(Map.of("spread", "0.6")));

        var once = preview(new DeskCommand.Undo());
        var twice = preview(new DeskCommand.Undo(), new DeskCommand.Undo());
        var thereAndBack = preview(new DeskCommand.Undo(), new DeskCommand.Redo());

        assertEquals(change("spread", "0.6", "0.2", "percent"), once.get(0));
        assertTrue(Keys.of(side("bid", once)).contains("message.plain[B1 "), once.toString());
        assertTrue(
                twice.contains(Message.of(
                        "strategy.change",
                        "max-order",
                        "400",
                        Message.of("strategy.counted", "0", Message.of("strategy.shown.no-limit")))),
                twice.toString());
        assertTrue(thereAndBack.contains(change("spread", "0.2", "0.6", "percent")), thereAndBack.toString());
        assertEquals(Map.of("spread", "0.2"), bench.snapshot().undoState().undo());
        assertEquals(Map.of(), bench.snapshot().undoState().redo());
    }

    @Test
    void armingShowsTheTradeThatComesOfItByItself() {
        var rows = preview(set("target", "10"), set("rebalance", "on"));

        var trade = Keys.saying(rows, "engine.preview.trades").get(0);
        var plan = Keys.values(trade, "strategy.plan.sell");
        assertEquals(List.of("13.33", "SOL", "149.99"), plan.subList(0, 3));
        assertEquals(List.of("30.0", "10.0"), plan.subList(5, 7));
        assertEquals(List.of(), Keys.saying(rows, "engine.preview.budget"));
    }

    @Test
    void aPresetForAWhileShowsWhatComesOfItsEnd() {
        bench.command("set", new DeskCommand.SetParameters(Map.of("target", "50", "threshold", "25")));
        bench.command("set", set("rebalance", "on"));
        var calm = Map.of("target", "30", "threshold", "15");

        var rows = preview(new DeskCommand.LoadPreset("calm", calm, Duration.ofMinutes(30)));
        var narrow = preview(new DeskCommand.LoadPreset("calm", Map.of("target", "49"), Duration.ofMinutes(30)));

        assertEquals(
                List.of(
                        Message.of(
                                "engine.preview.given-back",
                                "30m",
                                Message.list(List.of(
                                        change("target", "30", "50", "percent"),
                                        change("threshold", "15", "25", "points")))),
                        Message.of("engine.preview.trades-beyond", "25", "75")),
                rows.subList(1, 3));
        assertTrue(rows.contains(limits(Message.of("engine.preview.no-limits"))), rows.toString());
        assertTrue(
                narrow.contains(
                        Message.of("engine.preview.given-back", "30m", change("target", "49", "50", "percent"))),
                narrow.toString());
        bench.command("set", set("threshold", "15"));
        var fires = preview(new DeskCommand.LoadPreset("calm", Map.of("target", "30"), Duration.ofMinutes(30)));
        assertTrue(
                fires.subList(0, 3).stream().anyMatch(row -> Keys.says(row, "engine.preview.trades")),
                fires.toString());
    }

    @Test
    void quotingAgainShowsTheTradeThatComesOfItByItself() {
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.command("set", set("target", "50"));
        bench.command("set", set("rebalance", "on"));

        var rows = preview(new DeskCommand.Resume(null));

        assertEquals(1, Keys.saying(rows, "engine.preview.trades").size(), rows.toString());
    }

    @Test
    void armingWithinTheBandSaysWhereItWouldTrade() {
        var rows = preview(set("rebalance", "on"));

        assertTrue(rows.contains(Message.of("engine.preview.trades-beyond", "15", "45")), rows.toString());
    }

    @Test
    void aLooserHardLimitIsShownAsWhatItStandsFor() {
        assertTrue(preview(set("band.hard", "70")).contains(limits(Message.of("engine.preview.no-limits"))));
        assertTrue(preview(set("threshold", "20")).contains(limits(Message.of("engine.preview.between", "0", "70"))));
    }

    @Test
    void leavingOrdersBehindNamesThem() {
        var rows = preview(new DeskCommand.Quit(true));

        var kept = Keys.values(rows.get(0), "engine.quit.review-keeps.many");
        assertEquals(6L, kept.get(0));
        for (var order : bench.snapshot().orders()) {
            assertTrue(String.valueOf(kept.get(1)).contains(order.tag() + " "), kept.toString());
        }
    }

    @Test
    void whatOnlyLowersRiskMovesNothingWorthARow() {
        assertEquals(
                List.of(Message.of("engine.preview.nothing")),
                preview(new DeskCommand.Halt(Message.of("command.halt-typed"))));
    }

    @Test
    void withoutABookItSaysSo() {
        bench.engine = bench.engine(Parameters.defaults(), true);

        assertEquals(List.of(Message.of("engine.preview.unknown")), preview(new DeskCommand.Resume(null)));
    }

    private List<Message> preview(DeskCommand... commands) {
        return asked(commands).rows();
    }

    private Preview asked(DeskCommand... commands) {
        bench.engine.step(
                new Input.FromOperator(bench.clock.instant(), "", new DeskCommand.Preview(7, List.of(commands))));
        return bench.snapshot().previews().of(7);
    }

    private static DeskCommand set(String... values) {
        var changes = new TreeMap<String, String>();
        for (int i = 0; i < values.length; i += 2) {
            changes.put(values[i], values[i + 1]);
        }
        return new DeskCommand.SetParameters(changes);
    }

    /** The row of a side that has orders. */
    private static Message side(String side, List<Message> rows) {
        return Keys.saying(Keys.saying(rows, "engine.preview.side"), "engine.quotes." + side)
                .get(0);
    }

    private static Message change(String key, String before, String after, String unit) {
        return Message.of(
                "strategy.change",
                key,
                before,
                Message.of("strategy.counted", after, Message.of("strategy.unit." + unit)));
    }

    private static Message limits(Message after) {
        return Message.of("engine.preview.limits", Message.of("engine.preview.between", "0", "60"), after);
    }
}
