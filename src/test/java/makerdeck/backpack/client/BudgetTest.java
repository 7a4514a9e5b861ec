package makerdeck.backpack.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.clock.Waiting;
import makerdeck.domain.ClientId;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client within its request budget, over a real socket. */
@Waiting
class BudgetTest {

    private static final String PLACE = "POST /api/v1/orders";
    private static final String BALANCES = "GET /api/v1/capital";

    private final Heard heard = new Heard();
    private MockVenue mock;

    @BeforeEach
    void open() throws IOException {
        mock = new MockVenue();
        mock.answer(PLACE, "[]");
    }

    @AfterEach
    void close() {
        mock.close();
    }

    @Test
    void overBudgetNothingIsSentButCancelsStillGo() {
        var plain = mock.settings();
        var narrow = new BackpackSettings(
                plain.symbol(), plain.restUrl(), plain.webSocketUrl(), plain.window(), plain.orderWindow(), 100);
        try (var venue = mock.connected(heard, narrow)) {
            heard.first(VenueEvent.BalancesRead.class);
            // On a machine that takes long the opening reads more than is kept for reads: that is not there for orders.
            int sent = 57 - Math.max(0, mock.callsBut(PLACE) - 14);
            for (int i = 0; i < 100; i++) {
                venue.place(List.of(Samples.maker(i, Side.BID, 9900)));
            }
            venue.cancel(new ClientId(1), "701");

            assertEquals(
                    100 - sent,
                    heard.atLeast(100 - sent, VenueEvent.PlaceRefused.class).size());
            assertTrue(
                    heard.all(VenueEvent.PlaceRefused.class).stream().allMatch(it -> it.refusal() == Refusal.NOT_SENT));
            assertEquals(
                    sent, heard.atLeast(sent, VenueEvent.PlaceUnknown.class).size());
            assertEquals(sent, mock.calls(PLACE).size());
            heard.first(VenueEvent.CancelUnknown.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":\"TOO_MANY_REQUESTS\",\"message\":\"Slow down\"}", "<html>Slow down</html>", ""})
    void throttlingHalvesTheBudgetWhoeverThrottles(String answer) {
        mock.answer(PLACE, request -> MockVenue.status(429, answer));
        try (var venue = mock.connected(heard)) {
            int asked = mock.callsBut(PLACE);
            venue.place(List.of(Samples.maker(1, Side.BID, 9900)));

            var health = heard.first(
                            VenueEvent.HealthChanged.class, it -> it.health().requestLimit() == 950)
                    .health();
            assertTrue(health.requestsLastMinute() > asked, () -> health.requestsLastMinute() + " after " + asked);
        }
    }

    private static final int MOST_CONNECTIONS = 5;

    @Test
    void whatFoundNoConnectionWasNeverSent() {
        try (var venue = mock.connected(heard)) {
            heard.first(VenueEvent.BalancesRead.class);
            mock.close();

            // The first ones may still be written to connections that have just died.
            for (int i = 1; heard.all(VenueEvent.PlaceRefused.class).isEmpty(); i++) {
                assertTrue(i <= MOST_CONNECTIONS + 1, "all went out on dead connections");
                venue.place(List.of(Samples.maker(i, Side.BID, 9900)));
                heard.outcomes(i);
            }
            venue.cancel(new ClientId(30), "703");

            var refused = heard.first(VenueEvent.PlaceRefused.class);
            assertEquals(Refusal.NOT_SENT, refused.refusal());
            assertEquals("client.connection.refused", Keys.of(refused.message()));
            var cancel = heard.first(VenueEvent.CancelRefused.class);
            assertEquals(Refusal.NOT_SENT, cancel.refusal());
        }
    }

    @Test
    void oneConnectionServesOneRequestAfterAnother() {
        var capital = mock.answerTo(BALANCES);
        mock.answer(BALANCES, request -> capital.apply(request)
                .newBuilder()
                .headersDelay(200, TimeUnit.MILLISECONDS)
                .build());
        try (var venue = mock.connected(heard)) {
            // What is still being read of the opening has a connection to itself.
            heard.first(VenueEvent.BalancesRead.class);
            mock.forget();
            for (int i = 1; i <= 30; i++) {
                venue.place(List.of(Samples.maker(i, Side.BID, 9900)));
                heard.atLeast(i, VenueEvent.PlaceUnknown.class);
            }

            // So has each read that the client makes meanwhile on a machine that takes long.
            var connections = mock.connections(PLACE);
            assertTrue(connections <= 1 + mock.callsBut(PLACE), "was " + connections);
        }
    }
}
