package makerdeck.backpack.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import makerdeck.backpack.wire.signing.Instruction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An account that bought 1 SOL at 100 as maker, sold 2 at 101 as taker and has a bid of 3 at 90 open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountAndHistoryTest {

    private BackpackServer server;
    private TestClient client;

    @BeforeAll
    void trade() throws IOException {
        server = ServedVenue.quiet();
        client = new TestClient(server);
        var other = new TestClient(server, server.openAccount());
        place(client, OrderBody.limit("Bid", "100", "1", ",\"clientId\":5"));
        place(other, OrderBody.market("Ask", "1"));
        place(other, OrderBody.limit("Bid", "101", "2"));
        place(client, OrderBody.market("Ask", "2"));
        place(client, OrderBody.limit("Bid", "90", "3"));
    }

    private static void place(TestClient who, String order) {
        var answer = who.send("POST", Instruction.ORDER_EXECUTE, "/api/v1/order", order);
        assertEquals(200, answer.statusCode(), answer.body());
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void balancesCountFeesInTheAssetReceivedAndLocks() {
        var capital = client.get(Instruction.BALANCE_QUERY, "/api/v1/capital").body();

        // 20 + 1 - 0.0008 - 2 SOL; 7000 - 100 + 202 - 0.202 - 270 USDC
        assertEquals(
                "{\"SOL\":{\"available\":\"18.9992\",\"locked\":\"0\",\"staked\":\"0\"},"
                        + "\"USDC\":{\"available\":\"6831.798\",\"locked\":\"270\",\"staked\":\"0\"}}",
                capital);
    }

    @Test
    void theAccountShowsItsFeesInBasisPointsAndItsOpenOrders() {
        var account = Shapes.object(
                client.get(Instruction.ACCOUNT_QUERY, "/api/v1/account").body());

        assertEquals("8", account.get("spotMakerFee"));
        assertEquals("10", account.get("spotTakerFee"));
        assertEquals(1.0, account.get("limitOrders"));
        assertEquals(false, account.get("autoLend"));
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(Instruction.ACCOUNT_QUERY, "/api/v1/account", "rest_account.json"),
                Arguments.of(
                        Instruction.COLLATERAL_QUERY, "/api/v1/capital/collateral", "rest_capital_collateral.json"),
                Arguments.of(Instruction.FILL_HISTORY_QUERY_ALL, "/wapi/v1/history/fills", "rest_history_fills.json"),
                Arguments.of(
                        Instruction.ORDER_HISTORY_QUERY_ALL, "/wapi/v1/history/orders", "rest_history_orders.json"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("shapes")
    void everyAnswerHasTheMembersSeenOnTheWire(Instruction instruction, String path, String recording) {
        var seen = Shapes.members(Shapes.parse(Shapes.recorded("messages/" + recording)));

        assertEquals(
                seen, Shapes.members(Shapes.parse(client.get(instruction, path).body())));
    }

    @Test
    void collateralIsWhatTheAccountIsWorthInQuote() {
        var collateral = Shapes.object(client.get(Instruction.COLLATERAL_QUERY, "/api/v1/capital/collateral")
                .body());

        // 18.9992 SOL at 101 and 7101.798 USDC
        assertEquals("9020.7172", collateral.get("netEquity"));
        assertEquals("270", collateral.get("netEquityLocked"));
    }

    @Test
    void nothingIsEverLent() {
        assertEquals(
                "[]",
                client.get(Instruction.BORROW_LEND_POSITION_QUERY, "/api/v1/borrowLend/positions")
                        .body());
    }

    private Map<String, Object> limit(String query) {
        return Shapes.object(
                client.get(Instruction.MAX_ORDER_QUANTITY, "/api/v1/account/limits/order?symbol=SOL_USDC&" + query)
                        .body());
    }

    @Test
    void theLargestOrderIsWhatTheFundsAllow() {
        assertEquals("68.31", limit("side=Bid&price=100").get("maxOrderQuantity"));
        assertEquals("18.99", limit("side=Ask").get("maxOrderQuantity"));
    }

    private HttpResponse<String> fills(String query) {
        return client.get(Instruction.FILL_HISTORY_QUERY_ALL, "/wapi/v1/history/fills" + query);
    }

    private static List<Object> prices(HttpResponse<String> answer) {
        return Shapes.rows(answer.body()).stream()
                .map(row -> Objects.requireNonNull(row.get("price")))
                .toList();
    }

    @Test
    void fillsRunNewestFirstWithFeesInTheAssetReceived() {
        var rows = Shapes.rows(fills("").body());

        var sale = rows.get(0);
        assertEquals("101", sale.get("price"));
        assertEquals(false, sale.get("isMaker"));
        assertEquals("0.202", sale.get("fee"));
        assertEquals("USDC", sale.get("feeSymbol"));
        var purchase = rows.get(1);
        assertEquals(true, purchase.get("isMaker"));
        assertEquals("0.0008", purchase.get("fee"));
        assertEquals("SOL", purchase.get("feeSymbol"));
        assertEquals("5", purchase.get("clientId"));
        assertTrue(String.valueOf(purchase.get("timestamp"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}"));
    }

    @Test
    void aPageOfFillsSaysWhereItIs() {
        var page = fills("?limit=1&offset=1&symbol=SOL_USDC");

        assertEquals(List.of("100"), prices(page));
        assertEquals("2", page.headers().firstValue("X-Page-Count").orElse(""));
        assertEquals("2", page.headers().firstValue("X-Current-Page").orElse(""));
        assertEquals("1", page.headers().firstValue("X-Page-Size").orElse(""));
        assertEquals("2", page.headers().firstValue("X-Total").orElse(""));
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void fillsAreFilteredAndSorted() {
        var orderId = Shapes.rows(fills("").body()).get(1).get("orderId");

        assertEquals(List.of("100", "101"), prices(fills("?sortDirection=Asc")));
        assertEquals(List.of("100"), prices(fills("?orderId=" + orderId)));
        assertEquals(List.of("101", "100"), prices(fills("?from=0&fillType=User")));
        assertEquals(List.of(), prices(fills("?to=1000")));
        assertEquals(List.of(), prices(fills("?symbol=FOO_USDC")));
        assertEquals(List.of(), prices(fills("?marketType=PERP")));
        assertEquals(List.of(), prices(fills("?fillType=Liquidation")));
        assertEquals(400, fills("?limit=1001").statusCode());
    }

    @Test
    void theHistoryOfOrdersHoldsOpenAndFinishedOnes() {
        var rows =
                Shapes.rows(client.get(Instruction.ORDER_HISTORY_QUERY_ALL, "/wapi/v1/history/orders?sortDirection=Asc")
                        .body());

        assertEquals(
                List.of("Filled", "Filled", "New"),
                rows.stream().map(row -> row.get("status")).toList());
        assertEquals("100", rows.get(0).get("quoteQuantity"));
    }
}
