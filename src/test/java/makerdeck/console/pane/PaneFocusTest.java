package makerdeck.console.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import makerdeck.command.Completion;
import makerdeck.command.LayoutName;
import makerdeck.command.PaneName;
import makerdeck.console.SampleDesk;
import makerdeck.console.line.LineView;
import makerdeck.console.line.Menu;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the keys of the panes come to on the screen. */
class PaneFocusTest {

    private final Screens screens = new Screens();

    @BeforeEach
    void manyLines() {
        screens.desk.log.clear();
        for (int i = 30; i >= 1; i--) {
            screens.desk.log.add(SampleDesk.event(i, DeskEvent.Kind.INFO, Severity.INFO, "line " + i));
        }
        screens.paint(80, 24);
    }

    @Test
    void thePanesOfTheScreenAreWalkedThroughAndRound() {
        var walked = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            press(screens.focus.next(1, screens.areas));
            walked.append(screens.focus.chosen()).append(' ');
        }

        assertEquals("BOOK ORDERS BALANCES FILLS LOG BOOK ", walked.toString());
        assertTrue(row(1).startsWith("-[Book]---"), row(1));
    }

    @Test
    void backwardsTheWalkBeginsAtTheLastPane() {
        press(screens.focus.next(-1, screens.areas));

        assertEquals(PaneName.LOG, screens.focus.chosen());
    }

    @Test
    void theRowOfHintsTellsWhatTheKeysDoToAChosenPane() {
        assertTrue(row(23).startsWith(" Enter run  Tab complete"), row(23));

        press(screens.focus.next(1, screens.areas));

        assertEquals(" Enter zoom  Tab next  PgDn scroll  Home hold  End follow  / filter  Esc back", row(23));
    }

    @Test
    void aChosenPaneTakesTheScreenAndGivesItBack() {
        press(screens.focus.next(-1, screens.areas).toggleZoom());

        assertTrue(row(0).startsWith(" SIM"));
        assertEquals("-[Log]------------------------------------------------- newest first  +10 more -", row(1));
        assertTrue(row(21).endsWith("line 20"), row(21));

        press(screens.focus.toggleZoom());
        assertTrue(row(1).startsWith("- Book"), row(1));
    }

    @Test
    void nothingChosenNothingZoomed() {
        assertFalse(screens.focus.toggleZoom().zoomed());
    }

    @Test
    void alonePanesAreWalkedThroughEvenIfTheLayoutHasNoRoomForThem() {
        press(screens.focus.zoom(PaneName.BALANCES).next(1, screens.areas));

        assertTrue(row(1).startsWith("-[Market]-"), row(1));
    }

    @Test
    void aScrolledPaneStandsStillCountsWhatIsNewAndFollowsAgain() {
        press(screens.focus.page(1, screens.areas, screens.now));
        assertEquals(" 11:59:56 info line 4", row(20));

        screens.now = screens.now.plusSeconds(9);
        screens.desk.log.add(SampleDesk.event(-5, DeskEvent.Kind.INFO, Severity.INFO, "something new"));
        assertTrue(row(18).endsWith("PAUSED, 1 new, End follows -"), row(18));
        assertEquals(" 11:59:56 info line 4", row(20));

        press(screens.focus.follow());
        assertTrue(row(19).endsWith("something new"), row(19));
    }

    @Test
    void theTopStandsStillToo() {
        press(screens.focus.top(screens.now));
        screens.desk.log.add(SampleDesk.event(-5, DeskEvent.Kind.INFO, Severity.INFO, "something new"));

        assertTrue(row(18).endsWith("PAUSED, 1 new, End follows -"), row(18));
        assertEquals(" 11:59:59 info line 1", row(19));
    }

    @Test
    void scrollingEndsAtTheLastRowAndUpFromThereMovesAtOnce() {
        for (int i = 0; i < 50; i++) {
            press(screens.focus.page(1, screens.areas, screens.now));
        }
        assertEquals(" 11:59:30 info line 30", row(21));

        press(screens.focus.page(-1, screens.areas, screens.now));
        assertEquals(" 11:59:32 info line 28", row(21));
    }

    @Test
    void onlyThePaneThatIsChosenScrolls() {
        press(screens.focus.zoom(PaneName.FILLS).zoom(null));
        press(screens.focus.page(1, screens.areas, screens.now));

        assertTrue(screens.focus.scroll(PaneName.LOG).isFollowing());
    }

    @Test
    void manyOrdersScroll() {
        screens.desk.orders.clear();
        LongStream.range(0, 12)
                .forEach(i ->
                        screens.desk.orders.add(SampleDesk.order("B" + (i + 1), Side.BID, 14820 - i, 250, 3, null)));
        press(screens.focus.zoom(PaneName.ORDERS).zoom(null));
        assertTrue(row(2).contains("| B1 ") && row(7).contains("| B6 "), row(7));

        press(screens.focus.page(1, screens.areas, screens.now));

        assertTrue(row(1).contains("[Orders]") && row(1).endsWith("from row 6  12 open -"), row(1));
        assertTrue(row(2).contains("| B6 "), row(2));
    }

    @Test
    void theBookScrollsBothWaysAndKeepsItsMiddleInSight() {
        press(screens.focus.zoom(PaneName.BOOK).zoom(null));
        press(screens.focus.page(1, screens.areas, screens.now));
        assertTrue(row(1).contains("End centres"), row(1));
        assertTrue(row(3).startsWith("- mid"), row(3));

        press(screens.focus.page(-9, screens.areas, screens.now));
        assertTrue(row(13).startsWith("- mid"), row(13));

        press(screens.focus.follow());
        assertTrue(row(8).startsWith("- mid"), row(8));
    }

    @Test
    void aFilterWorksWhileItIsTypedAndStaysWhenItIsEnded() {
        screens.line = typed("/ine 2");
        assertEquals("- Log /ine 2 ------------------------------------------- newest first  +8 more -", row(18));
        assertEquals(" 11:59:58 info line 2", row(19));
        assertEquals(" 11:59:40 info line 20", row(20));

        screens.line = LineView.EMPTY;
        press(screens.focus.filter("ine 2"));
        assertEquals(" 11:59:40 info line 20", row(20));

        press(screens.focus.back());
        assertEquals(" 11:59:58 info line 2", row(20));
    }

    @Test
    void everyListCanBeFiltered() {
        press(screens.focus.zoom(PaneName.FILLS).filter("sell"));
        assertTrue(row(2).contains("SELL") && row(3).isEmpty(), row(3));

        press(screens.focus.filter("").zoom(PaneName.PARAMETERS).filter("preset mid"));
        assertTrue(row(2).startsWith(" target") && row(3).isEmpty(), row(3));

        press(screens.focus.filter("").zoom(PaneName.ORDERS).filter("b2"));
        assertTrue(row(2).startsWith(" B2") && row(3).isEmpty(), row(3));
    }

    @Test
    void whatIsFrozenStandsStillAndTheRestStaysLive() {
        screens.frozen = new Frozen(screens.now.plusSeconds(42), screens.desk.snapshot(), screens.desk.book);
        screens.desk.book = SampleDesk.book(15000, 15002);
        screens.desk.orders.set(0, SampleDesk.order("B1", Side.BID, 14990, 250, 1, 5L));
        screens.desk.log.add(SampleDesk.event(0, DeskEvent.Kind.INFO, Severity.INFO, "unseen"));
        screens.desk.reason = "live";

        var screen = screens.paint(80, 24);

        assertTrue(row(1).startsWith("- Book -- FROZEN 42s, freeze off  <1s -"), row(1));
        assertTrue(screen.contains("mid 148.300") && !screen.contains("unseen"), screen);
        assertTrue(screen.contains("B1   149.90") && screen.contains("QUOTING  live"), screen);
        assertTrue(row(18).endsWith("FROZEN 42s, freeze off -"), row(18));

        screens.notices = List.of(new Notice(screens.now, Notice.Kind.MISTAKE, "set sprad 1: did you mean spread?"));
        assertTrue(row(19).endsWith("did you mean spread?"), row(19));
    }

    @Test
    void theMouseChoosesAndScrollsThePaneUnderIt() {
        press(screens.focus.click(50, 3, screens.areas));
        assertEquals(PaneName.ORDERS, screens.focus.chosen());

        press(screens.focus.wheel(1, 5, 20, screens.areas, screens.now));
        assertEquals(" 11:59:56 info line 4", row(19));

        press(screens.focus.click(5, 23, screens.areas));
        assertEquals(PaneName.ORDERS, screens.focus.chosen());
    }

    @Test
    void aLayoutThatDoesNotFitGivesTheGreatestThatDoes() {
        screens.layout = LayoutName.FULL;
        assertEquals(screens.paint(80, 24), asAuto(80, 24));

        screens.layout = LayoutName.NARROW;
        var screen = screens.paint(200, 50);
        assertTrue(!screen.contains("Market") && !screen.contains("Tape"), screen);

        screens.layout = LayoutName.TINY;
        assertFalse(screens.paint(80, 24).contains("Book"));
    }

    @Test
    void choicesNeverLieOverAPaneAloneNorOverATinyScreen() {
        press(screens.focus.zoom(PaneName.LOG));
        screens.line = new LineView(List.of(), 0, 0, "", "", false, menu());
        assertTrue(row(13).endsWith("line 12") && row(14).contains("c0"), row(13));

        press(PaneFocus.NONE);
        screens.line = new LineView(List.of(), 0, 0, "", "", false, menu());
        var tiny = screens.paint(40, 12);
        assertTrue(tiny.contains("now 31.2%") && tiny.contains("0%|...") && tiny.contains("c0"), tiny);
    }

    @Test
    void escapeTakesBackOneThingAtATime() {
        press(screens.focus.zoom(PaneName.LOG).filter("x"));

        press(screens.focus.back());
        assertFalse(screens.focus.zoomed());
        press(screens.focus.back());
        assertEquals("", screens.focus.filter());
        press(screens.focus.back());
        assertNull(screens.focus.chosen());
    }

    private String asAuto(int columns, int rows) {
        screens.layout = LayoutName.AUTO;
        return screens.paint(columns, rows);
    }

    private static Menu menu() {
        return new Menu(
                LongStream.range(0, 12)
                        .mapToObj(i -> new Completion("c" + i, Message.plain("")))
                        .toList(),
                -1);
    }

    private void press(PaneFocus next) {
        screens.focus = next;
        screens.line = LineView.EMPTY;
        screens.paint(80, 24);
    }

    private String row(int index) {
        return screens.paint(80, 24).lines().skip(index).findFirst().orElseThrow();
    }

    private static LineView typed(String text) {
        return new LineView(List.of(), 0, text.length(), text, "", false, Menu.CLOSED);
    }
}
