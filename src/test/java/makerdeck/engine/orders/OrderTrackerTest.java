package makerdeck.engine.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Order;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.snapshot.OrderStage;
import makerdeck.snapshot.OrderStep;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;

class OrderTrackerTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final ClientId ID = new ClientId(7 << 24);

    private static final Market SOL =
            ListedMarkets.find("SOL_USDC").orElseThrow().rules();

    private final List<String> changes = new ArrayList<>();
    private final OrderTracker tracker =
            new OrderTracker((order, before, reason) -> changes.add(before + " " + order.stage()));
    private final ManagedOrder order = tracker.sent(
            NewOrder.maker(ID, Side.BID, new Price(15_000), new Quantity(10)), OrderPurpose.QUOTE, 1, 0, NOON);

    private static Order seen(OrderStatus status, long filled) {
        return new Order("11", ID, Side.BID, new Price(15_000), new Quantity(10), new Quantity(filled), status, NOON);
    }

    private static Fill fill(long trade, long steps) {
        return new Fill(
                trade,
                "11",
                ID,
                Side.BID,
                new BigDecimal("150"),
                BigDecimal.valueOf(steps, 2),
                BigDecimal.ZERO,
                "SOL",
                true,
                NOON);
    }

    private void see(OrderStatus status, long filled) {
        tracker.seen(order, seen(status, filled), NOON, NOON, null);
    }

    private void refuseCancel(boolean notOpen) {
        tracker.on(new VenueEvent.CancelRefused(NOON, ID, notOpen, Refusal.OTHER, Message.plain("no")), order, NOON);
    }

    private void loseAnswer() {
        tracker.on(new VenueEvent.PlaceUnknown(NOON, ID, Message.plain("timeout")), order, NOON);
    }

    @Test
    void remembersWhatHappenedToIt() {
        see(OrderStatus.NEW, 0);
        tracker.filled(order, fill(1, 3), BigDecimal.valueOf(3, 2), SOL, NOON.plusSeconds(5));
        tracker.cancelSent(order, NOON.plusSeconds(9));
        see(OrderStatus.CANCELLED, 3);

        assertEquals(
                List.of("SENT 0", "OPEN 0", "OPEN 3", "PENDING_CANCEL 3", "CANCELLED 3"),
                order.steps().stream()
                        .map(step -> step.stage() + " " + step.filled().steps())
                        .toList());
        assertEquals(
                List.of(NOON, NOON, NOON.plusSeconds(5), NOON.plusSeconds(9), NOON),
                order.steps().stream().map(OrderStep::at).toList());
    }

    @Test
    void remembersHowItBeganAndTheLatestWhateverComes() {
        see(OrderStatus.NEW, 0);
        for (int i = 0; i < 200; i++) {
            tracker.cancelSent(order, NOON);
            refuseCancel(false);
        }

        assertEquals(20, order.steps().size());
        assertEquals(OrderStage.SENT, order.steps().get(0).stage());
        assertEquals(OrderStage.OPEN, order.steps().get(19).stage());
    }

    @Test
    void goesItsWayFromSentToCancelled() {
        see(OrderStatus.NEW, 0);
        tracker.cancelSent(order, NOON);
        see(OrderStatus.CANCELLED, 0);

        assertEquals(List.of("NEW SENT", "SENT OPEN", "OPEN PENDING_CANCEL", "PENDING_CANCEL CANCELLED"), changes);
        assertEquals(List.of(), tracker.live());
    }

    @Test
    void isOpenWhenItsFillComesBeforeItsAcceptance() {
        tracker.filled(order, fill(1, 4), BigDecimal.valueOf(4, 2), SOL, NOON);

        assertEquals(OrderStage.OPEN, order.stage());
        assertEquals(new Quantity(6), order.remaining());
    }

    @Test
    void isNotSettledWhileAFillIsMissing() {
        see(OrderStatus.PARTIALLY_FILLED, 7);
        tracker.filled(order, fill(1, 4), BigDecimal.valueOf(4, 2), SOL, NOON);

        assertFalse(order.isSettled());
        assertEquals(new Quantity(3), order.remaining());

        tracker.filled(order, fill(2, 3), BigDecimal.valueOf(7, 2), SOL, NOON);
        assertTrue(order.isSettled());
    }

    @Test
    void booksAFillThatComesAfterTheCancel() {
        see(OrderStatus.NEW, 0);
        tracker.cancelSent(order, NOON);
        see(OrderStatus.CANCELLED, 4);
        tracker.filled(order, fill(1, 4), BigDecimal.valueOf(4, 2), SOL, NOON);

        assertEquals(OrderStage.CANCELLED, order.stage());
        assertEquals(new Quantity(4), order.booked());
        assertTrue(order.isSettled());
    }

    @Test
    void staysWhereItIsWhenAnOldFrameSaysOpen() {
        see(OrderStatus.NEW, 0);
        tracker.cancelSent(order, NOON);
        see(OrderStatus.CANCELLED, 0);
        see(OrderStatus.NEW, 0);

        assertEquals(OrderStage.CANCELLED, order.stage());
    }

    @Test
    void isTakenInAndUnwantedWhenItArrivesAfterItWasGivenUp() {
        loseAnswer();
        tracker.absent(order, NOON.plusSeconds(8));
        assertEquals(OrderStage.REJECTED, order.stage());

        tracker.seen(order, seen(OrderStatus.NEW, 0), NOON.plusSeconds(9), NOON.plusSeconds(9), null);

        assertEquals(OrderStage.OPEN, order.stage());
        assertTrue(order.isUnwanted());
    }

    @Test
    void isInDoubtWhenItIsRefusedAfterItWasAccepted() {
        see(OrderStatus.NEW, 0);

        tracker.on(new VenueEvent.PlaceRefused(NOON, ID, Refusal.OTHER, Message.plain("no")), order, NOON);

        assertEquals(OrderStage.UNKNOWN, order.stage());
    }

    @Test
    void isInDoubtWhenACancelFindsNothing() {
        see(OrderStatus.NEW, 0);
        tracker.cancelSent(order, NOON);

        refuseCancel(true);

        assertEquals(OrderStage.UNKNOWN, order.stage());
        tracker.filled(order, fill(1, 10), BigDecimal.valueOf(10, 2), SOL, NOON);
        assertEquals(OrderStage.FILLED, order.stage());
    }

    @Test
    void isOpenAndStillUnwantedWhenItsCancelIsRefused() {
        see(OrderStatus.NEW, 0);
        tracker.cancelSent(order, NOON);

        refuseCancel(false);

        assertEquals(OrderStage.OPEN, order.stage());
        assertTrue(order.isUnwanted());
        assertEquals(1, order.cancelsRefused());
    }

    @Test
    void staysInDoubtWhenAnOldFrameShowsItDuringACancelWithoutAnswer() {
        see(OrderStatus.NEW, 0);
        tracker.cancelSent(order, NOON);
        tracker.on(new VenueEvent.CancelUnknown(NOON, ID, Message.plain("timeout")), order, NOON.plusSeconds(1));

        tracker.seen(order, seen(OrderStatus.NEW, 0), NOON, NOON.plusSeconds(1), null);
        assertEquals(OrderStage.UNKNOWN, order.stage());

        tracker.seen(order, seen(OrderStatus.NEW, 0), NOON.plusSeconds(2), NOON.plusSeconds(2), null);
        assertEquals(OrderStage.OPEN, order.stage());
    }

    @Test
    void isInDoubtWithoutAnyAnswerForFiveSeconds() {
        tracker.tick(NOON.plusSeconds(5));
        assertEquals(OrderStage.SENT, order.stage());

        tracker.tick(NOON.plusSeconds(6));

        assertEquals(OrderStage.UNKNOWN, order.stage());
    }

    @Test
    void isForgottenMinutesAfterItsEnd() {
        see(OrderStatus.CANCELLED, 0);

        tracker.tick(NOON.plus(Duration.ofMinutes(4)));
        assertTrue(tracker.find(ID).isPresent());
        tracker.tick(NOON.plus(Duration.ofMinutes(6)));

        assertTrue(tracker.find(ID).isEmpty());
    }

    @Test
    void isRememberedWhileAFillIsMissing() {
        see(OrderStatus.FILLED, 10);

        tracker.tick(NOON.plus(Duration.ofMinutes(10)));

        assertTrue(tracker.find(ID).isPresent());
    }
}
