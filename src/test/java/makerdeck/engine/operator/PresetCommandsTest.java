package makerdeck.engine.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import makerdeck.command.DeskCommand;
import makerdeck.engine.Bench;
import makerdeck.engine.RecordedPresets;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskNews;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PresetCommandsTest {

    private final Bench bench = new Bench().started();

    private DeskEvent set(String key, String value) {
        return bench.command("set " + key + " " + value, new DeskCommand.SetParameters(Map.of(key, value)));
    }

    private DeskEvent load(String name, Map<String, String> values, @Nullable Duration length) {
        return bench.command("load preset " + name, new DeskCommand.LoadPreset(name, values, length));
    }

    private DeskEvent save() {
        return bench.command("save preset mine", new DeskCommand.SavePreset("mine", false));
    }

    private static boolean isOk(DeskEvent answer) {
        return Bench.answer(answer).ok();
    }

    private static @Nullable String result(DeskEvent answer) {
        return Keys.of(Bench.answer(answer).result());
    }

    /** @param after with the name of its unit */
    private static String change(String key, String before, String after) {
        var unit = after.split(" ");
        return "strategy.change[" + key + ", " + before + ", strategy.counted[" + unit[0] + ", strategy.unit." + unit[1]
                + "]]";
    }

    @Test
    void savesOnlyWhatDiffersFromTheDefaults() {
        set("spread", "0.3");
        set("layers", "5");
        set("layers", "3");
        set("preset.auto", "on");

        var answer = save();

        assertEquals("engine.preset.saves.one[1]", result(answer));
        assertEquals(
                List.of(new RecordedPresets.Written("mine", Map.of("spread", "0.3"), false)), bench.presets.written);
    }

    @Test
    void thatAPresetIsWrittenIsMentionedToPeopleAlone() {
        set("spread", "0.3");

        save();

        var told = bench.last(Kind.INFO);
        assertEquals(new DeskNews.Noted(), told.news());
        assertEquals(List.of("mine", Message.plain("spread 0.3")), Keys.values(told.text(), "engine.preset.writing"));
    }

    @Test
    void hasNothingToSaveWhenNothingDiffers() {
        var answer = save();

        assertFalse(isOk(answer));
        assertEquals(List.of(), bench.presets.written);
    }

    @Test
    void tellsWhatAPresetWouldChangeAndChangesNothing() {
        var values = Map.of("target", "20", "threshold", "15");
        var answer = bench.command("diff preset high-vol", new DeskCommand.DiffPreset("high-vol", values));

        assertEquals("engine.preset.differences.one[1]", result(answer));
        assertEquals(
                change("target", "30", "20 percent"),
                Keys.of(bench.last(Kind.INFO).text()));
        assertEquals("30", bench.value("target"));
        var same = bench.command("diff preset x", new DeskCommand.DiffPreset("x", Map.of("target", "30")));
        assertEquals("engine.set.no-differences", result(same));
        assertFalse(isOk(bench.command("diff preset x", new DeskCommand.DiffPreset("x", Map.of("target", "101")))));
    }

    @Test
    void listsWhatCanBeTakenBackTheLastChangeFirst() {
        assertEquals("engine.undo.nothing", result(bench.command("undo list", new DeskCommand.UndoList())));
        set("spread", "0.3");
        bench.pass(Duration.ofSeconds(10));
        load("high-vol", Map.of("target", "20", "threshold", "10"), null);

        var answer = bench.command("undo list", new DeskCommand.UndoList());

        assertEquals("engine.undo.steps.many[2]", result(answer));
        var lines = bench.all(Kind.INFO).stream().map(DeskEvent::text).toList();
        assertEquals(
                List.of(
                        "engine.undo.step[1, message.comma[" + change("target", "30", "20 percent") + ", "
                                + change("threshold", "15", "10 points") + "], snapshot.source.preset[high-vol], 0s]",
                        "engine.undo.step[2, " + change("spread", "0.2", "0.3 percent")
                                + ", snapshot.source.command, 10s]"),
                Keys.of(lines.subList(lines.size() - 2, lines.size())));
        assertEquals("20", bench.value("target"));
        bench.command("undo", new DeskCommand.Undo());
        bench.command("undo list", new DeskCommand.UndoList());
        assertEquals(
                "engine.undo.step[1, " + change("spread", "0.2", "0.3 percent") + ", snapshot.source.command, 10s]",
                Keys.of(bench.last(Kind.INFO).text()));
    }

    @Test
    void aPresetForAWhileGivesBackValuesAndWhereTheyCameFrom() {
        set("target", "40");
        load("calm", Map.of("spread", "0.3"), null);

        load("high-vol", Map.of("target", "20", "threshold", "10"), Duration.ofMinutes(1));
        assertEquals("high-vol", bench.snapshot().preset());
        bench.pass(Duration.ofSeconds(61));

        assertEquals("40", bench.value("target"));
        assertEquals("command", bench.row("target").source().word());
        assertEquals("15", bench.value("threshold"));
        assertEquals("default", bench.row("threshold").source().word());
        assertEquals("calm", bench.snapshot().preset());
        var over = Keys.values(bench.last(Kind.INFO).text(), "engine.preset.over");
        assertEquals("high-vol", over.get(0));
        assertEquals(change("target", "20", "40 percent"), Keys.part((Message) over.get(1), "strategy.change"));
    }

    @Test
    void whatIsChangedByHandMeanwhileStays() {
        load("high-vol", Map.of("target", "20", "threshold", "10"), Duration.ofMinutes(1));
        set("target", "25");
        bench.pass(Duration.ofSeconds(61));

        assertEquals("25", bench.value("target"));
        assertEquals("15", bench.value("threshold"));
    }

    @Test
    void anUndoEndsItToo() {
        load("high-vol", Map.of("target", "20"), Duration.ofMinutes(1));
        bench.command("undo", new DeskCommand.Undo());
        set("target", "35");
        bench.pass(Duration.ofSeconds(61));

        assertEquals("35", bench.value("target"));
    }

    @Test
    void oneForAWhileOnTopOfAnotherGivesBackWhatWasBeforeBoth() {
        load("high-vol", Map.of("target", "20", "threshold", "10"), Duration.ofMinutes(1));
        bench.pass(Duration.ofSeconds(30));
        load("calm", Map.of("target", "40", "spread", "0.3"), Duration.ofMinutes(1));
        bench.pass(Duration.ofSeconds(40));
        assertEquals("40", bench.value("target"));
        assertEquals("10", bench.value("threshold"));

        bench.pass(Duration.ofSeconds(21));

        assertEquals("30", bench.value("target"));
        assertEquals("15", bench.value("threshold"));
        assertEquals("0.2", bench.value("spread"));
        assertEquals("", bench.snapshot().preset());
    }

    @Test
    void loadedAgainWithoutATimeItStays() {
        var values = Map.of("target", "20", "threshold", "10");
        load("high-vol", values, Duration.ofMinutes(1));
        load("high-vol", values, null);
        bench.pass(Duration.ofSeconds(61));

        assertEquals("20", bench.value("target"));
        assertEquals("high-vol", bench.snapshot().preset());
    }

    @Test
    void anotherForGoodKeepsWhatItNamesAndTheRestIsGivenBack() {
        load("high-vol", Map.of("target", "20", "threshold", "10"), Duration.ofMinutes(1));
        load("calm", Map.of("target", "40"), null);
        bench.pass(Duration.ofSeconds(61));

        assertEquals("40", bench.value("target"));
        assertEquals("15", bench.value("threshold"));
        assertEquals("calm", bench.snapshot().preset());
    }

    @Test
    void whatCannotBeGivenBackIsAnAlert() {
        set("spread", "3");
        load("wide", Map.of("spread", "1"), Duration.ofMinutes(1));
        set("spread.max", "2");
        bench.pass(Duration.ofSeconds(61));

        assertEquals("1", bench.value("spread"));
        var over = Keys.values(bench.last(Kind.ALERT).text(), "engine.preset.over");
        assertEquals(List.of("wide", Message.of("strategy.spread-over-max", "2", "3")), over);
    }

    @Test
    void whatTheOperatorAgreedToIsGivenBackWithItsTrade() {
        set("rebalance", "on");
        set("target", "50");
        load("high-vol", Map.of("target", "30", "threshold", "15"), Duration.ofMinutes(1));
        bench.pass(Duration.ofSeconds(61));

        assertEquals("50", bench.value("target"));
        assertEquals("on", bench.value("rebalance"));
        assertEquals("command", bench.row("rebalance").source().word());
    }

    @Test
    void aTradeThatNobodyWasAskedAboutDoesNotComeOfGivingBack() {
        set("target", "50");
        load("high-vol", Map.of("target", "30", "threshold", "10"), Duration.ofMinutes(1));
        set("rebalance", "on");
        bench.pass(Duration.ofSeconds(61));

        assertEquals("50", bench.value("target"));
        assertEquals("off", bench.value("rebalance"));
        assertTrue(
                Keys.says(bench.last(Kind.ALERT).text(), "engine.preset.over-disarmed"),
                Keys.of(bench.last(Kind.ALERT).text()));
        bench.pass(Duration.ofMinutes(3));
        assertEquals(0, bench.snapshot().totals().fills());
    }

    @Test
    void armedMeanwhileItStaysArmedWhereGivingBackTradesNothing() {
        set("target", "35");
        load("high-vol", Map.of("target", "30", "threshold", "10"), Duration.ofMinutes(1));
        set("rebalance", "on");
        bench.pass(Duration.ofSeconds(61));

        assertEquals("35", bench.value("target"));
        assertEquals("on", bench.value("rebalance"));
    }

    @Test
    void whatWillBeGivenBackIsKnownUntilItIs() {
        set("target", "40");
        load("high-vol", Map.of("target", "20", "threshold", "10"), Duration.ofMinutes(1));
        assertEquals(
                Map.of("target", "40", "threshold", "15"),
                bench.snapshot().undoState().lent());
        set("target", "25");
        assertEquals(Map.of("threshold", "15"), bench.snapshot().undoState().lent());

        bench.pass(Duration.ofSeconds(61));

        assertEquals(Map.of(), bench.snapshot().undoState().lent());
    }
}
