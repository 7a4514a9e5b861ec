package makerdeck.backpack.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.server.AnotherAccount;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.backpack.server.ServerRuntime;
import makerdeck.backpack.server.ServerSettings;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.clock.Waiting;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fees;
import makerdeck.domain.Fill;
import makerdeck.domain.NewOrder;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.domain.TimeInForce;
import makerdeck.message.Keys;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.simulator.model.MarketSource;
import makerdeck.venue.Refusal;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against the embedded venue: the same events, whichever of the two is behind the wire. */
@Waiting
class ServedVenueTest {

    private static final ClientId ONE = new ClientId(1);
    private static final ClientId TWO = new ClientId(2);

    private final Heard heard = new Heard();
    private BackpackServer server;
    private BackpackVenue venue;

    @BeforeEach
    void open() throws IOException {
        server = serve(0);
        venue = client("SOL_USDC", server.credentials().secret(), heard);
        venue.start();
        heard.first(VenueEvent.BookMoved.class);
        heard.first(VenueEvent.StreamUp.class, up -> up.stream() == Stream.PRIVATE);
    }

    @AfterEach
    void close() {
        venue.close();
        server.close();
    }

    private static BackpackServer serve(int port) throws IOException {
        var clock = Clock.systemUTC();
        var market = new ExchangeSettings(
                ListedMarkets.find("SOL_USDC").orElseThrow(),
                new BigDecimal("150"),
                new MarketSource.Nobody(),
                7,
                Duration.between(Instant.EPOCH, clock.instant()).toNanos(),
                Duration.ZERO);
        var settings = new ServerSettings(
                port,
                Map.of("SOL", new BigDecimal("20"), "USDC", new BigDecimal("7000")),
                new Fees(new BigDecimal("8"), new BigDecimal("10")));
        return BackpackServer.open(
                market,
                settings,
                new ServerRuntime(name -> Thread::new, clock, new SplittableRandom(7)),
                ServerListener.NONE);
    }

    private BackpackVenue client(String symbol, String secret, Heard to) {
        var settings = new BackpackSettings(symbol, URI.create(server.apiUrl()), URI.create(server.wsUrl()));
        var runtime =
                new ClientRuntime(Clock.systemUTC(), System::nanoTime, name -> Thread::new, new SplittableRandom(3));
        return new BackpackVenue(settings, new Signer(secret), runtime, to);
    }

    private static NewOrder bid(ClientId id, long ticks) {
        return NewOrder.maker(id, Side.BID, new Price(ticks), new Quantity(100));
    }

    private static NewOrder ask(ClientId id, long ticks) {
        return NewOrder.maker(id, Side.ASK, new Price(ticks), new Quantity(100));
    }

    @Test
    void readsRulesFeesAndBalancesAtTheStart() {
        var read = heard.first(VenueEvent.MarketRead.class);

        assertEquals(new BigDecimal("0.01"), read.market().tickSize());
        assertEquals(new BigDecimal("8"), read.fees().makerBp());
        var balances = heard.first(VenueEvent.BalancesRead.class).balances();
        assertEquals(0, new BigDecimal("20").compareTo(balances.base().total()));
        assertEquals(read, venue.firstAnswer().join());
    }

    @Test
    void aBatchRestsAndShowsInTheBookAndOnTheAccount() {
        venue.place(List.of(bid(ONE, 14_900), ask(TWO, 15_100)));

        heard.first(VenueEvent.OrderChanged.class, it -> ONE.equals(it.order().clientId()));
        heard.first(VenueEvent.OrderChanged.class, it -> TWO.equals(it.order().clientId()));
        heard.first(VenueEvent.BookMoved.class, it -> it.book().isHealthy());
        heard.first(VenueEvent.StreamUp.class, up -> up.stream() == Stream.PUBLIC);
        heard.first(VenueEvent.BalanceMoved.class, it -> it.asset().equals("SOL"));
    }

    @Test
    void aFillIsTheSameOnTheStreamAndInTheHistory() {
        venue.place(List.of(bid(ONE, 14_900)));
        heard.first(VenueEvent.OrderChanged.class);
        var start = Instant.now().minusSeconds(60);

        takeFromUs(new NewOrder(TWO, Side.ASK, new Price(14_900), new Quantity(40), TimeInForce.IOC, false));

        var filled = heard.first(VenueEvent.Filled.class);
        assertEquals(new BigDecimal("0.40"), filled.fill().quantity());
        assertEquals(0, new BigDecimal("0.4").compareTo(filled.cumulative()));
        assertEquals(ONE, filled.fill().clientId());
        assertEquals("SOL", filled.fill().feeAsset());
        assertTrue(filled.fill().maker());
        heard.first(VenueEvent.OrderChanged.class, it -> it.order().status() == OrderStatus.PARTIALLY_FILLED);
        heard.first(VenueEvent.Traded.class, it -> it.trade().taker() == Side.ASK);
        venue.readFills(start);
        var read = heard.first(VenueEvent.FillsRead.class).fills();
        assertEquals(
                List.of(filled.fill().tradeId()),
                read.stream().map(Fill::tradeId).toList());
        assertEquals(0, filled.fill().fee().compareTo(read.get(0).fee()));
    }

    private void takeFromUs(NewOrder order) {
        var taker = new Heard();
        try (var other = client("SOL_USDC", AnotherAccount.open(server).secret(), taker)) {
            other.start();
            taker.first(VenueEvent.StreamUp.class, up -> up.stream() == Stream.PRIVATE);
            other.place(List.of(order));
            taker.first(VenueEvent.OrderChanged.class, it -> it.order().status() == OrderStatus.FILLED);
        }
    }

    @Test
    void pastMinutesAreReadFromTheVenueAsTheyAre() {
        var from = Instant.now().minusSeconds(3600);

        venue.readCandles(from);

        var read = heard.first(VenueEvent.CandlesRead.class);
        assertEquals(from, read.from());
        assertEquals(List.of(), read.minutes());
    }

    @Test
    void aPostOnlyOrderThatWouldTakeIsRefusedAndTheOtherLegStands() {
        venue.place(List.of(ask(ONE, 15_000)));
        heard.first(VenueEvent.OrderChanged.class);

        venue.place(List.of(bid(new ClientId(3), 15_100), bid(new ClientId(4), 14_000)));

        var refused = heard.first(VenueEvent.PlaceRefused.class);
        assertEquals(Refusal.POST_ONLY_WOULD_TAKE, refused.refusal());
        assertEquals(new ClientId(3), refused.clientId());
        heard.first(VenueEvent.OrderChanged.class, it -> new ClientId(4)
                .equals(it.order().clientId()));
    }

    @Test
    void cancelsByOrderIdAndByClientIdAndKnowsWhatIsNotOpen() {
        venue.place(List.of(bid(ONE, 14_900), bid(TWO, 14_800)));
        var first = heard.first(
                VenueEvent.OrderChanged.class, it -> ONE.equals(it.order().clientId()));

        venue.cancel(ONE, first.order().id());
        venue.cancel(TWO, null);

        for (var id : List.of(ONE, TWO)) {
            heard.first(
                    VenueEvent.OrderChanged.class,
                    it -> id.equals(it.order().clientId()) && it.order().status() == OrderStatus.CANCELLED);
        }
        venue.cancel(TWO, null);
        assertTrue(heard.first(VenueEvent.CancelRefused.class).notOpen());
    }

    @Test
    void readsOpenOrdersOneOrderAndHistory() {
        venue.place(List.of(bid(ONE, 14_900), bid(TWO, 14_800)));
        heard.first(VenueEvent.OrderChanged.class, it -> TWO.equals(it.order().clientId()));
        venue.cancel(TWO, null);
        heard.first(VenueEvent.OrderChanged.class, it -> it.order().status() == OrderStatus.CANCELLED);

        venue.readOpenOrders();
        venue.readOrder(ONE);
        venue.readHistory(Set.of(TWO));
        venue.readFills(Instant.EPOCH.plusSeconds(1));

        assertEquals(1, heard.first(VenueEvent.OpenOrdersRead.class).orders().size());
        assertEquals(
                Optional.of(new Price(14_900)),
                heard.first(VenueEvent.OrderRead.class).order().map(order -> order.price()));
        var history = heard.first(VenueEvent.HistoryRead.class).orders();
        assertEquals(
                List.of(OrderStatus.CANCELLED),
                history.stream().map(order -> order.status()).toList());
        assertEquals(List.of(), heard.first(VenueEvent.FillsRead.class).fills());
        venue.readOrder(TWO);
        heard.first(VenueEvent.OrderRead.class, it -> it.order().isEmpty());
    }

    @Test
    void looksOrdersUpByTheVenuesIdsWhetherFinishedOrResting() {
        venue.place(List.of(bid(ONE, 14_900), bid(TWO, 14_800)));
        var rests = heard.first(
                        VenueEvent.OrderChanged.class,
                        it -> ONE.equals(it.order().clientId()))
                .order()
                .id();
        heard.first(VenueEvent.OrderChanged.class, it -> TWO.equals(it.order().clientId()));
        venue.cancel(TWO, null);
        var gone = heard.first(VenueEvent.OrderChanged.class, it -> it.order().status() == OrderStatus.CANCELLED)
                .order()
                .id();

        for (var id : List.of(rests, gone)) {
            venue.lookUpOrders(Set.of(id));
            var found = heard.first(
                            VenueEvent.OrdersLookedUp.class, it -> it.orderIds().equals(Set.of(id)))
                    .orders();
            assertEquals(List.of(id), found.stream().map(order -> order.id()).toList());
        }
        venue.lookUpOrders(Set.of(gone, "4711"));
        var several =
                heard.first(VenueEvent.OrdersLookedUp.class, it -> it.orderIds().size() == 2);
        assertEquals(
                List.of(gone),
                several.orders().stream().map(order -> order.id()).toList());
        venue.lookUpOrders(Set.of("4711"));
        heard.first(
                VenueEvent.OrdersLookedUp.class,
                it -> it.orderIds().equals(Set.of("4711")) && it.orders().isEmpty());
    }

    @Test
    void comesBackByItselfWhenTheVenueDoes() throws IOException {
        int port = URI.create(server.apiUrl()).getPort();
        server.close();
        for (var stream : Stream.values()) {
            heard.first(VenueEvent.StreamDown.class, it -> it.stream() == stream);
        }
        heard.forget();

        server = serve(port);

        for (var stream : Stream.values()) {
            heard.first(VenueEvent.StreamUp.class, it -> it.stream() == stream);
        }
        heard.first(VenueEvent.BookMoved.class);
        heard.first(VenueEvent.MarketRead.class);
        venue.place(List.of(bid(ONE, 14_900)));
        heard.first(VenueEvent.OrderChanged.class, it -> it.order().status() == OrderStatus.NEW);
    }

    @Test
    void aWrongKeyAndAnUnknownSymbolAreUnusableInOneLine() {
        var stranger = new Heard();
        try (var wrongKey = client("SOL_USDC", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", stranger)) {
            wrongKey.start();

            var unusable = stranger.first(VenueEvent.Unusable.class);
            assertEquals(Refusal.AUTHENTICATION, unusable.refusal());
            assertEquals("client.rules.key-refused[message.plain[Invalid signature]]", Keys.of(unusable.reason()));
        }
        var lost = new Heard();
        try (var wrongSymbol = client("DOGE_EUR", server.credentials().secret(), lost)) {
            wrongSymbol.start();

            var reason = lost.first(VenueEvent.Unusable.class).reason();
            assertTrue(Keys.of(reason).startsWith("client.rules.no-market[DOGE_EUR, "), Keys.of(reason));
        }
    }
}
