package makerdeck.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line to an operator who reads Traditional Chinese: he types the same, and is answered in his language. */
class ChineseTest {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    /** Two English words in a row: no name of ours is that. */
    private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,} [a-z]{2,}");

    private final CommandLanguage language = new CommandLanguage(new FixedCompletionContext());

    private static void assertChinese(String text) {
        assertTrue(HAN.matcher(text).find() && !text.contains("command."), text);
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void everyVerbIsExplained(Verb verb) {
        assertChinese(Spoken.CHINESE.say(verb.help()));
        assertTrue(Told.lines(language, verb.word(), Spoken.CHINESE).contains("  " + Spoken.CHINESE.say(verb.help())));
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void everyParameterIsExplained(Parameter parameter) {
        var lines = String.join("\n", Told.lines(language, parameter.key(), Spoken.CHINESE));

        assertTrue(lines.contains(Spoken.CHINESE.say(parameter.help())), lines);
        assertTrue(lines.contains("預設值 " + parameter.initial() + "   目前 "), lines);
    }

    @Test
    void everyWordOnOfferIsExplained() {
        for (var verb : Verb.all()) {
            for (var line : List.of(verb.word() + " ", verb.word() + " preset ")) {
                language.complete(line, line.length()).stream()
                        .filter(one -> !one.value().equals("ws-silence"))
                        .forEach(one -> assertExplained(verb, one));
            }
        }
    }

    /** Presets are explained by what they change, orders by price and quantity: keys and figures. */
    private static void assertExplained(Verb verb, Completion one) {
        var explained = Spoken.CHINESE.say(one.description());
        assertTrue(
                HAN.matcher(explained).find() || explained.contains(" -> ") || explained.contains(" x "),
                () -> verb.word() + " " + one.value() + ": " + explained);
    }

    @Test
    void theOverviewKeepsItsSecondColumnWhereChineseSignsTakeTwo() {
        var lines = Told.lines(language, "", Spoken.CHINESE);

        assertTrue(
                lines.contains("get [參數]" + " ".repeat(25) + Spoken.CHINESE.say(Verb.GET.help())),
                () -> String.join("\n", lines));
        assertTrue(
                lines.contains("halt" + " ".repeat(31) + Spoken.CHINESE.say(Verb.HALT.help())),
                () -> String.join("\n", lines));
        assertEquals("參數：" + String.join(", ", Parameter.keys()), lines.get(lines.size() - 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "sprad 1 ! 不明的命令 sprad：是不是要 set spread 1？",
                "rebalance nov ! 不明的方式 nov：是不是要 now？（現有 now, dry, stop, on, off）",
                "re ! re 可能是 resume, rebalance, redo, record：請再多打幾個字",
                "load high-vol ! 這裡應該是 preset，輸入的是 high-vol：是不是要 load preset high-vol？",
                "pause for 10 ! 10 少了單位：10s、10m、10h 或 10d",
                "q ! q 還不夠：請完整輸入 quit",
                "set spread 25 ! spread 必須是 0.001..20 %，輸入的是 25；最接近的合法值是 20",
                "set spread 0.3 max-orders 1 layers 2 ! layers 只能給一次，卻給了兩次",
                "halt now ! 多了一個字 now，格式：halt",
                "pause fro 10m ! 這裡應該是 bid, ask 或 for，輸入的是 fro：是不是要 for？",
                "pause for ten ! 時間長度必須是正數，例如 90s、10m、2h、1d，輸入的是 ten",
                "load preset foo ! 不明的預設組 foo（現有 broken, high-vol, lost, reckless, wider）",
                "load preset broken ! 預設組 broken：spread 必須是 0.001..20 %，輸入的是 99；最接近的合法值是 20",
                "fps 31 ! fps 必須是 1..30 的整數，輸入的是 31；最接近的合法值是 30",
                "venue market ten ! 不明的模擬行情 ten（現有 calm, wild）",
                "venue calm now ! 這裡 venue calm 後面不能再接別的",
                "pause for ! 還沒打完，接下來是 時間長度：90s、10m、2h、1d   格式：pause [bid|ask] [for 時間]",
                "cancel ! 還沒打完，接下來是 委託：all, bid, ask, B1, A2   格式：cancel all|bid|ask|標籤"
            })
    void aMistakeIsAWholeChineseSentence(String line, String message) {
        assertEquals(
                message,
                Spoken.CHINESE.say(assertInstanceOf(Parsed.Mistake.class, language.parse(line), line)
                        .message()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "zoom nowhere",
                "theme pink",
                "show nothing",
                "layout square",
                "freeze on",
                "mouse maybe",
                "quit now",
                "undo everything",
                "save preset high-vol",
                "save preset ../etc",
                "save preset mine now",
                "venue fault ws-silence ten",
                "venue market wild 10s",
                "help nothing",
                "rebalance perhaps",
                "set",
                "set spread",
                "save preset",
                "venue"
            })
    void noMistakeIsAnsweredInEnglish(String line) {
        var message = Spoken.CHINESE.say(assertInstanceOf(Parsed.Mistake.class, language.parse(line), line)
                .message());

        assertChinese(message);
        assertTrue(
                !ENGLISH.matcher(message.replace(line, "").replace("save preset", ""))
                        .find(),
                message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "set spread ! set 參數 值...   買賣價差的全寬，以中間價的 % 計，0.001..20 %   目前 0.25 %",
                "set spread 0.25 ! 沒有改變",
                "set target 10 ! target 30 -> 10 %   target 10 <= threshold 15：再平衡永遠不會買進",
                "halt ! 撤掉所有自己的委託並停機"
            })
    void theHintIsChineseAroundWhatWasTyped(String line, String hint) {
        assertEquals(hint, Spoken.CHINESE.say(language.hint(line).orElse(null)));
    }

    @Test
    void anUnknownTopicSuggestsTheNearest() {
        assertEquals(List.of("沒有 thresold 的說明：是不是要 threshold？"), Told.lines(language, "thresold", Spoken.CHINESE));
    }

    @ParameterizedTest
    @EnumSource(PaneName.class)
    void everyPaneHasATitleAndKeepsItsWord(PaneName pane) {
        assertChinese(Spoken.CHINESE.say(pane.title()));
        assertTrue(pane.word().matches("[a-z]+"));
    }

    @Test
    void theReasonOfAHaltIsSaidWhenItIsTyped() {
        assertEquals(
                new Parsed.Commands(List.of(new DeskCommand.Halt(Message.of("command.halt-typed"))), Risk.LOWERS),
                language.parse("halt"));
    }
}
