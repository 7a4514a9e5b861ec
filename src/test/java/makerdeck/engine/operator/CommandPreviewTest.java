package makerdeck.engine.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.engine.input.Input;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.rebalancing.Rebalancer;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

/** What a question tells before it is answered. */
class CommandPreviewTest {

    private final Bench bench = new Bench().started();

    @Test
    void aPreviewNeitherDoesNorTellsAnything() {
        var before = bench.resting();
        int told = bench.all(Kind.COMMAND).size();

        preview(set("fee-floor", "off"), new DeskCommand.Quit(true), new DeskCommand.Resume(null));
        bench.pass(Duration.ofSeconds(1));

        assertEquals(before, bench.resting());
        assertEquals(told, bench.all(Kind.COMMAND).size());
        assertEquals(7, bench.snapshot().preview().number());
    }

    @Test
    void aChangeIsShownWithItsOrdersPricesAndMargin() {
        var rows = preview(set("spread", "0.1"), set("fee-floor", "off"));

        assertEquals("spread 0.2 -> 0.1 %", rows.get(0));
        assertTrue(rows.contains("fee-floor on -> off"), rows.toString());
        assertTrue(rows.contains("spread 0.18 -> 0.1 % (spread)"), rows.toString());
        assertTrue(
                rows.contains("a fill brings half the spread, 5 bp, less the fee, 8 bp: LOSES 3 bp"), rows.toString());
    }

    @Test
    void anOrderThatMovesIsShownWithBothPrices() {
        var resting = bench.resting(Side.BID).get(0);

        var bids = row("bids: ", preview(set("spread", "1")));

        assertTrue(bids.contains("B1 ") && bids.contains(" -> "), bids);
        assertTrue(resting.price() != null && bids.contains(" USDC"), bids);
    }

    @Test
    void whatIsPreviewedIsWhatComes() {
        var asks = row("asks: ", preview(set("spread", "1")));

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

        assertTrue(row("bids: ", preview(set("spread", "1"))).startsWith("bids: none now, "));
    }

    @Test
    void quotingAgainShowsTheOrdersOfItsSideAndTheirFees() {
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(1));

        var rows = preview(new DeskCommand.Resume(Side.ASK));

        assertTrue(rows.get(0).startsWith("asks: A1 150."), rows.toString());
        assertTrue(rows.get(1).startsWith("fees if all of it fills: "), rows.toString());
        assertEquals(2, rows.size());
    }

    @Test
    void aTradeToTheTargetShowsItsSizePriceFeeAndRatio() {
        var bench50 = new Bench().with(Map.of("target", "50")).started();
        bench50.engine.step(new Input.FromOperator(
                bench50.clock.instant(),
                "",
                new DeskCommand.Preview(1, List.of(new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.NOW)))));

        var rows = bench50.snapshot().preview().rows();

        assertTrue(Spoken.english(rows.get(0)).startsWith("buy 13.33 SOL @ 150.01, fee "), rows.toString());
        assertTrue(Spoken.english(rows.get(0)).endsWith("ratio 30.0 -> 50.0 %"), rows.toString());
        assertEquals(
                "worth 1999.63 USDC; waits in the book first, then takes at 150.16 or better,"
                        + " budget 2001.63 USDC, costs at most 4.13 USDC with fee",
                Spoken.english(rows.get(1)));
        assertEquals("6 orders leave until it is done", Spoken.english(rows.get(2)));
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
                "worth 0.00231 BTC; waits in the book first, then takes at 0.0023102 or better,"
                        + " budget 0.00231 BTC, costs at most 0.0000025 BTC with fee",
                Spoken.english(RebalancePreview.budget(plan, rules)));
    }

    @Test
    void anUndoShowsWhatItTakesBackAndWhichOrdersMove() {
        bench.command("set", new DeskCommand.SetParameters(Map.of("max-order", "400")));
        bench.command("set", new DeskCommand.SetParameters(Map.of("spread", "0.6")));

        var once = preview(new DeskCommand.Undo());
        var twice = preview(new DeskCommand.Undo(), new DeskCommand.Undo());
        var thereAndBack = preview(new DeskCommand.Undo(), new DeskCommand.Redo());

        assertEquals("spread 0.6 -> 0.2 %", once.get(0));
        assertTrue(once.stream().anyMatch(row -> row.startsWith("bids: B1 ")), once.toString());
        assertTrue(twice.contains("max-order 400 -> 0 quote"), twice.toString());
        assertTrue(thereAndBack.contains("spread 0.2 -> 0.6 %"), thereAndBack.toString());
        assertEquals(Map.of("spread", "0.2"), bench.snapshot().undoState().undo());
        assertEquals(Map.of(), bench.snapshot().undoState().redo());
    }

    @Test
    void armingShowsTheTradeThatComesOfItByItself() {
        var rows = preview(set("target", "10"), set("rebalance", "on"));

        assertTrue(
                rows.stream()
                        .anyMatch(row -> row.startsWith(
                                        "the desk then trades by itself, in about a minute and at the prices of then: sell 13.33 SOL @ 149.99,")
                                && row.endsWith("ratio 30.0 -> 10.0 %")),
                rows.toString());
        assertFalse(rows.stream().anyMatch(row -> row.contains("costs at most")), rows.toString());
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
                        "after 30m, back again: target 30 -> 50 %, threshold 15 -> 25 points",
                        "hard limits 0..60 -> none % of the total",
                        "the desk then trades back to the target by itself whenever the ratio is beyond 25..75 %"),
                rows.subList(rows.size() - 3, rows.size()));
        assertTrue(narrow.contains("after 30m, back again: target 49 -> 50 %"), narrow.toString());
        bench.command("set", set("threshold", "15"));
        var fires = preview(new DeskCommand.LoadPreset("calm", Map.of("target", "30"), Duration.ofMinutes(30)));
        assertTrue(
                fires.get(fires.size() - 1).startsWith("the desk then trades by itself, in about a minute"),
                fires.toString());
    }

    @Test
    void quotingAgainShowsTheTradeThatComesOfItByItself() {
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.command("set", set("target", "50"));
        bench.command("set", set("rebalance", "on"));

        var rows = preview(new DeskCommand.Resume(null));

        assertTrue(
                rows.stream().anyMatch(row -> row.startsWith("the desk then trades by itself, in about a minute")),
                rows.toString());
    }

    @Test
    void armingWithinTheBandSaysWhereItWouldTrade() {
        var rows = preview(set("rebalance", "on"));

        assertTrue(
                rows.contains(
                        "the desk then trades back to the target by itself whenever the ratio is beyond 15..45 %"),
                rows.toString());
    }

    @Test
    void aLooserHardLimitIsShownAsWhatItStandsFor() {
        assertTrue(preview(set("band.hard", "70")).contains("hard limits 0..60 -> none % of the total"));
        assertTrue(preview(set("threshold", "20")).contains("hard limits 0..60 -> 0..70 % of the total"));
    }

    @Test
    void leavingOrdersBehindNamesThem() {
        var rows = preview(new DeskCommand.Quit(true));

        assertEquals(7, rows.size());
        assertTrue(rows.get(0).startsWith("stays: "), rows.toString());
    }

    @Test
    void whatOnlyLowersRiskMovesNothingWorthARow() {
        assertEquals(List.of("nothing moves"), preview(new DeskCommand.Halt(Message.of("command.halt-typed"))));
    }

    @Test
    void withoutABookItSaysSo() {
        bench.engine = bench.engine(Parameters.defaults(), true);

        assertEquals(List.of("orders and prices are not known yet: no book"), preview(new DeskCommand.Resume(null)));
    }

    private List<String> preview(DeskCommand... commands) {
        bench.engine.step(
                new Input.FromOperator(bench.clock.instant(), "", new DeskCommand.Preview(7, List.of(commands))));
        return bench.snapshot().preview().rows().stream().map(Spoken::english).toList();
    }

    private static DeskCommand set(String key, String value) {
        return new DeskCommand.SetParameters(Map.of(key, value));
    }

    private static String row(String start, List<String> rows) {
        return rows.stream().filter(row -> row.startsWith(start)).findFirst().orElseThrow();
    }
}
