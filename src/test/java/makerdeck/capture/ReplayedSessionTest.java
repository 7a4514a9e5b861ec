package makerdeck.capture;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import makerdeck.backpack.client.BackpackVenue;
import makerdeck.backpack.client.Heard;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.server.AnotherAccount;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.backpack.server.ServerRuntime;
import makerdeck.backpack.server.ServerSettings;
import makerdeck.backpack.server.SessionServer;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.backpack.server.session.SessionListener;
import makerdeck.backpack.wire.session.SessionEntry;
import makerdeck.backpack.wire.session.WireEvent;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.clock.Waiting;
import makerdeck.domain.ClientId;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.domain.TimeInForce;
import makerdeck.process.Threads;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A desk trades at a venue of agents and is filled; its session is captured, and another desk meets the capture. It hears
 * the same frames, makes the same books, trades and fills of them, and decides as the first did.
 */
@Waiting
class ReplayedSessionTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int FILLS = 2;
    private static final int STEPS = 10;

    @TempDir
    private Path home;

    private final List<String> strange = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean over = new AtomicBoolean();

    private final SessionListener listener = new SessionListener() {
        @Override
        public void notInSession(String what) {
            strange.add(what);
        }

        @Override
        public void over(Tally tally) {
            over.set(true);
        }
    };

    private static BackpackServer venue(MarketSource source) throws IOException {
        var clock = Clock.systemUTC();
        return BackpackServer.open(
                new ExchangeSettings(
                        ListedMarkets.find("SOL_USDC").orElseThrow(),
                        new BigDecimal("150"),
                        source,
                        11,
                        Duration.between(Instant.EPOCH, clock.instant()).toNanos(),
                        Duration.ZERO),
                new ServerSettings(
                        0,
                        Map.of("SOL", new BigDecimal("20"), "USDC", new BigDecimal("7000")),
                        ExchangeSettings.STANDARD_FEES),
                new ServerRuntime(Threads::daemons, clock, new SplittableRandom(7)),
                ServerListener.NONE);
    }

    private SessionServer replay(Path folder) throws IOException {
        var session = SessionFolder.of(folder);
        return SessionServer.open(
                session::read,
                1,
                0,
                new ServerRuntime(Threads::daemons, Clock.systemUTC(), new SplittableRandom(9)),
                listener);
    }

    /** What was heard of each stream, without its times and without the numbers of the desk's own. */
    private static Map<String, List<String>> frames(Path folder) throws IOException {
        var frames = new TreeMap<String, List<String>>();
        var sockets = new HashMap<Integer, String>();
        try (var reader = SessionFolder.of(folder).read()) {
            while (reader.hasNext()) {
                SessionEntry entry = reader.next();
                if (entry.event() instanceof WireEvent.Told told) {
                    sockets.put(told.socket(), told.frame().contains("account.") ? "account" : "market");
                } else if (entry.event() instanceof WireEvent.Heard heard) {
                    var frame = heard.frame()
                            .replaceAll("\"[ET]\":[0-9]{16}", "\"\"")
                            .replaceAll("\"c\":[0-9]+", "");
                    var stream = frame.replaceAll(".*\"stream\":\"([^\"]*)\".*", "$1");
                    frames.computeIfAbsent(sockets.get(heard.socket()) + " " + stream, any -> new ArrayList<>())
                            .add(frame);
                }
            }
        }
        return frames;
    }

    private static Map<Long, VenueEvent.BookMoved> books(SessionDesk desk) {
        return desk.all(VenueEvent.BookMoved.class).stream()
                .collect(Collectors.toMap(moved -> moved.book().updateId(), moved -> moved, (one, other) -> other));
    }

    private static List<String> fills(SessionDesk desk) {
        return desk.all(VenueEvent.Filled.class).stream()
                .map(VenueEvent.Filled::fill)
                .map(fill -> fill.tradeId() + " " + fill.orderId() + " " + fill.side() + " " + fill.price() + " "
                        + fill.quantity() + " " + fill.fee() + " " + fill.feeAsset() + " " + fill.maker())
                .toList();
    }

    /** Another trader makes the market, moves it step by step and takes what the desk quotes: each step is a decision. */
    @Test
    void aDeskHearsDecodesAndDecidesTheSameAtTheCaptureOfAnother() throws IOException {
        var first = home.resolve("first");
        var again = home.resolve("again");
        SessionDesk desk;
        try (var venue = venue(new MarketSource.Nobody());
                var trader = new Trader(venue);
                var taker = new Trader(venue)) {
            trader.quote(0);
            desk = new SessionDesk(
                    venue.apiUrl(), venue.wsUrl(), venue.credentials().secret(), first, 7);
            try (desk) {
                awaitTrading(desk, 6, 0);
                awaitCalm(desk);
                for (int step = 1; step <= STEPS; step++) {
                    int before = desk.placed.size();
                    long off = step % 2 == 0 ? 0 : 10;
                    trader.quote(off);
                    awaitTrading(desk, before + 1, 0);
                    awaitCalm(desk);
                    if (step % 3 == 0) {
                        int fills = fills(desk).size();
                        taker.take(step % 2 == 0 ? Side.ASK : Side.BID);
                        awaitTrading(desk, before + 1, fills + 1);
                        trader.quote(off);
                        awaitCalm(desk);
                    }
                }
            }
        }

        var other = meet(first, again);

        sameFrames(first, again);
        sameBooksTradesAndFills(desk, other.desk());
        assertTrue(other.tally().placed() * 2 >= other.tally().orders(), () -> other.tally() + " " + strange);
        assertTrue(
                fills(other.desk()).size() >= FILLS, () -> fills(other.desk()).toString());
    }

    /** A market of agents, some ten frames a second: whatever the desk decides, it hears and decodes the same. */
    @Test
    void aBusyMarketIsDecodedTheSame() throws IOException {
        var first = home.resolve("first");
        SessionDesk desk;
        try (var venue = venue(new MarketSource.Agents(MarketPreset.NORMAL))) {
            desk = new SessionDesk(
                    venue.apiUrl(), venue.wsUrl(), venue.credentials().secret(), first, 7);
            try (desk) {
                await().atMost(LONG).until(() -> books(desk).size() > 150 && desk.placed.size() > 20);
            }
        }

        var other = meet(first, home.resolve("again"));

        sameFrames(first, home.resolve("again"));
        sameBooksTradesAndFills(desk, other.desk());
    }

    /** @param desk that met the capture */
    private record Met(SessionDesk desk, SessionListener.Tally tally) {}

    private Met meet(Path first, Path again) throws IOException {
        try (var venue = replay(first)) {
            var other = new SessionDesk(
                    venue.apiUrl(), venue.wsUrl(), venue.credentials().secret(), again, 9);
            try (other) {
                await().atMost(LONG.multipliedBy(2)).until(over::get);
                var tally = venue.tally();
                System.out.printf(
                        "replayed: %d orders sent, %d fills, %d books; %s; %s%n",
                        other.placed.size(), fills(other).size(), books(other).size(), tally, strange);
                return new Met(other, tally);
            }
        }
    }

    /** Quotes on both sides, and takes. */
    private static final class Trader implements AutoCloseable {

        private final Heard heard = new Heard();
        private final BackpackVenue client;
        private long next = 1;

        Trader(BackpackServer venue) {
            client = new BackpackVenue(
                    new BackpackSettings("SOL_USDC", URI.create(venue.apiUrl()), URI.create(venue.wsUrl())),
                    new Signer(AnotherAccount.open(venue).secret()),
                    new ClientRuntime(Clock.systemUTC(), System::nanoTime, Threads::daemons, new SplittableRandom(5)),
                    heard);
            client.start();
            heard.first(VenueEvent.StreamUp.class, up -> up.stream() == Stream.PRIVATE);
        }

        void quote(long off) {
            long last = next;
            client.place(List.of(
                    NewOrder.maker(new ClientId(next++), Side.BID, new Price(14_990 + off), new Quantity(300)),
                    NewOrder.maker(new ClientId(next++), Side.ASK, new Price(15_010 + off), new Quantity(300))));
            heard.first(VenueEvent.OrderChanged.class, it -> new ClientId(last + 1)
                    .equals(it.order().clientId()));
            if (last > 2) {
                client.cancel(new ClientId(last - 2), null);
                client.cancel(new ClientId(last - 1), null);
            }
        }

        /** What the trader quotes, and the desk's behind it. */
        void take(Side side) {
            var price = new Price(side == Side.ASK ? 14_900 : 15_100);
            var id = new ClientId(1_000_000 + next);
            client.place(List.of(new NewOrder(id, side, price, new Quantity(310), TimeInForce.IOC, false)));
        }

        @Override
        public void close() {
            client.close();
        }
    }

    /** What was decided is done: a second or two go by, told by the client's regular word about its health. */
    private static void awaitCalm(SessionDesk desk) {
        int told = desk.all(VenueEvent.HealthChanged.class).size();
        await().atMost(LONG)
                .until(() -> desk.all(VenueEvent.HealthChanged.class).size() >= told + 2);
    }

    private static void awaitTrading(SessionDesk desk, int orders, int fills) {
        try {
            await().atMost(LONG)
                    .until(() -> desk.all(VenueEvent.Filled.class).size() >= fills && desk.placed.size() >= orders);
        } catch (ConditionTimeoutException never) {
            throw new AssertionError(
                    desk.placed + ", " + fills(desk) + ", " + desk.snapshot().state() + " "
                            + desk.snapshot().reason() + ", " + desk.snapshot().log(),
                    never);
        }
    }

    /** Of the market all of them, in order; of the account those about orders that were placed again. */
    private static void sameFrames(Path first, Path again) throws IOException {
        var then = frames(first);
        var now = frames(again);
        assertEquals(then.keySet(), now.keySet());
        then.forEach((stream, frames) -> {
            if (stream.startsWith("market")) {
                assertEquals(frames, now.get(stream), stream);
            } else {
                assertTrue(frames.containsAll(now.getOrDefault(stream, List.of())), stream);
            }
        });
        assertTrue(
                then.getOrDefault("market depth.SOL_USDC", List.of()).size() > 100, () -> "too few: " + then.keySet());
    }

    private static void sameBooksTradesAndFills(SessionDesk desk, SessionDesk other) {
        var then = books(desk);
        var now = books(other);
        long common = then.keySet().stream().filter(now::containsKey).count();
        assertTrue(common * 10 >= then.size() * 9L, () -> common + " of " + then.size() + " books");
        then.forEach((id, moved) -> {
            if (now.containsKey(id)) {
                assertEquals(moved.book(), now.get(id).book(), () -> "at " + id);
            }
        });
        var trades = desk.all(VenueEvent.Traded.class).stream()
                .map(traded -> traded.trade().id())
                .toList();
        assertEquals(
                trades,
                other.all(VenueEvent.Traded.class).stream()
                        .map(traded -> traded.trade().id())
                        .toList());
        assertTrue(fills(desk).containsAll(fills(other)), () -> fills(desk) + " but " + fills(other));
    }
}
