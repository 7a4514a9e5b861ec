package makerdeck.backpack.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.simulator.faults.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fees in a third asset as a client of the wire sees them. */
class ThirdAssetFeesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private BackpackServer server;
    private TestClient client;

    @BeforeEach
    void open() throws IOException {
        server = ServedVenue.busy();
        client = new TestClient(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Map<String, Object> ticker(String symbol) {
        return Shapes.object(client.get("/api/v1/ticker?symbol=" + symbol).body());
    }

    @Test
    void theThirdAssetHasAPriceAndNoOtherMarketIsAnsweredForThisOne() {
        assertEquals("JTO_USDC", ticker("JTO_USDC").get("symbol"));
        assertEquals("2.5", ticker("JTO_USDC").get("lastPrice"));
        assertEquals(400, client.get("/api/v1/ticker?symbol=BTC_USDC").statusCode());
    }

    @Test
    void theFaultTakesFeesInItAndGivesTheAccountSome() {
        server.faults().begin(Fault.FEE_THIRD_ASSET, server.look(exchange -> exchange.now()), Duration.ofMinutes(10));
        await().atMost(PATIENCE).until(() -> client.get(Instruction.BALANCE_QUERY, "/api/v1/capital")
                .body()
                .contains("\"JTO\":{\"available\":\"100000\""));

        client.send("POST", Instruction.ORDER_EXECUTE, "/api/v1/order", OrderBody.limit("Bid", "155", "1", ""));
        client.send("POST", Instruction.ORDER_EXECUTE, "/api/v1/order", OrderBody.limit("Ask", "145", "1", ""));
        await().atMost(PATIENCE).until(() -> !fills().isEmpty());

        for (var row : fills()) {
            assertEquals("JTO", row.get("feeSymbol"));
            var bp = Boolean.TRUE.equals(row.get("isMaker")) ? "0.0008" : "0.001";
            var fee = new BigDecimal(String.valueOf(row.get("price")))
                    .multiply(new BigDecimal(String.valueOf(row.get("quantity"))))
                    .multiply(new BigDecimal(bp));
            assertEquals(
                    0,
                    fee.compareTo(new BigDecimal(String.valueOf(row.get("fee"))).multiply(new BigDecimal("2.5"))),
                    row::toString);
        }
    }

    private List<Map<String, Object>> fills() {
        return Shapes.rows(client.get(Instruction.FILL_HISTORY_QUERY_ALL, "/wapi/v1/history/fills?symbol=SOL_USDC")
                .body());
    }
}
