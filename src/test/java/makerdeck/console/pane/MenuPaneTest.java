package makerdeck.console.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import makerdeck.command.CommandLanguage;
import makerdeck.console.FixedContext;
import makerdeck.console.line.LineView;
import makerdeck.console.line.Menu;
import makerdeck.console.line.Span;
import makerdeck.console.theme.Role;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

/** What there is to choose from, over the command line. */
class MenuPaneTest {

    private final Screens screens = new Screens();

    private List<String> menu(String line, int columns, int rows) {
        var offered = new CommandLanguage(new FixedContext()).complete(line, line.length());
        screens.line = new LineView(
                List.of(List.of(new Span(Role.INPUT, line))),
                0,
                line.length(),
                line,
                "here",
                false,
                new Menu(offered, -1));
        var all = List.of(screens.paint(columns, 24).split("\n"));
        return all.subList(all.size() - 2 - rows, all.size() - 2);
    }

    @Test
    void ordersAreOfferedWithPriceQuantityAndDistance() {
        assertEquals(
                List.of(
                        "   all  " + Spoken.ENGLISH.say("command.orders.all", 2),
                        "   bid  " + Spoken.ENGLISH.say("command.orders.bid", 1),
                        "   ask  " + Spoken.ENGLISH.say("command.orders.ask", 1),
                        "   B1   149.77 x 2.20 -.14%",
                        "   A2   150.31 x 1.00"),
                menu("cancel ", 80, 5));
    }

    @Test
    void theyAreInChinese() {
        screens.speech = Spoken.CHINESE;

        assertEquals(
                List.of(
                        "   all  所有自己的委託，目前 2 筆",
                        "   bid  我們的買方報價，目前 1 筆",
                        "   ask  我們的賣方報價，目前 1 筆",
                        "   B1   149.77 x 2.20 -.14%",
                        "   A2   150.31 x 1.00"),
                menu("cancel ", 80, 5));
    }

    @Test
    void presetsAreOfferedWithWhatTheyChange() {
        assertEquals(
                List.of(
                        "   high-vol  target 30 -> 20 %, threshold 15 -> 10 points",
                        "   low-vol   target 30 -> 20 %, threshold 15 -> 10 points"),
                menu("load preset ", 80, 2));
    }

    @Test
    void aDescriptionThatDoesNotFitEndsInItsSign() {
        for (int columns : List.of(40, 60, 80)) {
            var rows = menu("set ", columns, 8);

            assertTrue(rows.get(0).matches(" {3}spread +now 0\\.25 % .*"), rows.get(0));
            assertTrue(rows.get(0).endsWith("~") || columns == 80, rows.get(0));
            assertTrue(rows.stream().allMatch(row -> row.length() <= columns), rows.toString());
        }
    }
}
