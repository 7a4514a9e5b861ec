package makerdeck.backpack.server.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.backpack.server.OrderBody;
import makerdeck.backpack.server.ServedVenue;
import makerdeck.backpack.server.Shapes;
import makerdeck.backpack.server.TestClient;
import makerdeck.backpack.wire.signing.Instruction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Placing, cancelling and looking up orders, in an empty book with one other account. */
class OrderCallsTest {

    private static final String NOT_FOUND = "{\"code\":\"RESOURCE_NOT_FOUND\",\"message\":\"Not Found\"}";

    private BackpackServer server;
    private TestClient client;
    private TestClient other;

    @BeforeEach
    void open() throws IOException {
        server = ServedVenue.quiet();
        client = new TestClient(server);
        other = new TestClient(server, server.openAccount());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static HttpResponse<String> place(TestClient who, String order) {
        return who.send("POST", Instruction.ORDER_EXECUTE, "/api/v1/order", order);
    }

    private static Map<String, Object> placed(TestClient who, String order) {
        var answer = place(who, order);
        assertEquals(200, answer.statusCode(), answer.body());
        return Shapes.object(answer.body());
    }

    private HttpResponse<String> cancel(String body) {
        return client.send("DELETE", Instruction.ORDER_CANCEL, "/api/v1/order", body);
    }

    private static Arguments invalid(String order, String code, String message) {
        return Arguments.of(order, 400, "{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}");
    }

    private static Arguments unreadable(String order, String why) {
        return Arguments.of(
                order,
                400,
                "parse request payload error: " + why + " (occurred while parsing \"OrderExecutePayload\")");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                invalid(
                        OrderBody.limit("Bid", "151", "1", ",\"postOnly\":true"),
                        "INVALID_ORDER",
                        "Order would immediately match and take"),
                invalid(
                        OrderBody.limit("Bid", "151", "5", ",\"timeInForce\":\"FOK\""),
                        "INVALID_ORDER",
                        "Fill or kill order would not complete fill immediately"),
                invalid(
                        OrderBody.limit("Bid", "301", "1"),
                        "INVALID_PRICE",
                        "Price is too far from the last active price"),
                invalid(OrderBody.limit("Bid", "100.001", "1"), "INVALID_CLIENT_REQUEST", "Price decimal too long"),
                invalid(OrderBody.limit("Bid", "100", "0.001"), "INVALID_CLIENT_REQUEST", "Quantity decimal too long"),
                invalid(
                        OrderBody.limit("Bid", "100", "0"),
                        "INVALID_CLIENT_REQUEST",
                        "Quantity is below the minimum allowed value"),
                invalid(OrderBody.limit("Bid", "100", "71"), "INSUFFICIENT_FUNDS", "Insufficient funds"),
                invalid(OrderBody.market("Ask", "1"), "INVALID_ORDER", "No liquidity for market order"),
                invalid(
                        OrderBody.limit("Bid", "100", "1").replace("SOL_USDC", "FOO_USDC"),
                        "INVALID_CLIENT_REQUEST",
                        "Invalid market symbol"),
                invalid(
                        OrderBody.limit("Bid", "100", "1", ",\"triggerPrice\":\"90\""),
                        "NOT_IMPLEMENTED",
                        "Triggers and slippage limits are not served by this venue"),
                unreadable(
                        OrderBody.limit("Bid", "100", "1").replace("SOL_USDC", "SOL/USDC"),
                        "failed to parse \"MarketSymbol\": Invalid market symbol"),
                unreadable(OrderBody.limit("Bid", "1e2", "1"), "failed to parse \"string_decimal\": Invalid decimal"),
                unreadable(
                        OrderBody.limit("BUY", "100", "1"),
                        "failed to parse \"Side\": Expect a valid enumeration value."),
                unreadable("{\"symbol\":\"SOL_USDC\"}", "Type \"Side\" expects an input value."),
                unreadable(
                        OrderBody.limit("Bid", "100", "1", ",\"clientId\":4294967296"),
                        "failed to parse \"uint32\": Only integers from 0 to 4294967295 are accepted."),
                Arguments.of(
                        "[" + OrderBody.limit("Bid", "100", "1") + "]",
                        400,
                        "parse request payload error: Expected input type \"OrderExecutePayload\", found [..]."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void everyRefusedOrderIsToldWhyAndLeavesNoTrace(String order, int status, String body) {
        placed(other, OrderBody.limit("Ask", "151", "1"));

        var answer = place(client, order);

        assertEquals(body, answer.body());
        assertEquals(status, answer.statusCode());
        assertEquals(
                "[]",
                client.get(Instruction.ORDER_HISTORY_QUERY_ALL, "/wapi/v1/history/orders")
                        .body());
    }

    @Test
    void aRestingOrderHasTheMembersSeenOnTheWireAndIsFoundByEitherId() {
        var order = placed(client, OrderBody.limit("Bid", "100.10", "0.50", ",\"clientId\":\"7\",\"postOnly\":true"));

        assertEquals("New", order.get("status"));
        assertEquals("100.1", order.get("price"));
        assertEquals("0.5", order.get("quantity"));
        assertEquals(7.0, order.get("clientId"));
        var byId = client.get(Instruction.ORDER_QUERY, "/api/v1/order?symbol=SOL_USDC&orderId=" + order.get("id"));
        var byClientId = client.get(Instruction.ORDER_QUERY, "/api/v1/order?symbol=SOL_USDC&clientId=7");
        assertEquals(order, Shapes.object(byId.body()));
        assertEquals(order, Shapes.object(byClientId.body()));
        assertEquals(
                List.of(order),
                Shapes.rows(client.get(Instruction.ORDER_QUERY_ALL, "/api/v1/orders")
                        .body()));
        assertEquals(
                Shapes.members(Shapes.parse(Shapes.recorded("messages/rest_get_open_orders_client_id.json"))),
                Shapes.members(List.of(order)));
    }

    @Test
    void aMarketOrderAnswersWithItsFills() {
        placed(other, OrderBody.limit("Ask", "151", "1"));
        placed(other, OrderBody.limit("Ask", "152", "1"));

        var order = placed(client, OrderBody.market("Bid", "1.5"));

        assertEquals("Filled", order.get("status"));
        assertEquals("1.5", order.get("executedQuantity"));
        assertEquals("227", order.get("executedQuoteQuantity"));
        assertEquals(
                Shapes.members(Shapes.parse(Shapes.recorded("messages/rest_post_order_market.json"))),
                Shapes.members(order));
    }

    @Test
    void aMarketBuyByQuoteQuantitySpendsAtMostThat() {
        placed(other, OrderBody.limit("Ask", "100", "5"));

        var order = placed(client, OrderBody.market("Bid", "250.5").replace("quantity", "quoteQuantity"));

        assertEquals("2.5", order.get("executedQuantity"));
        assertEquals("250.5", order.get("quoteQuantity"));
        assertNull(order.get("quantity"));
    }

    @Test
    void whatAnImmediateOrderDoesNotFillExpires() {
        placed(other, OrderBody.limit("Ask", "151", "1"));

        var order = placed(client, OrderBody.limit("Bid", "151", "3", ",\"timeInForce\":\"IOC\""));

        assertEquals("Expired", order.get("status"));
        assertEquals("1", order.get("executedQuantity"));
        var history = Shapes.rows(client.get(Instruction.ORDER_HISTORY_QUERY_ALL, "/wapi/v1/history/orders")
                .body());
        assertEquals("ImmediateOrCancel", history.get(0).get("expiryReason"));
    }

    @Test
    void aCancelledOrderIsGone() {
        var id = placed(client, OrderBody.limit("Bid", "100", "1")).get("id");

        var cancelled = cancel("{\"orderId\":\"" + id + "\",\"symbol\":\"SOL_USDC\"}");
        var again = cancel("{\"orderId\":\"" + id + "\",\"symbol\":\"SOL_USDC\"}");

        assertEquals("Cancelled", Shapes.object(cancelled.body()).get("status"));
        assertEquals(404, again.statusCode());
        assertEquals(NOT_FOUND, again.body());
        assertEquals(
                404,
                client.get(Instruction.ORDER_QUERY, "/api/v1/order?symbol=SOL_USDC&orderId=" + id)
                        .statusCode());
    }

    @Test
    void idsMayBeNumbers() {
        var id = placed(client, OrderBody.limit("Bid", "100", "1")).get("id");

        assertEquals(
                200, cancel("{\"orderId\":" + id + ",\"symbol\":\"SOL_USDC\"}").statusCode());
        assertEquals(
                404, cancel("{\"clientId\":\"12\",\"symbol\":\"SOL_USDC\"}").statusCode());
    }

    @Test
    void aCancelNamesExactlyOneOrder() {
        for (var body :
                List.of("{\"symbol\":\"SOL_USDC\"}", "{\"clientId\":1,\"orderId\":\"1\",\"symbol\":\"SOL_USDC\"}")) {
            var refused = cancel(body).body();
            assertTrue(refused.startsWith("{\"code\":\"INVALID_CLIENT_REQUEST\","), refused);
            assertTrue(refused.contains("Exactly one"), refused);
        }
    }

    @Test
    void nobodyCancelsAnotherAccountsOrder() {
        var id = placed(other, OrderBody.limit("Bid", "100", "1")).get("id");

        assertEquals(
                404,
                cancel("{\"orderId\":\"" + id + "\",\"symbol\":\"SOL_USDC\"}").statusCode());
    }

    @Test
    void aBatchAnswersEveryOrderInItsPlace() {
        placed(other, OrderBody.limit("Ask", "151", "1"));
        var batch = List.of(
                OrderBody.limit("Bid", "100", "1", ",\"clientId\":1"),
                OrderBody.limit("Bid", "151", "1", ",\"postOnly\":true"),
                OrderBody.limit("Ask", "160", "1", ",\"clientId\":2"));

        var rows = Shapes.rows(client.send("POST", Instruction.ORDER_EXECUTE, "/api/v1/orders", batch.toString())
                .body());

        assertEquals(
                List.of("Ok", "Err", "Ok"),
                rows.stream().map(row -> row.get("operation")).toList());
        assertEquals(1.0, rows.get(0).get("clientId"));
        assertTrue(String.valueOf(rows.get(1).get("message")).contains("immediately match"), rows::toString);
        assertEquals(2.0, rows.get(2).get("clientId"));
    }

    @Test
    void anEmptyBatchIsRefused() {
        assertEquals(
                400,
                client.send("POST", Instruction.ORDER_EXECUTE, "/api/v1/orders", "[]")
                        .statusCode());
    }

    @Test
    void allOrdersOfTheMarketAreCancelledAtOnce() {
        placed(client, OrderBody.limit("Bid", "100", "1"));
        placed(client, OrderBody.limit("Ask", "160", "1"));
        placed(other, OrderBody.limit("Ask", "161", "1"));

        var conditional = client.send(
                "DELETE",
                Instruction.ORDER_CANCEL_ALL,
                "/api/v1/orders",
                "{\"orderType\":\"ConditionalOrder\",\"symbol\":\"SOL_USDC\"}");
        var all = client.send("DELETE", Instruction.ORDER_CANCEL_ALL, "/api/v1/orders", "{\"symbol\":\"SOL_USDC\"}");

        assertEquals("[]", conditional.body());
        assertEquals(2, Shapes.rows(all.body()).size());
        assertEquals(
                "[]",
                client.get(Instruction.ORDER_QUERY_ALL, "/api/v1/orders?symbol=SOL_USDC")
                        .body());
        assertEquals(
                1,
                Shapes.rows(other.get(Instruction.ORDER_QUERY_ALL, "/api/v1/orders")
                                .body())
                        .size());
    }
}
