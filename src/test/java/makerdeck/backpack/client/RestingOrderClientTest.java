package makerdeck.backpack.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.client.base.VenueRefusedException;
import makerdeck.backpack.client.calls.RestingOrder;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.domain.ClientId;
import makerdeck.faults.FaultRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestingOrderClientTest {

    private MockVenue mock;
    private RestingOrderClient orders;

    @BeforeEach
    void open() throws IOException {
        mock = new MockVenue();
        var runtime =
                new ClientRuntime(Clock.systemUTC(), System::nanoTime, name -> Thread::new, new SplittableRandom(3));
        orders = new RestingOrderClient(mock.settings(), new Signer(MockVenue.SECRET), runtime);
    }

    @AfterEach
    void close() {
        orders.close();
        mock.close();
    }

    private IOException refusal() {
        return assertThrows(IOException.class, orders::read);
    }

    @Test
    void readsAllOrdersOfTheMarketWhoeverPlacedThem() throws IOException, InterruptedException {
        mock.answer("GET /api/v1/orders", """
                [{"id":"1","clientId":117440512,"symbol":"SOL_USDC"},{"id":"2","clientId":null,"symbol":"SOL_USDC"},
                {"id":"3","clientId":99999999999,"symbol":"SOL_USDC"},{"id":"4","clientId":1,"symbol":"BTC_USDC"}]""");

        assertEquals(
                List.of(
                        new RestingOrder("1", new ClientId(117_440_512)),
                        new RestingOrder("2", null),
                        new RestingOrder("3", null)),
                orders.read());
    }

    @Test
    @FaultRow("56")
    void aRowRestsWhateverElseOfItIsOdd() throws IOException, InterruptedException {
        mock.answer("GET /api/v1/orders", """
                [{"id":"1","clientId":117440512,"symbol":"SOL_USDC","side":{},"status":7,"quantity":[]},null,
                {"id":"2","clientId":"no number","symbol":"SOL_USDC"},{"id":{},"clientId":117440513,"status":"Working"},
                {"id":"3","clientId":null,"createdAt":"yesterday","symbol":"SOL_USDC"}]""");

        assertEquals(
                List.of(
                        new RestingOrder("1", new ClientId(117_440_512)),
                        new RestingOrder(null, null, true),
                        new RestingOrder("2", null, true),
                        new RestingOrder(null, new ClientId(117_440_513)),
                        new RestingOrder("3", null)),
                orders.read());
    }

    @Test
    void aWrongKeyIsARefusal() {
        mock.answer("GET /api/v1/orders", request -> MockVenue.status(401, "{\"code\":\"UNAUTHORIZED\"}"));

        assertInstanceOf(VenueRefusedException.class, refusal());
    }

    @Test
    void whatIsGoneInAnyStatusIsCancelledEnough() throws InterruptedException {
        mock.answer("DELETE /api/v1/order", request -> MockVenue.status(400, "{\"code\":\"RESOURCE_NOT_FOUND\"}"));

        orders.cancel(List.of(new RestingOrder("1", new ClientId(5))));

        assertEquals(1, mock.calls("DELETE /api/v1/order").size());
    }

    @Test
    void neitherAPageNorAnExpiredRequestIsARefusal() {
        mock.answer("GET /api/v1/orders", request -> MockVenue.status(403, "<html><title>Blocked</title></html>"));
        assertFalse(refusal() instanceof VenueRefusedException);
        orders.close();
        var runtime =
                new ClientRuntime(Clock.systemUTC(), System::nanoTime, name -> Thread::new, new SplittableRandom(3));
        orders = new RestingOrderClient(mock.settings(), new Signer(MockVenue.SECRET), runtime);
        mock.answer(
                "GET /api/v1/orders",
                request -> MockVenue.status(
                        400, "{\"code\":\"INVALID_CLIENT_REQUEST\",\"message\":\"Request has expired\"}"));

        assertFalse(refusal() instanceof VenueRefusedException);
    }

    @Test
    void anUnreadableAnswerIsNoEmptyList() {
        mock.answer("GET /api/v1/orders", "[{\"id\":");

        assertFalse(refusal() instanceof VenueRefusedException);
    }

    @Test
    void aVenueThatIsGoneIsNoRefusal() {
        mock.close();

        assertFalse(refusal() instanceof VenueRefusedException);
    }

    @Test
    void cancelsEachByItsIdAloneAndPutsUpWithThoseThatAreGone() throws InterruptedException {
        mock.answer("DELETE /api/v1/order", request -> MockVenue.status(404, "{\"code\":\"RESOURCE_NOT_FOUND\"}"));

        orders.cancel(List.of(new RestingOrder("1", new ClientId(5)), new RestingOrder("2", null)));

        var bodies = mock.calls("DELETE /api/v1/order").stream()
                .map(call -> String.valueOf(call.getBody().utf8()))
                .toList();
        assertEquals(2, bodies.size());
        assertTrue(bodies.contains("{\"orderId\":\"1\",\"symbol\":\"SOL_USDC\"}"), bodies::toString);
        assertTrue(bodies.contains("{\"orderId\":\"2\",\"symbol\":\"SOL_USDC\"}"), bodies::toString);
        assertEquals(List.of(), mock.calls("DELETE /api/v1/orders"));
    }
}
