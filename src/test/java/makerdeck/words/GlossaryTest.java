package makerdeck.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One word for one thing: how the terms of the trade are called in Chinese, everywhere. */
class GlossaryTest {

    private static final Path BUNDLES = Path.of("src/main/resources/makerdeck/words");
    private static final String CHINESE = "_zh_TW";

    /** A maker, which is what resting orders make of us; an order is something else. */
    private static final String MAKER = "掛單";

    /**
     * A term.
     *
     * @param english as a word of the English texts
     * @param chinese what it is called
     * @param never what else it might be called, and is not
     */
    private record Term(String english, String chinese, List<String> never) {}

    static Stream<Term> terms() {
        return Stream.of(
                new Term("orders?", "委託", List.of("訂單", "掛單量")),
                new Term("maker", MAKER, List.of("挂单", "做單")),
                new Term("taker", "吃單", List.of("市價方")),
                new Term("quotes?", "報價", List.of("牌價")),
                new Term("fills?", "成交", List.of("撮合成功")),
                new Term("streams?", "資料流", List.of("串流", "数据流")),
                new Term("guardian", "守護程式", List.of("守護程序", "監護程式", "看門狗")),
                new Term("presets?", "預設組", List.of("預設集", "設定組", "預置")),
                new Term("alerts?", "警示", List.of("警報", "告警")),
                new Term("inventory", "庫存", List.of("存貨")),
                new Term("rebalance", "再平衡", List.of("重新平衡", "再均衡")),
                new Term("halts?|halted", "停機", List.of("停止運作")),
                new Term("venue|exchange", "交易所", List.of("交易場所", "平台")),
                new Term("desk", "交易台", List.of("交易桌", "交易臺")),
                new Term("book", "委託簿", List.of("訂單簿", "掛單簿")),
                new Term("mid", "中間價", List.of("中價", "中位價")),
                new Term("spread", "價差", List.of("點差")),
                new Term("journal", "日誌庫", List.of("日記帳")),
                new Term("log", "記錄", List.of("日誌檔", "日志")),
                new Term("fees?", "手續費", List.of("佣金", "费")),
                new Term("pnl|profit", "損益", List.of("盈虧", "利潤")),
                new Term("themes?", "配色", List.of("佈景主題")),
                new Term("balances?", "餘額", List.of("結餘")),
                new Term("lent", "借出", List.of("出借")),
                new Term("interest", "利息", List.of("孳息")));
    }

    private static TreeMap<String, String> texts(boolean chinese) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.list(BUNDLES)) {
            for (var file : files.filter(one -> one.toString().contains(CHINESE) == chinese)
                    .toList()) {
                var properties = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                var bundle =
                        file.getFileName().toString().replace(".properties", "").replace(CHINESE, "");
                properties.forEach((key, text) -> texts.put(bundle + "." + key, text.toString()));
            }
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("terms")
    void aTermIsCalledByItsOneName(Term term) throws IOException {
        var english = texts(false);
        var word = Pattern.compile("(?i)\\b(" + term.english() + ")\\b");
        var wrong = new TreeSet<String>();
        int right = 0;
        for (var text : texts(true).entrySet()) {
            if (term.never().stream().anyMatch(text.getValue()::contains)) {
                wrong.add(text.getKey() + ": " + text.getValue());
            }
            if (text.getValue().contains(term.chinese())
                    && word.matcher(english.getOrDefault(text.getKey(), "")).find()) {
                right++;
            }
        }

        assertEquals(new TreeSet<>(), wrong);
        assertTrue(right > 0, term + " is nowhere");
    }

    @Test
    void whatRestsIsAnOrderAndOnlyWhoMakesIsAMaker() throws IOException {
        var english = texts(false);
        var doubtful = new TreeSet<String>();
        texts(true).forEach((key, text) -> {
            var said = english.getOrDefault(key, "").toLowerCase(Locale.ROOT);
            if (text.contains(MAKER) && !said.contains("maker") && !text.contains(MAKER + " (maker)")) {
                doubtful.add(key + ": " + text);
            }
        });

        assertEquals(new TreeSet<>(), doubtful);
    }
}
