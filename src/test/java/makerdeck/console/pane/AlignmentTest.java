package makerdeck.console.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.console.tty.Widths;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Chinese characters take two columns each; nothing on the screen may stand elsewhere because of them. */
class AlignmentTest {

    private static final char WALL = Glyphs.UNICODE.wall();

    static Stream<Arguments> screens() {
        return Arrays.stream(Scene.values())
                .flatMap(scene -> Stream.of(
                        Arguments.of(scene, 40, 12),
                        Arguments.of(scene, 44, 15),
                        Arguments.of(scene, 60, 16),
                        Arguments.of(scene, 80, 24),
                        Arguments.of(scene, 81, 25),
                        Arguments.of(scene, 120, 40),
                        Arguments.of(scene, 200, 50)));
    }

    @ParameterizedTest(name = "{0} {1}x{2}")
    @MethodSource("screens")
    void everyRowIsAsWideAsTheScreenAndEveryWallStandsWhereItStandsInEnglish(Scene scene, int columns, int rows) {
        var english = rows(scene, Spoken.ENGLISH, columns, rows);
        var chinese = rows(scene, Spoken.CHINESE, columns, rows);

        assertAllAsWide(english, columns);
        assertAllAsWide(chinese, columns);
        assertEquals(walls(english), walls(chinese));
        boolean divided = columns >= 60 && scene != Scene.HELP;
        assertEquals(divided, walls(chinese).stream().anyMatch(row -> !row.isEmpty()));
    }

    @ParameterizedTest(name = "{0} {1}x{2}")
    @MethodSource("screens")
    void noWordOfTheScreenIsLeftInEnglish(Scene scene, int columns, int rows) {
        var chinese = String.join("\n", rows(scene, Spoken.CHINESE, columns, rows));

        for (var word : List.of("QUOTING", "Book", "Orders", "Fills", "Log", "fills/h", "mid ", "price", "complete")) {
            assertTrue(!chinese.contains(word), () -> word + " in\n" + chinese);
        }
    }

    @Test
    void chineseTextInAnEnglishScreenMovesNothing() {
        assertEquals("""
                 SIM  SOL_USDC  PAUSED  自動：行情資料已 5 秒未更新  md 6s STALE eng <1s
                - Book --------------------- 6s STALE -|- Orders ---------------------- 0 open -
                   price    size depth            mine | no quotes: 行情資料過時
                  148.51   32.00 =                     |
                  148.46   41.00 =                     |
                  148.41   99.00 ==                    |
                  148.36    1.20 =                     |
                  148.31  660.00 ===========           |
                - mid 148.300 ^ spr 0.02  0.013% ------|- Balances ------ <10s  in band +1.2pp -
                  148.29  177.40 ===                   | SOL 2.1020 (311.79)        USDC 688.21
                  148.25   31.05 =                     | 0%|....(===To===)....|............100%
                  148.21   88.00 =                     | now 31.2%  target 30%  trigger 15..45
                  148.17  340.00 =====                 | vol 3.4%/day MID  _.-.^^^.-....-.^^^
                  148.13  120.11 ==                    | -.10% +.09%: volatility  fills/h 3
                - Fills ------------------------------- vol 92.50 SOL  fees 1.11  37 (19 buys) -
                 11:59:51 BUY   2.50 @ 148.17  B1 maker  fee 0.002 SOL   5s +.02%   -> 31.2%
                 11:59:29 SELL  2.50 @ 148.46  A1 maker  fee 0.29 USDC   5s -.01%   -> 29.9%
                 11:58:40 BUY   1.20 @ 148.05  B2 maker  fee 0.001 SOL   5s ..      -> 31.1%
                - Log -------------------------------------------------- newest first  +1 more -
                 11:59:56 cmd  set spread 0.3：spread 0.25 -> 0.3 %，3 ms 後套用，4 筆委託移動
                 11:59:30 WARN A2 被拒三次：這張委託會立即成交並吃單；重新報價前先等下一次中間價
                               變動，期間不掛這一層，其他各層照常報價
                SIM>
                 Enter run  Tab complete  Esc clear  ? help  F2 find  F8 F8 halt  F4 ack
                """, Scene.STALE.screens(Spoken.ENGLISH).paint(80, 24));
    }

    private static List<String> rows(Scene scene, Speech speech, int columns, int rows) {
        var screens = scene.screens(speech);
        screens.glyphs = Glyphs.UNICODE;
        return screens.rows(columns, rows);
    }

    private static void assertAllAsWide(List<String> rows, int columns) {
        rows.forEach(row -> assertEquals(columns, Widths.of(row), row));
    }

    /** By row, the columns in which walls stand. */
    private static List<List<Integer>> walls(List<String> rows) {
        return rows.stream()
                .map(row -> {
                    var columns = new ArrayList<Integer>();
                    for (int at = row.indexOf(WALL); at >= 0; at = row.indexOf(WALL, at + 1)) {
                        columns.add(Widths.of(row.substring(0, at)));
                    }
                    return List.copyOf(columns);
                })
                .toList();
    }
}
