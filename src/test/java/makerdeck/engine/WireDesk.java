package makerdeck.engine;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import makerdeck.backpack.client.BackpackVenue;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.backpack.server.ServerRuntime;
import makerdeck.backpack.server.ServerSettings;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Balances;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.engine.input.EngineSettings;
import makerdeck.engine.input.Inbox;
import makerdeck.engine.input.VenueControl;
import makerdeck.laboratory.virtual.Shapes;
import makerdeck.message.Keys;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.OrderView;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.Mode;
import makerdeck.strategy.parameters.Parameters;
import org.jspecify.annotations.Nullable;

/** A whole desk with its client on a served venue: real sockets, real threads, real time. */
final class WireDesk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AccountId ACCOUNT = new AccountId(0);

    final List<DeskEvent> events = new CopyOnWriteArrayList<>();
    /** What has come out of a thread of the client's or the engine's. */
    final List<Throwable> uncaught = new CopyOnWriteArrayList<>();

    private final AtomicInteger batches = new AtomicInteger();
    private final Clock clock = Clock.systemUTC();
    private final Inbox inbox = new Inbox(clock);
    private final BackpackServer server;
    private final @Nullable MutatingWire wire;
    private final BackpackVenue venue;
    private final Engine engine;
    private final Thread thread;
    private final Invariants invariants;

    WireDesk(long seed) throws IOException {
        this(seed, true);
    }

    /** @param mayTrade whether its key may do more than read */
    WireDesk(long seed, boolean mayTrade) throws IOException {
        this(seed, mayTrade, 0);
    }

    /** Behind a wire that can be told to spoil what comes, and to send so many spoiled frames with each. */
    WireDesk(long seed, int copies) throws IOException {
        this(seed, true, copies);
    }

    private WireDesk(long seed, boolean mayTrade, int copies) throws IOException {
        server = BackpackServer.open(
                new ExchangeSettings(
                        ListedMarkets.find("SOL_USDC").orElseThrow(),
                        new BigDecimal("150"),
                        new MarketSource.Agents(MarketPreset.DEMO),
                        seed,
                        nanos(clock.instant()),
                        Duration.ofMinutes(2)),
                new ServerSettings(
                        0,
                        Map.of("SOL", new BigDecimal("20"), "USDC", new BigDecimal("7000")),
                        ExchangeSettings.STANDARD_FEES),
                new ServerRuntime(name -> Thread::new, clock, new SplittableRandom(seed)),
                new ServerListener() {
                    @Override
                    public void batchArrived() {
                        batches.incrementAndGet();
                    }
                });
        var api = URI.create(server.apiUrl());
        var sockets = URI.create(server.wsUrl());
        wire = copies > 0 ? new MutatingWire(api, sockets, copies, seed) : null;
        venue = new BackpackVenue(
                new BackpackSettings(
                        "SOL_USDC", wire == null ? api : wire.api(), wire == null ? sockets : wire.sockets()),
                new Signer((mayTrade ? server.credentials() : server.readOnlyCredentials()).secret()),
                new ClientRuntime(clock, System::nanoTime, name -> this::watched, new SplittableRandom(seed)),
                inbox::offer);
        engine = new Engine(
                new EngineSettings(Mode.SIM, "demo", "SOL_USDC", Parameters.defaults(), Map.of(), true, Bench.TAG),
                new EnginePorts(venue, VenueControl.NONE, clock, events::add, Bench.NO_MEMORY, new RecordedPresets()));
        invariants = new Invariants(engine::snapshot, () -> List.copyOf(events), clock, new Books());
        thread = watched(this::run);
        thread.start();
    }

    private static long nanos(Instant at) {
        return at.getEpochSecond() * 1_000_000_000L + at.getNano();
    }

    private Thread watched(Runnable task) {
        var made = new Thread(task, "wire-desk");
        made.setUncaughtExceptionHandler((thread, fault) -> uncaught.add(fault));
        return made;
    }

    /** How much the wire spoils of what comes from now on. */
    void spoil(MutatingWire.Share from) {
        Objects.requireNonNull(wire).spoil(from);
        wire.forget();
    }

    long spoiled() {
        return Objects.requireNonNull(wire).spoiled();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** What was seen broken so far of what must hold. */
    Set<String> violations() {
        return invariants.violations();
    }

    private void run() {
        try {
            engine.run(inbox);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    DeskSnapshot snapshot() {
        return engine.snapshot();
    }

    Instant now() {
        return clock.instant();
    }

    WireDesk end() {
        server.faults().end();
        return this;
    }

    WireDesk begin(Fault fault, Duration length) {
        server.faults().begin(fault, nanos(clock.instant()), length);
        return this;
    }

    /** Until the desk is so, watching all the while what must hold. */
    WireDesk awaitState(String what, Predicate<DeskSnapshot> state) {
        return until(what, () -> state.test(snapshot()));
    }

    WireDesk awaitHeard(DeskEvent.Kind kind, String... keys) {
        return until(kind + " " + String.join(" or ", keys), () -> events.stream()
                .anyMatch(one -> one.kind() == kind && Stream.of(keys).anyMatch(key -> Keys.says(one.text(), key))));
    }

    private WireDesk until(String what, BooleanSupplier state) {
        await().alias(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    invariants.watchOpening();
                    invariants.watch();
                    return state.getAsBoolean();
                });
        return this;
    }

    /** What rests for the desk, from the exchange's own books. */
    int resting() {
        return server.look(exchange -> exchange.openOrders(ACCOUNT)).size();
    }

    WireDesk awaitQuotes() {
        return awaitState(
                "quotes",
                desk -> desk.orders().stream()
                                .filter(order -> order.state().equals("OPEN"))
                                .count()
                        >= 4);
    }

    void command(String line, DeskCommand command) {
        inbox.offer(line, command);
    }

    /** Everything is well again; still, so that both ledgers can be read at one time. */
    void assertInvariants() {
        server.faults().end();
        command("pause", new DeskCommand.Pause(null, null));
        awaitState("no orders", desk -> desk.orders().isEmpty());
        invariants.assertHeld(() -> await().pollDelay(Duration.ofMillis(200)).until(() -> true));
    }

    @Override
    public void close() {
        command("quit", new DeskCommand.Quit(false));
        await().atMost(PATIENCE).until(() -> !thread.isAlive());
        venue.close();
        if (wire != null) {
            wire.close();
        }
        server.close();
    }

    /** The served exchange's, on the desk's account. */
    private final class Books implements VenueBooks {

        @Override
        public Market rules() {
            return server.look(exchange -> exchange.market().rules());
        }

        @Override
        public List<OrderView> open() {
            return server.look(exchange -> exchange.openOrders(ACCOUNT));
        }

        @Override
        public List<Fill> fills() {
            var fills = new ArrayDeque<Fill>();
            server.look(exchange -> exchange.fillHistory(ACCOUNT))
                    .forEach(execution -> fills.addFirst(Shapes.fill(execution, rules())));
            return List.copyOf(fills);
        }

        @Override
        public Balances balances() {
            return server.look(exchange -> new Balances(
                    exchange.balance(ACCOUNT, exchange.market().rules().base()),
                    exchange.balance(ACCOUNT, exchange.market().rules().quote())));
        }

        @Override
        public BigDecimal price(String asset) {
            return server.look(exchange -> exchange.thirdAsset().price());
        }

        @Override
        public int batches() {
            return batches.get();
        }

        @Override
        public int requestsLastMinute() {
            return snapshot().health().requestsLastMinute();
        }
    }
}
