package makerdeck.console.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import makerdeck.console.SampleDesk;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.OrderRow;
import makerdeck.snapshot.Severity;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twelve orders of six layers on screens that have not room for all of them. */
class OrdersPaneTest {

    private static final int LAYERS = 6;

    private final Screens screens = new Screens();

    @BeforeEach
    void sixLayers() {
        screens.desk.orders.clear();
        for (int i = 0; i < LAYERS; i++) {
            screens.desk.orders.add(SampleDesk.order("B" + (i + 1), Side.BID, 14820 - i, 250, 3, null));
        }
        for (int i = 0; i < LAYERS; i++) {
            screens.desk.orders.add(SampleDesk.order("A" + (i + 1), Side.ASK, 14840 + i, 250, 3, null));
        }
    }

    /** Tags and counts in the pane, from above. */
    private static List<String> told(String screen) {
        var shown = Pattern.compile("(?:^|\\|) ([AB][1-6]) +148[^|]*?(\\+\\d+ more|另 \\d+ 筆)?$");
        return screen.lines()
                .map(shown::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1) + (found.group(2) == null ? "" : " " + found.group(2)))
                .toList();
    }

    private static void assertTold(String screen, String... rows) {
        assertEquals(List.of(rows), told(screen), screen);
    }

    @Test
    void bothSidesShowThoseNearestTheMidAndHowManyMoreThereAre() {
        assertTold(screens.paint(80, 24), "A3 +3 more", "A2", "A1", "B1", "B2", "B3 +3 more");
    }

    @Test
    void anAlertTakesItsRowFromOneSideOnly() {
        screens.desk.alerts.add(new Alert(SampleDesk.NOON, Severity.WARN, Message.plain("refused"), 1));

        assertTold(screens.paint(80, 24), "A3 +3 more", "A2", "A1", "B1", "B2 +4 more");
    }

    @Test
    void aNarrowScreenShowsBothSides() {
        assertTold(screens.paint(60, 20), "A2 +4 more", "A1", "B1 +5 more");
    }

    @Test
    void aTinyScreenShowsBothSides() {
        assertTold(screens.paint(40, 12), "A3 +3 more", "A2", "A1", "B1", "B2", "B3 +3 more");
    }

    @Test
    void inChineseToo() {
        screens.speech = Spoken.CHINESE;

        assertTold(screens.paint(80, 24), "A3 另 3 筆", "A2", "A1", "B1", "B2", "B3 另 3 筆");
        assertTold(screens.paint(60, 20), "A2 另 4 筆", "A1", "B1 另 5 筆");
    }

    private List<OrderRow> orders() {
        return screens.desk.orders;
    }

    private static String brief(NearestOrders.Row row) {
        var order = row.order();
        return (order == null ? "" : order.tag())
                + (row.asks() > 0 ? "+" + row.asks() + "a" : "")
                + (row.bids() > 0 ? "+" + row.bids() + "b" : "");
    }

    private static List<String> brief(List<OrderRow> orders, int room) {
        return NearestOrders.of(orders, room).rows().stream()
                .map(OrdersPaneTest::brief)
                .toList();
    }

    @Test
    void aFewRowsAreSharedFairly() {
        assertEquals(List.of("+6a+6b"), brief(orders(), 1));
        assertEquals(List.of("A1+5a", "B1+5b"), brief(orders(), 2));
        assertEquals(List.of("A2+4a", "A1", "B1+5b"), brief(orders(), 3));
        assertEquals(List.of(), brief(orders(), 0));
        assertEquals(List.of("A6", "A5", "A4", "A3", "A2", "A1", "B1"), brief(some(6, 1), 7));
        assertEquals(List.of("A1", "B1", "B2+4b"), brief(some(1, 6), 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8, 11, 12, 20})
    void noRowTooManyNoOrderUntoldAndNoSideLeftOut(int room) {
        for (int asks = 0; asks <= LAYERS; asks++) {
            for (int bids = 0; bids <= LAYERS; bids++) {
                var some = some(asks, bids);
                var rows = NearestOrders.of(some, room).rows();
                int told = rows.stream()
                        .mapToInt(row -> (row.order() == null ? 0 : 1) + row.asks() + row.bids())
                        .sum();
                assertEquals(asks + bids, told);
                assertTrue(rows.size() <= room, rows.toString());
                assertEquals(asks > 0, isShown(rows, Side.ASK));
                assertEquals(bids > 0, isShown(rows, Side.BID));
            }
        }
    }

    private List<OrderRow> some(int asks, int bids) {
        return IntStream.range(0, 2 * LAYERS)
                .filter(i -> i < LAYERS ? i < bids : i - LAYERS < asks)
                .mapToObj(orders()::get)
                .toList();
    }

    private static boolean isShown(List<NearestOrders.Row> rows, Side side) {
        return rows.stream().anyMatch(row -> row.order() != null && row.order().side() == side);
    }
}
