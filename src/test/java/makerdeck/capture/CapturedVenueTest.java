package makerdeck.capture;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import makerdeck.backpack.client.BackpackVenue;
import makerdeck.backpack.client.Heard;
import makerdeck.backpack.client.Samples;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.server.Credentials;
import makerdeck.backpack.server.ServedVenue;
import makerdeck.backpack.server.ServerRuntime;
import makerdeck.backpack.server.SessionServer;
import makerdeck.backpack.server.session.SessionListener;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.clock.Waiting;
import makerdeck.domain.ClientId;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Side;
import makerdeck.engine.input.Inbox;
import makerdeck.process.Threads;
import makerdeck.venue.Refusal;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a captured session answers to a client with numbers of its own, and to one that asks for something else. */
@Waiting
class CapturedVenueTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path home;

    private final List<String> strange = Collections.synchronizedList(new ArrayList<>());

    private static BackpackVenue client(String rest, String socket, String secret, DeskCapture capture, Heard heard) {
        var runtime = new ClientRuntime(
                Clock.systemUTC(),
                System::nanoTime,
                Threads::daemons,
                new SplittableRandom(3),
                took -> {},
                capture.wire());
        var settings = new BackpackSettings("SOL_USDC", URI.create(rest), URI.create(socket));
        var venue = new BackpackVenue(settings, new Signer(secret), runtime, heard);
        venue.start();
        heard.first(VenueEvent.BookMoved.class);
        heard.first(VenueEvent.StreamUp.class, up -> up.stream() == Stream.PRIVATE);
        return venue;
    }

    /** Two orders, of which one is cancelled. */
    private void capture(Path folder) throws IOException {
        var heard = new Heard();
        var clock = Clock.systemUTC();
        try (var venue = ServedVenue.quiet();
                var capture = DeskCapture.open(
                        folder,
                        Map.of("symbol", "SOL_USDC"),
                        List.of(),
                        new DeskCapture.Surroundings(clock, System::nanoTime, new Inbox(clock)));
                var client = client(
                        venue.apiUrl(), venue.wsUrl(), venue.credentials().secret(), capture, heard)) {
            client.place(List.of(Samples.maker(1, Side.BID, 14_900), Samples.maker(2, Side.ASK, 15_100)));
            heard.first(VenueEvent.OrderChanged.class, it -> isOf(it, 2));
            client.cancel(new ClientId(1), null);
            heard.first(
                    VenueEvent.OrderChanged.class,
                    it -> isOf(it, 1) && it.order().status() == OrderStatus.CANCELLED);
            client.readOpenOrders();
            heard.first(VenueEvent.OpenOrdersRead.class);
        }
    }

    private static boolean isOf(VenueEvent.OrderChanged changed, long clientId) {
        return new ClientId(clientId).equals(changed.order().clientId());
    }

    private SessionServer serve(Path folder) throws IOException {
        var session = SessionFolder.of(folder);
        return SessionServer.open(
                session::read,
                1,
                0,
                new ServerRuntime(Threads::daemons, Clock.systemUTC(), new SplittableRandom(9)),
                new SessionListener() {
                    @Override
                    public void notInSession(String what) {
                        strange.add(what);
                    }

                    @Override
                    public void over(Tally tally) {
                        // Asked for by the test.
                    }
                });
    }

    private BackpackVenue meet(SessionServer venue, Credentials keys, Heard heard) throws IOException {
        var clock = Clock.systemUTC();
        var none = DeskCapture.open(
                null, Map.of(), List.of(), new DeskCapture.Surroundings(clock, System::nanoTime, new Inbox(clock)));
        return client(venue.apiUrl(), venue.wsUrl(), keys.secret(), none, heard);
    }

    @Test
    void theSameOrdersHaveTheNumbersOfNowAndTheTimeOfNow() throws IOException {
        capture(home.resolve("session"));
        var heard = new Heard();
        try (var venue = serve(home.resolve("session"));
                var client = meet(venue, venue.credentials(), heard)) {
            client.place(List.of(Samples.maker(71, Side.ASK, 15_100), Samples.maker(72, Side.BID, 14_900)));
            for (long id : new long[] {71, 72}) {
                heard.first(VenueEvent.OrderChanged.class, it -> isOf(it, id));
            }
            client.cancel(new ClientId(72), null);
            heard.first(
                    VenueEvent.OrderChanged.class,
                    it -> isOf(it, 72) && it.order().status() == OrderStatus.CANCELLED);
            client.readOpenOrders();

            var open = heard.first(VenueEvent.OpenOrdersRead.class).orders();

            assertEquals(
                    List.of(new ClientId(71)),
                    open.stream().map(order -> order.clientId()).toList());
            var age = Duration.between(open.get(0).createdAt(), Instant.now());
            assertTrue(age.abs().compareTo(Duration.ofMinutes(1)) < 0, age::toString);
            assertEquals(List.of(), strange);
            await().atMost(SOON).until(() -> venue.tally().placed() == 2);
        }
    }

    @Test
    void whatTheSessionDoesNotHaveIsRefusedAndNamed() throws IOException {
        capture(home.resolve("session"));
        var heard = new Heard();
        try (var venue = serve(home.resolve("session"));
                var client = meet(venue, venue.credentials(), heard)) {
            client.place(List.of(Samples.maker(71, Side.BID, 14_901)));
            assertEquals(
                    Refusal.INVALID_ORDER,
                    heard.first(VenueEvent.PlaceRefused.class).refusal());
            client.readCandles(Instant.now());
            heard.first(VenueEvent.ReadFailed.class);
            client.cancel(new ClientId(71), null);
            assertTrue(heard.first(VenueEvent.CancelRefused.class).notOpen());

            await().atMost(SOON).until(() -> strange.size() >= 3);
            assertTrue(strange.get(0).startsWith("POST /api/v1/orders Bid 1.00 @ 149.01"), strange::toString);
            assertTrue(strange.stream().anyMatch(each -> each.startsWith("GET /api/v1/klines?")), strange::toString);
            assertTrue(strange.stream().anyMatch(each -> each.startsWith("DELETE /api/v1/order ")), strange::toString);
            assertEquals(0, venue.tally().placed());
            assertEquals(strange.size(), venue.tally().strange());
        }
    }

    @Test
    void aKeyThatMayOnlyReadPlacesNothing() throws IOException {
        capture(home.resolve("session"));
        var heard = new Heard();
        try (var venue = serve(home.resolve("session"));
                var client = meet(venue, venue.readOnlyCredentials(), heard)) {
            client.place(List.of(Samples.maker(71, Side.BID, 14_900)));

            assertEquals(
                    Refusal.AUTHENTICATION,
                    heard.first(VenueEvent.PlaceRefused.class).refusal());
            assertEquals(0, venue.tally().placed());
        }
    }
}
