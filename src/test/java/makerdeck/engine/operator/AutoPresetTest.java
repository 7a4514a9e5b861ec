package makerdeck.engine.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import makerdeck.command.DeskCommand;
import makerdeck.engine.Bench;
import makerdeck.engine.input.Input;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AutoPresetTest {

    private static final Map<String, String> LOW_VOL = Map.of("target", "35", "threshold", "20");
    private static final Map<String, String> HIGH_VOL = Map.of("target", "20", "threshold", "10");

    private final Bench bench = new Bench();
    private final SplittableRandom random = new SplittableRandom(4);

    /** Long enough without a move to know that the market is calm. */
    @BeforeEach
    void calm() {
        bench.started().pass(Duration.ofSeconds(95));
    }

    /** The mid walks 0.03 % a second: about 9 % a day. */
    private void lively() {
        var mid = new BigDecimal("150");
        for (int second = 0; second < 180; second++) {
            mid = mid.add(BigDecimal.valueOf(random.nextLong(-8, 9), 2));
            var cent = new BigDecimal("0.01");
            bench.book(mid.subtract(cent).toPlainString(), mid.add(cent).toPlainString());
            bench.pass(Duration.ofSeconds(1));
        }
        assertEquals("HIGH", bench.snapshot().quoting().regime());
    }

    private void set(String key, String value) {
        bench.command("set " + key + " " + value, new DeskCommand.SetParameters(Map.of(key, value)));
        bench.pass(Duration.ofMillis(200));
    }

    /** What the file says that the desk asked for last. */
    private void answer(Map<String, String> values) {
        var name = bench.presets.read.get(bench.presets.read.size() - 1);
        bench.engine.step(new Input.PresetRead(bench.clock.instant(), name, values));
    }

    private static Message suggestion(String regime, String preset) {
        return Message.of("engine.regime.fits", Message.of("strategy.regime." + regime), preset);
    }

    /** What came of what was asked for. */
    private List<Message> outcomes() {
        return bench.events.stream()
                .map(DeskEvent::text)
                .filter(text -> text.key().startsWith("engine.regime.preset"))
                .toList();
    }

    @Test
    void saysOnceWhichPresetFitsANewRegimeAndAsksForNone() {
        lively();

        assertEquals(
                List.of(suggestion("low", "low-vol"), suggestion("high", "high-vol")),
                bench.told("engine.regime.fits"));
        assertEquals("high-vol", bench.snapshot().quoting().suggestedPreset());
        assertEquals(List.of(), bench.presets.read);
    }

    @Test
    void loadsWhatFitsAtOnceAndAgainWhenTheRegimeHasChanged() {
        set("preset.auto", "on");
        assertEquals(List.of("low-vol"), bench.presets.read);
        answer(LOW_VOL);
        assertEquals("35", bench.row("target").value());
        assertEquals("preset low-vol", bench.row("target").source().word());
        assertEquals("low-vol", bench.snapshot().preset());

        lively();
        assertEquals(2, bench.presets.read.size());
        answer(HIGH_VOL);

        assertEquals("20", bench.row("target").value());
        var outcome = outcomes().get(1);
        assertEquals(
                List.of(Message.of("strategy.regime.high"), "high-vol"),
                outcome.values().subList(0, 2));
        assertEquals(
                List.of(
                        "strategy.change[target, 35, strategy.counted[20, strategy.unit.percent]]",
                        "strategy.change[threshold, 20, strategy.counted[10, strategy.unit.points]]",
                        "strategy.change[band.hard, 30, message.plain[auto]]"),
                Keys.of(Keys.within(outcome, "strategy.change")));
    }

    @Test
    void leavesAloneWhatIsSetByHand() {
        set("target", "28");
        set("preset.auto", "on");
        answer(LOW_VOL);

        assertEquals("28", bench.row("target").value());
        assertEquals("20", bench.row("threshold").value());
        var byHand = Keys.values(outcomes().get(0), "engine.regime.preset-but").get(3);
        assertEquals("message.plain[target]", Keys.of((Message) byHand));
    }

    @Test
    void aPresetLoadedByHandEndsItAndOneUndoTakesBothBack() {
        set("preset.auto", "on");
        answer(LOW_VOL);

        bench.command("load preset calm", new DeskCommand.LoadPreset("calm", Map.of("target", "40"), null));
        assertEquals("off", bench.row("preset.auto").value());
        bench.command("undo", new DeskCommand.Undo());

        assertEquals("on", bench.row("preset.auto").value());
        assertEquals("35", bench.row("target").value());
    }

    @Test
    void waitsWhileAPresetIsLoadedForAWhile() {
        set("preset.auto", "on");
        answer(LOW_VOL);
        bench.command(
                "load preset calm for 5m",
                new DeskCommand.LoadPreset("calm", Map.of("target", "40"), Duration.ofMinutes(5)));
        lively();
        assertEquals(1, bench.presets.read.size());
        assertEquals("on", bench.row("preset.auto").value());

        bench.pass(Duration.ofMinutes(2).plusSeconds(1));
        answer(HIGH_VOL);

        assertEquals(List.of("low-vol", "high-vol"), bench.presets.read);
        assertEquals("20", bench.row("target").value());
    }

    @Test
    void whatIsTakenBackStaysBackUntilTheNextChange() {
        set("preset.auto", "on");
        answer(LOW_VOL);
        bench.command("undo", new DeskCommand.Undo());
        bench.pass(Duration.ofSeconds(10));
        assertEquals("30", bench.row("target").value());
        assertEquals(1, bench.presets.read.size());

        lively();

        assertEquals(2, bench.presets.read.size());
    }

    @Test
    void neverTakesAwayALimitOrTheFeeFloorByItself() {
        set("preset.auto", "on");
        answer(Map.of("target", "35", "fee-floor", "off"));

        assertEquals("on", bench.row("fee-floor").value());
        assertEquals("30", bench.row("target").value());
        assertTrue(Keys.says(outcomes().get(0), "engine.regime.raises-risk"));
    }

    @Test
    void neverArmsARebalanceByItself() {
        set("preset.auto", "on");
        answer(Map.of("target", "35", "threshold", "20", "rebalance", "on"));

        assertEquals("35", bench.row("target").value());
        assertEquals("off", bench.row("rebalance").value());
    }

    @Test
    void neverWidensTheHardBandByItself() {
        set("preset.auto", "on");
        answer(LOW_VOL);

        assertEquals("20", bench.row("threshold").value());
        assertEquals("30", bench.row("band.hard").value());
    }

    @Test
    void neverFiresATradeByItself() {
        set("rebalance", "on");
        set("preset.auto", "on");
        answer(Map.of("target", "10", "threshold", "10"));

        assertEquals("30", bench.row("target").value());
        assertTrue(Keys.says(outcomes().get(0), "engine.regime.raises-risk"));
        bench.pass(Duration.ofMinutes(3));
        assertEquals(0, bench.snapshot().totals().fills());
    }

    @Test
    void aFileThatCannotBeLoadedIsAnAlert() {
        set("preset.auto", "on");
        answer(Map.of("target", "350"));

        assertEquals("30", bench.row("target").value());
        var refused = Keys.values(bench.snapshot().alerts().get(0).text(), "strategy.refused.range");
        assertEquals("target", refused.get(0));
        assertEquals("text.typed[350]", Keys.of((Message) refused.get(2)));
        assertEquals("100", refused.get(3));
    }

    @Test
    void anAnswerThatComesAfterItWasSwitchedOffIsNotWanted() {
        set("preset.auto", "on");
        set("preset.auto", "off");
        answer(LOW_VOL);

        assertEquals("30", bench.row("target").value());
    }
}
