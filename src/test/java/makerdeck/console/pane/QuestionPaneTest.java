package makerdeck.console.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import makerdeck.console.SampleDesk;
import makerdeck.message.Message;
import makerdeck.snapshot.Preview;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands over the command line before the desk is left. */
class QuestionPaneTest {

    private final Screens screens = new Screens();

    @BeforeEach
    void review() {
        screens.question = new Question(4, "quit", "", SampleDesk.NOON.plusSeconds(60));
        screens.desk.preview = new Preview(
                4,
                List.of(
                        Message.count(
                                "engine.quit.review-cancels",
                                6,
                                Message.of(
                                        "engine.quit.review-more",
                                        "A1 148.46 x 2.50, B1 148.17 x 2.50, A2 148.53 x 2.50, B2 148.09 x 2.50",
                                        2)),
                        Message.of("engine.quit.review-stays", "2.1020", "SOL", "688.21", "USDC"),
                        Message.of(
                                "engine.quit.review-result",
                                "3h12m",
                                37,
                                "+12.34",
                                "USDC",
                                "+15.20",
                                "-1.06",
                                "-1.80",
                                "+0.00",
                                "+0.00")));
    }

    @ParameterizedTest
    @CsvSource({"80, 24, 16", "120, 40, 30", "40, 12, 8", "40, 8, 4", "39, 10, 6"})
    void whatIsAskedForTakesTheRoomThereIs(int columns, int rows, int shown) {
        screens.question = new Question(4, "set target 60", "yes", SampleDesk.NOON.plusSeconds(15));
        screens.desk.preview = new Preview(
                4,
                IntStream.range(0, 30).mapToObj(i -> Message.plain("row " + i)).toList());

        var painted = screens.paint(columns, rows);

        for (int i = 0; i < shown; i++) {
            assertTrue(painted.contains("row " + i), painted);
        }
    }

    @ParameterizedTest
    @CsvSource({"80, 24, true", "40, 12, true", "40, 8, true", "39, 6, false", "40, 4, false", "20, 8, false"})
    void whatIsTradedIsOnTheScreenOrTheQuestionCannotBeAnswered(int columns, int rows, boolean answerable) {
        screens.question = new Question(4, "set target 60", "yes", SampleDesk.NOON.plusSeconds(15));
        var plan = Message.of("strategy.plan.buy", "13.33", "SOL", "150.01", "2.00", "USDC", "30.0", "50.0");
        var row = Message.of("engine.preview.trades", plan);
        screens.desk.preview = Preview.trading(4, List.of(row, Message.plain("target 30 -> 60 %")), 1);

        var painted = screens.paint(columns, rows);

        assertEquals(answerable ? 4 : 0, screens.answerable, painted);
        assertEquals(!answerable, painted.contains("larger window"), painted);
        assertTrue(!answerable || painted.contains("buy 13.33 SOL @ 150.01") && painted.contains("-> 50.0 %"), painted);
    }

    @Test
    void aFrameThatIsOlderThanTheQuestionGivesNoMoreTime() {
        var asked = new Question(4, "set target 60", "yes", SampleDesk.NOON.plusSeconds(15));

        assertEquals(15, asked.secondsLeft(SampleDesk.NOON.minusMillis(80)));
        assertEquals(15, asked.secondsLeft(SampleDesk.NOON.plusMillis(80)));
        assertEquals(0, asked.secondsLeft(SampleDesk.NOON.plusSeconds(20)));
    }

    private String lastRows(int columns, int rows) {
        var all = screens.paint(columns, 24).split("\n");
        return String.join("\n", List.of(all).subList(all.length - rows, all.length)) + "\n";
    }

    @Test
    void leavingIsReviewed() {
        assertEquals("""
                 SIM quit: before you leave
                   6 orders are cancelled: A1 148.46 x 2.50, B1 148.17 x 2.50, A2 148.53 x
                     2.50, B2 148.09 x 2.50, +2 more
                   2.1020 SOL and 688.21 USDC stay as they are, nothing is sold
                   session 3h12m, 37 fills, pnl +12.34 USDC = spread captured +15.20, inventory
                     -1.06, fees -1.80, rebalance +0.00, interest +0.00
                SIM>
                 Enter leaves, Esc stays; 60 s
                """, lastRows(80, 8));
    }

    @Test
    void leavingIsReviewedInChinese() {
        screens.speech = Spoken.CHINESE;

        assertEquals("""
                 SIM quit：離開之前
                   撤掉 6 筆委託：A1 148.46 x 2.50, B1 148.17 x 2.50, A2 148.53 x 2.50, B2
                     148.09 x 2.50，還有 2 筆
                   2.1020 SOL 與 688.21 USDC 維持不變，不會賣出
                   本場次 3h12m，成交 37 筆，損益 +12.34 USDC = 賺得價差 +15.20、庫存 -1.06、手
                     續費 -1.80、再平衡 +0.00、利息 +0.00
                SIM>
                 Enter 離開，Esc 留下；60 s
                """, lastRows(80, 8));
    }

    @ParameterizedTest
    @CsvSource({"40, 12", "60, 20", "80, 24", "120, 40", "200, 50"})
    void howToStayIsThereAtEverySizeInBothLanguages(int columns, int rows) {
        for (Speech speech : List.of(Spoken.ENGLISH, Spoken.CHINESE)) {
            screens.speech = speech;
            var screen = screens.paint(columns, rows);

            assertTrue(screen.contains("Enter") && screen.contains("Esc"), screen);
            assertTrue(screen.contains("SIM quit"), screen);
        }
    }

    @Test
    void whileTheDeskWorksItOutOnlyStayingIsOffered() {
        screens.question = new Question(5, "quit", "", SampleDesk.NOON.plusSeconds(60));

        assertEquals("""
                 SIM quit: before you leave
                   the desk is working it out
                SIM>
                 Esc stays; 60 s
                """, lastRows(80, 4));
    }

    @Test
    void aDeskThatStaysSilentKeepsNobody() {
        screens.question = new Question(5, "quit", "", SampleDesk.NOON.plusMillis(57_990));

        assertTrue(lastRows(80, 1).contains("Enter"), lastRows(80, 1));
    }
}
