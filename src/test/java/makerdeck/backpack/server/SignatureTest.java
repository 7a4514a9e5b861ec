package makerdeck.backpack.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import makerdeck.backpack.wire.signing.Headers;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.backpack.wire.signing.SigningString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who may call, and what everybody else is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignatureTest {

    private static final Duration WINDOW = SigningString.DEFAULT_WINDOW;

    private BackpackServer server;
    private TestClient client;
    private Signer signer;

    @BeforeAll
    void open() throws IOException {
        server = ServedVenue.quiet();
        client = new TestClient(server);
        signer = new Signer(server.credentials().secret());
    }

    @AfterAll
    void close() {
        server.close();
    }

    private static String balances(Instant at, Duration window) {
        return SigningString.ofQuery(Instruction.BALANCE_QUERY, List.of(), at, window);
    }

    private static void assertRefused(String message, HttpResponse<String> answer) {
        assertTrue(answer.body().startsWith("{\"code\":\"INVALID_CLIENT_REQUEST\","), answer.body());
        assertTrue(answer.body().contains(message), answer.body());
        assertEquals(400, answer.statusCode());
    }

    private HttpRequest.Builder capital(Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(server.apiUrl() + "/api/v1/capital"));
        headers.forEach(request::header);
        return request;
    }

    @Test
    void aSignedCallIsAnswered() {
        assertEquals(
                200, client.get(Instruction.BALANCE_QUERY, "/api/v1/capital").statusCode());
    }

    @Test
    void aCallWithoutAWindowIsSignedWithTheDefaultOne() {
        var at = Instant.now();

        var answer = client.send(capital(Map.of(
                Headers.API_KEY, signer.publicKey(),
                Headers.SIGNATURE, signer.sign(balances(at, WINDOW)),
                Headers.TIMESTAMP, String.valueOf(at.toEpochMilli()))));

        assertEquals(200, answer.statusCode());
    }

    @Test
    void aCallWithoutASignatureIsRefused() {
        assertRefused("Invalid X-Signature header", client.get("/api/v1/capital"));
        assertRefused("Invalid X-Signature header", client.send(capital(Map.of(Headers.SIGNATURE, "AQID"))));
    }

    @Test
    void anotherInstructionsSignatureIsRefused() {
        assertRefused("Invalid signature", client.get(Instruction.ACCOUNT_QUERY, "/api/v1/capital"));
    }

    @Test
    void anUnknownKeyIsRefusedLikeAWrongSignature() {
        var at = Instant.now();
        var stranger = new Signer("AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=");

        var answer = client.send(capital(Map.of(
                Headers.API_KEY, stranger.publicKey(),
                Headers.SIGNATURE, stranger.sign(balances(at, WINDOW)),
                Headers.TIMESTAMP, String.valueOf(at.toEpochMilli()))));

        assertRefused("Invalid signature", answer);
    }

    @Test
    void aRequestIsGoodOnlyWithinItsWindow() {
        var at = Instant.now().minusSeconds(6);

        var expired = client.send(client.signed("/api/v1/capital", balances(at, WINDOW), at));

        assertRefused("has expired", expired);
    }

    @Test
    void aClockTenMinutesOffIsRefusedInBothDirections() {
        for (var seconds : List.of(-601, 605)) {
            var at = Instant.now().plusSeconds(seconds);

            var refused = client.send(client.signed("/api/v1/capital", balances(at, WINDOW), at));

            assertRefused("Invalid timestamp", refused);
        }
    }

    @Test
    void headersThatAreNoNumbersAreRefused() {
        var signature = signer.sign("anything");

        assertRefused(
                "Invalid X-Timestamp header",
                client.send(capital(Map.of(Headers.SIGNATURE, signature, Headers.TIMESTAMP, "noon"))));
        for (var window : List.of("-1", "60001", "long")) {
            var now = String.valueOf(Instant.now().toEpochMilli());
            assertRefused(
                    "Invalid X-Window header",
                    client.send(capital(
                            Map.of(Headers.SIGNATURE, signature, Headers.TIMESTAMP, now, Headers.WINDOW, window))));
        }
    }

    @Test
    void aQueryIsSignedSortedWhateverItsOrderOnTheWire() {
        var answer = client.get(
                Instruction.FILL_HISTORY_QUERY_ALL,
                "/wapi/v1/history/fills?symbol=SOL_USDC&limit=10&fillType=User&offset=0");

        assertEquals(200, answer.statusCode());
    }

    @Test
    void theBodyCountsWhereBothBodyAndQueryAreSent() {
        var request = client.signedRequest(
                "DELETE",
                Instruction.ORDER_CANCEL_ALL,
                "/api/v1/orders?symbol=SOL_USDC",
                "{\"symbol\":\"SOL_USDC\"}",
                Instant.now());

        assertEquals("[]", client.send(request).body());
    }

    @Test
    void aCancelMayBeAQueryAlone() {
        var at = Instant.now();
        var text = SigningString.ofQuery(
                Instruction.ORDER_CANCEL_ALL, List.of(Map.entry("symbol", "SOL_USDC")), at, WINDOW);

        var answer = client.send(
                client.signed("/api/v1/orders?symbol=SOL_USDC", text, at).DELETE());

        assertEquals("[]", answer.body());
    }

    @Test
    void aReadOnlyKeyReadsTheSameAccountAndCannotTrade() {
        var reader = new TestClient(server, server.readOnlyCredentials());
        var order = OrderBody.limit("Bid", "100", "1");

        assertEquals(
                client.get(Instruction.BALANCE_QUERY, "/api/v1/capital").body(),
                reader.get(Instruction.BALANCE_QUERY, "/api/v1/capital").body());
        assertEquals(
                403,
                reader.send("POST", Instruction.ORDER_EXECUTE, "/api/v1/order", order)
                        .statusCode());
        assertEquals(
                403,
                reader.send("DELETE", Instruction.ORDER_CANCEL_ALL, "/api/v1/orders", "{\"symbol\":\"SOL_USDC\"}")
                        .statusCode());
    }

    @Test
    void aBodyChangedAfterSigningIsRefused() {
        var at = Instant.now();
        var request = client.signedRequest(
                "POST", Instruction.ORDER_EXECUTE, "/api/v1/order", OrderBody.limit("Bid", "100", "1"), at);

        var answer =
                client.send(request.POST(HttpRequest.BodyPublishers.ofString(OrderBody.limit("Bid", "100", "10"))));

        assertRefused("Invalid signature", answer);
    }

    @Test
    void theVenueDoesNotShowItsSecret() {
        assertEquals(
                "Credentials[" + signer.publicKey() + "]", server.credentials().toString());
    }
}
