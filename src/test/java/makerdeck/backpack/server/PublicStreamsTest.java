package makerdeck.backpack.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.clock.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What any socket can hear, and how it asks. */
@Waiting
class PublicStreamsTest {

    private BackpackServer server;
    private TestClient client;
    private TestClient other;
    private TestSocket socket;

    @BeforeEach
    void open() throws IOException {
        server = ServedVenue.quiet();
        client = new TestClient(server);
        other = new TestClient(server, server.openAccount());
        socket = new TestSocket(server);
    }

    @AfterEach
    void close() {
        socket.close();
        server.close();
    }

    private void place(TestClient who, String order) {
        var answer = who.send("POST", Instruction.ORDER_EXECUTE, "/api/v1/order", order);
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private void subscribe(String... streams) {
        socket.subscribe(streams);
        socket.settle();
    }

    private static long number(Map<String, Object> message, String name) {
        return new BigDecimal(String.valueOf(message.get(name))).longValueExact();
    }

    @Test
    void depthFramesFollowEachOtherAndTheSnapshotWithoutAGap() {
        place(client, OrderBody.limit("Bid", "149", "1"));
        subscribe("depth.SOL_USDC");
        var snapshot = Shapes.object(client.get("/api/v1/depth?symbol=SOL_USDC").body());

        place(client, OrderBody.limit("Bid", "149", "0.5"));
        place(other, OrderBody.market("Ask", "1.5"));

        var frames = socket.data("depth.SOL_USDC", 2);
        assertEquals(number(snapshot, "lastUpdateId") + 1, number(frames.get(0), "U"));
        assertEquals(number(frames.get(0), "u") + 1, number(frames.get(1), "U"));
        assertEquals(List.of(List.of("149.00", "1.50")), frames.get(0).get("b"));
        assertEquals(List.of(List.of("149.00", "0.00")), frames.get(1).get("b"));
        assertEquals(List.of(), frames.get(1).get("a"));
    }

    @Test
    void theBookTickerShowsAnEmptySideAsNull() {
        subscribe("bookTicker.SOL_USDC");

        place(client, OrderBody.limit("Bid", "149", "1"));
        place(client, OrderBody.limit("Ask", "151", "0.5"));

        var frames = socket.data("bookTicker.SOL_USDC", 2);
        assertEquals("149.00", frames.get(0).get("b"));
        assertTrue(frames.get(0).containsKey("a"));
        assertNull(frames.get(0).get("a"));
        assertEquals("151.00", frames.get(1).get("a"));
        assertEquals("0.50", frames.get(1).get("A"));
    }

    @Test
    void aTradeSaysWhoseOrdersMetAndWhoTook() {
        subscribe("trade.SOL_USDC");
        place(client, OrderBody.limit("Bid", "149", "1"));

        place(other, OrderBody.market("Ask", "0.4"));

        var trade = socket.data("trade.SOL_USDC", 1).get(0);
        assertEquals("149.00", trade.get("p"));
        assertEquals("0.40", trade.get("q"));
        assertEquals(true, trade.get("m"));
        assertEquals("1", trade.get("b"));
        assertEquals("2", trade.get("a"));
    }

    @Test
    void aDigestHasOneFrameForManyChanges() {
        subscribe("depth.200ms.SOL_USDC", "depth.SOL_USDC");
        var orders = List.of(
                OrderBody.limit("Bid", "149", "1"),
                OrderBody.limit("Bid", "148", "1"),
                OrderBody.limit("Bid", "149", "1"));

        client.send("POST", Instruction.ORDER_EXECUTE, "/api/v1/orders", orders.toString());

        var digest = socket.data("depth.200ms.SOL_USDC", 1);
        var single = socket.data("depth.SOL_USDC", 3);
        assertEquals(1, digest.size());
        assertEquals(
                List.of(List.of("148.00", "1.00"), List.of("149.00", "2.00")),
                digest.get(0).get("b"));
        assertEquals(single.get(0).get("U"), digest.get(0).get("U"));
        assertEquals(single.get(2).get("u"), digest.get(0).get("u"));
    }

    @Test
    void candlesAndTheTickerComeBySecond() {
        subscribe("kline.1s.SOL_USDC", "kline.1month.SOL_USDC", "ticker.SOL_USDC");
        place(client, OrderBody.limit("Bid", "149", "1"));
        place(other, OrderBody.market("Ask", "0.4"));

        var closed = socket.data("kline.1s.SOL_USDC", 1).get(0);
        assertEquals(true, closed.get("X"));
        assertEquals("149.00", closed.get("c"));
        assertEquals("0.40", closed.get("v"));
        assertEquals(false, socket.data("kline.1month.SOL_USDC", 1).get(0).get("X"));
        assertEquals("149", socket.data("ticker.SOL_USDC", 2).get(1).get("c"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "bookTicker.SOL_USDC, messages/ws_public_bookticker.jsonl",
        "depth.SOL_USDC, messages/ws_public_depth_edge.jsonl",
        "depth.1000ms.SOL_USDC, messages/ws_public_depth_200ms.jsonl",
        "trade.SOL_USDC, messages/ws_public_trade.jsonl",
        "ticker.SOL_USDC, messages/ws_public_ticker.jsonl",
        "kline.1m.SOL_USDC, messages/ws_public_kline.jsonl"
    })
    void everyFrameHasTheMembersSeenOnTheWire(String stream, String recording) {
        var seen = Shapes.recorded(recording).lines().findFirst().orElseThrow();
        subscribe(stream);

        place(client, OrderBody.limit("Bid", "149", "1"));
        place(other, OrderBody.market("Ask", "0.4"));

        socket.data(stream, 1);
        var heard = socket.heard(stream).get(0);
        assertEquals(names(seen), names(heard));
    }

    private static List<String> names(String frame) {
        return Shapes.members(Shapes.parse(frame)).stream()
                .filter(name -> !name.contains("[]"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "what?;4002;Parse error",
                "{\"method\":\"DANCE\",\"params\":[]};4002;Parse error",
                "{\"method\":\"SUBSCRIBE\"};4002;Parse error",
                "{\"method\":\"SUBSCRIBE\",\"params\":[\"account.orderUpdate\"]};4003;Invalid signature",
                "{\"method\":\"SUBSCRIBE\",\"params\":[\"weather.SOL_USDC\"]};4006;Invalid stream",
                "{\"method\":\"SUBSCRIBE\",\"params\":[\"depth\"]};4006;Invalid stream",
                "{\"method\":\"SUBSCRIBE\",\"params\":[\"kline.7m.SOL_USDC\"]};4006;Invalid stream",
                "{\"method\":\"SUBSCRIBE\",\"params\":[\"depth.300ms.SOL_USDC\"]};4008;Invalid depth window"
            })
    void aFrameThatMakesNoSenseIsToldSoAndTheSocketStaysOpen(String frame, int code, String message) {
        socket.say(frame);
        socket.subscribe("trade.SOL_USDC");
        socket.settle();

        assertEquals(
                "{\"id\":null,\"error\":{\"code\":" + code + ",\"message\":\"" + message + "\"}}",
                socket.frames().get(0));
    }

    @Test
    void unknownMarketsAreSilent() {
        subscribe("depth.FOO_USDC", "depth.MU.US_USDC", "markPrice.SOL_USDC_PERP");

        place(client, OrderBody.limit("Bid", "149", "1"));
        socket.settle();

        assertEquals(socket.heard("error"), socket.frames());
    }

    @Test
    void subscribingTwiceDeliversOnce() {
        subscribe("depth.SOL_USDC", "depth.SOL_USDC");
        subscribe("depth.SOL_USDC");

        place(client, OrderBody.limit("Bid", "149", "1"));
        socket.settle();

        assertEquals(1, socket.data("depth.SOL_USDC", 1).size());
    }

    @Test
    void afterUnsubscribingFramesJustStop() {
        subscribe("depth.SOL_USDC", "bookTicker.SOL_USDC");

        socket.say("{\"method\":\"UNSUBSCRIBE\",\"params\":[\"depth.SOL_USDC\"]}");
        socket.settle();
        place(client, OrderBody.limit("Bid", "149", "1"));

        socket.data("bookTicker.SOL_USDC", 1);
        socket.settle();
        assertEquals(List.of(), socket.heard("\"stream\":\"depth"));
    }

    @Test
    void aClientsPingIsAnswered() {
        socket.ping();

        socket.awaitPong();
    }

    @Test
    void theVenueSaysGoodbyeBeforeItCloses() {
        socket.settle();

        server.close();

        assertEquals(1001, socket.awaitClose());
    }
}
