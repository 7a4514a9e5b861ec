package makerdeck.backpack.client;

import static makerdeck.backpack.client.MockVenue.status;
import static makerdeck.backpack.client.MockVenue.text;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import makerdeck.clock.Waiting;
import makerdeck.domain.ClientId;
import makerdeck.domain.NewOrder;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kind of answer to an order or a cancel means to the desk. */
@Waiting
class OrderOutcomesTest extends ConnectedClient {

    private static final String PLACE = "POST /api/v1/orders";
    private static final String CANCEL = "DELETE /api/v1/order";
    private static final String ROW = "{\"operation\":\"Ok\",\"clientId\":1,\"createdAt\":1788285244094,"
            + "\"executedQuantity\":\"0\",\"id\":\"71\",\"price\":\"99\",\"quantity\":\"1\",\"side\":\"Bid\","
            + "\"status\":\"New\",\"symbol\":\"SOL_USDC\"}";
    private static final ClientId ONE = new ClientId(1);
    private static final NewOrder BID = Samples.maker(1, Side.BID, 9900);
    private static final NewOrder ASK = Samples.maker(2, Side.ASK, 10_100);

    @BeforeEach
    void settle() {
        forgetTheOpening();
    }

    /** @param refusal null when the outcome must be unknown */
    record Case(String name, MockResponse answer, @Nullable Refusal refusal) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case json(int status, String code, String message, @Nullable Refusal refusal) {
        var body = "{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}";
        return new Case(status + " " + code + " " + message, status(status, body), refusal);
    }

    private static MockResponse.Builder broken() {
        return new MockResponse.Builder().body("[]");
    }

    static Stream<Case> answersToAnOrder() {
        return Stream.of(
                json(400, "INVALID_ORDER", "Order would immediately match and take", Refusal.POST_ONLY_WOULD_TAKE),
                json(400, "INSUFFICIENT_FUNDS", "Insufficient funds", Refusal.INSUFFICIENT_FUNDS),
                json(400, "INVALID_PRICE", "Price is too far from the last active price", Refusal.PRICE_BAND),
                json(400, "INVALID_CLIENT_REQUEST", "Price decimal too long", Refusal.INVALID_ORDER),
                json(400, "INVALID_CLIENT_REQUEST", "Request has expired", Refusal.LATE),
                json(400, "INVALID_CLIENT_REQUEST", "Invalid signature", Refusal.KEY_IN_DOUBT),
                json(401, "UNAUTHORIZED", "Unauthorized", Refusal.KEY_IN_DOUBT),
                json(403, "FORBIDDEN", "The key may only read", Refusal.AUTHENTICATION),
                json(429, "TOO_MANY_REQUESTS", "Too many requests", Refusal.RATE_LIMIT),
                json(400, "TRADING_PAUSED", "Trading is paused", Refusal.VENUE_CLOSED),
                json(400, "BRAND_NEW", "Never heard of", Refusal.OTHER),
                json(400, "TIMEOUT", "Timeout", null),
                json(500, "SERVER_ERROR", "Internal error", null),
                json(503, "MAINTENANCE", "Matching engine unavailable", null),
                new Case(
                        "plain text",
                        status(400, "parse request payload error: Invalid decimal"),
                        Refusal.INVALID_ORDER),
                new Case("202 without a body", status(202, ""), null),
                new Case("HTML of a gateway", status(502, "<html>Bad gateway</html>"), null),
                new Case("HTML with 200", status(200, "<html>Welcome</html>"), null),
                new Case("HTML with 403", status(403, "<html>Blocked</html>"), null),
                new Case("HTML with 429", status(429, "<html>Slow down</html>"), null),
                new Case("HTML with 451", status(451, "<html>Not here</html>"), null),
                new Case("late without a code", status(401, "Request has expired"), null),
                new Case("401 without a code", status(401, "Unauthorized"), null),
                new Case("foreign JSON", status(403, "{\"message\":\"Forbidden\"}"), null),
                new Case("a number for a code", status(403, "{\"code\":1020,\"message\":\"Access denied\"}"), null),
                new Case("an empty 200", status(200, ""), null),
                new Case("truncated JSON", status(200, "[{\"operation\":\"Ok\",\"id\":\"1"), null),
                new Case(
                        "a redirect",
                        new MockResponse.Builder()
                                .code(307)
                                .setHeader("Location", "/")
                                .build(),
                        null),
                new Case(
                        "503 that asks to come again at once",
                        new MockResponse.Builder()
                                .code(503)
                                .setHeader("Retry-After", "0")
                                .build(),
                        null),
                new Case("408", status(408, ""), null),
                new Case(
                        "a reset instead of an answer",
                        broken().onResponseStart(new SocketEffect.CloseSocket()).build(),
                        null),
                new Case(
                        "a reset within the answer",
                        broken().onResponseBody(new SocketEffect.CloseSocket()).build(),
                        null),
                new Case(
                        "no answer in time",
                        broken().onResponseStart(SocketEffect.Stall.INSTANCE).build(),
                        null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "{}",
                "{\"operation\":\"Taken\",\"id\":\"9\"}",
                "{\"operation\":\"Err\"}",
                "{\"operation\":{},\"code\":\"INVALID_ORDER\"}",
                "{\"operation\":\"Ok\",\"id\":{}}"
            })
    @FaultRow({"5", "66"})
    void aRowOfABatchThatDoesNotSayWhatBecameOfItsOrderLeavesThatOneInDoubt(String row) {
        mock.answer(PLACE, "[" + ROW + "," + row + "]");

        venue.place(List.of(BID, ASK));

        assertEquals(ONE, heard.first(VenueEvent.OrderChanged.class).order().clientId());
        assertEquals(new ClientId(2), heard.first(VenueEvent.PlaceUnknown.class).clientId());
        assertEquals(List.of(), heard.all(VenueEvent.PlaceRefused.class));
    }

    @Test
    @FaultRow("68")
    void whatTheVenueSaysOfARefusalIsHarmlessToShow() {
        mock.answer(
                PLACE,
                request -> status(
                        400, "{\"code\":\"BRAND_NEW\",\"message\":\"no\\u001b]52;c;aGk=\\u0007 \u202e\u009b31m\"}"));

        venue.place(List.of(BID));

        assertEquals(
                "message.plain[no?]52;c;aGk=? ??31m]",
                Keys.of(heard.first(VenueEvent.PlaceRefused.class).message()));
    }

    @ParameterizedTest
    @MethodSource("answersToAnOrder")
    @FaultRow({"1", "2", "5", "65"})
    void everyOrderOfABatchSharesTheFateOfTheRequestWhichIsSentOnce(Case it) {
        mock.answer(PLACE, request -> it.answer);

        venue.place(List.of(BID, ASK));

        if (it.refusal == null) {
            heard.atLeast(2, VenueEvent.PlaceUnknown.class);
            assertEquals(List.of(), heard.all(VenueEvent.PlaceRefused.class));
        } else {
            var refused = heard.atLeast(2, VenueEvent.PlaceRefused.class);
            assertEquals(
                    List.of(it.refusal, it.refusal),
                    refused.stream().map(VenueEvent.PlaceRefused::refusal).toList());
            assertEquals(
                    List.of(ONE, ASK.clientId()),
                    refused.stream().map(VenueEvent.PlaceRefused::clientId).toList());
        }
        assertEquals(1, mock.calls(PLACE).size());
        assertEquals(
                List.of(2),
                heard.answers().stream().map(answer -> answer.orders().size()).toList());
    }

    private static String ok(long clientId, String status, String executed) {
        return "{\"operation\":\"Ok\",\"clientId\":" + clientId + ",\"createdAt\":1788285244094,\"executedQuantity\":\""
                + executed + "\",\"id\":\"70" + clientId + "\",\"orderType\":\"Limit\",\"price\":\"99\","
                + "\"quantity\":\"1\",\"side\":\"Bid\",\"status\":\"" + status + "\",\"symbol\":\"SOL_USDC\"}";
    }

    private static String no(String code, String message) {
        return "{\"operation\":\"Err\",\"code\":\"" + code + "\",\"message\":\"" + message + "\"}";
    }

    @Test
    @FaultRow("7")
    void everyLegHasItsOwnOutcomeWhateverTheOrderOfTheRows() {
        mock.answer(PLACE, "[" + no("INSUFFICIENT_FUNDS", "no") + "," + ok(1, "New", "0") + "]");

        venue.place(List.of(BID, ASK));

        var order = heard.first(VenueEvent.OrderChanged.class).order();
        assertEquals(ONE, order.clientId());
        assertEquals("701", order.id());
        assertEquals(OrderStatus.NEW, order.status());
        var refused = heard.first(VenueEvent.PlaceRefused.class);
        assertEquals(ASK.clientId(), refused.clientId());
        assertEquals(Refusal.INSUFFICIENT_FUNDS, refused.refusal());
    }

    @Test
    void aPostOnlyOrderMayAlsoBeRefusedByExpiringOrByItsCode() {
        mock.answer(PLACE, "[" + ok(1, "Expired", "0") + "," + no("POST_ONLY_TAKER", "") + "]");

        venue.place(List.of(BID, ASK));

        var refused = heard.atLeast(2, VenueEvent.PlaceRefused.class);
        assertTrue(refused.stream().allMatch(it -> it.refusal() == Refusal.POST_ONLY_WOULD_TAKE));
        assertEquals(List.of(), heard.all(VenueEvent.OrderChanged.class));
    }

    /** So many cancels, none answered before the latch opens; the first eight hold all the connections there are. */
    private CountDownLatch heldCancels(int count) {
        var waiting = new CountDownLatch(1);
        mock.answer(CANCEL, request -> {
            try {
                waiting.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            return text(ok(1, "Cancelled", "0"));
        });
        for (int i = 0; i < count; i++) {
            venue.cancel(ONE, "70" + i);
        }
        await().until(() -> mock.calls(CANCEL).size() == 8);
        return waiting;
    }

    @Test
    @FaultRow("62")
    void anOrderThatHasWaitedForASecondIsNotSentAnyMore() {
        var waiting = heldCancels(8);
        venue.place(List.of(BID));
        mock.nanos.advance(Duration.ofMillis(1500));
        waiting.countDown();

        var refused = heard.first(VenueEvent.PlaceRefused.class);

        assertEquals(Refusal.NOT_SENT, refused.refusal());
        assertEquals("client.overdue", Keys.of(refused.message()));
        assertEquals(List.of(), mock.calls(PLACE));
    }

    @Test
    @FaultRow("62")
    void aCancelThatWaitedIsSignedWhenItIsSent() {
        var waiting = heldCancels(9);
        mock.nanos.advance(Duration.ofMinutes(1));
        waiting.countDown();
        await().until(() -> mock.calls(CANCEL).size() == 9);

        assertTrue(signedAt(8) - signedAt(0) >= 60_000, signedAt(8) + " against " + signedAt(0));
    }

    private long signedAt(int call) {
        return Long.parseLong(
                String.valueOf(mock.calls(CANCEL).get(call).getHeaders().get("X-Timestamp")));
    }

    @Test
    void aLegThatTimedOutInsideTheVenueOrThatTheAnswerForgetsIsUnknown() {
        mock.answer(PLACE, "[" + no("TIMEOUT", "timed out") + "]");

        venue.place(List.of(BID));
        heard.atLeast(1, VenueEvent.PlaceUnknown.class);
        mock.answer(PLACE, "[" + ok(1, "New", "0") + "]");
        venue.place(List.of(BID, ASK));

        assertEquals(
                ASK.clientId(),
                heard.atLeast(2, VenueEvent.PlaceUnknown.class).get(1).clientId());
    }

    @Test
    void twentyOneOrdersAreTwoBatches() {
        mock.answer(PLACE, "[]");
        var orders = LongStream.rangeClosed(1, 21)
                .mapToObj(id -> Samples.maker(id, Side.BID, 9000 + id))
                .toList();

        venue.place(orders);

        heard.atLeast(21, VenueEvent.PlaceUnknown.class);
        assertEquals(2, mock.calls(PLACE).size());
    }

    @Test
    @FaultRow("16")
    void anOrderSaysAllThatMattersAndNothingElse() {
        mock.answer(PLACE, "[]");

        venue.place(List.of(BID));

        heard.first(VenueEvent.PlaceUnknown.class);
        var call = mock.calls(PLACE).get(0);
        assertEquals(
                "[{\"clientId\":1,\"orderType\":\"Limit\",\"postOnly\":true,\"price\":\"99.00\",\"quantity\":\"1.00\","
                        + "\"selfTradePrevention\":\"RejectTaker\",\"side\":\"Bid\",\"symbol\":\"SOL_USDC\","
                        + "\"timeInForce\":\"GTC\"}]",
                String.valueOf(call.getBody().utf8()));
        assertEquals("2000", call.getHeaders().get("X-Window"));
        assertEquals("application/json", call.getHeaders().get("Content-Type"));
    }

    static Stream<Case> refusedCancels() {
        return Stream.of(
                json(404, "RESOURCE_NOT_FOUND", "Not Found", Refusal.OTHER),
                json(400, "RESOURCE_NOT_FOUND", "Not Found", Refusal.OTHER),
                json(400, "INVALID_CLIENT_REQUEST", "Order not found", Refusal.INVALID_ORDER));
    }

    @ParameterizedTest
    @MethodSource("refusedCancels")
    @FaultRow({"9", "64"})
    void aCancelOfWhatIsNotOpenSaysSo(Case it) {
        mock.answer(CANCEL, request -> it.answer);

        venue.cancel(ONE, "701");

        var refused = heard.first(VenueEvent.CancelRefused.class);
        assertTrue(refused.notOpen());
        assertEquals(it.refusal, refused.refusal());
        assertEquals(
                "{\"orderId\":\"701\",\"symbol\":\"SOL_USDC\"}",
                String.valueOf(mock.calls(CANCEL).get(0).getBody().utf8()));
    }

    @Test
    void aCancelThatIsRefusedForAnotherReasonLeavesTheOrderOpen() {
        mock.answer(CANCEL, request -> status(400, "{\"code\":\"INVALID_ORDER\",\"message\":\"Not now\"}"));

        venue.cancel(ONE, "701");

        assertEquals(false, heard.first(VenueEvent.CancelRefused.class).notOpen());
    }

    static Stream<Case> unclearCancels() {
        return answersToAnOrder().filter(it -> it.refusal == null);
    }

    @ParameterizedTest
    @MethodSource("unclearCancels")
    @FaultRow("8")
    void aCancelWithoutAUsableAnswerIsUnknown(Case it) {
        mock.answer(CANCEL, request -> it.answer);

        venue.cancel(ONE, "701");

        assertEquals(ONE, heard.first(VenueEvent.CancelUnknown.class).clientId());
        assertEquals(1, mock.calls(CANCEL).size());
    }

    @Test
    void aCancelByClientIdBringsTheCancelledOrder() {
        mock.answer(CANCEL, request -> text(ok(1, "Cancelled", "0.4")));

        venue.cancel(ONE, null);

        var order = heard.first(VenueEvent.OrderChanged.class).order();
        assertEquals(OrderStatus.CANCELLED, order.status());
        assertEquals(40, order.filled().steps());
        assertEquals(
                "{\"clientId\":1,\"symbol\":\"SOL_USDC\"}",
                String.valueOf(mock.calls(CANCEL).get(0).getBody().utf8()));
    }
}
