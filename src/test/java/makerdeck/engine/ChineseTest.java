package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import makerdeck.command.DeskCommand;
import makerdeck.command.DeskCommand.Show.Subject;
import makerdeck.domain.Side;
import makerdeck.engine.input.Input;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Severity;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

/** The desk of an operator who reads Traditional Chinese. */
class ChineseTest {

    /** Three words in a row are a sentence that was left in English; fewer may be a key, a verb, a unit. */
    private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,} [a-z]{2,} [a-z]{2,}");

    private static Bench started() {
        return new Bench().started();
    }

    private static List<String> preview(Bench bench, DeskCommand... commands) {
        bench.engine.step(
                new Input.FromOperator(bench.clock.instant(), "", new DeskCommand.Preview(7, List.of(commands))));
        return bench.snapshot().previews().of(7).rows().stream()
                .map(Spoken.CHINESE::say)
                .toList();
    }

    private static DeskCommand set(String key, String value) {
        return new DeskCommand.SetParameters(Map.of(key, value));
    }

    private static List<String> show(Bench bench, Subject subject) {
        int before = bench.all(Kind.INFO).size();
        bench.command("show", new DeskCommand.Show(subject));
        return bench.all(Kind.INFO).stream()
                .skip(before)
                .map(event -> Spoken.CHINESE.say(event.text()))
                .toList();
    }

    @Test
    void aQuestionShowsChangeOrdersAndLossBeforeItIsConfirmed() {
        var bench = started();

        var rows = preview(bench, set("spread", "0.1"), set("fee-floor", "off"));

        assertEquals("spread 0.2 -> 0.1 %", rows.get(0));
        assertTrue(rows.contains("價差 0.2 -> 0.1 %（設定值）"), rows.toString());
        assertTrue(rows.contains("每筆成交得半個價差 5 bp，扣手續費 8 bp：虧損 3 bp"), rows.toString());
        assertTrue(rows.stream().anyMatch(row -> Spoken.CHINESE.say(row).startsWith("買單：B1 ")), rows.toString());
    }

    @Test
    void aSetIsAnsweredWithWhatChangedHowFastAndHowManyOrdersMove() {
        var bench = started();

        var answer = bench.command("set spread 0.6", set("spread", "0.6"));

        assertEquals("set spread 0.6：spread 0.2 -> 0.6 %，0 ms 內套用，6 筆委託移動", Spoken.CHINESE.say(answer.text()));
        assertTrue(Bench.answer(answer).ok());
        assertEquals(
                "spread 0.2 -> 0.6 %（命令）",
                Spoken.CHINESE.say(bench.last(Kind.PARAMETER).text()));
        assertEquals("command", bench.latest(DeskNews.ParameterChanged.class).source());
    }

    @Test
    void aRefusedSetSaysTheNearestLegalValue() {
        var answer = started().command("set target 200", set("target", "200"));

        assertFalse(Bench.answer(answer).ok());
        assertTrue(Spoken.CHINESE.say(answer.text()).contains("最接近的合法值是"), Spoken.CHINESE.say(answer.text()));
    }

    @Test
    void aHaltByTheOperatorIsShownOnTheStateAndOnBothSides() {
        var bench = started();

        var answer = bench.command("halt", new DeskCommand.Halt(Message.of("command.halt-typed")));
        bench.pass(Duration.ofSeconds(1));

        assertEquals("halt：已停機，撤下 6 筆委託（0 ms）", Spoken.CHINESE.say(answer.text()));
        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertEquals("你輸入了 halt", Spoken.CHINESE.say(bench.snapshot().reason()));
        assertEquals(
                "已停機：你輸入了 halt", Spoken.CHINESE.say(bench.snapshot().quoting().bidReason()));
        assertEquals("已停機（你輸入了 halt）", Spoken.CHINESE.say(bench.last(Kind.STATE).text()));
        assertEquals(DeskState.HALTED, bench.latest(DeskNews.StateChanged.class).state());
    }

    @Test
    void aLossThatHaltsIsACriticalAlert() {
        var bench = new Bench().with(Map.of("max-loss", "20")).started();

        bench.book("138.99", "139.01");
        bench.pass(Duration.ofSeconds(1));

        var alert = bench.snapshot().alerts().stream()
                .filter(each -> each.severity() == Severity.CRITICAL)
                .findFirst()
                .orElseThrow();
        assertTrue(
                Spoken.CHINESE.say(alert.text()).matches("已停機：本場次虧損 [0-9.]+，已達 max-loss 20.*"),
                Spoken.CHINESE.say(alert.text()));
        assertTrue(show(bench, Subject.ALERTS).contains("嚴重 " + Spoken.CHINESE.say(alert.text())));
    }

    @Test
    void theSameAlarmCountsUpInsteadOfComingTwice() {
        var bench = started();

        for (int i = 0; i < 3; i++) {
            bench.engine.step(new Input.JournalReport(bench.clock.instant(), Message.plain("disk full")));
        }

        assertEquals(
                List.of("日誌庫失敗：disk full x3"),
                bench.snapshot().alerts().stream()
                        .map(alert -> Spoken.CHINESE.say(alert.text()) + " x" + alert.count())
                        .toList());
    }

    @Test
    void aStateWhoseReasonOnlyCountsSecondsIsToldOnce() {
        var bench = started();

        bench.command("pause for 10s", new DeskCommand.Pause(null, Duration.ofSeconds(10)));
        bench.pass(Duration.ofSeconds(5));

        assertEquals("由你暫停，剩 5s", Spoken.CHINESE.say(bench.snapshot().quoting().askReason()));
        assertEquals(
                1,
                bench.all(Kind.STATE).stream()
                        .filter(state -> Spoken.CHINESE.say(state.text()).equals("已暫停（由你）"))
                        .count());
    }

    @Test
    void theReportOfTheSessionIsEightLinesEachWithItsOwnSubject() {
        var bench = started();
        bench.hit(Side.BID);
        bench.pass(Duration.ofSeconds(8));

        var lines = show(bench, Subject.STATS);

        assertEquals(8, lines.size(), lines.toString());
        assertTrue(Spoken.CHINESE.say(lines.get(0)).contains("成交 1 筆（買 1，賣 0），成交量 "), Spoken.CHINESE.say(lines.get(0)));
        assertTrue(
                Spoken.CHINESE.say(lines.get(1)).matches("損益 [+-][0-9.]+ USDC = 賺得價差 .*，另有轉帳 \\+0\\.0000"),
                Spoken.CHINESE.say(lines.get(1)));
        assertTrue(
                Spoken.CHINESE.say(lines.get(2)).startsWith("平均成本：已實現 +0.0000，未實現 "), Spoken.CHINESE.say(lines.get(2)));
        assertTrue(Spoken.CHINESE.say(lines.get(3)).startsWith("買進 "), Spoken.CHINESE.say(lines.get(3)));
        assertTrue(
                Spoken.CHINESE.say(lines.get(4)).startsWith("這個市場的手續費：掛單 (maker) 8.00 bp"),
                Spoken.CHINESE.say(lines.get(4)));
        assertTrue(
                Spoken.CHINESE.say(lines.get(5)).startsWith("報價率：買單 100.000 %，賣單 100.000 %，占首次報價以來的 8s"),
                Spoken.CHINESE.say(lines.get(5)));
        assertTrue(Spoken.CHINESE.say(lines.get(6)).startsWith("成交後走勢 1s 買 "), Spoken.CHINESE.say(lines.get(6)));
        assertTrue(Spoken.CHINESE.say(lines.get(7)).startsWith("與持有不動相比 "), Spoken.CHINESE.say(lines.get(7)));
    }

    @Test
    void parametersSayWhereTheyComeFrom() {
        var bench = started();
        bench.command("load preset calm", new DeskCommand.LoadPreset("calm", Map.of("target", "20"), null));

        var lines = show(bench, Subject.PARAMETERS);

        assertTrue(lines.contains("target 20 %，預設組 calm"), lines.toString());
        assertTrue(
                lines.stream().anyMatch(line -> Spoken.CHINESE.say(line).startsWith("spread 0.2 %，預設值")),
                lines.toString());
        assertEquals("預設組 calm", origin(bench, "target"));
        assertEquals("預設值", origin(bench, "spread"));
    }

    private static String origin(Bench bench, String key) {
        return Spoken.CHINESE.say(bench.snapshot().parameters().stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow()
                .source()
                .text());
    }

    /** Commands of every kind, a fill, a lost connection, an unhealthy book, the end. */
    @Test
    void nothingItSaysInABusySessionIsLeftInEnglish() {
        var bench = started();
        bench.hit(Side.ASK);
        for (var subject : Subject.values()) {
            show(bench, subject);
        }
        Stream.of(
                        new DeskCommand.Pause(Side.ASK, Duration.ofSeconds(5)),
                        new DeskCommand.Resume(null),
                        new DeskCommand.GetParameter(""),
                        set("spread", "0.5"),
                        new DeskCommand.UndoList(),
                        new DeskCommand.Undo(),
                        new DeskCommand.Undo(),
                        new DeskCommand.Redo(),
                        new DeskCommand.Cancel(null, "B1"),
                        new DeskCommand.Cancel(null, "B9"),
                        new DeskCommand.SavePreset("mine", false),
                        new DeskCommand.DiffPreset("calm", Map.of("target", "40")),
                        new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.DRY),
                        new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.NOW),
                        new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.STOP),
                        new DeskCommand.Halt(Message.plain("午休")),
                        new DeskCommand.Resume(null),
                        new DeskCommand.Acknowledge())
                .forEach(command -> {
                    preview(bench, command).forEach(ChineseTest::assertChinese);
                    bench.command("-", command);
                    bench.pass(Duration.ofSeconds(7));
                });
        bench.venue.books().deposit("USDC", "1000");
        bench.book("149.00", "220.00");
        bench.pass(Duration.ofSeconds(80));
        bench.snapshot().alerts().stream()
                .map(alert -> Spoken.CHINESE.say(alert.text()))
                .forEach(ChineseTest::assertChinese);
        preview(bench, new DeskCommand.Quit(true)).forEach(ChineseTest::assertChinese);
        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(12));

        for (var kind : Kind.values()) {
            bench.all(kind).forEach(event -> assertChinese(Spoken.CHINESE.say(event.text())));
        }
        assertEquals(1, bench.all(Kind.REPORT).size());
    }

    private static void assertChinese(String text) {
        assertFalse(ENGLISH.matcher(text).find(), text);
    }
}
