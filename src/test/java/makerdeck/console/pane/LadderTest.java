package makerdeck.console.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import makerdeck.console.SampleDesk;
import makerdeck.domain.Book;
import makerdeck.domain.Level;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LadderTest {

    private final Screens screens = new Screens();
    private final SampleDesk desk = screens.desk;

    @BeforeEach
    void plainBook() {
        desk.orders.clear();
        desk.book = new Book(levels(100, -1), levels(102, 1), 1);
    }

    @Test
    void theBestPricesComeFirstWithTheirSums() {
        assertEquals("100:10/10 99:20/30 98:30/60", ladder(Side.BID, 3));
        assertEquals("102:10/10 103:20/30", ladder(Side.ASK, 2));
    }

    @Test
    void anOrderOfOursMarksItsLevel() {
        own("B1", 99);

        assertEquals("100:10/10 99:20/30=B1 98:30/60", ladder(Side.BID, 3));
    }

    @Test
    void ordersBeyondTheLastRowArePinnedNearestFirst() {
        own("B1", 99);
        own("B2", 95);
        own("B3", 90);
        own("B4", 80);

        assertEquals("100:10/10 99:20/30=B1 95:60/210=B2! 90:5/555=B3!", ladder(Side.BID, 4));
    }

    @Test
    void pinningNeverHidesANearerOrder() {
        own("B1", 97);
        own("B2", 80);

        assertEquals("100:10/10 99:20/30 97:40/100=B1! 80:5/555=B2!", ladder(Side.BID, 4));
    }

    @Test
    void anOrderTheBookDoesNotShowYetHasItsOwnQuantity() {
        desk.book = new Book(List.of(), levels(102, 1), 1);
        own("B1", 99);

        assertEquals("99:5/5=B1", ladder(Side.BID, 3));
    }

    @Test
    void ordersOfOthersOnTheSameAccountAreNotMarked() {
        own("X", 99);

        assertEquals("100:10/10 99:20/30", ladder(Side.BID, 2));
    }

    @Test
    void twoOrdersAtOnePriceStandTogether() {
        own("B1", 99);
        own("B2", 99);

        assertEquals("B1,B2 0.10", Ladder.of(screens.view(), Side.BID, 3).get(1).mine(SampleDesk.SOL));
    }

    @Test
    void oneRowIsTheBestPriceUnlessOursLieFurtherOut() {
        assertEquals("100:10/10", ladder(Side.BID, 1));
        assertEquals("", ladder(Side.BID, 0));
    }

    private void own(String tag, long ticks) {
        desk.orders.add(SampleDesk.order(tag, Side.BID, ticks, 5, 1, null));
    }

    private String ladder(Side side, int rows) {
        return Ladder.of(screens.view(), side, rows).stream()
                .map(rung -> rung.price().ticks() + ":" + rung.size().steps() + "/"
                        + rung.sum().steps()
                        + (rung.isMine() ? "=" + rung.own().get(0).tag() : "")
                        + (rung.isPinned() ? "!" : ""))
                .collect(Collectors.joining(" "));
    }

    /** Ten levels, 10, 20, 30 and so on. */
    private static List<Level> levels(long best, long step) {
        return LongStream.range(0, 10)
                .mapToObj(i -> new Level(new Price(best + i * step), new Quantity(10 * (i + 1))))
                .toList();
    }
}
