package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import makerdeck.clock.SteppedClock;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Balances;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.domain.TimeInForce;
import makerdeck.engine.input.EngineSettings;
import makerdeck.engine.input.Input;
import makerdeck.engine.input.VenueControl;
import makerdeck.engine.lifecycle.ShutdownResult;
import makerdeck.journal.RestoredBooks;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.simulator.model.OrderView;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.GuardianState;
import makerdeck.snapshot.Mode;
import makerdeck.snapshot.OrderRow;
import makerdeck.snapshot.ParameterRow;
import makerdeck.strategy.parameters.Parameters;
import org.jspecify.annotations.Nullable;

/** A whole desk on a simulated exchange with a stepped clock: a test turns the crank. */
public final class Bench {

    public static final Instant START = Instant.parse("2026-09-01T12:00:00Z");
    private static final Duration SLICE = Duration.ofMillis(10);
    public static final int TAG = 7;
    public static final JournalPort NO_MEMORY = new JournalPort(RestoredBooks.NONE, entry -> {}, numbers(0), false);

    public final SteppedClock clock = new SteppedClock(START);
    public final ExchangeVenue venue;
    public final Invariants invariants = new Invariants(this::snapshot, this::events, clock, new Books());
    public final Exchange exchange;
    public final AccountId desk;
    public final AccountId others;
    final AccountId takers;
    public final List<DeskEvent> events = new ArrayList<>();
    public final RecordedPresets presets = new RecordedPresets();
    public Engine engine;
    boolean keepsOrderNews = true;

    /** Told of each input after the desk has taken it. */
    Consumer<Input> heard = input -> {};

    VenueControl control = VenueControl.NONE;

    private final MarketSource source;
    private Instant tickDue = START;
    private Instant healthDue = START;

    private final SplittableRandom random;

    public Bench() {
        this(new MarketSource.Nobody(), 1);
    }

    public Bench(MarketSource source, long seed) {
        this(source, seed, Duration.ofMillis(5));
    }

    private Bench(MarketSource source, long seed, Duration latency) {
        this.source = source;
        random = new SplittableRandom(seed);
        venue = new ExchangeVenue(clock, latency);
        exchange = new Exchange(
                new ExchangeSettings(
                        ListedMarkets.find("SOL_USDC").orElseThrow(),
                        new BigDecimal("150"),
                        source,
                        seed,
                        START.getEpochSecond() * 1_000_000_000L,
                        source instanceof MarketSource.Agents ? Duration.ofMinutes(2) : Duration.ZERO),
                venue.news);
        desk = exchange.open(
                Map.of("SOL", new BigDecimal("20"), "USDC", new BigDecimal("7000")), ExchangeSettings.STANDARD_FEES);
        others = rich();
        takers = rich();
        venue.connect(exchange, desk);
        engine = engine(Parameters.defaults(), true);
    }

    /** A still market whose venue is as near or far as the seed says; see {@link #anyMoment}. */
    public static Bench seeded(long seed) {
        var latency = Duration.ofMillis(new SplittableRandom(~seed).nextLong(1, 60));
        return new Bench(new MarketSource.Nobody(), seed, latency);
    }

    /** Up to three seconds go by, so that what follows meets the desk at another moment with each seed. */
    public Bench anyMoment() {
        pass(Duration.ofMillis(random.nextLong(3_000)));
        return this;
    }

    /** All faults are over, and what must hold does. */
    public void assertInvariants() {
        venue.faults.clear();
        venue.plan.end();
        invariants.assertHeld(() -> pass(Duration.ofMillis(100)));
    }

    static boolean isOwn(@Nullable ClientId id) {
        return id != null && id.value() >> 24 == TAG;
    }

    private AccountId rich() {
        return exchange.open(
                Map.of("SOL", new BigDecimal("100000"), "USDC", new BigDecimal("15000000")),
                ExchangeSettings.STANDARD_FEES);
    }

    public Engine engine(Parameters parameters, boolean quotesAtOnce) {
        return life(parameters, quotesAtOnce, 0);
    }

    private void happened(DeskEvent event) {
        if (keepsOrderNews || event.kind() != DeskEvent.Kind.ORDER) {
            events.add(event);
        }
    }

    /** A fresh life that only looks on. */
    void watch(Parameters parameters) {
        engine = new Engine(
                new EngineSettings(Mode.SIM, "test", "SOL_USDC", parameters, Map.of(), true, 0),
                new EnginePorts(venue, control, clock, this::happened, JournalPort.NONE, presets));
        venue.start();
    }

    /** A fresh life of the same desk on the same account that remembers nothing. */
    Engine life(Parameters parameters, boolean quotesAtOnce, long firstSequence) {
        invariants.newLife();
        return life(
                parameters,
                quotesAtOnce,
                new JournalPort(RestoredBooks.NONE, entry -> {}, numbers(firstSequence), false));
    }

    /** A fresh life of the same desk on the same account. */
    public Engine life(Parameters parameters, boolean quotesAtOnce, JournalPort journalPort) {
        return new Engine(
                new EngineSettings(Mode.SIM, "test", "SOL_USDC", parameters, Map.of(), quotesAtOnce, TAG),
                new EnginePorts(venue, control, clock, this::happened, journalPort, presets));
    }

    /** With real money, as far as the desk knows. */
    public Bench live() {
        engine = new Engine(
                new EngineSettings(Mode.LIVE, "test", "SOL_USDC", Parameters.defaults(), Map.of(), true, TAG),
                new EnginePorts(venue, control, clock, this::happened, NO_MEMORY, presets));
        return this;
    }

    public static Supplier<OptionalLong> numbers(long first) {
        var next = new AtomicLong(first);
        return () -> OptionalLong.of(next.getAndIncrement());
    }

    public Bench with(Map<String, String> parameters) {
        engine = engine(Parameters.defaults().with(parameters), true);
        return this;
    }

    /** A book of others' orders around 150 when nobody else trades, connected, and time for the first quotes. */
    public Bench started() {
        if (source instanceof MarketSource.Nobody) {
            book("149.99", "150.01");
        }
        return startedAsItIs();
    }

    /** Connected, whatever book there is, and time for the first quotes. */
    public Bench startedAsItIs() {
        venue.start();
        pass(Duration.ofSeconds(1));
        return this;
    }

    /** Replaces all others' orders by one level of 100 each side and ten behind it. */
    public void book(String bid, String ask) {
        exchange.cancelAll(others);
        for (int level = 0; level < 10; level++) {
            rest(Side.BID, new BigDecimal(bid).subtract(new BigDecimal("0.5").multiply(BigDecimal.valueOf(level))));
            rest(Side.ASK, new BigDecimal(ask).add(new BigDecimal("0.5").multiply(BigDecimal.valueOf(level))));
        }
    }

    private void rest(Side side, BigDecimal price) {
        exchange.submit(others, OrderRequest.limit(side, price, new BigDecimal("100")));
    }

    /** Somebody takes down to a price. */
    public void take(Side side, String price, String quantity) {
        exchange.submit(
                takers,
                OrderRequest.limit(side, new BigDecimal(price), new BigDecimal(quantity))
                        .with(TimeInForce.IOC));
    }

    /** Somebody takes our quote nearest the mid, and the book is what it was. */
    public void hit(Side side) {
        take(side.opposite(), best(side), "200");
        book("149.99", "150.01");
    }

    /** The desk's orders, fills and holdings are the exchange's, to the last digit. */
    public void assertInOrder() {
        var shown = snapshot().orders().stream()
                .filter(row -> !row.tag().equals("X"))
                .map(OrderRow::clientId)
                .sorted()
                .toList();
        var open = resting().stream()
                .flatMap(order -> Stream.ofNullable(order.clientId()))
                .map(ClientId::value)
                .sorted()
                .toList();
        assertEquals(open, shown);
        assertEquals(venue.books().fills(START).size(), snapshot().totals().fills());
        assertHoldings();
    }

    /** The desk's holdings are the exchange's, to the last digit. */
    public void assertHoldings() {
        var rules = exchange.market().rules();
        var inventory = Objects.requireNonNull(snapshot().inventory()).balances();
        assertEquals(
                0,
                exchange.balance(desk, rules.base())
                        .total()
                        .compareTo(inventory.base().total()));
        assertEquals(
                0,
                exchange.balance(desk, rules.quote())
                        .total()
                        .compareTo(inventory.quote().total()));
    }

    public BigDecimal price(OrderView order) {
        return exchange.market().rules().decimal(Objects.requireNonNull(order.price()));
    }

    /** Our quote nearest the mid. */
    public OrderView nearest(Side side) {
        var orders =
                resting(side).stream().sorted(Comparator.comparing(this::price)).toList();
        return orders.get(side == Side.BID ? orders.size() - 1 : 0);
    }

    /** The price of our quote nearest the mid. */
    public String best(Side side) {
        return price(nearest(side)).toPlainString();
    }

    public void pass(Duration length) {
        var end = clock.instant().plus(length);
        while (clock.instant().isBefore(end)) {
            clock.pass(SLICE);
            turn();
        }
    }

    /** Time goes by while no desk runs: what was sent arrives, and nobody hears what comes of it. */
    public void passWithoutDesk(Duration length) {
        var end = clock.instant().plus(length);
        while (clock.instant().isBefore(end)) {
            clock.pass(SLICE);
            world();
            venue.forget();
        }
    }

    private Instant world() {
        var now = clock.instant();
        var there = now.plus(venue.ahead);
        exchange.advanceTo(there.getEpochSecond() * 1_000_000_000L + there.getNano());
        venue.work();
        return now;
    }

    private void turn() {
        var now = world();
        if (!now.isBefore(healthDue)) {
            healthDue = now.plusSeconds(1);
            venue.healthy();
        }
        for (var event = venue.next(); event.isPresent(); event = venue.next()) {
            step(new Input.FromVenue(event.get()));
        }
        if (!now.isBefore(tickDue)) {
            tickDue = now.plusMillis(100);
            step(new Input.Tick(now));
            invariants.watch();
        }
    }

    private void step(Input input) {
        venue.turns++;
        engine.step(input);
        heard.accept(input);
        invariants.watchOpening();
    }

    /** Has the desk obey; tells the result. */
    /** How a guardian of another machine does. */
    void guardian(String address, GuardianState state) {
        step(new Input.GuardedFrom(clock.instant(), address, state));
    }

    public DeskEvent command(String line, DeskCommand command) {
        step(new Input.FromOperator(clock.instant(), line, command));
        invariants.commanded();
        return last(DeskEvent.Kind.COMMAND);
    }

    /** Has the desk answer in its snapshot alone. */
    void show(DeskCommand.Preview preview) {
        step(new Input.FromOperator(clock.instant(), "", preview));
    }

    /** A parameter as the snapshot shows it. */
    public ParameterRow row(String key) {
        return snapshot().parameters().stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    public String value(String key) {
        return row(key).value();
    }

    public DeskEvent last(DeskEvent.Kind kind) {
        return all(kind).get(all(kind).size() - 1);
    }

    /** What was told last of a kind. */
    public <N extends DeskNews> N latest(Class<N> kind) {
        var all = news(kind);
        return all.get(all.size() - 1);
    }

    /** All that was told of a kind. */
    public <N extends DeskNews> List<N> news(Class<N> kind) {
        return events.stream()
                .map(DeskEvent::news)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** What became of a command. */
    public static DeskNews.CommandAnswered answer(DeskEvent told) {
        return (DeskNews.CommandAnswered) told.news();
    }

    /** All that was told with a key, by itself or within. */
    public List<Message> told(String key) {
        return Keys.saying(events.stream().map(DeskEvent::text).toList(), key);
    }

    /** All of a kind that was told with a key, by itself or within. */
    public List<Message> told(DeskEvent.Kind kind, String key) {
        return Keys.saying(all(kind).stream().map(DeskEvent::text).toList(), key);
    }

    public List<DeskEvent> all(DeskEvent.Kind kind) {
        return events.stream().filter(event -> event.kind() == kind).toList();
    }

    private List<DeskEvent> events() {
        return events;
    }

    public DeskSnapshot snapshot() {
        return engine.snapshot();
    }

    /** How the desk left, null while it has not. */
    @Nullable
    ShutdownResult outcome() {
        return engine.outcome().orElse(null);
    }

    /** What rests for the desk, from the exchange's own books. */
    public List<OrderView> resting() {
        return exchange.openOrders(desk);
    }

    public List<OrderView> resting(Side side) {
        return resting().stream().filter(order -> order.side() == side).toList();
    }

    public List<Long> prices(Side side) {
        return resting(side).stream()
                .map(order -> Objects.requireNonNull(order.price()).ticks())
                .sorted()
                .toList();
    }

    /** The exchange's, on the desk's account. */
    private final class Books implements VenueBooks {

        @Override
        public Market rules() {
            return exchange.market().rules();
        }

        @Override
        public List<OrderView> open() {
            return resting();
        }

        @Override
        public List<Fill> fills() {
            return venue.books().fills(START);
        }

        @Override
        public Balances balances() {
            return venue.books().balances();
        }

        @Override
        public BigDecimal price(String asset) {
            return Objects.requireNonNull(venue.books().price(asset), asset);
        }

        @Override
        public int batches() {
            return venue.batches.size();
        }

        @Override
        public int requestsLastMinute() {
            return venue.requestsSince(clock.instant().minusSeconds(60));
        }
    }
}
