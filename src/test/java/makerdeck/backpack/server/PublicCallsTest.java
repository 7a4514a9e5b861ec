package makerdeck.backpack.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import makerdeck.backpack.wire.signing.Instruction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A market with bids at 149 to 149.9, asks at 150.1 to 151 and two trades, seen by the public. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicCallsTest {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";

    private BackpackServer server;
    private TestClient client;

    @BeforeAll
    void tradeALittle() throws IOException {
        server = ServedVenue.quiet();
        client = new TestClient(server);
        var other = new TestClient(server, server.openAccount());
        var ladder = Stream.iterate(1, i -> i + 1)
                .limit(10)
                .flatMap(i -> Stream.of(
                        OrderBody.limit("Bid", "149." + (10 - i), "0.1"),
                        OrderBody.limit("Ask", "150." + (i - 1), "0.2")))
                .toList();
        client.send("POST", Instruction.ORDER_EXECUTE, "/api/v1/orders", ladder.toString());
        other.send("POST", Instruction.ORDER_EXECUTE, "/api/v1/order", OrderBody.market("Bid", "0.1"));
        other.send("POST", Instruction.ORDER_EXECUTE, "/api/v1/order", OrderBody.market("Ask", "0.05"));
    }

    @AfterAll
    void close() {
        server.close();
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of("/api/v1/ping", 200, TEXT, "pong"),
                Arguments.of("/api/v1/status", 200, JSON, "{\"message\":null,\"status\":\"Ok\"}"),
                Arguments.of("/api/v1/nowhere", 404, TEXT, "404 not found"),
                Arguments.of("/", 404, TEXT, "404 not found"),
                Arguments.of("/api/v1/markets?marketType=PERP", 200, JSON, "[]"),
                Arguments.of(
                        "/api/v1/markets?marketType=FISH",
                        400,
                        TEXT,
                        "failed to parse parameter `marketType`: failed to parse \"MarketType\": Expect a valid"
                                + " enumeration value."),
                Arguments.of(
                        "/api/v1/market?symbol=FOO_USDC",
                        400,
                        JSON,
                        "{\"code\":\"INVALID_CLIENT_REQUEST\",\"message\":\"Invalid market symbol\"}"),
                Arguments.of(
                        "/api/v1/depth",
                        400,
                        TEXT,
                        "failed to parse parameter `symbol`: Type \"MarketSymbol\" expects an input value."),
                Arguments.of(
                        "/api/v1/depth?symbol=SOL-USDC",
                        400,
                        TEXT,
                        "failed to parse parameter `symbol`: failed to parse \"MarketSymbol\": Invalid market symbol"),
                Arguments.of(
                        "/api/v1/depth?symbol=SOL_USDC&limit=3",
                        400,
                        TEXT,
                        "failed to parse parameter `limit`: failed to parse \"DepthLimit\": Expect a valid enumeration"
                                + " value."),
                Arguments.of(
                        "/api/v1/trades?symbol=SOL_USDC&limit=1001",
                        400,
                        TEXT,
                        "failed to parse parameter `limit`: verification failed. maximum(1000, exclusive: false)"),
                Arguments.of(
                        "/api/v1/trades?symbol=SOL_USDC&limit=ten",
                        400,
                        TEXT,
                        "failed to parse parameter `limit`: failed to parse \"integer\": invalid digit found in"
                                + " string"),
                Arguments.of(
                        "/api/v1/klines?symbol=SOL_USDC&interval=7m&startTime=0",
                        400,
                        TEXT,
                        "failed to parse parameter `interval`: failed to parse \"KlineInterval\": Expect a valid"
                                + " enumeration value."),
                Arguments.of(
                        "/api/v1/klines?symbol=SOL_USDC&interval=1m",
                        400,
                        TEXT,
                        "failed to parse parameter `startTime`: Type \"integer\" expects an input value."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outcomes")
    void everyCallHasItsOutcome(String path, int status, String type, String body) {
        var answer = client.get(path);

        assertEquals(body, answer.body());
        assertEquals(status, answer.statusCode());
        assertEquals(type, answer.headers().firstValue("Content-Type").orElse(""));
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("/api/v1/markets", "spot-markets.json"),
                Arguments.of("/api/v1/depth?symbol=SOL_USDC&limit=20", "messages/rest_depth_limit20.json"),
                Arguments.of("/api/v1/ticker?symbol=SOL_USDC", "messages/rest_ticker.json"),
                Arguments.of("/api/v1/trades?symbol=SOL_USDC", "messages/rest_trades.json"),
                Arguments.of(
                        "/api/v1/klines?symbol=SOL_USDC&interval=1m&startTime=1600000000",
                        "messages/rest_klines_1m.json"),
                Arguments.of("/api/v1/assets", "messages/rest_assets.json"),
                Arguments.of("/api/v1/status", "messages/rest_status.json"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void everyAnswerHasTheMembersSeenOnTheWire(String path, String recording) {
        var seen = Shapes.members(Shapes.parse(Shapes.recorded(recording)));

        assertEquals(seen, Shapes.members(Shapes.parse(client.get(path).body())));
    }

    @Test
    void bothSidesOfTheDepthAscendAndTheLimitKeepsTheTouch() {
        var depth = Shapes.object(
                client.get("/api/v1/depth?symbol=SOL_USDC&limit=5").body());

        assertEquals(
                List.of(
                        List.of("150", "0.1"),
                        List.of("150.1", "0.2"),
                        List.of("150.2", "0.2"),
                        List.of("150.3", "0.2"),
                        List.of("150.4", "0.2")),
                depth.get("asks"));
        assertEquals(
                List.of(
                        List.of("149.5", "0.1"),
                        List.of("149.6", "0.1"),
                        List.of("149.7", "0.1"),
                        List.of("149.8", "0.1"),
                        List.of("149.9", "0.05")),
                depth.get("bids"));
        assertTrue(depth.get("lastUpdateId") instanceof String);
    }

    @Test
    void withoutALimitTheWholeBookIsAnswered() {
        var depth = Shapes.object(client.get("/api/v1/depth?symbol=SOL_USDC").body());

        assertEquals(10, Shapes.size(depth.get("asks")));
        assertEquals(10, Shapes.size(depth.get("bids")));
    }

    @Test
    void tradesRunNewestFirst() {
        var trades = Shapes.rows(client.get("/api/v1/trades?symbol=SOL_USDC").body());

        assertEquals(
                List.of("149.9", "150"),
                trades.stream().map(trade -> trade.get("price")).toList());
        assertEquals(true, trades.get(0).get("isBuyerMaker"));
        assertEquals("7.495", trades.get(0).get("quoteQuantity"));
    }

    @Test
    void theHistoryOfTradesSkipsAnOffset() {
        var trades = Shapes.rows(client.get("/api/v1/trades/history?symbol=SOL_USDC&limit=1&offset=1")
                .body());

        assertEquals(
                List.of("150"), trades.stream().map(trade -> trade.get("price")).toList());
    }

    @Test
    void theTickerSumsUpTheDay() {
        for (var interval : List.of("1d", "1w")) {
            var ticker = Shapes.object(client.get("/api/v1/ticker?symbol=SOL_USDC&interval=" + interval)
                    .body());

            assertEquals("150", ticker.get("firstPrice"));
            assertEquals("149.9", ticker.get("lastPrice"));
            assertEquals("-0.1", ticker.get("priceChange"));
            assertEquals("-0.000667", ticker.get("priceChangePercent"));
            assertEquals("0.15", ticker.get("volume"));
            assertEquals("2", ticker.get("trades"));
        }
        assertEquals(1, Shapes.rows(client.get("/api/v1/tickers").body()).size());
    }

    @Test
    void aBodyTooLongToBeAnOrderIsRefused() {
        var answer = client.send(
                "POST", Instruction.ORDER_EXECUTE, "/api/v1/order", "{\"symbol\":\"" + "X".repeat(300_000) + "\"}");

        assertEquals(413, answer.statusCode());
    }

    @Test
    void aMethodThatIsNotServedIsRefused() {
        var answer = client.send("PUT", Instruction.ORDER_EXECUTE, "/api/v1/order", "{}");

        assertEquals(405, answer.statusCode());
    }

    @Test
    void timeIsMillisecondsOfNow() {
        var before = System.currentTimeMillis();
        long time = Long.parseLong(client.get("/api/v1/time").body());
        var after = System.currentTimeMillis();

        assertTrue(before <= time && time <= after, before + " to " + after + ", was " + time);
    }

    @Test
    void aMarketThatNeverTradedHasNoTicker() throws IOException {
        try (var fresh = ServedVenue.quiet()) {
            var answer = new TestClient(fresh).get("/api/v1/ticker?symbol=SOL_USDC");

            assertEquals(204, answer.statusCode());
            assertEquals("", answer.body());
        }
    }

    @Test
    void historicalDataIsThirtyCallsAMinute() throws IOException {
        try (var fresh = ServedVenue.quiet()) {
            var other = new TestClient(fresh);
            for (int i = 0; i < 30; i++) {
                assertEquals(
                        200, other.get("/api/v1/trades/history?symbol=SOL_USDC").statusCode());
            }

            var refused = other.get("/api/v1/klines?symbol=SOL_USDC&interval=1m&startTime=0");

            assertEquals(429, refused.statusCode());
            assertTrue(refused.body().startsWith("{\"code\":\"TOO_MANY_REQUESTS\","), refused.body());
            assertEquals(200, other.get("/api/v1/depth?symbol=SOL_USDC").statusCode());
        }
    }
}
