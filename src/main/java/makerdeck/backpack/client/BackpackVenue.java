package makerdeck.backpack.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import makerdeck.backpack.client.base.Backoff;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.client.base.ClientThread;
import makerdeck.backpack.client.base.EventSink;
import makerdeck.backpack.client.calls.CandleReads;
import makerdeck.backpack.client.calls.ClockSync;
import makerdeck.backpack.client.calls.KeyTrial;
import makerdeck.backpack.client.calls.PriceReads;
import makerdeck.backpack.client.calls.SignedReads;
import makerdeck.backpack.client.http.ApiRejection;
import makerdeck.backpack.client.http.HttpClients;
import makerdeck.backpack.client.http.RequestSigner;
import makerdeck.backpack.client.http.RequestStats;
import makerdeck.backpack.client.http.RestClient;
import makerdeck.backpack.client.http.VenueClock;
import makerdeck.backpack.client.stream.MarketTap;
import makerdeck.backpack.client.stream.SocketFactory;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.domain.ClientId;
import makerdeck.domain.NewOrder;
import makerdeck.message.Message;
import makerdeck.venue.Health;
import makerdeck.venue.MarketWitness;
import makerdeck.venue.OrderCancel;
import makerdeck.venue.Refusal;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Backpack, over HTTP and two WebSockets. One thread of its own holds all state and tells all events;
 * whoever calls only enqueues.
 */
public final class BackpackVenue implements Venue {

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    /** The market an order was meant for: later it is not sent any more. */
    private static final Duration ORDER_PATIENCE = Duration.ofSeconds(1);

    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration HEALTH = Duration.ofSeconds(1);
    private static final Duration CLOCK = Duration.ofSeconds(15);
    private static final Duration RULES = Duration.ofSeconds(30);
    private static final Duration RULES_IN_DOUBT = Duration.ofSeconds(5);

    private static final Duration FAILURES_APART = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private final EventSink sink;
    private final ClientThread thread;
    private final HttpClients http;
    private final VenueClock venueClock;
    private final RequestStats stats;
    private final ClockSync clockSync;
    private final CandleReads candles;
    private final PriceReads prices;
    private final Bootstrap bootstrap;
    private final KeyTrial keyTrial;
    private final MarketTap tap;

    // Client thread only.
    private @Nullable Session session;
    private @Nullable Long failedAt;

    /**
     * Connects nothing before {@link #start}.
     *
     * @param events hears everything, always on the client's own thread; must not block
     */
    public BackpackVenue(BackpackSettings settings, Signer signer, ClientRuntime runtime, Consumer<VenueEvent> events) {
        nanos = runtime.nanos();
        tap = new MarketTap(settings.symbol());
        sink = new EventSink(runtime.clock(), events);
        thread = new ClientThread(runtime.threads().apply("client"), this::failed);
        http = new HttpClients(runtime.threads(), runtime.wire());
        venueClock = new VenueClock(runtime.clock(), nanos);
        stats = RequestStats.fresh(settings, runtime);
        var requests = new RequestSigner(settings, signer, venueClock);
        var rest = new RestClient(http, requests, thread, nanos, stats);
        clockSync = new ClockSync(rest, venueClock, nanos);
        keyTrial = new KeyTrial(rest, clockSync, thread, nanos, stats.rechecks(), this::keyRefused);
        candles = new CandleReads(rest, sink, venueClock, settings.symbol());
        prices = new PriceReads(rest, sink, settings.symbol());
        var socketRequest =
                new Request.Builder().url(settings.webSocketUrl().toString()).build();
        var sockets = new SocketFactory(http, socketRequest, thread, nanos, runtime.random());
        bootstrap = new Bootstrap(
                rest,
                clockSync,
                settings.symbol(),
                sink,
                new Backoff(FIRST_WAIT, LONGEST_WAIT, runtime.random()),
                thread::after,
                rules -> {
                    var reads = new SignedReads(rest, clockSync);
                    session = new Session(rules, rest, reads, requests, sink, sockets, stats.rechecks(), tap);
                    // Whoever compares what we hear with our own clock has to know first how far the two are apart.
                    tellHealth();
                    session.start();
                });
    }

    /**
     * Completes with {@link VenueEvent.MarketRead} or {@link VenueEvent.Unusable}, as soon as the venue itself has
     * said the one or the other; never while it is not reached. Any thread.
     */
    public CompletableFuture<VenueEvent> firstAnswer() {
        return bootstrap.firstAnswer().copy();
    }

    /** Has somebody hear the public streams from now on, {@link MarketWitness#NONE} nobody any more. Any thread. */
    public void hearMarket(MarketWitness witness) {
        thread.run(() -> tap.openTo(witness));
    }

    @Override
    public void start() {
        thread.run(bootstrap::attempt);
        thread.every(TICK, this::tick);
        thread.every(HEALTH, this::tellHealth);
        thread.every(CLOCK, clockSync::readOnce);
        thread.every(RULES, () -> ifOpen(open -> open.refreshRules(false)));
        thread.every(RULES_IN_DOUBT, this::settleDoubts);
    }

    @Override
    public void place(List<NewOrder> orders) {
        send(List.of(), orders);
    }

    @Override
    public void cancel(ClientId clientId, @Nullable String orderId) {
        send(List.of(new OrderCancel(clientId, orderId)), List.of());
    }

    @Override
    public void send(List<OrderCancel> cancels, List<NewOrder> orders) {
        var leaving = List.copyOf(cancels);
        var coming = List.copyOf(orders);
        long deadline = nanos.getAsLong() + ORDER_PATIENCE.toNanos();
        thread.run(() -> {
            leaving.forEach(this::ask);
            if (!coming.isEmpty()) {
                ask(coming, deadline);
            }
        });
    }

    private void ask(OrderCancel cancel) {
        if (session != null) {
            session.cancel(cancel.clientId(), cancel.orderId());
        } else {
            sink.tell(new VenueEvent.CancelRefused(
                    sink.now(), cancel.clientId(), false, Refusal.NOT_SENT, Message.of("client.not-answered-yet")));
        }
    }

    private void ask(List<NewOrder> orders, long deadline) {
        if (session != null) {
            session.place(orders, deadline);
        } else {
            orders.forEach(order -> sink.tell(new VenueEvent.PlaceRefused(
                    sink.now(), order.clientId(), Refusal.NOT_SENT, Message.of("client.not-answered-yet"))));
        }
    }

    @Override
    public void cancelNameless(String orderId) {
        thread.run(() -> ifOpen(open -> open.cancelNameless(orderId)));
    }

    @Override
    public void readOpenOrders() {
        read(Message.of("client.read.open-orders"), Session::readOpenOrders);
    }

    @Override
    public void readOrder(ClientId clientId) {
        read(Message.of("client.read.order", clientId.value()), open -> open.readOrder(clientId));
    }

    @Override
    public void readHistory(Set<ClientId> clientIds) {
        var copy = Set.copyOf(clientIds);
        read(Message.of("client.read.order-history"), open -> open.readHistory(copy));
    }

    @Override
    public void lookUpOrders(Set<String> orderIds) {
        var copy = Set.copyOf(orderIds);
        read(Message.of("client.read.order-history"), open -> open.lookUpOrders(copy));
    }

    @Override
    public void readBalances() {
        read(Message.of("client.read.balances"), Session::readBalances);
    }

    @Override
    public void readFills(Instant from) {
        read(Message.of("client.read.fills"), open -> open.readFills(from));
    }

    @Override
    public void readInterest(Instant from) {
        read(Message.of("client.read.interest"), open -> open.readInterest(from));
    }

    @Override
    public void readPrice(String asset) {
        thread.run(() -> prices.read(asset));
    }

    @Override
    public void readCandles(Instant from) {
        thread.run(() -> candles.read(from));
    }

    @Override
    public void subscribeAfresh(Message reason) {
        thread.run(() -> ifOpen(open -> open.subscribeAfresh(reason)));
    }

    private void read(Message what, Consumer<Session> reading) {
        thread.run(() -> {
            if (session != null) {
                reading.accept(session);
            } else {
                sink.tell(new VenueEvent.ReadFailed(
                        sink.now(), what, Refusal.NOT_SENT, Message.of("client.not-answered-yet")));
            }
        });
    }

    @Override
    public void close() {
        sink.silence();
        thread.run(() -> {
            http.close();
            thread.stop();
        });
    }

    private void tick() {
        ifOpen(Session::tick);
        keyTrial.tick();
        if (stats.rechecks().takeClock()) {
            clockSync.doubt();
        }
    }

    private void keyRefused(ApiRejection why) {
        bootstrap.tell(new VenueEvent.Unusable(
                sink.now(), Refusal.AUTHENTICATION, Message.of("client.rules.key-refused", why.message())));
    }

    private void settleDoubts() {
        ifOpen(open -> {
            if (stats.rechecks().takeRules() || !open.isTradable()) {
                open.refreshRules(false);
            }
        });
    }

    private void ifOpen(Consumer<Session> task) {
        if (session != null) {
            task.accept(session);
        }
    }

    private void tellHealth() {
        var trips = stats.roundTrips();
        var health = new Health(
                session != null && session.publicState().isUp(),
                session != null && session.privateState().isUp(),
                trips.isEmpty() ? null : Duration.ofNanos(trips.median()),
                venueClock.offset().orElse(null),
                session == null ? 0 : session.reconnects(),
                session == null ? 0 : session.gaps(),
                stats.budget().sentLastMinute(),
                stats.budget().limit(),
                sink.lastFrameAt());
        sink.tell(new VenueEvent.HealthChanged(sink.now(), health));
    }

    /** A fault of our own: whatever the state is now, it must not be traded on. Told again should it go on. */
    private void failed(Throwable fault) {
        var now = nanos.getAsLong();
        if (failedAt == null || now - failedAt >= FAILURES_APART.toNanos()) {
            failedAt = now;
            Logger.error(fault, "the venue's client failed");
            sink.tell(new VenueEvent.Unusable(sink.now(), Refusal.OTHER, Message.of("client.failed", fault)));
        }
    }
}
