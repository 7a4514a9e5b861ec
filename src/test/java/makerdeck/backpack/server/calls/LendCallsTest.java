package makerdeck.backpack.server.calls;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.backpack.server.OrderBody;
import makerdeck.backpack.server.ServedVenue;
import makerdeck.backpack.server.Shapes;
import makerdeck.backpack.server.TestClient;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.simulator.faults.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lending as a client of the wire sees it. */
class LendCallsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NOTHING = "{}";

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

    private void switchAutoLend(boolean on) {
        var answer = client.send("PATCH", Instruction.ACCOUNT_UPDATE, "/api/v1/account", "{\"autoLend\":" + on + "}");
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private void awaitCapital(String expected) {
        await().atMost(PATIENCE).until(this::capital, expected::equals);
    }

    private String capital() {
        return client.get(Instruction.BALANCE_QUERY, "/api/v1/capital").body();
    }

    private String positions() {
        return client.get(Instruction.BORROW_LEND_POSITION_QUERY, "/api/v1/borrowLend/positions")
                .body();
    }

    private String place(String more) {
        return client.send(
                        "POST",
                        Instruction.ORDER_EXECUTE,
                        "/api/v1/order",
                        OrderBody.limit("Bid", "100", "1", ",\"postOnly\":true" + more))
                .body();
    }

    @Test
    void theSwitchMovesIdleFundsOutOfTheCapital() {
        switchAutoLend(true);

        awaitCapital(NOTHING);
        assertEquals(
                true,
                Shapes.object(client.get(Instruction.ACCOUNT_QUERY, "/api/v1/account")
                                .body())
                        .get("autoLend"));
        assertEquals(
                "[{\"netQuantity\":\"20\",\"symbol\":\"SOL\"},{\"netQuantity\":\"7000\",\"symbol\":\"USDC\"}]",
                positions());
    }

    @Test
    void anOrderNeedsItsFlagToTakeFundsBackFromAPoolThatGives() {
        switchAutoLend(true);
        awaitCapital(NOTHING);

        assertEquals("BORROW_REQUIRES_LEND_REDEEM", Shapes.object(place("")).get("code"));
        assertEquals("New", Shapes.object(place(",\"autoLendRedeem\":true")).get("status"));
        awaitCapital("{\"USDC\":{\"available\":\"0\",\"locked\":\"100\",\"staked\":\"0\"}}");
        begin(Fault.LEND_THROTTLE);
        await().atMost(PATIENCE).until(() -> "INSUFFICIENT_SUPPLY"
                .equals(Shapes.object(place(",\"autoLendRedeem\":true")).get("code")));
    }

    private void begin(Fault fault) {
        server.faults().begin(fault, server.look(exchange -> exchange.now()), Duration.ofMinutes(10));
    }

    @Test
    void theFaultThrowsTheSwitchAndInterestIsInTheHistory() {
        begin(Fault.AUTO_LEND);
        awaitCapital(NOTHING);

        begin(Fault.LEND_INTEREST);

        await().atMost(PATIENCE).until(this::interest, body -> !body.equals("[]"));
        var row = Shapes.rows(interest()).get(0);
        assertEquals(
                Set.of(
                        "interestRate",
                        "interval",
                        "marketSymbol",
                        "paymentType",
                        "positionId",
                        "quantity",
                        "symbol",
                        "timestamp"),
                row.keySet());
        assertEquals("Lend", row.get("paymentType"));
        assertEquals(
                "0.07",
                Shapes.rows(client.get(
                                        Instruction.INTEREST_HISTORY_QUERY_ALL,
                                        "/wapi/v1/history/interest?asset=USDC&sortDirection=Asc")
                                .body())
                        .get(0)
                        .get("quantity"));
    }

    private String interest() {
        return client.get(Instruction.INTEREST_HISTORY_QUERY_ALL, "/wapi/v1/history/interest")
                .body();
    }
}
