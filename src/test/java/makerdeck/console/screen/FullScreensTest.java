package makerdeck.console.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import makerdeck.command.ScreenName;
import makerdeck.console.SampleDesk;
import makerdeck.console.keys.Action.Full;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.snapshot.OrderRow;
import makerdeck.snapshot.QuotingRow;
import org.junit.jupiter.api.Test;

/** Each full screen, whole: what it says, and what may be done on it. */
class FullScreensTest {

    private final ScreenStage stage = new ScreenStage();
    private final ScreenCatalogue catalogue = new ScreenCatalogue();

    private void show(ScreenName name) {
        stage.screens.show(catalogue.open(name).orElseThrow());
        stage.cells();
    }

    @Test
    void orders() throws IOException {
        stage.desk.orders.add(foreign());
        stage.desk.orders.set(1, pending(stage.desk.orders.get(1)));
        show(ScreenName.ORDERS);

        Goldens.check("orders", stage);
    }

    @Test
    void anOrderIsCancelledByACommandThatTheOperatorSends() {
        show(ScreenName.ORDERS);
        stage.press(Full.DOWN, Full.ACT);

        assertEquals(List.of("command cancel A1"), stage.errands);
        assertTrue(stage.row(23).startsWith(" x cancel A1 "), stage.row(23));
    }

    @Test
    void aForeignOrderIsShownAndNotCancelled() {
        stage.desk.orders.add(foreign());
        show(ScreenName.ORDERS);
        stage.press(Full.BOTTOM, Full.ACT, Full.COPY);

        assertEquals(
                List.of("say this order is not of this desk: cancel it where it was placed", "copy 4711"),
                stage.errands);
        assertTrue(stage.row(1).contains("3 asks, 3 bids, 1 foreign"), stage.row(1));
    }

    @Test
    void withoutOrdersTheReasonStandsInTheirPlace() {
        stage.desk.orders.clear();
        show(ScreenName.ORDERS);
        assertEquals(" no order rests and none is on its way", stage.row(3));

        stage.desk.quoting = QuotingRow.starting(Message.plain("paused by you"));
        assertEquals(" no quotes: paused by you", stage.row(3));
    }

    private static OrderRow foreign() {
        return new OrderRow(
                "X",
                0,
                "4711",
                Side.ASK,
                new Price(15500),
                new Quantity(100_000),
                new Quantity(99_000),
                "OPEN",
                SampleDesk.NOON.minusSeconds(90_000),
                null);
    }

    private static OrderRow pending(OrderRow o) {
        return new OrderRow(
                o.tag(),
                o.clientId(),
                o.orderId(),
                o.side(),
                o.price(),
                o.quantity(),
                new Quantity(111),
                "PENDING_CANCEL",
                o.since(),
                o.queueAhead());
    }
}
