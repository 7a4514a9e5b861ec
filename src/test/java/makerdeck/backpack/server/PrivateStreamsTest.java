package makerdeck.backpack.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.simulator.faults.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the owner of an account hears. */
class PrivateStreamsTest {

    private static final String ORDERS = "account.orderUpdate";
    private static final String OF_SOL = "account.orderUpdate.SOL_USDC";
    private static final String BALANCES = "account.balanceUpdate";

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

    private static String place(TestClient who, String order) {
        var answer = who.send("POST", Instruction.ORDER_EXECUTE, "/api/v1/order", order);
        assertEquals(200, answer.statusCode(), answer.body());
        return String.valueOf(Shapes.object(answer.body()).get("id"));
    }

    private void cancelAll() {
        client.send("DELETE", Instruction.ORDER_CANCEL_ALL, "/api/v1/orders", "{\"symbol\":\"SOL_USDC\"}");
    }

    private static List<Object> each(List<Map<String, Object>> frames, String name) {
        return frames.stream().map(frame -> frame.getOrDefault(name, "")).toList();
    }

    @Test
    void anOrderIsToldFromAcceptanceToCancelTogetherWithItsLock() {
        socket.subscribe(client, ORDERS, BALANCES);
        socket.settle();

        var id = place(client, OrderBody.limit("Ask", "151", "2", ",\"postOnly\":true"));
        cancelAll();

        var orders = socket.data(ORDERS, 2);
        assertEquals(List.of("orderAccepted", "orderCancelled"), each(orders, "e"));
        assertEquals(List.of("New", "Cancelled"), each(orders, "X"));
        assertEquals(List.of(id, id), each(orders, "i"));
        assertEquals(List.of("302.0000", "302.0000"), each(orders, "Q"));
        var balances = socket.data(BALANCES, 2);
        assertEquals(List.of("18", "20"), each(balances, "A"));
        assertEquals(List.of("2", "0"), each(balances, "L"));
        assertEquals(
                List.of(ORDERS, BALANCES, ORDERS, BALANCES),
                socket.frames().stream()
                        .filter(frame -> frame.contains("\"stream\""))
                        .map(frame -> Shapes.object(frame).get("stream"))
                        .toList());
    }

    @Test
    void theFramesOfAnOrderHaveTheMembersSeenOnTheWire() {
        var seen = Shapes.recorded("messages/ws_private_order_lifecycle.jsonl")
                .lines()
                .toList();
        socket.subscribe(client, ORDERS, BALANCES);
        socket.settle();

        place(client, OrderBody.limit("Ask", "151", "2", ",\"postOnly\":true"));
        cancelAll();

        socket.data(BALANCES, 2);
        var heard = socket.heard("\"stream\"");
        for (int i = 0; i < seen.size(); i++) {
            assertEquals(Shapes.members(Shapes.parse(seen.get(i))), Shapes.members(Shapes.parse(heard.get(i))));
        }
    }

    @Test
    void aTakerIsToldAcceptanceThenEveryFill() {
        place(other, OrderBody.limit("Ask", "151", "1"));
        place(other, OrderBody.limit("Ask", "152", "1"));
        socket.subscribe(client, OF_SOL);
        socket.settle();

        place(client, OrderBody.market("Bid", "1.5"));

        var events = socket.data(OF_SOL, 3);
        assertEquals(List.of("orderAccepted", "orderFill", "orderFill"), each(events, "e"));
        assertEquals(List.of("New", "PartiallyFilled", "Filled"), each(events, "X"));
        assertEquals(List.of("0", "1.00", "1.50"), each(events, "z"));
        assertEquals(List.of("0", "151.0000", "227.0000"), each(events, "Z"));
        assertEquals(List.of("", "0.001", "0.0005"), each(events, "n"));
        assertEquals(List.of("", "SOL", "SOL"), each(events, "N"));
        assertEquals(List.of("", false, false), each(events, "m"));
        var seen =
                Shapes.recorded("messages/ws_private_market_fill.jsonl").lines().toList();
        var heard = socket.heard("\"stream\"");
        assertEquals(Shapes.members(Shapes.parse(seen.get(0))), Shapes.members(Shapes.parse(heard.get(0))));
        assertEquals(Shapes.members(Shapes.parse(seen.get(1))), Shapes.members(Shapes.parse(heard.get(1))));
    }

    @Test
    void aMakerIsToldItsFillWithItsClientId() {
        socket.subscribe(client, ORDERS);
        socket.settle();
        place(client, OrderBody.limit("Bid", "149", "2", ",\"clientId\":4294967295"));

        place(other, OrderBody.market("Ask", "0.5"));

        var fill = socket.data(ORDERS, 2).get(1);
        assertEquals("orderFill", fill.get("e"));
        assertEquals(true, fill.get("m"));
        assertEquals(4294967295.0, fill.get("c"));
        assertEquals("0.50", fill.get("l"));
        assertEquals("149.00", fill.get("L"));
    }

    @Test
    void whatExpiresSaysWhy() {
        place(other, OrderBody.limit("Ask", "151", "1"));
        socket.subscribe(client, ORDERS);
        socket.settle();

        place(client, OrderBody.limit("Bid", "151", "3", ",\"timeInForce\":\"IOC\""));

        var expired = socket.data(ORDERS, 3).get(2);
        assertEquals("orderExpired", expired.get("e"));
        assertEquals("ImmediateOrCancel", expired.get("R"));
        assertEquals("1.00", expired.get("z"));
    }

    @Test
    void absentMembersAreLeftOutOfAnOrderButForTheTradeId() {
        socket.subscribe(client, ORDERS);
        socket.settle();

        place(client, OrderBody.limit("Bid", "149", "2"));

        socket.data(ORDERS, 1);
        var frame = socket.heard(ORDERS).get(0);
        assertEquals(1, frame.split("null", -1).length - 1, frame);
        assertEquals(1, frame.split("\"t\":null", -1).length - 1, frame);
        assertFalse(frame.contains("\"c\":"), frame);
    }

    @Test
    void nobodyHearsAnotherAccount() {
        socket.subscribe(client, ORDERS, BALANCES);
        socket.settle();

        place(other, OrderBody.limit("Bid", "149", "2"));
        socket.settle();

        assertEquals(List.of(), socket.heard("\"stream\""));
    }

    @Test
    void publicAndPrivateStreamsShareAFrameAndASocket() {
        socket.subscribe(client, ORDERS, "depth.SOL_USDC");
        socket.settle();

        place(client, OrderBody.limit("Bid", "149", "2"));

        assertEquals(1, socket.data(ORDERS, 1).size());
        assertEquals(1, socket.data("depth.SOL_USDC", 1).size());
    }

    @Test
    void aSubscriptionTakenForLateIsRefusedWithTheCodeOfAForgedOne() {
        server.faults().begin(Fault.EXPIRED, System.currentTimeMillis() * 1_000_000L, Duration.ofMinutes(1));

        socket.say("{\"method\":\"SUBSCRIBE\",\"params\":[\"account.orderUpdate\"],\"signature\":[\""
                + server.credentials().publicKey() + "\",\"" + "A".repeat(86) + "==\",\"" + System.currentTimeMillis()
                + "\",\"5000\"]}");
        socket.settle();

        var refusal = socket.frames().get(0);
        assertTrue(refusal.startsWith("{\"id\":null,\"error\":{\"code\":4003,"), refusal);
        assertTrue(refusal.contains("has expired"), refusal);
    }

    @Test
    void aForgedSubscriptionHearsNothing() {
        socket.say("{\"method\":\"SUBSCRIBE\",\"params\":[\"account.orderUpdate\"],\"signature\":[\""
                + server.credentials().publicKey() + "\",\"" + "A".repeat(86) + "==\",\"" + System.currentTimeMillis()
                + "\",\"5000\"]}");
        socket.settle();

        place(client, OrderBody.limit("Bid", "149", "2"));
        socket.settle();

        assertEquals(
                "{\"id\":null,\"error\":{\"code\":4003,\"message\":\"Invalid signature\"}}",
                socket.frames().get(0));
        assertEquals(List.of(), socket.heard("\"stream\""));
    }
}
