package makerdeck.console.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import makerdeck.console.SampleDesk;
import makerdeck.console.keys.Action.Full;
import makerdeck.console.pane.Notice;
import makerdeck.console.tty.Widths;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.OrderRow;
import makerdeck.snapshot.Severity;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every table, seen on the orders. */
class TableScreenTest {

    private final ScreenStage stage = new ScreenStage();

    @BeforeEach
    void open() {
        stage.desk.log.clear();
        stage.screens.show(new TableScreen<>(new OrdersTable()));
    }

    @Test
    void theCursorStaysOnItsRowWhateverComesAndGoesAboveIt() {
        stage.press(Full.DOWN, Full.DOWN);
        assertTrue(stage.chosen().startsWith("B2 "), stage::chosen);

        stage.desk.orders.add(0, SampleDesk.order("A9", Side.ASK, 14900, 250, 1, null));
        stage.desk.orders.remove(1);
        stage.desk.orders.add(0, SampleDesk.order("A8", Side.ASK, 14899, 250, 1, null));

        assertTrue(stage.chosen().startsWith("B2 "), stage::chosen);
    }

    @Test
    void theCursorStaysAtItsPlaceWhenItsRowIsGone() {
        stage.press(Full.BOTTOM);
        assertTrue(stage.chosen().startsWith("A3 "), stage::chosen);

        stage.desk.orders.remove(5);
        assertTrue(stage.chosen().startsWith("B3 "), stage::chosen);

        stage.desk.orders.clear();
        assertEquals("", stage.chosen());
    }

    @Test
    void aKeySortsByTheNextColumnAndTheHeaderSaysByWhichAndWhichWay() {
        stage.press(Full.RIGHT, Full.RIGHT);
        assertTrue(stage.row(2).contains("^price"), stage.row(2));
        assertEquals(List.of("B3", "B2", "B1", "A1", "A2", "A3"), tags());

        stage.press(Full.TURN);
        assertTrue(stage.row(2).contains("vprice"), stage.row(2));
        assertEquals(List.of("A3", "A2", "A1", "B1", "B2", "B3"), tags());

        stage.press(Full.LEFT, Full.LEFT);
        assertTrue(stage.row(2).startsWith("  tag   price "), stage.row(2));
        assertEquals(List.of("B1", "A1", "B2", "A2", "B3", "A3"), tags());
    }

    @Test
    void aSortedTableIsSortedAnewWhenFiguresChangeAndTheCursorGoesWithItsRow() {
        stage.press(Full.RIGHT, Full.RIGHT, Full.TOP);
        assertTrue(stage.chosen().startsWith("B3 "), stage::chosen);

        move(4, 15000);

        assertEquals(List.of("B2", "B1", "A1", "A2", "A3", "B3"), tags());
        assertTrue(stage.chosen().startsWith("B3 "), stage::chosen);
    }

    @Test
    void aFilterWorksWhileItIsTypedAndOneStepBackEndsIt() {
        stage.typed("/a 148.5");
        assertEquals(List.of("A2"), tags());
        assertTrue(stage.row(1).contains("Orders /a 148.5") && stage.row(1).contains("1 of 6"), stage.row(1));

        stage.typed("");
        stage.screens.top().orElseThrow().filter("a 148.5");
        assertEquals(List.of("A2"), tags());

        assertTrue(stage.screens.back());
        assertEquals(6, tags().size());
        assertTrue(stage.screens.back());
        assertFalse(stage.screens.isOpen());
        assertFalse(stage.screens.back());
    }

    @Test
    void aFilterThatNothingMatchesSaysSo() {
        stage.typed("/zzz");

        assertEquals(" no row has zzz in it; Esc ends the filter", stage.row(3));
    }

    @Test
    void thePageKeysMoveAWholePageAndTheTitleSaysWhichRowsAreInSight() {
        many(50);
        stage.size(80, 24);
        assertTrue(stage.row(1).contains("1..19 of 50"), stage.row(1));

        stage.press(Full.PAGE_DOWN);
        assertTrue(stage.row(1).contains("20..38 of 50"), stage.row(1));
        assertTrue(stage.chosen().startsWith("B20 "), stage::chosen);

        stage.press(Full.BOTTOM);
        assertTrue(stage.row(1).contains("32..50 of 50"), stage.row(1));
        assertTrue(stage.chosen().startsWith("B50 "), stage::chosen);

        stage.press(Full.PAGE_UP, Full.TOP);
        assertTrue(stage.chosen().startsWith("B1 "), stage::chosen);
    }

    @Test
    void aClickPutsTheCursorOnItsRowAndTheWheelMovesIt() {
        stage.cells();
        var screen = stage.screens.top().orElseThrow();

        screen.click(5);
        assertTrue(stage.chosen().startsWith("B2 "), stage::chosen);

        screen.click(20);
        screen.wheel(1, stage);
        assertTrue(stage.chosen().startsWith("A2 "), stage::chosen);
    }

    @Test
    void columnsLeaveWholeTheLeastImportantFirst() {
        var seen = new ArrayList<Integer>();
        for (int width = 200; width >= 40; width--) {
            stage.size(width, 24);
            seen.add(words(stage.row(2)).size());
        }

        assertEquals(
                "tag price left from mid state age queue side size value order", String.join(" ", words(header(200))));
        assertEquals(seen.stream().sorted((one, other) -> other - one).toList(), seen, "never more with less room");
        assertTrue(header(40).contains("tag") && header(40).contains("price"), header(40));
        assertFalse(header(40).contains("order"), header(40));
    }

    /** At every size and in both languages: what looks like a figure is one of the figures there are. */
    @Test
    void noFigureIsEverCut() {
        stage.desk.orders.add(SampleDesk.order("A50", Side.ASK, 1_234_567, 123_456_789, 400, 98_765_432L));
        for (var speech : new Speech[] {Spoken.ENGLISH, Spoken.CHINESE}) {
            stage.speech = speech;
            stage.screens.show(new TableScreen<>(new OrdersTable()));
            var legal = figures();
            for (int width = 40; width <= 200; width++) {
                stage.size(width, 12 + width % 39);
                for (var row : stage.cells().subList(3, Math.min(10, stage.rows - 2))) {
                    for (var word : row.substring(2).strip().split("\\s+")) {
                        assertTrue(word.isEmpty() || word.endsWith("~") || legal.contains(word), width + ": " + row);
                    }
                }
            }
        }
    }

    @Test
    void everyRowIsExactlyAsWideAsTheTerminal() {
        stage.speech = Spoken.CHINESE;
        for (int width = 40; width <= 200; width += 7) {
            stage.size(width, 20);
            for (var row : stage.cells()) {
                assertEquals(width, Widths.of(row), row);
            }
        }
    }

    @Test
    void whatTheDeskAnswersIsInSightForAWhile() {
        stage.desk.log.add(SampleDesk.event(2, DeskEvent.Kind.COMMAND, Severity.INFO, "cancel B1: B1 leaves"));
        assertEquals(" 11:59:58 cancel B1: B1 leaves", stage.row(21));

        stage.notices = List.of(new Notice(SampleDesk.NOON, Notice.Kind.WARNING, "halt: not sent"));
        assertEquals(" 12:00:00 halt: not sent", stage.row(21));

        stage.now = SampleDesk.NOON.plus(Duration.ofSeconds(11));
        assertEquals("", stage.row(21));
    }

    @Test
    void aLongAnswerTakesTwoRowsAndAPageOfTextHasItToo() {
        stage.screens.add(TextScreen.fixed("Help", List.of("a line")));
        stage.notices = List.of(new Notice(
                SampleDesk.NOON,
                Notice.Kind.MISTAKE,
                "set spread abc: spread must be a number, 0.001..20 %, was abc; there are also auto and many other"
                        + " words, but none of them is legal here"));

        assertEquals(
                List.of(
                        " 12:00:00 set spread abc: spread must be a number, 0.001..20 %, was abc; there",
                        "   are also auto and many other words, but none of them is legal here"),
                List.of(stage.row(20), stage.row(21)));
    }

    @Test
    void aScreenOfTwoRowsStillPaints() {
        for (int height = 1; height < 8; height++) {
            stage.size(40, height);
            assertEquals(height, stage.cells().size());
        }
    }

    private List<String> tags() {
        var cells = stage.cells();
        return cells.subList(3, cells.size() - 2).stream()
                .filter(row -> row.matches("[> ] [AB]\\d.*"))
                .map(row -> row.substring(2, 4))
                .toList();
    }

    private String header(int width) {
        stage.size(width, 24);
        return stage.row(2);
    }

    private static List<String> words(String row) {
        return Arrays.stream(row.strip().split("\\s+")).toList();
    }

    private Set<String> figures() {
        var table = new OrdersTable();
        var view = stage.view();
        return table.rows(view).stream()
                .flatMap(row ->
                        table.columns().stream().flatMap(column -> column.said().apply(row, view).forms().stream()))
                .flatMap(text -> Arrays.stream(text.split("\\s+")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void many(int count) {
        stage.desk.orders.clear();
        IntStream.rangeClosed(1, count)
                .forEach(i -> stage.desk.orders.add(SampleDesk.order("B" + i, Side.BID, 14817 - i, 250, 3, 10L)));
    }

    private void move(int index, long ticks) {
        var o = stage.desk.orders.get(index);
        stage.desk.orders.set(
                index,
                new OrderRow(
                        o.tag(),
                        o.clientId(),
                        o.orderId(),
                        o.side(),
                        new Price(ticks),
                        o.quantity(),
                        o.remaining(),
                        o.state(),
                        o.since(),
                        o.queueAhead()));
    }
}
