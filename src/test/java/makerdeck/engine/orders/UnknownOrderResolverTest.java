package makerdeck.engine.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import makerdeck.clock.SteppedClock;
import makerdeck.domain.ClientId;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Order;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.engine.ExchangeVenue;
import makerdeck.engine.market.ConnectionState;
import makerdeck.message.Message;
import makerdeck.snapshot.OrderStage;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What proves that an order whose answer was lost never came to be. */
class UnknownOrderResolverTest {

    private static final ClientId ID = new ClientId((long) Bench.TAG << 24);
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final Duration LATE = Duration.ofSeconds(20);

    private final Bench bench = new Bench();
    private final SteppedClock clock = bench.clock;
    private final ExchangeVenue venue = bench.venue;
    private final OrderTracker tracker = new OrderTracker((order, before, reason) -> {});
    private final UnknownOrderResolver resolver =
            new UnknownOrderResolver(venue, clock, new ConnectionState(), tracker);
    private ManagedOrder order;

    @BeforeEach
    void loseTheAnswer() {
        order = tracker.sent(
                NewOrder.maker(ID, Side.BID, new Price(15_000), new Quantity(10)), OrderPurpose.QUOTE, 1, 0, now());
        tracker.on(new VenueEvent.PlaceUnknown(now(), ID, Message.plain("timeout")), order, now());
    }

    private Instant now() {
        return clock.instant();
    }

    private void orderNotOpen() {
        resolver.on(new VenueEvent.OrderRead(now(), now(), ID, Optional.empty()));
    }

    private void history(Order... orders) {
        resolver.on(new VenueEvent.HistoryRead(now(), now(), Set.of(ID), List.of(orders)));
    }

    /** Asks, and hears of no trace. */
    private void round() {
        resolver.tick(now());
        orderNotOpen();
        history();
        resolver.fillsRead();
    }

    @Test
    void itIsGoneOnlyAfterTwoRoundsWithoutATrace() {
        clock.pass(LATE);
        round();
        assertEquals(OrderStage.UNKNOWN, order.stage());

        clock.pass(ROUND);
        round();

        assertEquals(OrderStage.REJECTED, order.stage());
    }

    @Test
    void roundsThatWereAskedWhileItsRequestMayStillArriveProveNothing() {
        round();
        clock.pass(ROUND);
        round();

        assertEquals(OrderStage.UNKNOWN, order.stage());
    }

    @Test
    void aHistoryThatCallsItNewDoesNotProveThatItRests() {
        resolver.tick(now());
        history(new Order(
                "11", ID, Side.BID, new Price(15_000), new Quantity(10), Quantity.ZERO, OrderStatus.NEW, now()));

        assertEquals(OrderStage.UNKNOWN, order.stage());
    }

    @ParameterizedTest
    @CsvSource({"false, true, true", "true, false, true", "true, true, false"})
    void oneAnswerTooFewConcludesNothing(boolean open, boolean history, boolean fills) {
        clock.pass(LATE);
        for (int i = 0; i < 4; i++) {
            resolver.tick(now());
            if (open) {
                orderNotOpen();
            }
            if (history) {
                history();
            }
            if (fills) {
                resolver.fillsRead();
            }
            clock.pass(Duration.ofSeconds(6));
        }

        assertEquals(OrderStage.UNKNOWN, order.stage());
    }

    @Test
    void whatIsNotAnsweredIsAskedAgain() {
        resolver.tick(now());
        int asked = venue.reads;
        clock.pass(Duration.ofSeconds(6));

        resolver.tick(now());

        assertTrue(venue.reads > asked, "asked " + venue.reads);
    }
}
