package makerdeck.backpack.client;

import static makerdeck.backpack.client.MockVenue.status;
import static makerdeck.backpack.client.MockVenue.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.backpack.wire.signing.Verifier;
import makerdeck.clock.Waiting;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fill;
import makerdeck.domain.Order;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.venue.OddOrder;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers to reads mean; a read that fails says so and concludes nothing. */
@Waiting
class ReadOutcomesTest extends ConnectedClient {

    private static final String ORDER = "GET /api/v1/order";
    private static final String ORDERS = "GET /api/v1/orders";
    private static final String FILLS = "GET /wapi/v1/history/fills";
    private static final String HISTORY = "GET /wapi/v1/history/orders";
    private static final ClientId ONE = new ClientId(1);

    @BeforeEach
    void settle() {
        forgetTheOpening();
    }

    private static String order(String clientId, String status) {
        return "{\"clientId\":" + clientId + ",\"createdAt\":1788285244094,\"executedQuantity\":\"0.5\",\"id\":\"70\","
                + "\"orderType\":\"Limit\",\"price\":\"99.5\",\"quantity\":\"1\",\"side\":\"Ask\",\"status\":\""
                + status
                + "\",\"symbol\":\"SOL_USDC\"}";
    }

    private static String historyOrder(int clientId, String status) {
        return order(String.valueOf(clientId), status).replace("1788285244094", "\"2026-09-01T17:54:04.094\"");
    }

    private static String fill(int tradeId, int second) {
        return "{\"clientId\":\"1\",\"fee\":\"0.001\",\"feeSymbol\":\"SOL\",\"isMaker\":true,\"orderId\":\"70\","
                + "\"price\":\"99.5\",\"quantity\":\"1\",\"side\":\"Bid\",\"symbol\":\"SOL_USDC\","
                + "\"timestamp\":\"2026-09-01T17:%02d:%02d.5\",\"tradeId\":%d}"
                        .formatted(second / 60, second % 60, tradeId);
    }

    @Test
    void openOrdersIncludeThoseOfOthersAndSayWhatWaitsForATrigger() {
        mock.answer(
                ORDERS,
                "[" + order("1", "PartiallyFilled") + "," + order("null", "New") + "," + order("3", "TriggerPending")
                        + "]");

        venue.readOpenOrders();

        var orders = heard.first(VenueEvent.OpenOrdersRead.class).orders();
        assertEquals(3, orders.size());
        assertEquals(OrderStatus.DORMANT, orders.get(2).status());
        assertEquals(ONE, orders.get(0).clientId());
        assertEquals(50, orders.get(0).remaining().steps());
        assertEquals(Instant.ofEpochMilli(1788285244094L), orders.get(0).createdAt());
        assertNull(orders.get(1).clientId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Working", "Filled", "Cancelled", "Expired", "", "\u202e"})
    @FaultRow("56")
    void whatIsListedRestsWhateverItIsCalled(String word) {
        mock.answer(ORDERS, "[" + order("1", word) + "]");

        venue.readOpenOrders();

        var read = heard.first(VenueEvent.OpenOrdersRead.class);
        assertEquals(OrderStatus.UNCLEAR, read.orders().get(0).status());
        assertEquals("70", read.odd().get(0).orderId());
        assertEquals(ONE, read.odd().get(0).clientId());
        assertFalse(read.odd().get(0).isAnybodys());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEW", "new", "New", "n_e_w"})
    @FaultRow("56")
    void caseAndUnderscoresOfAStateDoNotCount(String word) {
        mock.answer(ORDERS, "[" + order("1", word) + "]");

        venue.readOpenOrders();

        var read = heard.first(VenueEvent.OpenOrdersRead.class);
        assertEquals(OrderStatus.NEW, read.orders().get(0).status());
        assertEquals(List.of(), read.odd());
    }

    static Stream<Arguments> oddRows() {
        var whole = order("1", "New");
        return Stream.of(
                Arguments.of("null", new OddOrder(null, null, true, null, Message.plain("null"))),
                Arguments.of("[]", new OddOrder(null, null, true, null, Message.plain(""))),
                Arguments.of(
                        whole.replace("\"Ask\"", "\"Up\""), new OddOrder("70", ONE, false, null, Message.plain(""))),
                Arguments.of(
                        whole.replace("\"99.5\"", "\"NaN\""),
                        new OddOrder("70", ONE, false, Side.ASK, Message.plain(""))),
                Arguments.of(whole.replace("\"1\"", "{}"), new OddOrder("70", ONE, false, Side.ASK, Message.plain(""))),
                Arguments.of(
                        whole.replace("\"70\"", "null"), new OddOrder(null, ONE, false, Side.ASK, Message.plain(""))),
                Arguments.of(
                        whole.replace(":1,", ":\"one\","),
                        new OddOrder("70", null, true, Side.ASK, Message.plain(""))));
    }

    @ParameterizedTest
    @MethodSource("oddRows")
    @FaultRow({"56", "66"})
    void anOddRowIsToldAndTheOthersCount(String row, OddOrder expected) {
        mock.answer(ORDERS, "[" + order("2", "New") + "," + row + "," + order("3", "New") + "]");

        venue.readOpenOrders();

        var read = heard.first(VenueEvent.OpenOrdersRead.class);
        assertEquals(2, read.orders().size());
        assertEquals(1, read.odd().size());
        var odd = read.odd().get(0);
        assertEquals(expected.orderId(), odd.orderId());
        assertEquals(expected.clientId(), odd.clientId());
        assertEquals(expected.isAnybodys(), odd.isAnybodys());
        assertEquals(expected.side(), odd.side());
        assertFalse(Keys.of(odd.trouble()).isEmpty());
    }

    @Test
    @FaultRow("56")
    void anOrderInAStateNobodyKnowsIsNotAbsent() {
        mock.answer(ORDER, order("1", "Working"));

        venue.readOrder(ONE);

        var seen = heard.first(VenueEvent.OrderRead.class).order();
        assertEquals(Optional.of(OrderStatus.UNCLEAR), seen.map(Order::status));
    }

    @Test
    void anOrderThatDoesNotRestIsAbsent() {
        mock.answer(ORDER, request -> status(404, "{\"code\":\"RESOURCE_NOT_FOUND\",\"message\":\"Not Found\"}"));

        venue.readOrder(ONE);

        assertEquals(Optional.empty(), heard.first(VenueEvent.OrderRead.class).order());
    }

    @Test
    @FaultRow("33")
    void aReadThatCameTooLateIsRepeatedOnceWithTheClockMeasuredAnew() {
        mock.forget();
        var late = new AtomicBoolean(true);
        mock.answer(
                ORDERS,
                request -> late.getAndSet(false)
                        ? status(400, "{\"code\":\"INVALID_CLIENT_REQUEST\",\"message\":\"Request has expired\"}")
                        : MockVenue.text("[]"));

        venue.readOpenOrders();

        heard.first(VenueEvent.OpenOrdersRead.class);
        assertEquals(2, mock.calls(ORDERS).size());
        assertFalse(mock.calls("GET /api/v1/time").isEmpty());
        assertEquals(List.of(), heard.all(VenueEvent.ReadFailed.class));
    }

    @Test
    void aReadThatStaysTooLateIsNotRepeatedForEver() {
        mock.forget();
        mock.answer(
                ORDERS,
                request -> status(400, "{\"code\":\"INVALID_CLIENT_REQUEST\",\"message\":\"Request has expired\"}"));

        venue.readOpenOrders();

        heard.first(VenueEvent.ReadFailed.class);
        assertEquals(2, mock.calls(ORDERS).size());
    }

    static Stream<MockResponse> noEvidence() {
        return Stream.of(
                status(404, "404 not found"),
                status(404, "<html>Not Found</html>"),
                status(500, "{\"code\":\"SERVER_ERROR\",\"message\":\"x\"}"),
                status(200, ""),
                status(200, "null"),
                status(200, "{}"),
                status(202, ""),
                status(204, ""));
    }

    @ParameterizedTest
    @MethodSource("noEvidence")
    @FaultRow("55")
    void whatIsNoCleanAnswerIsNoEvidenceOfAbsence(MockResponse answer) {
        mock.answer(ORDER, request -> answer);

        venue.readOrder(ONE);

        assertEquals(
                "client.read.order[1]",
                Keys.of(heard.first(VenueEvent.ReadFailed.class).what()));
        assertEquals(List.of(), heard.all(VenueEvent.OrderRead.class));
    }

    @Test
    void aFailedReadSaysWhatAndWhy() {
        mock.answer(ORDERS, request -> status(503, "{\"code\":\"MAINTENANCE\",\"message\":\"Back soon\"}"));

        venue.readOpenOrders();

        var failed = heard.first(VenueEvent.ReadFailed.class);
        assertEquals("client.read.open-orders", Keys.of(failed.what()));
        assertEquals(Refusal.VENUE_CLOSED, failed.refusal());
        assertEquals("message.plain[Back soon]", Keys.of(failed.reason()));
    }

    static Stream<String> oddFills() {
        var whole = fill(7, 4);
        return Stream.of(
                "null",
                "7",
                whole.replace("\"99.5\"", "null"),
                whole.replace("\"99.5\"", "\"1e999999999\""),
                whole.replace("\"99.5\"", "1" + "0".repeat(1_000_000)),
                whole.replace("\"Bid\"", "\"Buy\""),
                whole.replace("\"tradeId\":7", "\"tradeId\":1e999999999"),
                whole.replace("2026-", "+999999999-"),
                whole.replaceFirst("\"fee\":\"[^\"]*\"", "\"fee\":\"-99999999\""),
                whole.replace("\"70\"", "{}"));
    }

    @ParameterizedTest
    @MethodSource("oddFills")
    @FaultRow({"66", "67"})
    void anOddFillIsToldAndHidesNoOther(String row) {
        mock.answer(FILLS, "[" + fill(1, 1) + "," + row + "," + fill(2, 2) + "]");

        venue.readFills(Instant.parse("2026-09-01T00:00:00Z"));

        var read = heard.first(VenueEvent.FillsRead.class);
        assertEquals(List.of(1L, 2L), read.fills().stream().map(Fill::tradeId).toList());
        assertEquals(1, read.odd().size());
        assertTrue(Keys.of(read.odd().get(0).trouble()).length() < 200, () -> read.odd()
                .toString());
    }

    @Test
    @FaultRow("66")
    void aFillWithoutATradeIdIsReadAndKeyedByWhatItIs() {
        var nameless = fill(1, 1).replace(",\"tradeId\":1", "");
        mock.answer(FILLS, "[" + nameless + "," + fill(0, 1) + "," + fill(0, 2) + "]");

        venue.readFills(Instant.parse("2026-09-01T00:00:00Z"));

        var read = heard.first(VenueEvent.FillsRead.class);
        assertEquals(2, read.fills().size());
        assertTrue(read.fills().stream().allMatch(Fill::isNameless));
        assertEquals(List.of(), read.odd());
        assertEquals("User", mock.calls(FILLS).get(0).getUrl().queryParameter("fillType"));
    }

    @Test
    @FaultRow("66")
    void anotherOrdersOddRowOfTheHistoryIsNoMatter() {
        mock.answer(
                HISTORY,
                "[null," + historyOrder(2, "Expired").replace("\"99.5\"", "{}") + "," + historyOrder(1, "Expired")
                        + "]");

        venue.readHistory(Set.of(ONE));

        assertEquals(1, heard.first(VenueEvent.HistoryRead.class).orders().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "{\"available\":null,\"locked\":\"0\"}",
                "{\"available\":[],\"locked\":\"0\"}",
                "{\"available\":\"1000000000000000000000000000000000000000\",\"locked\":\"0\"}"
            })
    @FaultRow({"66", "67"})
    void aBalanceOfOursThatCannotBeReadVoidsTheReading(String row) {
        mock.answer("GET /api/v1/capital", "{\"SOL\":" + row + ",\"USDC\":{\"available\":\"1\",\"locked\":\"0\"}}");

        venue.readBalances();

        var failed = heard.first(VenueEvent.ReadFailed.class);
        assertTrue(Keys.of(failed.reason()).contains("SOL"), failed::toString);
        assertEquals(List.of(), heard.all(VenueEvent.BalancesRead.class));
    }

    @Test
    @FaultRow("66")
    void anotherAssetsOddBalanceIsNoMatter() {
        mock.answer(
                "GET /api/v1/capital",
                "{\"XYZ\":null,\"USDC\":{\"available\":\"1\",\"locked\":\"0\"},\"ABC\":{\"available\":{}}}");

        venue.readBalances();

        assertEquals(
                BigDecimal.ONE,
                heard.first(VenueEvent.BalancesRead.class).balances().quote().available());
    }

    @Test
    void historyIsSearchedPageByPageForTheOrdersAskedFor() {
        mock.answer(HISTORY, request -> {
            var offset = Integer.parseInt(String.valueOf(request.getUrl().queryParameter("offset")));
            return text(IntStream.range(offset + 100, offset + 1100)
                    .mapToObj(id -> historyOrder(id, "Expired"))
                    .collect(Collectors.joining(",", "[", "]")));
        });

        venue.readHistory(Set.of(new ClientId(150), new ClientId(1150)));

        var orders = heard.first(VenueEvent.HistoryRead.class).orders();
        assertEquals(
                Set.of(new ClientId(150), new ClientId(1150)),
                orders.stream().map(Order::clientId).collect(Collectors.toSet()));
        assertTrue(orders.stream().allMatch(it -> it.status() == OrderStatus.EXPIRED));
        assertEquals(2, mock.calls(HISTORY).size());
    }

    @Test
    @FaultRow("66")
    void aHistoryThatRepeatsItselfIsNotReadForEver() {
        var page = IntStream.range(0, 1000)
                .mapToObj(row -> fill(row + 1, row + 1))
                .collect(Collectors.joining(",", "[", "]"));
        mock.answer(FILLS, page);

        venue.readFills(Instant.ofEpochMilli(1_700_000_000_123L));

        var failed = heard.first(VenueEvent.ReadFailed.class);
        assertEquals("client.read.repeats", Keys.of(failed.reason()));
        assertEquals(2, mock.calls(FILLS).size());
        assertEquals(List.of(), heard.all(VenueEvent.FillsRead.class));
    }

    @Test
    void fillsArePagedTakenOnceAndOldestFirst() {
        mock.answer(FILLS, request -> {
            var offset = Integer.parseInt(String.valueOf(request.getUrl().queryParameter("offset")));
            // Newest first, and the second page repeats the last row of the first.
            return text(IntStream.range(Math.max(0, offset - 1), Math.min(1500, offset + (offset == 0 ? 1000 : 999)))
                    .mapToObj(row -> fill(5000 - row, 1500 - row))
                    .collect(Collectors.joining(",", "[", "]")));
        });

        venue.readFills(Instant.ofEpochMilli(1_700_000_000_123L));

        var fills = heard.first(VenueEvent.FillsRead.class).fills();
        assertEquals(1500, fills.size());
        assertEquals(3501, fills.get(0).tradeId());
        assertEquals(1500, fills.stream().map(Fill::tradeId).distinct().count());
        var query = mock.calls(FILLS).get(0).getUrl();
        assertEquals("1700000000123", query.queryParameter("from"));
        assertEquals("SOL_USDC", query.queryParameter("symbol"));
    }

    @Test
    void fillsKeepTheDecimalsTheVenueTells() {
        mock.answer(
                FILLS, "[" + fill(1, 0).replace("99.5", "99.505").replace("\"1\",\"side", "\"0.005\",\"side") + "]");

        venue.readFills(Instant.ofEpochMilli(1_700_000_000_123L));

        var fill = heard.first(VenueEvent.FillsRead.class).fills().get(0);
        assertEquals(new BigDecimal("99.505"), fill.price());
        assertEquals(new BigDecimal("0.005"), fill.quantity());
    }

    @Test
    void everyPrivateCallIsSigned() throws Exception {
        mock.answer(ORDER, order("1", "New"));

        venue.readOrder(ONE);

        heard.first(VenueEvent.OrderRead.class);
        var headers = mock.calls(ORDER).get(0).getHeaders();
        var key = new Signer(MockVenue.SECRET).publicKey();
        assertEquals(key, headers.get("X-API-Key"));
        var signed = "instruction=orderQuery&clientId=1&symbol=SOL_USDC&timestamp=" + headers.get("X-Timestamp")
                + "&window=" + headers.get("X-Window");
        assertTrue(new Verifier(key).verifies(signed, String.valueOf(headers.get("X-Signature"))));
        assertEquals("5000", headers.get("X-Window"));
    }

    @Test
    void anAssetThatIsNotListedIsZero() {
        venue.readBalances();

        var balances = heard.first(VenueEvent.BalancesRead.class).balances();
        assertEquals(BigDecimal.ZERO, balances.base().total());
        assertEquals(new BigDecimal("7005"), balances.quote().total());
    }

    @Test
    @FaultRow("47")
    void lentFundsAreCountedOnceAndHalfAReadingIsNone() throws IOException {
        try (var lending = new MockVenue()) {
            lending.answer("GET /api/v1/account", "{\"autoLend\":true,\"spotMakerFee\":\"8\",\"spotTakerFee\":\"10\"}");
            lending.answer("GET /api/v1/borrowLend/positions", "[{\"symbol\":\"SOL\",\"netQuantity\":\"12.5\"}]");
            var desk = new Heard();
            try (var client = lending.connected(desk)) {
                var balances = desk.first(VenueEvent.BalancesRead.class).balances();
                assertEquals(new BigDecimal("12.5"), balances.base().lent());
                assertEquals(new BigDecimal("7005"), balances.quote().total());

                desk.forget();
                lending.answer("GET /api/v1/borrowLend/positions", request -> status(500, ""));
                client.readBalances();

                assertEquals(
                        "client.read.balances",
                        Keys.of(desk.first(VenueEvent.ReadFailed.class).what()));
                assertEquals(List.of(), desk.all(VenueEvent.BalancesRead.class));
            }
        }
    }
}
