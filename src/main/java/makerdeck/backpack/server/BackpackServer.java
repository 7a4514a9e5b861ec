package makerdeck.backpack.server;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import makerdeck.backpack.server.base.Endpoint;
import makerdeck.backpack.server.base.RateLimiter;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.backpack.server.base.VenueLoop;
import makerdeck.backpack.server.calls.AccountCalls;
import makerdeck.backpack.server.calls.HistoryCalls;
import makerdeck.backpack.server.calls.LendCalls;
import makerdeck.backpack.server.calls.MarketCalls;
import makerdeck.backpack.server.calls.OrderCalls;
import makerdeck.backpack.server.calls.TapeCalls;
import makerdeck.backpack.server.faults.FaultInjector;
import makerdeck.backpack.server.faults.LendingFaults;
import makerdeck.backpack.server.faults.SkewedClock;
import makerdeck.backpack.server.faults.ThirdAssetFees;
import makerdeck.backpack.server.http.Authenticator;
import makerdeck.backpack.server.http.LoopbackServer;
import makerdeck.backpack.server.http.RequestGuard;
import makerdeck.backpack.server.http.RestHandler;
import makerdeck.backpack.server.stream.DepthBatcher;
import makerdeck.backpack.server.stream.ExchangeFeed;
import makerdeck.backpack.server.stream.FrameMessages;
import makerdeck.backpack.server.stream.Heartbeat;
import makerdeck.backpack.server.stream.StreamRequests;
import makerdeck.backpack.server.stream.SubscriptionHub;
import makerdeck.backpack.server.stream.TimedFeed;
import makerdeck.backpack.server.stream.WebSocketHandler;
import makerdeck.backpack.wire.Codec;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.faults.FaultPlan;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.MarketPreset;
import org.tinylog.Logger;

/**
 * A simulated exchange with funded accounts, served over the Backpack protocol, REST and WebSocket,
 * on loopback. Any thread.
 */
public final class BackpackServer implements AutoCloseable {

    private static final long GOODBYE_MILLIS = 500;

    private final ServerSettings settings;
    private final RandomGenerator random;
    private final FaultPlan faults = new FaultPlan();
    private final FaultInjector injector;
    private final Exchange exchange;
    private final Authenticator authenticator;
    private final VenueLoop venue;
    private final StreamRequests sockets;
    private final Thread thread;
    private final LoopbackServer http;
    private final Credentials credentials;
    private final Credentials readOnly;

    private BackpackServer(
            ExchangeSettings market, ServerSettings settings, ServerRuntime runtime, ServerListener listener) {
        this.settings = settings;
        this.random = runtime.random();
        var clock = runtime.clock();
        LongSupplier wallNanos = () -> nanos(clock);
        injector = new FaultInjector(faults, wallNanos);
        var codec = new Codec();
        var hub = new SubscriptionHub(codec, injector);
        var rules = market.market().rules();
        var messages = new FrameMessages(rules, wallNanos, injector);
        var digests = DepthBatcher.all(rules.symbol(), hub, messages);
        var feed = new ExchangeFeed(rules.symbol(), hub, messages, digests, injector, listener);
        exchange = new Exchange(market, feed);
        feed.attach(exchange);
        authenticator = new Authenticator(new SkewedClock(clock, injector));
        var account = openFunded(exchange);
        credentials = key(account, true);
        readOnly = key(account, false);
        var heartbeat = new Heartbeat(hub, random);
        sockets = new StreamRequests(exchange, hub, heartbeat, injector);
        var timed = new TimedFeed(exchange, hub, messages, digests);
        var lending = new LendingFaults(exchange.pool(), account, injector);
        var fees = new ThirdAssetFees(exchange, account, injector);
        venue = new VenueLoop(exchange, wallNanos, now -> {
            lending.tick(now);
            fees.tick();
            timed.tick(now);
            sockets.tick();
            heartbeat.tick(now);
        });
        var calls = new RestHandler(
                endpoints(codec),
                new RequestGuard(authenticator, new RateLimiter(clock)),
                venue,
                codec,
                injector,
                listener);
        var connections = new WebSocketHandler(authenticator, venue, codec, rules.symbol(), sockets, clock, injector);
        http = new LoopbackServer(
                settings.port(),
                calls,
                connections,
                () -> injector.insteadOfSocket().or(connections::refusal),
                runtime.threads().apply("venue-stop"));
        thread = runtime.threads().apply("venue").newThread(this::drive);
    }

    /**
     * Opens the venue with one funded account. Blocks while the market warms up.
     *
     * @throws IOException when the port is taken
     */
    public static BackpackServer open(
            ExchangeSettings market, ServerSettings settings, ServerRuntime runtime, ServerListener listener)
            throws IOException {
        var server = new BackpackServer(market, settings, runtime, listener);
        try {
            server.http.start();
        } catch (IOException taken) {
            server.exchange.close();
            throw taken;
        }
        server.thread.start();
        return server;
    }

    private List<Endpoint> endpoints(Codec codec) {
        return Stream.of(
                        new MarketCalls(exchange, injector).endpoints(),
                        new TapeCalls(exchange, injector).endpoints(),
                        new AccountCalls(exchange).endpoints(),
                        new LendCalls(exchange, codec).endpoints(),
                        new OrderCalls(exchange, codec, injector).endpoints(),
                        new HistoryCalls(exchange, injector).endpoints())
                .flatMap(List::stream)
                .toList();
    }

    private void drive() {
        try {
            venue.run();
        } catch (RuntimeException | Error e) {
            Logger.error(e, "the embedded venue broke and closes");
            http.stop();
            throw e;
        } finally {
            exchange.close();
        }
    }

    private Credentials key(AccountId account, boolean mayTrade) {
        return Credentials.issued(authenticator, account, mayTrade, random);
    }

    /** One more funded account. Blocks until the venue thread has opened it. */
    public Credentials openAccount() {
        return look(books -> key(openFunded(books), true));
    }

    private AccountId openFunded(Exchange books) {
        var account = books.open(settings.funds(), settings.fees());
        books.pool().lend(account, settings.autoLend());
        return account;
    }

    /** What the exchange's own books say. Blocks until the venue thread has read them. */
    public <T> T look(Function<Exchange, T> reading) {
        return CompletableFuture.supplyAsync(() -> reading.apply(exchange), venue::submit)
                .join();
    }

    /** What goes wrong on purpose, by this machine's clock. Any thread. */
    public FaultPlan faults() {
        return faults;
    }

    /** Has simulated traders of another kind go on with the market; a recording cannot be told. Any thread. */
    public void become(MarketPreset preset) {
        venue.submit(() -> exchange.become(preset));
    }

    /** One more line of a market that is told from outside. Any thread; never blocks. */
    public void hear(String line) {
        venue.submit(() -> exchange.hear(line));
    }

    /** The root of REST, without a slash at its end. */
    public String apiUrl() {
        return http.apiUrl();
    }

    /** Where sockets connect. */
    public String wsUrl() {
        return http.wsUrl();
    }

    /** The keys of the account that was opened with the venue. */
    public Credentials credentials() {
        return credentials;
    }

    /** A second key of that account, which may read and not trade. */
    public Credentials readOnlyCredentials() {
        return readOnly;
    }

    /** Sends every socket a Close frame and stops serving. Blocks for at most a few seconds. */
    @Override
    public void close() {
        if (thread.isAlive()) {
            sayGoodbye();
            venue.stop();
            // Whatever the venue still says must find its sockets served.
            await(thread, GOODBYE_MILLIS);
        }
        http.stop();
    }

    private static void await(Thread end, long millis) {
        try {
            end.join(millis);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void sayGoodbye() {
        try {
            var goodbye = new CompletableFuture<CountDownLatch>();
            venue.submit(() -> goodbye.complete(sockets.sayGoodbye()));
            if (!goodbye.get(GOODBYE_MILLIS, TimeUnit.MILLISECONDS).await(GOODBYE_MILLIS, TimeUnit.MILLISECONDS)) {
                Logger.warn("a socket did not take its Close frame");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            Logger.warn("the venue was closed without a Close frame: {}", e.toString());
        }
    }

    private static long nanos(Clock clock) {
        var now = clock.instant();
        return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
    }
}
