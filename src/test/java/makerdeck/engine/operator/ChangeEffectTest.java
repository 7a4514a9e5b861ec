package makerdeck.engine.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.engine.input.Input;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change without effect says, costs and leaves behind. */
class ChangeEffectTest {

    private final Bench bench = new Bench().started();

    private @Nullable Message typed(DeskCommand... commands) {
        var asked = new DeskCommand.Preview(DeskCommand.Preview.TYPED, List.of(commands));
        bench.engine.step(new Input.FromOperator(bench.clock.instant(), "typed", asked));
        return bench.snapshot().previews().typed().effect();
    }

    private static DeskCommand set(String... values) {
        return new DeskCommand.SetParameters(
                values.length == 2 ? Map.of(values[0], values[1]) : Map.of(values[0], values[1], values[2], values[3]));
    }

    private DeskEvent change(String key, String value) {
        return bench.command("set " + key + " " + value, set(key, value));
    }

    private static Message none(String key, String width) {
        return Message.of("engine.effect.none", Message.of(key, width));
    }

    @Test
    void aSpreadUnderTheFeeFloorSaysSoWhileItIsTyped() {
        assertEquals(
                "engine.effect.only-to[engine.effect.fees[0.18]]",
                Keys.part(typed(set("spread", "0.1")), "engine.effect.only-to"));

        change("spread", "0.15");

        assertEquals(none("engine.effect.fees", "0.18"), typed(set("spread", "0.1")));
    }

    @Test
    void aWiderMaximumThatDecidesNothingNamesWhatDoes() {
        change("spread.max", "0.3");
        change("spread", "0.3");
        var wider = typed(set("spread", "0.5", "spread.max", "0.5"));

        assertTrue(Keys.says(wider, "engine.effect.orders.many"), Keys.of(wider));
        change("spread.mode", "fixed");
        assertEquals(none("engine.effect.spread", "0.3"), typed(set("spread.max", "2")));
    }

    @Test
    void layersThatCannotBeReachedSaySoAndWhy() {
        var far = typed(set("layer.growth", "5", "layers", "9"));

        var layers = Keys.values(far, "engine.effect.layers");
        assertEquals(Message.of("engine.quotes.bid"), layers.get(0));
        assertEquals(9L, layers.get(2));
        assertTrue((long) layers.get(1) < 9, Keys.of(far));
        bench.command("set", set("layer.growth", "5", "layers", "9"));

        var further = typed(set("layers", "10"));

        assertTrue(Keys.says(further, "engine.effect.layers"), Keys.of(further));
    }

    @Test
    void aChangeThatMovesOrdersSaysHowManyAndWhatIsExpectedOfIt() {
        assertEquals(
                "message.comma[engine.effect.orders.many[6], engine.expected.young[0s, 15m]]",
                Keys.of(typed(set("spread", "0.6"))));
    }

    @Test
    void aPausedDeskSaysThatNothingIsQuoted() {
        bench.command("pause", new DeskCommand.Pause(null, null));

        assertTrue(Keys.says(typed(set("spread", "0.6")), "engine.effect.not-quoting"));
    }

    @Test
    void theTradeThatAPresetCausesIsSaidWhileItIsTyped() {
        var effect = typed(new DeskCommand.LoadPreset("far", Map.of("target", "60", "rebalance", "on"), null));

        assertTrue(Keys.says(effect, "engine.preview.trades"), Keys.of(effect));
    }

    @Test
    void whatNobodyKnowsIsNotSaid() {
        assertNull(typed(set("spread", bench.value("spread"))));
        assertNull(typed(set("max-loss", "5")));
    }

    @Test
    void whatIsNotLegalAnyMoreIsAnsweredAndNoDefect() {
        var typed = typed(set("spread", "5"));
        var asked = new DeskCommand.Preview(9, List.of(set("spread", "5")));
        bench.engine.step(new Input.FromOperator(bench.clock.instant(), "set spread 5", asked));

        assertEquals("strategy.spread-over-max[4, 5]", Keys.of(typed));
        assertTrue(bench.snapshot().previews().has(9));
        assertEquals(
                List.of("strategy.spread-over-max[4, 5]"),
                Keys.of(bench.snapshot().previews().of(9).rows()));
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
    }

    @Test
    void aLineThatIsTypedDoesNothingAndLeavesNothing() {
        var before = bench.resting();
        int told = bench.events.size();

        typed(set("spread", "2"));
        bench.pass(Duration.ofSeconds(1));

        assertEquals(before, bench.resting());
        assertEquals(told, bench.events.size());
        assertEquals("0.2", bench.value("spread"));
    }

    @Test
    void aChangeWithoutEffectSaysWhyAndCostsNoStepBack() {
        change("spread", "0.15");

        var answer = change("spread", "0.12");
        change("spread", "0.11");

        assertEquals(List.of(none("engine.effect.fees", "0.18")), Keys.within(answer.text(), "engine.effect.none"));
        assertEquals("0.11", bench.value("spread"));
        bench.command("undo", new DeskCommand.Undo());
        assertEquals("0.2", bench.value("spread"));
        bench.command("redo", new DeskCommand.Redo());
        assertEquals("0.11", bench.value("spread"));
    }

    @Test
    void theFirstChangeOfAllCanBeTakenBackEvenWithoutEffect() {
        var narrow = new Bench().with(Map.of("spread", "0.1")).started();
        narrow.command("set", set("spread", "0.12"));

        narrow.command("undo", new DeskCommand.Undo());

        assertEquals(Map.of(), narrow.snapshot().undoState().undo());
        assertEquals(Map.of("spread", "0.12"), narrow.snapshot().undoState().redo());
    }

    @Test
    void anotherNameForTheSameValuesCostsNoStepBack() {
        change("target", "25");
        bench.command("load", new DeskCommand.LoadPreset("same", Map.of("target", "25"), null));
        assertEquals("same", bench.snapshot().preset());

        bench.command("undo", new DeskCommand.Undo());

        assertEquals("30", bench.value("target"));
    }

    static Stream<Arguments> withoutChange() {
        var nothing = List.<DeskCommand>of();
        var paused = List.<DeskCommand>of(new DeskCommand.Pause(null, null));
        return Stream.of(
                Arguments.of(nothing, set("spread", "0.2")),
                Arguments.of(nothing, set("rebalance", "off")),
                Arguments.of(nothing, new DeskCommand.Undo()),
                Arguments.of(nothing, new DeskCommand.UndoList()),
                Arguments.of(nothing, new DeskCommand.Redo()),
                Arguments.of(nothing, new DeskCommand.Resume(null)),
                Arguments.of(nothing, new DeskCommand.Resume(Side.BID)),
                Arguments.of(nothing, new DeskCommand.Cancel(null, "B9")),
                Arguments.of(nothing, new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.STOP)),
                Arguments.of(nothing, new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.NOW)),
                Arguments.of(nothing, new DeskCommand.Acknowledge()),
                Arguments.of(nothing, new DeskCommand.LeaveOutRows()),
                Arguments.of(nothing, new DeskCommand.SavePreset("mine", false)),
                Arguments.of(nothing, new DeskCommand.DiffPreset("same", Map.of("spread", "0.2"))),
                Arguments.of(nothing, new DeskCommand.Show(DeskCommand.Show.Subject.ORDERS)),
                Arguments.of(paused, new DeskCommand.Pause(null, null)),
                Arguments.of(paused, new DeskCommand.Pause(Side.ASK, null)),
                Arguments.of(paused, new DeskCommand.Cancel(null, null)),
                Arguments.of(
                        List.of(new DeskCommand.LoadPreset("same", Map.of("spread", "0.2"), null)),
                        new DeskCommand.LoadPreset("same", Map.of("spread", "0.2"), null)),
                Arguments.of(
                        List.of(new DeskCommand.Halt(Message.plain("test"))),
                        new DeskCommand.Halt(Message.plain("test"))));
    }

    @ParameterizedTest
    @MethodSource("withoutChange")
    void aCommandThatChangesNothingIsAnsweredAndLeavesNoRow(List<DeskCommand> before, DeskCommand command) {
        before.forEach(each -> bench.command("before", each));
        bench.pass(Duration.ofSeconds(2));
        var rows = rows();

        var answer = bench.command("nothing", command);

        assertTrue(answer.isPassing(), answer.toString());
        assertEquals(rows, rows());
        assertTrue(bench.snapshot().log().contains(answer), "the answer is read somewhere");
        bench.command("pause", new DeskCommand.Pause(null, Duration.ofMinutes(1)));
        assertFalse(bench.snapshot().log().contains(answer));
    }

    /** Of commands, as a log keeps them. */
    private List<DeskEvent> rows() {
        return bench.snapshot().log().stream()
                .filter(event -> event.kind() == Kind.COMMAND && !event.isPassing())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("withChange")
    void aCommandThatChangesSomethingKeepsItsRow(DeskCommand command) {
        var answer = bench.command("something", command);

        assertFalse(answer.isPassing());
        assertTrue(rows().contains(answer));
    }

    static Stream<DeskCommand> withChange() {
        return Stream.of(
                set("spread", "0.3"),
                set("spread", "99"),
                new DeskCommand.GetParameter("spread"),
                new DeskCommand.Pause(null, null),
                new DeskCommand.Pause(null, Duration.ofMinutes(1)),
                new DeskCommand.Cancel(null, "B1"),
                new DeskCommand.Cancel(Side.BID, null),
                new DeskCommand.LoadPreset("same", Map.of("spread", "0.2"), null),
                new DeskCommand.LoadPreset("same", Map.of("spread", "0.2"), Duration.ofMinutes(1)),
                new DeskCommand.Halt(Message.plain("test")));
    }
}
