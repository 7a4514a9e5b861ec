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
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.ParameterRow;
import makerdeck.words.Spoken;
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

    private ParameterRow row(String key) {
        return bench.snapshot().parameters().stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<String> lines(String start) {
        return bench.events.stream()
                .filter(line -> line.kind() == Kind.INFO || line.kind() == Kind.ALERT)
                .map(event -> Spoken.english(event.text()))
                .filter(text -> text.startsWith(start))
                .toList();
    }

    /** What came of what was asked for. */
    private List<String> outcomes() {
        return lines("preset.auto: ").stream()
                .filter(text -> !text.contains("looking up"))
                .toList();
    }

    @Test
    void saysOnceWhichPresetFitsANewRegimeAndAsksForNone() {
        lively();

        assertEquals(List.of("regime LOW: preset low-vol fits", "regime HIGH: preset high-vol fits"), lines("regime "));
        assertEquals("high-vol", bench.snapshot().quoting().suggestedPreset());
        assertEquals(List.of(), bench.presets.read);
    }

    @Test
    void loadsWhatFitsAtOnceAndAgainWhenTheRegimeHasChanged() {
        set("preset.auto", "on");
        assertEquals(List.of("low-vol"), bench.presets.read);
        answer(LOW_VOL);
        assertEquals("35", row("target").value());
        assertEquals("preset low-vol", row("target").source().word());
        assertEquals("low-vol", bench.snapshot().preset());

        lively();
        assertEquals(2, bench.presets.read.size());
        answer(HIGH_VOL);

        assertEquals("20", row("target").value());
        var line = outcomes().get(1);
        assertTrue(line.startsWith("preset.auto: regime HIGH, preset high-vol: target 35 -> 20 %"), line);
        assertTrue(line.contains("threshold 20 -> 10 points"), line);
    }

    @Test
    void leavesAloneWhatIsSetByHand() {
        set("target", "28");
        set("preset.auto", "on");
        answer(LOW_VOL);

        assertEquals("28", row("target").value());
        assertEquals("20", row("threshold").value());
        assertTrue(outcomes().get(0).endsWith("left alone, set by hand: target"));
    }

    @Test
    void aPresetLoadedByHandEndsItAndOneUndoTakesBothBack() {
        set("preset.auto", "on");
        answer(LOW_VOL);

        bench.command("load preset calm", new DeskCommand.LoadPreset("calm", Map.of("target", "40"), null));
        assertEquals("off", row("preset.auto").value());
        bench.command("undo", new DeskCommand.Undo());

        assertEquals("on", row("preset.auto").value());
        assertEquals("35", row("target").value());
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
        assertEquals("on", row("preset.auto").value());

        bench.pass(Duration.ofMinutes(2).plusSeconds(1));
        answer(HIGH_VOL);

        assertEquals(List.of("low-vol", "high-vol"), bench.presets.read);
        assertEquals("20", row("target").value());
    }

    @Test
    void whatIsTakenBackStaysBackUntilTheNextChange() {
        set("preset.auto", "on");
        answer(LOW_VOL);
        bench.command("undo", new DeskCommand.Undo());
        bench.pass(Duration.ofSeconds(10));
        assertEquals("30", row("target").value());
        assertEquals(1, bench.presets.read.size());

        lively();

        assertEquals(2, bench.presets.read.size());
    }

    @Test
    void neverTakesAwayALimitOrTheFeeFloorByItself() {
        set("preset.auto", "on");
        answer(Map.of("target", "35", "fee-floor", "off"));

        assertEquals("on", row("fee-floor").value());
        assertEquals("30", row("target").value());
        assertTrue(outcomes().get(0).contains("it would loosen a limit"));
    }

    @Test
    void neverArmsARebalanceByItself() {
        set("preset.auto", "on");
        answer(Map.of("target", "35", "threshold", "20", "rebalance", "on"));

        assertEquals("35", row("target").value());
        assertEquals("off", row("rebalance").value());
    }

    @Test
    void neverWidensTheHardBandByItself() {
        set("preset.auto", "on");
        answer(LOW_VOL);

        assertEquals("20", row("threshold").value());
        assertEquals("30", row("band.hard").value());
    }

    @Test
    void neverFiresATradeByItself() {
        set("rebalance", "on");
        set("preset.auto", "on");
        answer(Map.of("target", "10", "threshold", "10"));

        assertEquals("30", row("target").value());
        assertTrue(outcomes().get(0).contains("trade at once"));
        bench.pass(Duration.ofMinutes(3));
        assertEquals(0, bench.snapshot().totals().fills());
    }

    @Test
    void aFileThatCannotBeLoadedIsAnAlert() {
        set("preset.auto", "on");
        answer(Map.of("target", "350"));

        assertEquals("30", row("target").value());
        assertTrue(
                Spoken.english(bench.snapshot().alerts().get(0).text()).contains("target must be 0..100 %, was 350"));
    }

    @Test
    void anAnswerThatComesAfterItWasSwitchedOffIsNotWanted() {
        set("preset.auto", "on");
        set("preset.auto", "off");
        answer(LOW_VOL);

        assertEquals("30", row("target").value());
    }
}
