package makerdeck.console.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import makerdeck.command.PaneName;
import makerdeck.console.tty.Widths;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layouts use the room they have. */
class RoomTest {

    private static final int COLUMNS = 200;
    private static final int ROWS = 50;

    @ParameterizedTest
    @EnumSource(names = {"SOL", "BITCOIN", "PEPE", "BOTH_LONG", "MANY", "GUARDED"})
    void noMoreThanATenthOfAGreatScreenIsBlankWhileThereIsSomethingToShow(RichDesk desk) {
        for (var speech : List.of(Spoken.ENGLISH, Spoken.CHINESE)) {
            var blank = blank(desk, speech);
            int sum = blank.values().stream().mapToInt(Integer::intValue).sum();

            assertTrue(sum <= COLUMNS * ROWS / 10, sum + " of " + COLUMNS * ROWS + ": " + blank);
        }
    }

    /** By pane, the cells of rows with nothing in them, and those behind its longest row. */
    private static Map<PaneName, Integer> blank(RichDesk desk, Speech speech) {
        var screens = desk.screens(speech);
        var rows = screens.rows(COLUMNS, ROWS);
        var blank = new EnumMap<PaneName, Integer>(PaneName.class);
        for (var pane : screens.areas.shown()) {
            var area = screens.areas.of(pane).orElseThrow();
            var texts = new ArrayList<String>();
            for (int row = area.y() + 1; row < area.y() + area.height(); row++) {
                texts.add(columns(rows.get(row), area.x(), area.x() + area.width())
                        .stripTrailing());
            }
            int longest = texts.stream().mapToInt(Widths::of).max().orElse(0);
            int cells = 0;
            for (var text : texts) {
                cells += text.isEmpty() ? area.width() : area.width() - longest;
            }
            blank.put(pane, cells);
        }
        return blank;
    }

    private static String columns(String row, int from, int to) {
        int start = Widths.fitting(row, from);
        return row.substring(start, start + Widths.fitting(row.substring(start), to - from));
    }

    @Test
    void fillsAndLogLeaveTheLadderWhatTheyHaveNoUseFor() {
        var screens = RichDesk.SOL.screens(Spoken.ENGLISH);
        screens.rows(COLUMNS, ROWS);
        int busy = height(screens, PaneName.BOOK);
        screens.desk.fills = new ArrayList<>();
        screens.desk.log = new ArrayList<>();
        screens.rows(COLUMNS, ROWS);
        assertTrue(height(screens, PaneName.BOOK) > busy);

        screens.rows(120, 40);
        assertEquals(3, height(screens, PaneName.FILLS));
    }

    @Test
    void anOrderThatComesOrGoesMovesNoPane() {
        var screens = RichDesk.SOL.screens(Spoken.ENGLISH);
        screens.desk.orders = new ArrayList<>(screens.desk.orders.subList(0, 6));
        screens.rows(120, 40);
        int before = height(screens, PaneName.ORDERS);
        screens.desk.orders.remove(0);
        screens.rows(120, 40);

        assertEquals(before, height(screens, PaneName.ORDERS));
    }

    private static int height(Screens screens, PaneName pane) {
        return screens.areas.of(pane).orElseThrow().height();
    }
}
