package makerdeck.backpack.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.clock.Waiting;
import makerdeck.domain.ClientId;
import makerdeck.domain.MarketState;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.process.HeldPort;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How a first contact may end. */
@Waiting
class BootstrapTest {

    private final Heard heard = new Heard();
    private MockVenue mock;

    @BeforeEach
    void open() throws IOException {
        mock = new MockVenue();
    }

    @AfterEach
    void close() {
        mock.close();
    }

    private static String error(String code, String message) {
        return "{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}";
    }

    @Test
    void anUnreachableVenueIsToldInPlainWordsWithEachAttemptAndTriedWithoutEnd() throws Exception {
        try (var nobody = new HeldPort();
                var venue = mock.client(heard, at(nobody))) {
            venue.start();

            var downs = heard.atLeast(3, VenueEvent.StreamDown.class);

            assertEquals(
                    "client.trying-again[client.unreachable[client.connection.refused], 1, 1]",
                    Keys.of(downs.get(0).reason()));
            assertEquals(3L, downs.get(2).reason().values().get(1));
            assertFalse(venue.firstAnswer().isDone());
        }
    }

    private static BackpackSettings at(HeldPort port) {
        var place = "//127.0.0.1:" + port.number();
        return new BackpackSettings("SOL_USDC", URI.create("http:" + place), URI.create("ws:" + place));
    }

    static Stream<Arguments> whatIsNoAnswer() {
        var answers = List.of(
                MockVenue.status(403, "<html><title>Blocked</title></html>"),
                MockVenue.status(451, "<html></html>"),
                MockVenue.status(401, "Unauthorized"),
                MockVenue.status(404, "404 not found"),
                MockVenue.status(400, "{\"message\":\"Invalid market symbol\"}"),
                MockVenue.status(200, "<html><title>Welcome</title></html>"),
                MockVenue.status(200, "{\"message\":\"Forbidden\"}"),
                MockVenue.status(200, "{\"symbol\":\"SOL_US"),
                MockVenue.status(200, ""));
        return Stream.of("GET /api/v1/time", "GET /api/v1/market", "GET /api/v1/account")
                .flatMap(call -> answers.stream().map(answer -> Arguments.of(call, answer)));
    }

    @ParameterizedTest
    @MethodSource("whatIsNoAnswer")
    @FaultRow("65")
    void whatIsNotTheVenuesAnswerEndsNothingAndNamesNoClassOfJava(String call, MockResponse answer) {
        var times = new AtomicInteger();
        var right = mock.answerTo(call);
        mock.answer(call, request -> times.getAndIncrement() == 0 ? answer : right.apply(request));
        try (var venue = mock.client(heard)) {
            venue.start();

            heard.first(VenueEvent.MarketRead.class);

            var reason = heard.first(VenueEvent.StreamDown.class).reason();
            assertFalse(Keys.of(reason).contains("makerdeck") || Keys.of(reason).contains("java"), Keys.of(reason));
            assertEquals(List.of(), heard.all(VenueEvent.Unusable.class));
        }
    }

    @Test
    void aVenueThatComesBackIsUsed() {
        mock.answer("GET /api/v1/time", request -> MockVenue.status(503, ""));
        try (var venue = mock.client(heard)) {
            venue.start();
            var down = heard.first(VenueEvent.StreamDown.class);
            assertEquals(
                    "client.trying-again[client.unreachable[message.plain[HTTP 503]], 1, 1]", Keys.of(down.reason()));

            mock.answer("GET /api/v1/time", request -> MockVenue.text("1788285244094"));

            assertEquals(
                    "SOL_USDC",
                    heard.first(VenueEvent.MarketRead.class).market().symbol());
            heard.first(VenueEvent.StreamUp.class, it -> it.stream() == makerdeck.venue.Stream.PRIVATE);
        }
    }

    @Test
    void theVenuesClockSignsNotOurs() {
        mock.answer("GET /api/v1/time", request -> MockVenue.text("1788285244094"));
        try (var venue = mock.client(heard)) {
            venue.start();
            heard.first(VenueEvent.MarketRead.class);

            var timestamp =
                    mock.calls("GET /api/v1/account").get(0).getHeaders().get("X-Timestamp");

            assertEquals("17882852", String.valueOf(timestamp).substring(0, 8));
        }
    }

    @Test
    void aVenueThatAnswersAtOnceIsAskedForItsClockFiveTimes() {
        try (var venue = mock.client(heard, mock.settings(), mock.nanos)) {
            venue.start();
            heard.first(VenueEvent.MarketRead.class);

            assertEquals(5, mock.calls("GET /api/v1/time").size());
        }
    }

    @ParameterizedTest
    @CsvSource({"2900, 1", "600, 2", "300, 4"})
    void aVenueThatIsSlowToAnswerIsAskedForItsClockForAboutASecondInAll(int answerMillis, int readings) {
        mock.answer("GET /api/v1/time", request -> {
            mock.nanos.advance(Duration.ofMillis(answerMillis));
            return MockVenue.text("1788285244094");
        });
        try (var venue = mock.client(heard, mock.settings(), mock.nanos)) {
            venue.start();
            heard.first(VenueEvent.MarketRead.class);

            assertEquals(readings, mock.calls("GET /api/v1/time").size());
        }
    }

    @Test
    void anUnknownSymbolIsUnusable() {
        mock.answer(
                "GET /api/v1/market",
                request -> MockVenue.status(400, error("INVALID_CLIENT_REQUEST", "Invalid market symbol")));
        try (var venue = mock.client(heard)) {
            venue.start();

            assertEquals(
                    "client.rules.no-market[SOL_USDC, message.plain[Invalid market symbol]]",
                    Keys.of(heard.first(VenueEvent.Unusable.class).reason()));
        }
    }

    @Test
    void aMarketThatIsNotSpotIsUnusable() {
        mock.answer("GET /api/v1/market", "{\"symbol\":\"SOL_USDC_PERP\",\"marketType\":\"PERP\"}");
        try (var venue = mock.client(heard)) {
            venue.start();

            assertEquals(
                    "client.rules.unusable[SOL_USDC, client.answer.unreadable[client.unreadable.not-spot[PERP]]]",
                    Keys.of(heard.first(VenueEvent.Unusable.class).reason()));
        }
    }

    @Test
    void aRefusedKeyIsUnusableButARefusedTimeIsTriedAgain() {
        mock.answer(
                "GET /api/v1/account",
                request -> MockVenue.status(400, error("INVALID_CLIENT_REQUEST", "Request has expired")));
        try (var venue = mock.client(heard)) {
            venue.start();
            assertEquals(
                    "client.trying-again[client.rules.account-unreadable[message.plain[Request has expired]], 1, 1]",
                    Keys.of(heard.first(VenueEvent.StreamDown.class).reason()));

            mock.answer("GET /api/v1/account", request -> MockVenue.status(401, error("UNAUTHORIZED", "No such key")));

            var unusable = heard.first(VenueEvent.Unusable.class);
            assertEquals(Refusal.AUTHENTICATION, unusable.refusal());
            assertEquals("client.rules.key-refused[message.plain[No such key]]", Keys.of(unusable.reason()));
        }
    }

    @Test
    void beforeTheFirstAnswerNothingIsSentAndEveryRequestIsAnswered() {
        try (var venue = mock.client(heard)) {
            venue.place(List.of(Samples.maker(1, Side.BID, 9900)));
            venue.cancel(new ClientId(1), null);
            venue.readOpenOrders();
            venue.readOrder(new ClientId(1));
            venue.readHistory(Set.of(new ClientId(1)));
            venue.readBalances();
            venue.readFills(Instant.EPOCH);

            heard.atLeast(5, VenueEvent.ReadFailed.class);
            assertEquals(
                    Refusal.NOT_SENT, heard.first(VenueEvent.PlaceRefused.class).refusal());
            assertEquals(
                    Refusal.NOT_SENT,
                    heard.first(VenueEvent.CancelRefused.class).refusal());
        }
    }

    @Test
    void aMarketThatClosesIsToldAndSoIsItsReturn() {
        try (var venue = mock.connected(heard)) {
            assertEquals(
                    MarketState.OPEN,
                    heard.first(VenueEvent.MarketRead.class).market().state());
            mock.answer("GET /api/v1/market", MockVenue.MARKET.replace("Open", "CancelOnly"));
            mock.answer("POST /api/v1/orders", request -> MockVenue.status(400, error("TRADING_PAUSED", "Paused")));

            venue.place(List.of(Samples.maker(1, Side.BID, 9900)));

            heard.first(VenueEvent.MarketRead.class, it -> it.market().state() == MarketState.CANCEL_ONLY);
        }
    }

    @Test
    void afterCloseNothingIsHeardAndNothingThrows() {
        var venue = mock.connected(heard);

        venue.close();
        heard.forget();
        venue.place(List.of(Samples.maker(1, Side.BID, 9900)));
        mock.peer("depth").depth(101, 101, "99", "1");
        venue.close();

        assertEquals(List.of(), heard.all(VenueEvent.class));
    }

    @Test
    void theSecretIsNeverTold() {
        mock.answer("GET /api/v1/account", request -> MockVenue.status(401, error("UNAUTHORIZED", "No such key")));
        try (var venue = mock.client(heard)) {
            venue.start();
            heard.first(VenueEvent.Unusable.class);

            var told = heard.all(VenueEvent.class) + " " + venue + " " + mock.settings() + " "
                    + mock.calls("GET /api/v1/account").get(0).getHeaders();

            assertFalse(told.contains(MockVenue.SECRET));
        }
    }

    @Test
    void plainAddressesAreForThisMachineAlone() {
        var secure = URI.create("wss://ws.backpack.exchange");

        assertThrows(
                IllegalArgumentException.class,
                () -> new BackpackSettings("SOL_USDC", URI.create("http://api.backpack.exchange"), secure));
        assertThrows(
                IllegalArgumentException.class,
                () -> new BackpackSettings(
                        "SOL_USDC", URI.create("https://api.backpack.exchange"), URI.create("ws://10.0.0.1")));
    }
}
