package makerdeck.laboratory.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.domain.ClientId;
import makerdeck.domain.NewOrder;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;

class VirtualVenueTest {

    private static final long MILLI = 1_000_000L;
    private static final long START = 1_000_000 * MILLI;

    private final VirtualClock clock = new VirtualClock();
    private final VirtualVenue venue = new VirtualVenue(clock, Duration.ofMillis(50));
    private final Exchange exchange = new Exchange(
            new ExchangeSettings(
                    ListedMarkets.find("SOL_USDC").orElseThrow(),
                    new BigDecimal("150"),
                    new MarketSource.Nobody(),
                    1,
                    START,
                    Duration.ZERO),
            venue.listener());

    VirtualVenueTest() {
        clock.follow(exchange::now);
        var funds = Map.of("SOL", new BigDecimal("20"), "USDC", new BigDecimal("7000"));
        venue.connect(exchange, exchange.open(funds, ExchangeSettings.STANDARD_FEES));
    }

    private static NewOrder bid(long id, long ticks) {
        return NewOrder.maker(new ClientId(id), Side.BID, new Price(ticks), new Quantity(100));
    }

    private List<VenueEvent> heardAt(long millis) {
        exchange.advanceTo(START + millis * MILLI);
        venue.work();
        var heard = new ArrayList<VenueEvent>();
        for (var event = venue.next(); event != null; event = venue.next()) {
            heard.add(event);
        }
        return heard;
    }

    @Test
    void aRequestTakesEffectALatencyAfterItWasMade() {
        venue.place(List.of(bid(1, 14_990)));

        assertEquals(List.of(), heardAt(49));
        assertTrue(venue.account().open().isEmpty());

        var heard = heardAt(50);
        var order = venue.account().open().get(0);
        assertEquals(new Price(14_990), order.price());
        assertEquals(clock.instant(), order.createdAt());
        assertTrue(heard.contains(new VenueEvent.PlaceAnswered(
                clock.instant(), List.of(new VenueEvent.OrderChanged(clock.instant(), order, null, null)))));
        assertTrue(heard.get(heard.size() - 1) instanceof VenueEvent.BookMoved, "the book comes last: " + heard);
    }

    @Test
    void anOrderThatWouldTakeIsRefused() {
        var other = exchange.open(Map.of("SOL", new BigDecimal("20")), ExchangeSettings.STANDARD_FEES);
        exchange.submit(other, OrderRequest.limit(Side.ASK, new BigDecimal("150.00"), BigDecimal.ONE));
        venue.place(List.of(bid(1, 15_001), bid(2, 14_999)));

        var answer = heardAt(50).stream()
                .filter(VenueEvent.PlaceAnswered.class::isInstance)
                .map(VenueEvent.PlaceAnswered.class::cast)
                .findFirst()
                .orElseThrow();

        assertEquals(2, answer.orders().size());
        assertEquals(
                Refusal.POST_ONLY_WOULD_TAKE,
                ((VenueEvent.PlaceRefused) answer.orders().get(0)).refusal());
        assertEquals(
                OrderStatus.NEW,
                ((VenueEvent.OrderChanged) answer.orders().get(1)).order().status());
    }

    @Test
    void aCancelThatComesTooLateSaysThatNothingIsOpen() {
        venue.cancel(new ClientId(9), null);

        var refused = (VenueEvent.CancelRefused) heardAt(50).get(0);

        assertTrue(refused.notOpen());
        assertEquals(new ClientId(9), refused.clientId());
    }

    @Test
    void everyRequestIsCountedAsWhatItIs() {
        venue.place(List.of(bid(1, 14_990), bid(2, 14_980)));
        venue.cancel(new ClientId(1), null);
        venue.readBalances();
        venue.readOpenOrders();

        assertEquals(List.of(1, 1, 2), List.of(venue.batches(), venue.cancels(), venue.reads()));

        venue.healthy();
        var health = (VenueEvent.HealthChanged) heardAt(0).get(0);
        assertEquals(4, health.health().requestsLastMinute());
    }
}
