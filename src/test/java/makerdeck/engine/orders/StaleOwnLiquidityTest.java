package makerdeck.engine.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import makerdeck.domain.Book;
import makerdeck.domain.ClientId;
import makerdeck.domain.Level;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Order;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;

class StaleOwnLiquidityTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final Price OURS = new Price(14_990);
    private static final ClientId ID = new ClientId(7 << 24);

    private final OrderTracker tracker = new OrderTracker((order, before, reason) -> {});
    private final ManagedOrder order =
            tracker.sent(NewOrder.maker(ID, Side.BID, OURS, new Quantity(10)), OrderPurpose.QUOTE, 1, 0, NOON);

    private void see(OrderStatus status, long filled) {
        var seen = new Order("11", ID, Side.BID, OURS, new Quantity(10), new Quantity(filled), status, NOON);
        tracker.seen(order, seen, NOON, NOON, null);
    }

    private static Book book(long atOurs) {
        var behind = new Level(new Price(14_980), new Quantity(5));
        var bids = atOurs == 0 ? List.of(behind) : List.of(new Level(OURS, new Quantity(atOurs)), behind);
        return new Book(bids, List.of(new Level(new Price(15_010), new Quantity(5))), 1);
    }

    private Book others(long atOurs, Duration later) {
        return tracker.withoutStale(book(atOurs), NOON.plus(later));
    }

    @Test
    void takesACancelledOrderOutOfABookThatStillShowsIt() {
        see(OrderStatus.NEW, 0);
        see(OrderStatus.CANCELLED, 0);

        assertEquals(book(0), others(10, Duration.ofMillis(5)));
        assertEquals(book(3), others(13, Duration.ofMillis(6)));
    }

    @Test
    void takesThePartThatWasFilledOutOfTheBook() {
        see(OrderStatus.NEW, 0);
        see(OrderStatus.PARTIALLY_FILLED, 4);

        assertEquals(book(6), others(10, Duration.ofMillis(5)));
    }

    @Test
    void leavesSomebodyElsesOrderAloneOnceABookHasShownOursGone() {
        see(OrderStatus.NEW, 0);
        see(OrderStatus.CANCELLED, 0);

        others(0, Duration.ofMillis(5));

        assertEquals(book(10), others(10, Duration.ofMillis(10)));
    }

    @Test
    void forgetsAfterASecond() {
        see(OrderStatus.NEW, 0);
        see(OrderStatus.CANCELLED, 0);

        assertEquals(book(10), others(10, Duration.ofMillis(1001)));
    }

    @Test
    void touchesNoBookWhenNothingHasLeftOrTheOrderNeverRested() {
        tracker.on(new VenueEvent.PlaceRefused(NOON, ID, Refusal.OTHER, Message.plain("no")), order, NOON);
        var book = book(10);

        assertSame(book, tracker.withoutStale(book, NOON));
    }
}
