package makerdeck.backpack.client.stream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import makerdeck.backpack.client.ConnectedClient;
import makerdeck.backpack.client.Heard;
import makerdeck.backpack.client.MockVenue;
import makerdeck.backpack.client.Samples;
import makerdeck.clock.Waiting;
import makerdeck.domain.ClientId;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both streams over real sockets: what they tell, and how they die and come back. */
@Waiting
class StreamsTest extends ConnectedClient {

    private static final String DEPTH = "GET /api/v1/depth";

    private MockVenue.Peer publicPeer() {
        return mock.peer("depth");
    }

    private MockVenue.Peer privatePeer() {
        return mock.peer("account");
    }

    /** Five times as fast as it does. */
    private void awaitWhileTimePasses(Callable<Boolean> fact) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            mock.nanos.advance(Duration.ofMillis(500));
            return fact.call();
        });
    }

    private VenueEvent.StreamDown down(Stream stream) {
        return heard.first(VenueEvent.StreamDown.class, it -> it.stream() == stream);
    }

    private void up(Stream stream) {
        heard.first(VenueEvent.StreamUp.class, it -> it.stream() == stream);
    }

    private static String orderFrame(String event, String status, String rest) {
        return "{\"data\":{\"E\":1788368290063153,\"O\":\"USER\",\"S\":\"Bid\",\"T\":1788368290062979,"
                + "\"V\":\"RejectTaker\",\"X\":\"" + status + "\",\"Z\":\"0\",\"e\":\"" + event
                + "\",\"f\":\"GTC\",\"i\":\"70\",\"o\":\"LIMIT\",\"p\":\"99.00\",\"q\":\"1.00\",\"r\":false,"
                + "\"s\":\"SOL_USDC\"," + rest + "},\"stream\":\"account.orderUpdate.SOL_USDC\"}";
    }

    @Test
    void subscribesToWhatItNeedsAndSignsForTheAccount() {
        assertEquals(
                "{\"method\":\"SUBSCRIBE\",\"params\":[\"depth.SOL_USDC\",\"trade.SOL_USDC\",\"ticker.SOL_USDC\"]}",
                publicPeer().heard());
        assertTrue(privatePeer()
                .heard()
                .startsWith("{\"method\":\"SUBSCRIBE\",\"params\":"
                        + "[\"account.orderUpdate.SOL_USDC\",\"account.balanceUpdate\",\"ticker.SOL_USDC\"],"
                        + "\"signature\":[\""));
    }

    @Test
    void theFirstUpdateProvesThePublicStream() throws IOException {
        try (var silent = new MockVenue()) {
            var book = silent.answerTo(DEPTH);
            // The few levels that are asked for in a silence would prove it too.
            silent.answer(
                    DEPTH,
                    request -> "5".equals(request.getUrl().queryParameter("limit"))
                            ? MockVenue.status(503, "")
                            : book.apply(request));
            var desk = new Heard();
            try (var client = silent.connected(desk)) {
                assertTrue(client.firstAnswer().isDone());
                assertFalse(desk.all(VenueEvent.StreamUp.class).stream().anyMatch(it -> it.stream() == Stream.PUBLIC));

                silent.peer("depth").depth(101, 101, "99.60", "2.00");

                desk.first(VenueEvent.StreamUp.class, it -> it.stream() == Stream.PUBLIC);
                var moved =
                        desk.first(VenueEvent.BookMoved.class, it -> it.book().updateId() == 101);
                assertEquals(9960, moved.book().bids().get(0).price().ticks());
            }
        }
    }

    @Test
    void aQuietMarketIsNotADeadOne() {
        mock.nanos.advance(Duration.ofSeconds(3));

        up(Stream.PUBLIC);
        mock.nanos.advance(Duration.ofSeconds(3));
        mock.nanos.advance(Duration.ofSeconds(3));
        publicPeer().depth(101, 101, "99.60", "2.00");

        heard.first(VenueEvent.BookMoved.class, it -> it.book().updateId() == 101);
        assertEquals(List.of(), heard.all(VenueEvent.StreamDown.class));
    }

    /** The venue answers for its book as it was, and before the answer is here an update of the stream is. */
    @Test
    void anAnswerThatTheStreamOvertakesIsNoBreak() {
        publicPeer().depth(101, 101, "99.60", "2.00");
        up(Stream.PUBLIC);
        mock.depth(101);
        var asThen = mock.answerTo(DEPTH);
        mock.answer(DEPTH, request -> {
            publicPeer().depth(102, 102, "99.60", "3.00");
            heard.first(VenueEvent.BookMoved.class, it -> it.book().updateId() == 102);
            return asThen.apply(request);
        });
        int asked = mock.calls(DEPTH).size();

        mock.nanos.advance(Duration.ofSeconds(1));

        await().until(() -> mock.calls(DEPTH).size() > asked);
        mock.depth(102);
        heard.first(VenueEvent.BookMoved.class, it -> it.book().updateId() == 102);
        awaitWhileTimePasses(() -> mock.calls(DEPTH).size() > asked + 1);
        assertEquals(List.of(), heard.all(VenueEvent.StreamDown.class));
    }

    @Test
    @FaultRow("58")
    void aVenueWhoseBookIsBehindWhatWeKnewWhenAskingHasStartedOver() {
        publicPeer().depth(101, 101, "99.60", "2.00");
        up(Stream.PUBLIC);
        mock.depth(99);

        mock.nanos.advance(Duration.ofSeconds(1));

        assertEquals("client.book.lower[99, 101]", Keys.of(down(Stream.PUBLIC).reason()));
    }

    @Test
    @FaultRow("20")
    void aDeafStreamIsNoticedThoughItsSocketLives() {
        publicPeer().depth(101, 101, "99.60", "2.00");
        up(Stream.PUBLIC);

        mock.depth(105);
        awaitWhileTimePasses(() -> heard.all(VenueEvent.StreamDown.class).size() > 0);

        assertEquals("client.stream.deaf", Keys.of(down(Stream.PUBLIC).reason()));
        assertTrue(mock.peers("depth", 2).heard().contains("depth.SOL_USDC"));
    }

    @Test
    void aClosedSocketComesBackSubscribedAndSeededAndTheRulesAreReadAgain() {
        publicPeer().depth(101, 101, "99.60", "2.00");
        up(Stream.PUBLIC);
        heard.forget();
        mock.depth(200);

        publicPeer().hangUp();

        assertEquals("client.stream.closed[1001]", Keys.of(down(Stream.PUBLIC).reason()));
        var second = mock.peers("depth", 2);
        heard.first(VenueEvent.BookMoved.class, it -> it.book().updateId() == 200);
        second.depth(201, 201, "99.60", "2.00");
        mock.nanos.advance(ReconnectingSocket.STABLE);
        up(Stream.PUBLIC);
        heard.first(VenueEvent.MarketRead.class);
        heard.first(VenueEvent.HealthChanged.class, it -> it.health().reconnects() == 1);
    }

    @Test
    @FaultRow("23")
    void aStreamThatBrokeAtOnceIsUpOnlyAfterFiveStableSeconds() {
        privatePeer().hangUp();
        down(Stream.PRIVATE);
        heard.forget();

        mock.peers("account", 2);
        publicPeer().depth(101, 101, "99.60", "2.00");
        up(Stream.PUBLIC);
        heard.first(VenueEvent.HealthChanged.class);
        assertEquals(
                List.of(),
                heard.all(VenueEvent.StreamUp.class).stream()
                        .filter(it -> it.stream() == Stream.PRIVATE)
                        .toList());

        mock.nanos.advance(ReconnectingSocket.STABLE);

        up(Stream.PRIVATE);
    }

    @Test
    void aHoleInTheUpdatesIsBridgedByANewSnapshot() {
        publicPeer().depth(101, 101, "99.60", "2.00");
        mock.depth(103);

        publicPeer().depth(104, 104, "99.70", "3.00");

        heard.first(VenueEvent.BookLost.class);
        var book = heard.first(VenueEvent.BookMoved.class, it -> it.book().updateId() == 104)
                .book();
        assertEquals(9970, book.bids().get(0).price().ticks());
        // A book that stands still is compared later on, with a snapshot that stays behind here.
        assertEquals(List.of(), heard.all(VenueEvent.StreamDown.class));
        heard.first(VenueEvent.HealthChanged.class, it -> it.health().gaps() == 1);
    }

    /** Whether this is the venue's book at number 101, which no update tells of. */
    private static boolean isTheVenues(VenueEvent.BookMoved moved) {
        return moved.book().updateId() == 101
                && moved.book().bids().get(0).price().ticks() == 9950;
    }

    @Test
    @FaultRow("58")
    void numbersThatStartOverAreFollowedFromANewSnapshot() {
        publicPeer().depth(101, 101, "99.60", "2.00");
        mock.depth(1);

        publicPeer().depth(2, 2, "99.70", "3.00");

        heard.first(VenueEvent.BookLost.class);
        var book = heard.first(VenueEvent.BookMoved.class, it -> it.book().updateId() == 2)
                .book();
        assertEquals(9970, book.bids().get(0).price().ticks());
        assertEquals(List.of(), heard.all(VenueEvent.StreamDown.class));
    }

    @Test
    @FaultRow("58")
    void aBookThatIsNotTheVenuesAtTheSameNumberIsLost() {
        publicPeer().depth(101, 101, "99.60", "2.00");
        up(Stream.PUBLIC);
        mock.depth(101);

        mock.nanos.advance(Duration.ofSeconds(1));

        assertEquals(
                "client.book.differs[101]",
                Keys.of(heard.first(VenueEvent.BookLost.class).reason()));
        heard.first(VenueEvent.BookMoved.class, StreamsTest::isTheVenues);
    }

    @Test
    @FaultRow("58")
    void aTradeBeyondABookThatStandsStillWantsAnotherSnapshot() {
        publicPeer().depth(101, 101, "99.60", "2.00");
        up(Stream.PUBLIC);
        mock.depth(101);
        var before = mock.calls(DEPTH).size();

        publicPeer()
                .send("{\"data\":{\"E\":1,\"T\":1,\"a\":\"1\",\"b\":\"2\",\"e\":\"trade\",\"m\":false,\"p\":\"101.90\","
                        + "\"q\":\"1.00\",\"s\":\"SOL_USDC\",\"t\":7},\"stream\":\"trade.SOL_USDC\"}");
        heard.first(VenueEvent.Traded.class);
        mock.nanos.advance(Duration.ofMillis(500));

        heard.first(VenueEvent.BookMoved.class, StreamsTest::isTheVenues);
        assertTrue(mock.calls(DEPTH).size() > before);
        assertEquals(List.of(), heard.all(VenueEvent.StreamDown.class));
    }

    @Test
    @FaultRow("58")
    void anOrderThatWouldHaveMatchedInAnotherBookWantsAnotherSnapshot() {
        publicPeer().depth(101, 101, "99.60", "2.00");
        up(Stream.PUBLIC);
        mock.depth(101);

        privatePeer().send(orderFrame("orderExpired", "Expired", "\"t\":null,\"z\":\"0\",\"R\":\"PostOnlyTaker\""));

        heard.first(VenueEvent.BookMoved.class, StreamsTest::isTheVenues);
    }

    private static String cut(String event) {
        return "{\"data\":{\"E\":1,\"T\":1,\"e\":\"" + event + "\",\"s\":\"SOL_USDC\",\"a\":";
    }

    @Test
    @FaultRow("66")
    void aTradeOrPriceThatCannotBeReadIsLeftOutAndTheStreamGoesOn() {
        var peer = publicPeer();
        peer.depth(101, 101, "99.60", "2.00");
        up(Stream.PUBLIC);
        mock.depth(102);

        for (int i = 0; i < 20; i++) {
            peer.send(cut("trade"));
            peer.send(cut("ticker"));
            peer.send("{\"data\":[null],\"stream\":\"trade.SOL_USDC\"}");
        }
        peer.depth(102, 102, "99.70", "2.00");

        heard.first(VenueEvent.BookMoved.class, moved -> moved.book().updateId() == 102);
        assertEquals(List.of(), heard.all(VenueEvent.BookLost.class));
        assertEquals(List.of(), heard.all(VenueEvent.StreamDown.class));
    }

    @Test
    @FaultRow("66")
    void anUpdateOfTheBookThatCannotBeReadLosesTheBookButNotTheStream() {
        publicPeer().depth(101, 101, "99.60", "2.00");
        up(Stream.PUBLIC);
        mock.depth(150);

        publicPeer().send(cut("depth"));

        heard.first(VenueEvent.BookLost.class);
        heard.first(VenueEvent.BookMoved.class, moved -> moved.book().updateId() == 150);
        assertEquals(List.of(), heard.all(VenueEvent.StreamDown.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invalid signature", "Request has expired"})
    @FaultRow({"22b", "62"})
    void aRefusedSubscriptionIsNoStreamAndCountsAsLateFirst(String why) {
        int clockReadings = mock.calls("GET /api/v1/time").size();
        mock.nanos.advance(Duration.ofSeconds(3));

        privatePeer().send("{\"id\":null,\"error\":{\"code\":4003,\"message\":\"" + why + "\"}}");

        assertEquals(
                "client.stream.subscription-late[" + why + "]",
                Keys.of(down(Stream.PRIVATE).reason()));
        assertTrue(mock.peers("account", 2).heard().contains("signature"));
        await().until(() -> mock.calls("GET /api/v1/time").size() > clockReadings);
        assertEquals(List.of(), heard.all(VenueEvent.Unusable.class));
    }

    @Test
    @FaultRow("22b")
    void aSubscriptionRefusedForWhatItNamesIsSaidInTheVenuesWords() {
        privatePeer().send("{\"id\":null,\"error\":{\"code\":4006,\"message\":\"Invalid stream\"}}");

        assertEquals(
                "client.stream.subscription-refused[Invalid stream]",
                Keys.of(down(Stream.PRIVATE).reason()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | <html><title>Access denied</title></html> | client.foreign.blocked[client.foreign.page-titled[403, Access denied]]
            451 | -                                         | client.foreign.blocked[client.foreign.text[451, -]]
            200 | <html><title>Welcome</title></html>       | client.foreign.page-titled[200, Welcome]
            503 | {"code":"MAINTENANCE","message":"back soon"} | message.plain[back soon]
            """)
    @FaultRow("65")
    void whatStandsInAStreamsPlaceIsSaidAsForCalls(int status, String body, String words) {
        mock.answer("SOCKET", request -> MockVenue.status(status, body));

        privatePeer().hangUp();

        assertEquals(
                "client.stream.no-socket[" + words + "]",
                Keys.of(heard.first(
                                VenueEvent.StreamDown.class,
                                it -> it.stream() == Stream.PRIVATE
                                        && Keys.says(it.reason(), "client.stream.no-socket"))
                        .reason()));
    }

    @Test
    @FaultRow("20")
    void anAccountStreamOnWhichNothingComesAnyMoreIsOpenedAnew() {
        up(Stream.PRIVATE);

        assertEquals(
                "client.stream.account-silent",
                Keys.of(await().atMost(Duration.ofSeconds(60))
                        .until(
                                () -> heard.all(VenueEvent.StreamDown.class).stream()
                                        .filter(it -> it.stream() == Stream.PRIVATE)
                                        .findFirst(),
                                found -> found.isPresent())
                        .orElseThrow()
                        .reason()));
        mock.peers("account", 2);
    }

    /** Both streams up, on connections that have lasted. */
    private void settled() {
        publicPeer().depth(101, 101, "99.60", "2.00");
        up(Stream.PUBLIC);
        up(Stream.PRIVATE);
        mock.depth(102);
        mock.nanos.advance(ReconnectingSocket.STABLE);
        publicPeer().depth(102, 102, "99.60", "2.00");
        heard.first(VenueEvent.BookMoved.class, it -> it.book().updateId() == 102);
        mock.depth(200);
        heard.forget();
    }

    @Test
    @FaultRow("22")
    void theBookMovesToAnotherConnectionWhenTheVenueSaysGoodbye() {
        settled();

        publicPeer().hangUp();

        var second = mock.peers("depth", 2);
        heard.first(VenueEvent.BookMoved.class, it -> it.book().updateId() == 200);
        second.depth(201, 201, "99.60", "2.00");
        heard.first(VenueEvent.BookMoved.class, it -> it.book().updateId() == 201);
        assertEquals(List.of(), heard.all(VenueEvent.StreamDown.class));
        assertEquals(List.of(), heard.all(VenueEvent.BookLost.class));
    }

    @Test
    @FaultRow("22")
    void theAccountMovesToAnotherConnectionAndSaysSo() {
        settled();

        privatePeer().hangUp();

        mock.peers("account", 2);
        mock.nanos.advance(Duration.ofMillis(250));
        up(Stream.PRIVATE);
        assertEquals(List.of(), heard.all(VenueEvent.StreamDown.class));
    }

    @Test
    void aStreamThatFindsNoOtherConnectionIsDown() {
        settled();
        mock.answer("SOCKET", request -> MockVenue.status(503, ""));

        publicPeer().hangUp();
        privatePeer().hangUp();

        assertEquals(
                "client.stream.no-socket[message.plain[HTTP 503]]",
                Keys.of(down(Stream.PUBLIC).reason()));
        assertEquals(
                "client.stream.no-socket[message.plain[HTTP 503]]",
                Keys.of(down(Stream.PRIVATE).reason()));
    }

    @Test
    void aMoveThatTakesTooLongIsAnOutage() {
        settled();
        mock.answer(DEPTH, request -> MockVenue.status(503, ""));

        publicPeer().hangUp();
        mock.peers("depth", 2);
        mock.nanos.advance(Duration.ofSeconds(3));

        assertEquals(ReconnectDeadline.tooLong(), down(Stream.PUBLIC).reason());
    }

    @Test
    void subscribesAfreshWhenTheDeskDistrustsTheAccountStream() {
        privatePeer();
        heard.forget();

        venue.subscribeAfresh(Message.plain("distrust"));

        assertEquals("message.plain[distrust]", Keys.of(down(Stream.PRIVATE).reason()));
        mock.peers("account", 2);
        mock.nanos.advance(ReconnectingSocket.STABLE);
        up(Stream.PRIVATE);
        assertEquals(
                List.of(),
                heard.all(VenueEvent.StreamDown.class).stream()
                        .filter(down -> down.stream() == Stream.PUBLIC)
                        .toList());
    }

    @Test
    void tellsFillsBeforeWhatTheyMakeOfTheOrder() {
        privatePeer()
                .send(
                        orderFrame(
                                "orderFill",
                                "PartiallyFilled",
                                "\"L\":\"98.99\",\"N\":\"SOL\",\"c\":7,\"l\":\"0.25\",\"m\":true,\"n\":\"-0.0001\",\"t\":555,\"z\":\"0.75\""));

        var filled = heard.first(VenueEvent.Filled.class);
        var changed = heard.first(VenueEvent.OrderChanged.class);
        var events = heard.all(VenueEvent.class);
        assertTrue(events.indexOf(filled) < events.indexOf(changed));
        var fill = filled.fill();
        assertEquals(555, fill.tradeId());
        assertEquals(new ClientId(7), fill.clientId());
        assertEquals(new BigDecimal("98.99"), fill.price());
        assertEquals(new BigDecimal("0.25"), fill.quantity());
        assertEquals(new BigDecimal("-0.0001"), fill.fee());
        assertEquals(new BigDecimal("0.75"), filled.cumulative());
        assertEquals(OrderStatus.PARTIALLY_FILLED, changed.order().status());
    }

    @Test
    void tellsOrdersOfOthersAndWhyOneExpired() {
        privatePeer().send(orderFrame("orderAccepted", "New", "\"t\":null,\"z\":\"0\""));
        privatePeer().send(orderFrame("orderExpired", "Expired", "\"R\":\"ImmediateOrCancel\",\"t\":null,\"z\":\"0\""));

        var changes = heard.atLeast(2, VenueEvent.OrderChanged.class);
        assertNull(changes.get(0).order().clientId());
        assertNull(changes.get(0).reason());
        assertEquals("message.plain[ImmediateOrCancel]", Keys.of(changes.get(1).reason()));
    }

    @Test
    void tellsTheBalancesOfThisMarketAlone() {
        privatePeer().send(balanceFrame("BONK"));
        privatePeer().send(balanceFrame("SOL"));

        var moved = heard.first(VenueEvent.BalanceMoved.class);
        assertEquals("SOL", moved.asset());
        assertEquals(new BigDecimal("3.5"), moved.balance().available());
        assertEquals(new BigDecimal("1.5"), moved.balance().locked());
    }

    private static String balanceFrame(String asset) {
        return "{\"data\":{\"A\":\"3.5\",\"E\":1,\"L\":\"1.5\",\"S\":\"0\",\"T\":1,\"a\":\"" + asset
                + "\",\"e\":\"balanceUpdate\"},\"stream\":\"account.balanceUpdate\"}";
    }

    @Test
    void anUnreadableFillCountsAsAnOutage() {
        privatePeer().send(orderFrame("orderFill", "Filled", "\"t\":556,\"z\":\"1.00\""));

        assertEquals(
                "client.stream.account-unreadable[client.unreadable.missing[lastPrice]]",
                Keys.of(down(Stream.PRIVATE).reason()));
    }

    @Test
    @FaultRow("21")
    void anAcceptedOrderThatTheStreamHidesMakesItDeaf() {
        mock.answer(
                "POST /api/v1/orders",
                "[{\"operation\":\"Ok\",\"clientId\":1,\"createdAt\":1788285244094,\"executedQuantity\":\"0\","
                        + "\"id\":\"71\",\"price\":\"99\",\"quantity\":\"1\",\"side\":\"Bid\",\"status\":\"New\"}]");
        venue.place(List.of(Samples.maker(1, Side.BID, 9900)));
        heard.first(VenueEvent.OrderChanged.class);

        mock.nanos.advance(Duration.ofSeconds(4));

        assertEquals(
                "client.stream.order-not-reported", Keys.of(down(Stream.PRIVATE).reason()));
    }

    @Test
    void tellsTradesWithTheirTaker() {
        publicPeer()
                .send("{\"data\":{\"E\":1,\"T\":1788368290062979,\"a\":\"1\",\"b\":\"2\",\"e\":\"trade\",\"m\":true,"
                        + "\"p\":\"99.5\",\"q\":\"0.10\",\"s\":\"SOL_USDC\",\"t\":9},\"stream\":\"trade.SOL_USDC\"}");

        var trade = heard.first(VenueEvent.Traded.class).trade();
        assertEquals(Side.ASK, trade.taker());
        assertEquals(9950, trade.price().ticks());
        assertEquals(10, trade.quantity().steps());
    }
}
