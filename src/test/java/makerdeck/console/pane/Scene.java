package makerdeck.console.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import makerdeck.command.Completion;
import makerdeck.console.SampleDesk;
import makerdeck.console.line.LineView;
import makerdeck.console.line.Menu;
import makerdeck.console.line.Span;
import makerdeck.console.screen.TextScreen;
import makerdeck.console.theme.Role;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Mode;
import makerdeck.snapshot.Preview;
import makerdeck.snapshot.QuotingRow;
import makerdeck.snapshot.Severity;
import makerdeck.words.Speech;

/** A desk whose engine speaks Chinese, in each state that an operator must know at a glance. */
enum Scene {
    QUOTING,
    PAUSED,
    STALE,
    HALTED,
    ALERT,
    PREVIEW,
    POPUP,
    HELP;

    Screens screens(Speech speech) {
        var screens = new Screens();
        screens.speech = speech;
        screens.desk.log = new ArrayList<>(List.of(
                SampleDesk.event(90, DeskEvent.Kind.INFO, Severity.INFO, "深度資料流已重新同步，缺口 0"),
                SampleDesk.event(
                        30,
                        DeskEvent.Kind.ALERT,
                        Severity.WARN,
                        "A2 被拒三次：這張委託會立即成交並吃單；重新報價前先等下一次中間價變動，期間不掛這一層，其他各層照常報價"),
                SampleDesk.event(
                        4,
                        DeskEvent.Kind.COMMAND,
                        Severity.INFO,
                        "set spread 0.3：spread 0.25 -> 0.3 %，3 ms 後套用，4 筆委託移動")));
        screens.desk.quoting = quoting(screens.desk.quoting, "");
        change(screens);
        return screens;
    }

    private void change(Screens screens) {
        var desk = screens.desk;
        switch (this) {
            case QUOTING -> desk.state = DeskState.QUOTING;
            case PAUSED -> without(screens, DeskState.PAUSED, "由你暫停，剩 4m", "由你暫停");
            case STALE -> {
                screens.now = SampleDesk.NOON.plusSeconds(5);
                desk.at = screens.now.minusMillis(100);
                without(screens, DeskState.PAUSED, "自動：行情資料已 5 秒未更新", "行情資料過時");
            }
            case HALTED -> {
                desk.mode = Mode.LIVE;
                without(screens, DeskState.HALTED, "場次虧損達上限 25.00 USDC，已撤掉所有委託", "已停機");
            }
            case ALERT ->
                desk.alerts = new ArrayList<>(List.of(
                        new Alert(SampleDesk.NOON, Severity.WARN, Message.plain("A2 被拒：只掛不吃的委託會立即成交"), 3),
                        new Alert(SampleDesk.NOON, Severity.CRITICAL, Message.plain("日誌庫無法寫入，只送撤單：磁碟已滿"), 1)));
            case PREVIEW -> preview(screens);
            case POPUP -> popup(screens);
            case HELP -> {
                desk.log.clear();
                screens.page = TextScreen.fixed(
                        "說明",
                        List.of(
                                "set KEY VALUE...                   更改參數，全部套用或全部不套用；+10% 是相對於現在的值",
                                "pause [bid|ask] [for LENGTH]       撤下一邊或兩邊的報價，到時間為止，或直到恢復",
                                "halt                               撤掉自己的所有委託並停機"));
            }
        }
    }

    private static QuotingRow quoting(QuotingRow before, String reason) {
        return new QuotingRow(
                before.spread(),
                before.spreadReason(),
                before.spreadGuards(),
                before.bids(),
                before.asks(),
                before.volatility(),
                before.regime(),
                before.suggestedPreset(),
                reason.isEmpty() ? null : Message.plain(reason),
                reason.isEmpty() ? null : Message.plain(reason),
                before.rebalance());
    }

    private static void without(Screens screens, DeskState state, String reason, String noQuotes) {
        screens.desk.state = state;
        screens.desk.reason = reason;
        screens.desk.orders = new ArrayList<>();
        screens.desk.quoting = quoting(screens.desk.quoting, noQuotes);
    }

    private static void preview(Screens screens) {
        screens.desk.mode = Mode.LIVE;
        screens.question = new Question(3, "set fee-floor off spread 0.1", "yes", SampleDesk.NOON.plusSeconds(12));
        screens.desk.preview = new Preview(
                3,
                Stream.of(
                                "spread 0.25 -> 0.1 %，fee-floor on -> off",
                                "每次成交賺半個價差 5 bp，扣掉手續費 8 bp：虧損 3 bp",
                                "買單：B1 148.17 -> 148.22 2.50、B2 148.09 -> 148.15 2.50、B3 147.97 -> 148.04 2.50；"
                                        + "共值 1111.03 USDC")
                        .map(Message::plain)
                        .toList());
    }

    private static void popup(Screens screens) {
        screens.line = new LineView(
                List.of(List.of(new Span(Role.INPUT, "set spread "))),
                0,
                11,
                "set spread ",
                "set KEY VALUE...   買賣報價的全寬，中間價的 %，0.001..20 %   現在 0.25 %",
                false,
                new Menu(
                        List.of(
                                new Completion("0.25", Message.plain("現在的值")),
                                new Completion("0.001", Message.plain("最小值，範圍 0.001..20 %")),
                                new Completion("20", Message.plain("最大值，範圍 0.001..20 %"))),
                        1));
    }
}
