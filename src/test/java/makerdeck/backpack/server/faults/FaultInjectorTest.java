package makerdeck.backpack.server.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.backpack.server.RawSocket;
import makerdeck.backpack.server.ServedVenue;
import makerdeck.backpack.server.TestClient;
import makerdeck.backpack.server.TestSocket;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.clock.Waiting;
import makerdeck.simulator.faults.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client meets when the venue goes wrong on purpose. */
@Waiting
class FaultInjectorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String BID =
            "{\"clientId\":5,\"orderType\":\"Limit\",\"price\":\"149.00\",\"quantity\":\"1.00\","
                    + "\"side\":\"Bid\",\"symbol\":\"SOL_USDC\"}";
    private static final String OTHER = BID.replace("\"clientId\":5", "\"clientId\":6");
    private static final String CANCEL = "{\"clientId\":5,\"symbol\":\"SOL_USDC\"}";

    private BackpackServer server;
    private TestClient client;

    @BeforeEach
    void open() throws IOException {
        server = ServedVenue.quiet();
        client = new TestClient(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void begin(Fault fault) {
        var now = Duration.between(Instant.EPOCH, Clock.systemUTC().instant());
        server.faults().begin(fault, now.toNanos(), LONG);
    }

    private HttpResponse<String> place() {
        return client.send("POST", Instruction.ORDER_EXECUTE, "/api/v1/order", BID);
    }

    private HttpResponse<String> cancel() {
        return client.send("DELETE", Instruction.ORDER_CANCEL, "/api/v1/order", CANCEL);
    }

    private String openOrders() {
        return client.get(Instruction.ORDER_QUERY_ALL, "/api/v1/orders?symbol=SOL_USDC")
                .body();
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(Fault.POST_REFUSED, 400, "INVALID_ORDER"),
                Arguments.of(Fault.POST_GARBLED, 502, "<html>"),
                Arguments.of(Fault.RATE_LIMIT, 429, "TOO_MANY_REQUESTS"),
                Arguments.of(Fault.BAN, 418, "banned"),
                Arguments.of(Fault.MAINTENANCE, 503, "MAINTENANCE"),
                Arguments.of(Fault.PAGE_403, 403, "<title>Attention"),
                Arguments.of(Fault.PAGE_429, 429, "<title>"),
                Arguments.of(Fault.PAGE_451, 451, "<title>"),
                Arguments.of(Fault.PAGE_502, 502, "<title>502"),
                Arguments.of(Fault.PAGE_200, 200, "<title>"),
                Arguments.of(Fault.CANCEL_ONLY, 400, "TRADING_PAUSED"),
                Arguments.of(Fault.KEY_REFUSED, 401, "UNAUTHORIZED"),
                Arguments.of(Fault.EXPIRED, 400, "Request has expired"),
                Arguments.of(Fault.CLOCK_STEP, 400, "Request has expired"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anOrderIsAnsweredAsTheFaultSays(Fault fault, int status, String part) {
        begin(fault);

        var answer = place();

        assertEquals(status, answer.statusCode());
        assertTrue(answer.body().contains(part), answer.body());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"POST_TIMEOUT", "POST_LATE"})
    void anOrderWhoseAnswerIsLostRestsAllTheSame(Fault fault) {
        begin(fault);

        assertThrows(UncheckedIOException.class, this::place);

        await().atMost(PATIENCE).until(() -> openOrders().contains("149"));
    }

    @Test
    void anOrderThatIsLostNeverRests() {
        begin(Fault.POST_LOST);
        assertThrows(UncheckedIOException.class, this::place);

        server.faults().end();

        assertEquals("[]", openOrders());
    }

    @Test
    void everySecondOrderOfABatchIsRefusedAndTheRefusedComeFirst() {
        begin(Fault.BATCH_PARTIAL);

        var body = client.send("POST", Instruction.ORDER_EXECUTE, "/api/v1/orders", "[" + BID + "," + OTHER + "]")
                .body();

        assertTrue(body.indexOf("Err") < body.indexOf("Ok"), body);
        assertEquals(
                1,
                client.get(Instruction.ORDER_QUERY_ALL, "/api/v1/orders?symbol=SOL_USDC")
                                .body()
                                .split("\"clientId\"", -1)
                                .length
                        - 1);
    }

    @Test
    void cancelsAreLostSwallowedOrRefused() {
        place();
        begin(Fault.CANCEL_LOST);
        assertThrows(UncheckedIOException.class, this::cancel);
        assertTrue(openOrders().contains("149"));

        server.faults().end();
        begin(Fault.CANCEL_REFUSED);
        assertEquals(400, cancel().statusCode());
        assertTrue(openOrders().contains("149"));

        server.faults().end();
        begin(Fault.CANCEL_TIMEOUT);
        assertThrows(UncheckedIOException.class, this::cancel);
        await().atMost(PATIENCE).until(() -> openOrders().equals("[]"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"PAGE_403", "PAGE_451", "PAGE_200"})
    void aPageStandsInASocketsPlaceToo(Fault page) throws IOException {
        begin(page);

        try (var socket = new RawSocket(server, 64 * 1024)) {
            assertFalse(socket.handshake().contains(" 101 "), socket.handshake());
        }
    }

    @Test
    void aPageOnReadsLeavesOrdersAlone() {
        begin(Fault.PAGE_ON_READS);

        assertEquals(200, place().statusCode());
        assertEquals(403, client.get("/api/v1/time").statusCode());
        assertTrue(openOrders().contains("<title>Access denied"), openOrders());
    }

    @Test
    void whatIsNotOpenMayBeAnsweredWithEitherStatus() {
        assertEquals(404, cancel().statusCode());
        begin(Fault.NOT_FOUND_400);

        var answer = cancel();

        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("RESOURCE_NOT_FOUND"), answer.body());
    }

    @Test
    void readingsFailOrShowNothing() {
        place();
        begin(Fault.LISTING_EMPTY);
        assertEquals("[]", openOrders());
        begin(Fault.BALANCES_EMPTY);
        assertEquals(
                "{}", client.get(Instruction.BALANCE_QUERY, "/api/v1/capital").body());

        server.faults().end();
        begin(Fault.READ_TIMEOUT);

        assertThrows(UncheckedIOException.class, this::openOrders);
    }

    @Test
    void listsHoldRowsThatCannotBeRead() {
        place();
        begin(Fault.ROWS_ODD);

        assertTrue(openOrders().contains(",null,7,"), openOrders());
        for (var history : List.of("orders", "fills")) {
            var instruction =
                    history.equals("orders") ? Instruction.ORDER_HISTORY_QUERY_ALL : Instruction.FILL_HISTORY_QUERY_ALL;
            var body = client.get(instruction, "/wapi/v1/history/" + history).body();
            assertTrue(body.contains("1e999999999"), body);
        }
    }

    @Test
    void balancesAreReadWrong() {
        begin(Fault.BALANCES_WRONG);

        var body = client.get(Instruction.BALANCE_QUERY, "/api/v1/capital").body();
        assertTrue(body.contains("\"available\":\"2\""), body);
    }

    @Test
    void ordersAreCalledAWordNobodyKnowsWhereverTheyAreTold() {
        try (var socket = new TestSocket(server)) {
            socket.subscribe(client, "account.orderUpdate.SOL_USDC");
            socket.settle();
            begin(Fault.ORDER_WORDS);

            assertTrue(place().body().contains("\"status\":\"Working\""));
            assertTrue(openOrders().contains("\"status\":\"Working\""));
            assertTrue(socket.data("account.orderUpdate.SOL_USDC", 1).toString().contains("X=Working"));
        }
    }

    @Test
    void theMarketSaysThatItTakesCancelsOnly() {
        begin(Fault.CANCEL_ONLY);

        assertTrue(client.get("/api/v1/market?symbol=SOL_USDC").body().contains("\"CancelOnly\""));
    }

    @Test
    void silentStreamsSayNothingAndComeBack() {
        try (var socket = new TestSocket(server)) {
            socket.subscribe("depth.SOL_USDC");
            socket.subscribe(client, "account.orderUpdate.SOL_USDC");
            socket.settle();
            begin(Fault.WS_SILENCE);
            place();
            server.faults().end();
            cancel();

            assertTrue(socket.data("depth.SOL_USDC", 1).toString().contains("[149.00, 0.00]"));
            assertEquals(1, socket.data("account.orderUpdate.SOL_USDC", 1).size());
        }
    }

    @Test
    void framesOfTheAccountComeTwice() {
        try (var socket = new TestSocket(server)) {
            socket.subscribe(client, "account.orderUpdate.SOL_USDC");
            socket.settle();
            begin(Fault.PRIVATE_TWICE);

            place();

            assertEquals(2, socket.data("account.orderUpdate.SOL_USDC", 2).size());
        }
    }

    @Test
    void subscriptionsAreIgnored() {
        try (var socket = new TestSocket(server)) {
            begin(Fault.WS_DEAF);
            socket.subscribe("depth.SOL_USDC");
            socket.settle();
            server.faults().end();
            place();
            socket.settle();

            assertEquals(0, socket.heard("depth.SOL_USDC").size());
        }
    }

    @Test
    void socketsAreToldGoodbyeOnce() {
        try (var socket = new TestSocket(server)) {
            socket.settle();
            place();
            begin(Fault.WS_GOODBYE);

            assertEquals(1001, socket.awaitClose());
        }
    }

    @Test
    void aSlowVenueTakesSeconds() {
        begin(Fault.LATENCY);
        var before = System.nanoTime();

        assertEquals(200, place().statusCode());

        assertTrue(System.nanoTime() - before >= 2 * FaultInjector.SLOW_HALF.toNanos());
    }
}
