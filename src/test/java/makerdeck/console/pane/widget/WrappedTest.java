package makerdeck.console.pane.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import makerdeck.console.tty.Widths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappedTest {

    private static final String CHINESE = "A2 被拒三次：這張委託會立即成交並吃單（taker），重新報價前先等下一次「中間價」變動。";

    @Test
    void breaksAtBlanks() {
        assertEquals(List.of("order would match", "immediately"), Wrapped.rows("order would match immediately", 17));
    }

    @Test
    void breaksBetweenChineseCharacters() {
        assertEquals(List.of("撤掉自己的所", "有委託並停機"), Wrapped.rows("撤掉自己的所有委託並停機", 13));
    }

    @Test
    void noRowBeginsWithWhatClosesOrEndsWithWhatOpens() {
        assertEquals(List.of("已暫", "停，由", "你"), Wrapped.rows("已暫停，由你", 6));
        assertEquals(List.of("價差", "（全", "寬）"), Wrapped.rows("價差（全寬）", 6));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 9, 12, 20, 33, 79})
    void nothingIsLostAndNoRowIsTooWide(int width) {
        var rows = Wrapped.rows(CHINESE, width);

        assertTrue(rows.stream().allMatch(row -> Widths.of(row) <= width), rows::toString);
        assertEquals(CHINESE.replace(" ", ""), String.join("", rows).replace(" ", ""));
    }

    @Test
    void charactersOfTwoHalvesStayWhole() {
        var rows = Wrapped.rows("𠀀𠀁𠀂𠀃", 5);

        assertEquals(List.of("𠀀𠀁", "𠀂𠀃"), rows);
    }

    @Test
    void theSecondColumnOfATableStaysInItsColumnOrGoesBelow() {
        assertEquals(List.of("halt   撤掉所有委", "       託"), Wrapped.table("halt   撤掉所有委託", 17));
        assertEquals(List.of("pause [bid|ask]", "  撤下報價"), Wrapped.table("pause [bid|ask]   撤下報價", 17));
    }
}
