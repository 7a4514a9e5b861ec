package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import makerdeck.command.DeskCommand;
import makerdeck.command.DeskCommand.Rebalance.Mode;
import makerdeck.domain.Side;
import makerdeck.engine.input.Input;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskState;
import org.junit.jupiter.api.Test;

class RebalanceTest {

    private static DeskCommand rebalance(Mode mode) {
        return new DeskCommand.Rebalance(mode);
    }

    private static BigDecimal ratio(Bench bench) {
        return Objects.requireNonNull(bench.snapshot().inventory()).ratio();
    }

    private static DeskEvent event(Bench bench, String key) {
        return bench.events.stream()
                .filter(event -> event.kind() == Kind.INFO || event.kind() == Kind.ALERT)
                .filter(event -> Keys.says(event.text(), key))
                .findFirst()
                .orElseThrow();
    }

    /** What was bought, of how much. */
    private static List<Object> bought(DeskEvent end) {
        return Keys.values(end.text(), "engine.rebalance.traded.bid").subList(0, 2);
    }

    /** The quantity, its asset and the price of the buy that is told. */
    private static List<Object> buy(DeskEvent told) {
        return Keys.values(told.text(), "strategy.plan.buy").subList(0, 3);
    }

    @Test
    void anotherTargetEndsATradeToTheOldOne() {
        var bench = new Bench().with(Map.of("target", "50")).started();
        bench.command("rebalance now", rebalance(Mode.NOW));

        bench.command("set", new DeskCommand.SetParameters(Map.of("target", "30")));
        bench.pass(Duration.ofSeconds(8));

        assertEquals(30.0, ratio(bench).doubleValue(), 0.1);
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertFalse(bench.told("engine.rebalance.other-target").isEmpty());
        bench.assertInOrder();
    }

    @Test
    void whatHasNothingToDoWithItLetsATradeGoOn() {
        var bench = new Bench().with(Map.of("target", "50")).started();
        bench.command("rebalance now", rebalance(Mode.NOW));

        bench.command("set", new DeskCommand.SetParameters(Map.of("spread", "0.4", "rebalance", "off")));
        bench.pass(Duration.ofSeconds(8));

        assertEquals(50.0, ratio(bench).doubleValue(), 0.1);
    }

    @Test
    void rebalanceOffEndsWhatTheDeskHasBegunByItself() {
        var bench = new Bench()
                .with(Map.of("target", "50", "threshold", "10", "rebalance", "on"))
                .started();
        for (int i = 0; i < 180 && bench.snapshot().state() != DeskState.REBALANCING; i++) {
            bench.pass(Duration.ofSeconds(1));
        }
        assertEquals(DeskState.REBALANCING, bench.snapshot().state());
        var before = ratio(bench);

        bench.command("rebalance off", new DeskCommand.SetParameters(Map.of("rebalance", "off")));
        bench.pass(Duration.ofSeconds(95));

        assertEquals(before.doubleValue(), ratio(bench).doubleValue(), 0.1);
        assertFalse(bench.told("engine.rebalance.is-off").isEmpty());
    }

    @Test
    void bringsTheRatioToTheTargetWithinSecondsWhenAskedTo() {
        var bench = new Bench().with(Map.of("target", "50")).started();
        assertEquals(30.0, ratio(bench).doubleValue(), 0.1);

        var answer = bench.command("rebalance now", rebalance(Mode.NOW));
        assertEquals(List.of("13.33", "SOL", "150.01"), buy(answer));
        assertEquals(
                List.of("30.0", "50.0"),
                Keys.values(answer.text(), "strategy.plan.buy").subList(5, 7));
        assertEquals(DeskState.REBALANCING, bench.snapshot().state());
        bench.pass(Duration.ofSeconds(6));

        assertEquals(50.0, ratio(bench).doubleValue(), 0.1);
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(List.of("13.33", "13.33"), bought(event(bench, "engine.rebalance.done")));
        assertTrue(bench.snapshot().totals().rebalanceCost().signum() > 0);
        bench.pass(Duration.ofSeconds(2));
        assertEquals(6, bench.resting().size());
        bench.assertInOrder();
    }

    @Test
    void neverPaysMoreThanTheOperatorAgreedTo() {
        var bench = new Bench().with(Map.of("target", "50")).started();

        var answer = bench.command("rebalance now", rebalance(Mode.NOW));
        bench.book("151.49", "151.51");
        bench.pass(Duration.ofSeconds(20));

        assertEquals(List.of("13.33", "SOL", "150.01"), buy(answer));
        assertTrue(
                bench.snapshot().fills().stream().noneMatch(fill -> fill.tag().equals("R")));
        var outcome = bench.snapshot().alerts().stream()
                .map(Alert::text)
                .filter(text -> Keys.says(text, "engine.rebalance.none"))
                .findFirst();
        assertTrue(outcome.isPresent(), bench.snapshot().alerts().toString());
        var cost = Keys.values(outcome.get(), "engine.rebalance.cost-of");
        assertEquals("0.0000", cost.get(0));
        assertEquals(4.1, Double.parseDouble((String) cost.get(1)), 0.1);
        bench.assertInOrder();
    }

    @Test
    void tradesNoMoreThanWasShownWhenTheAnswerComesLate() {
        var bench = new Bench().with(Map.of("target", "50")).started();
        preview(bench);
        bench.command("set", new DeskCommand.SetParameters(Map.of("target", "60")));

        var answer = bench.command("rebalance now", rebalance(Mode.NOW));

        assertEquals(List.of("13.33", "SOL", "150.01"), buy(answer));
        bench.pass(Duration.ofSeconds(6));
        assertEquals("13.33", bought(event(bench, "engine.rebalance.done")).get(1));
        bench.assertInOrder();
    }

    @Test
    void asksAgainWhenTheTradeHasTurnedRoundMeanwhile() {
        var bench = new Bench().with(Map.of("target", "50")).started();
        preview(bench);
        bench.command("set", new DeskCommand.SetParameters(Map.of("target", "10")));

        var answer = bench.command("rebalance now", rebalance(Mode.NOW));

        assertTrue(Keys.says(answer.text(), "engine.rebalance.turned"), Keys.of(answer.text()));
        assertTrue(Keys.says(answer.text(), "strategy.plan.sell"), Keys.of(answer.text()));
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.pass(Duration.ofSeconds(20));
        assertTrue(Keys.says(bench.command("rebalance now", rebalance(Mode.NOW)).text(), "strategy.plan.sell"));
        assertEquals(DeskState.REBALANCING, bench.snapshot().state());
    }

    private static void preview(Bench bench) {
        bench.engine.step(new Input.FromOperator(
                bench.clock.instant(), "", new DeskCommand.Preview(1, List.of(rebalance(Mode.NOW)))));
    }

    @Test
    void restsAtTheTouchFirstAndPaysTheMakerFeeWhenThatFills() {
        var bench = new Bench().with(Map.of("target", "50")).started();

        bench.command("rebalance now", rebalance(Mode.NOW));
        bench.pass(Duration.ofMillis(200));
        assertEquals(14999, bench.prices(Side.BID).get(bench.prices(Side.BID).size() - 1));
        bench.take(Side.ASK, "149.99", "200");
        bench.book("149.99", "150.01");
        bench.pass(Duration.ofSeconds(1));

        assertTrue(bench.snapshot().fills().get(0).fill().maker());
        assertEquals("R", bench.snapshot().fills().get(0).tag());
        assertEquals(50.0, ratio(bench).doubleValue(), 0.1);
    }

    @Test
    void hasNoOwnQuoteInItsWay() {
        var bench = new Bench().with(Map.of("target", "10")).started();

        bench.command("rebalance now", rebalance(Mode.NOW));
        bench.pass(Duration.ofMillis(100));

        assertEquals(1, bench.resting(Side.ASK).size());
        assertEquals(
                "engine.rebalance.rebalancing",
                Keys.of(bench.snapshot().quoting().askReason()));
        assertEquals(3, bench.resting(Side.BID).size());
        bench.pass(Duration.ofSeconds(6));
        assertEquals(10.0, ratio(bench).doubleValue(), 0.1);
    }

    @Test
    void onlySaysWhatItWouldDoWhenDry() {
        var bench = new Bench().with(Map.of("target", "50")).started();

        var answer = bench.command("rebalance dry", rebalance(Mode.DRY));
        bench.pass(Duration.ofSeconds(10));

        assertTrue(Keys.says(answer.text(), "engine.rebalance.would"), Keys.of(answer.text()));
        assertEquals(List.of("13.33", "SOL", "150.01"), buy(answer));
        assertEquals(0, bench.snapshot().totals().fills());
    }

    @Test
    void saysThatItWasPartlyDoneWhenTheMarketIsThin() {
        var bench = new Bench().with(Map.of("target", "50")).started();

        bench.command("rebalance now", rebalance(Mode.NOW));
        bench.exchange.cancelAll(bench.others);
        bench.book("149.99", "150.01");
        bench.take(Side.BID, "150.01", "95");
        bench.pass(Duration.ofSeconds(6));

        var end = event(bench, "engine.rebalance.partly");
        assertEquals(List.of("5.00", "13.33"), bought(end));
        assertEquals(Kind.ALERT, end.kind());
        bench.pass(Duration.ofSeconds(2));
        bench.assertInOrder();
    }

    @Test
    void stopsOnRequestAndKeepsQuoting() {
        var bench = new Bench().with(Map.of("target", "50")).started();

        bench.command("rebalance now", rebalance(Mode.NOW));
        bench.pass(Duration.ofSeconds(1));
        bench.command("rebalance stop", rebalance(Mode.STOP));
        bench.pass(Duration.ofSeconds(2));

        assertTrue(Keys.says(event(bench, "engine.rebalance.none").text(), "engine.rebalance.stopped-by-you"));
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(6, bench.resting().size());
    }

    @Test
    void startsByItselfAfterThreeReadingsBeyondTheThreshold() {
        var bench = new Bench()
                .with(Map.of("target", "50", "threshold", "10", "rebalance", "on"))
                .started();

        bench.pass(Duration.ofSeconds(55));
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.pass(Duration.ofSeconds(10));
        assertEquals(DeskState.REBALANCING, bench.snapshot().state());
        bench.pass(Duration.ofSeconds(70));

        assertEquals(50.0, ratio(bench).doubleValue(), 0.1);
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
    }

    @Test
    void doesNotStartByItselfWhenItIsOff() {
        var bench = new Bench().with(Map.of("target", "50", "threshold", "10")).started();

        bench.pass(Duration.ofMinutes(5));

        assertEquals(0, bench.snapshot().totals().fills());
    }

    @Test
    void aRatioOutOfItsBandSaysWhatComesOfIt() {
        var bench = new Bench().with(Map.of("target", "20", "threshold", "5")).started();
        assertEquals("engine.rebalance.off", Keys.of(bench.snapshot().quoting().rebalance()));

        bench.command("set", new DeskCommand.SetParameters(Map.of("rebalance", "on")));
        bench.pass(Duration.ofSeconds(5));
        assertTrue(
                Keys.of(bench.snapshot().quoting().rebalance())
                        .matches("engine.rebalance.sells-in\\[(5[5-9]s|1m[0-9]s), 6\\.6[67]]"),
                Keys.of(bench.snapshot().quoting().rebalance()));

        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(1));
        assertEquals(
                "engine.rebalance.waits[engine.state-because[engine.state.paused, engine.pause.by-you]]",
                Keys.of(bench.snapshot().quoting().rebalance()));
        bench.command("set", new DeskCommand.SetParameters(Map.of("target", "30")));
        assertEquals("", Keys.of(bench.snapshot().quoting().rebalance()));
    }

    @Test
    void startsWhenTheCountdownSaysSo() {
        var bench = new Bench()
                .with(Map.of("target", "50", "threshold", "10", "rebalance", "on"))
                .started();
        var comes = Keys.values(bench.snapshot().quoting().rebalance(), "engine.rebalance.buys-in");
        assertTrue(List.of("13.32", "13.33").contains(comes.get(1)), comes.toString());
        var left = Duration.parse("PT" + comes.get(0));

        bench.pass(left.minusSeconds(1));
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.pass(Duration.ofSeconds(3));
        assertEquals(DeskState.REBALANCING, bench.snapshot().state());
    }

    @Test
    void aShippedPresetOnADeskBeyondItsBandTradesNothingUnasked() throws IOException {
        for (var file : List.of("high-vol", "mid-vol", "low-vol", "beginner", "conservative", "aggressive")) {
            var bench = new Bench().started();
            bench.hit(Side.BID);
            bench.pass(Duration.ofSeconds(3));
            assertEquals(34.5, ratio(bench).doubleValue(), 2);
            bench.command("load", new DeskCommand.LoadPreset(file, shipped(file), null));
            bench.pass(Duration.ofMinutes(3));

            assertTrue(
                    bench.snapshot().fills().stream()
                            .noneMatch(fill -> fill.tag().equals("R")),
                    file);
        }
    }

    private static Map<String, String> shipped(String name) throws IOException {
        var values = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(Path.of("presets", name + ".properties"))) {
            if (!line.startsWith("#") && !line.startsWith("note")) {
                values.put(
                        line.substring(0, line.indexOf('=')).strip(),
                        line.substring(line.indexOf('=') + 1).strip());
            }
        }
        return values;
    }

    @Test
    void endsWithTheDeskWhenItQuitsInBetween() {
        var bench = new Bench().with(Map.of("target", "50")).started();

        bench.command("rebalance now", rebalance(Mode.NOW));
        bench.pass(Duration.ofMillis(5010));
        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(3));

        assertTrue(bench.engine.outcome().orElseThrow().clean());
        assertEquals(List.of(), bench.resting());
        bench.assertInOrder();
    }

    @Test
    void isRefusedWhileTheDeskIsHalted() {
        var bench = new Bench().with(Map.of("target", "50")).started();

        bench.command("halt", new DeskCommand.Halt(Message.of("command.halt-typed")));
        var answer = bench.command("rebalance now", rebalance(Mode.NOW));
        bench.pass(Duration.ofSeconds(10));

        assertFalse(Bench.answer(answer).ok());
        assertEquals(0, bench.snapshot().totals().fills());
    }

    private static void assertDidNothingMore(Bench bench) {
        bench.pass(Duration.ofSeconds(20));
        assertTrue(
                bench.snapshot().fills().stream().noneMatch(fill -> fill.tag().equals("R")));
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.assertInOrder();
    }

    @Test
    void endsWhenTheMarketIsNotSeenAndDoesNotGoOnByItself() {
        var bench = new Bench().with(Map.of("target", "50")).started();
        bench.command("rebalance now", rebalance(Mode.NOW));
        bench.pass(Duration.ofSeconds(1));

        bench.venue.streamsDown("closed");
        bench.pass(Duration.ofSeconds(1));
        bench.venue.streamsUp();

        assertDidNothingMore(bench);
    }

    @Test
    void endsWhenTheDeskMayOnlyReduceAndDoesNotGoOnByItself() {
        var bench = new Bench().with(Map.of("target", "50")).started();
        bench.command("rebalance now", rebalance(Mode.NOW));
        bench.pass(Duration.ofSeconds(1));

        bench.engine.step(new Input.JournalReport(bench.clock.instant(), Message.plain("disk full")));
        bench.pass(Duration.ofSeconds(1));
        bench.engine.step(new Input.JournalReport(bench.clock.instant(), null));

        assertDidNothingMore(bench);
    }
}
