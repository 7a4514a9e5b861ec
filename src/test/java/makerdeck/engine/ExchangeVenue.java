package makerdeck.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Candle;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fill;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Order;
import makerdeck.simulator.AccountId;
import makerdeck.simulator.CandleInterval;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.OrderKey;
import makerdeck.simulator.OrderType;
import makerdeck.simulator.Placement;
import makerdeck.simulator.SelfTradePrevention;
import makerdeck.simulator.Ticket;
import makerdeck.venue.Health;
import makerdeck.venue.Refusal;
import makerdeck.venue.Stream;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/**
 * The port over a simulated exchange, without sockets or threads: requests arrive after a latency,
 * answers and frames wait until the bench delivers them. Can be told to fail in the ways networks do.
 */
final class ExchangeVenue implements Venue {

    /** What goes wrong while it is switched on. */
    enum Fault {
        /** Orders never arrive, and no answer comes. */
        PLACES_LOST,
        /** Orders arrive, their answers do not. */
        PLACE_ANSWERS_LOST,
        CANCELS_REFUSED,
        CANCELS_LOST,
        CANCEL_ANSWERS_LOST,
        /** Nothing comes on the private stream. */
        PRIVATE_SILENT,
        /** Fills are missing on the private stream. */
        FILLS_MISSING,
        /** Everything on the private stream comes twice. */
        FRAMES_TWICE,
        /** Nothing comes on the public stream. */
        PUBLIC_SILENT,
        /** Listings are answered as if nothing rested. */
        LISTINGS_EMPTY,
        /** No reading is answered. */
        READS_FAIL,
        /** Placing throws, as no venue may. */
        BROKEN
    }

    private record Request(Instant due, Runnable work) {}

    private static final int LEVELS = 25;

    final ExchangeNews news = new ExchangeNews(this);
    final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    final List<List<NewOrder>> batches = new ArrayList<>();
    final List<Instant> candleReads = new ArrayList<>();
    private final Map<String, BigDecimal> deposits = new HashMap<>();
    /** False: the desk hears of the connection's health only what a test tells it. */
    boolean keepsHealthy = true;

    int cancels;
    int reads;
    /** One for each turn of the desk's crank in which it changed its orders. */
    final NavigableMap<Long, Requote> requotes = new TreeMap<>();

    long turns;

    private final SteppedClock clock;
    private final Duration latency;
    private final Deque<Request> requests = new ArrayDeque<>();
    private final Deque<VenueEvent> events = new ArrayDeque<>();
    private @Nullable Exchange exchange;
    private @Nullable AccountId account;
    /** How much later than the account's news the book comes. */
    Duration bookDelay = Duration.ZERO;

    private boolean depthMoved;
    private final Deque<VenueEvent.BookMoved> books = new ArrayDeque<>();

    ExchangeVenue(SteppedClock clock, Duration latency) {
        this.clock = clock;
        this.latency = latency;
    }

    void connect(Exchange served, AccountId desk) {
        exchange = served;
        account = desk;
    }

    Exchange exchange() {
        return Objects.requireNonNull(exchange);
    }

    AccountId account() {
        return Objects.requireNonNull(account);
    }

    @Override
    public void start() {
        send(() -> {
            tell(new VenueEvent.MarketRead(
                    now(), exchange().market().rules(), exchange().fees(account())));
            streamsUp();
        });
    }

    void streamsUp() {
        tell(new VenueEvent.StreamUp(now(), Stream.PUBLIC));
        tell(new VenueEvent.StreamUp(now(), Stream.PRIVATE));
        depthMoved = true;
    }

    void bookChanged() {
        depthMoved = true;
    }

    void tell(VenueEvent event) {
        events.add(event);
    }

    /** Carries out the requests that have arrived by now. */
    void work() {
        while (!requests.isEmpty() && !requests.getFirst().due().isAfter(now())) {
            requests.removeFirst().work().run();
        }
    }

    /** What the desk gets to hear now, oldest first. */
    Optional<VenueEvent> next() {
        if (depthMoved && !faults.contains(Fault.PUBLIC_SILENT)) {
            depthMoved = false;
            books.add(new VenueEvent.BookMoved(now().plus(bookDelay), exchange().depth(LEVELS)));
        }
        while (!books.isEmpty() && !books.getFirst().at().isAfter(now())) {
            events.add(books.removeFirst());
        }
        return Optional.ofNullable(events.poll());
    }

    /** Nobody listens: what was to be told is lost. */
    void forget() {
        next();
        events.clear();
        books.clear();
    }

    void healthy() {
        if (!keepsHealthy) {
            return;
        }
        tell(new VenueEvent.HealthChanged(
                now(),
                new Health(
                        true,
                        true,
                        latency,
                        Duration.ZERO,
                        0,
                        0,
                        10,
                        2000,
                        faults.contains(Fault.PUBLIC_SILENT) ? null : now())));
    }

    Instant now() {
        return clock.instant();
    }

    private void send(Runnable work) {
        requests.add(new Request(now().plus(latency), work));
    }

    private Requote requote() {
        return requotes.computeIfAbsent(turns, turn -> new Requote());
    }

    @Override
    public void place(List<NewOrder> orders) {
        if (faults.contains(Fault.BROKEN)) {
            throw new IllegalStateException("broken");
        }
        batches.add(List.copyOf(orders));
        requote().batches++;
        send(() -> orders.forEach(this::submit));
    }

    private void submit(NewOrder order) {
        if (faults.contains(Fault.PLACES_LOST)) {
            tell(new VenueEvent.PlaceUnknown(now(), order.clientId(), "timeout"));
            return;
        }
        var market = exchange().market().rules();
        var placement = exchange()
                .submit(
                        account(),
                        new Ticket(
                                order.side(),
                                OrderType.LIMIT,
                                market.decimal(order.price()),
                                market.decimal(order.quantity()),
                                null,
                                order.clientId(),
                                order.timeInForce(),
                                order.postOnly(),
                                SelfTradePrevention.REJECT_TAKER));
        if (faults.contains(Fault.PLACE_ANSWERS_LOST)) {
            tell(new VenueEvent.PlaceUnknown(now(), order.clientId(), "timeout"));
        } else if (placement instanceof Placement.Refused refused) {
            tell(new VenueEvent.PlaceRefused(
                    now(),
                    order.clientId(),
                    Shapes.refusal(refused.why()),
                    refused.why().name()));
        } else if (placement instanceof Placement.Accepted accepted) {
            tell(new VenueEvent.OrderChanged(now(), Shapes.order(accepted.order()), null));
        }
    }

    @Override
    public void cancel(ClientId clientId, @Nullable String orderId) {
        cancels++;
        requote().cancelled.add(clientId);
        send(() -> {
            if (faults.contains(Fault.CANCELS_LOST)) {
                tell(new VenueEvent.CancelUnknown(now(), clientId, "timeout"));
            } else if (faults.contains(Fault.CANCELS_REFUSED)) {
                tell(new VenueEvent.CancelRefused(now(), clientId, false, Refusal.OTHER, "not now"));
            } else {
                cancelled(clientId);
            }
        });
    }

    private void cancelled(ClientId clientId) {
        var cancelled = exchange().cancel(account(), new OrderKey.ByClientId(clientId));
        if (faults.contains(Fault.CANCEL_ANSWERS_LOST)) {
            tell(new VenueEvent.CancelUnknown(now(), clientId, "timeout"));
        } else if (cancelled.isPresent()) {
            tell(new VenueEvent.OrderChanged(now(), Shapes.order(cancelled.get()), null));
        } else {
            tell(new VenueEvent.CancelRefused(now(), clientId, true, Refusal.OTHER, "Not Found"));
        }
    }

    @Override
    public void readOpenOrders() {
        var asked = now();
        read("open orders", () -> {
            var orders = faults.contains(Fault.LISTINGS_EMPTY)
                    ? List.<Order>of()
                    : exchange().openOrders(account()).stream()
                            .map(Shapes::order)
                            .toList();
            tell(new VenueEvent.OpenOrdersRead(now(), asked, orders));
        });
    }

    @Override
    public void readOrder(ClientId clientId) {
        var asked = now();
        read(
                "order",
                () -> tell(new VenueEvent.OrderRead(
                        now(),
                        asked,
                        clientId,
                        exchange()
                                .openOrder(account(), new OrderKey.ByClientId(clientId))
                                .map(Shapes::order))));
    }

    @Override
    public void readHistory(Set<ClientId> clientIds) {
        var asked = now();
        read(
                "history",
                () -> tell(new VenueEvent.HistoryRead(
                        now(),
                        asked,
                        exchange().orderHistory(account()).stream()
                                .map(Shapes::order)
                                .filter(order -> order.clientId() != null && clientIds.contains(order.clientId()))
                                .toList())));
    }

    @Override
    public void readBalances() {
        var asked = now();
        read("balances", () -> tell(new VenueEvent.BalancesRead(now(), asked, balances())));
    }

    private Balances balances() {
        var market = exchange().market().rules();
        return new Balances(balance(market.base()), balance(market.quote()));
    }

    private Balance balance(String asset) {
        var held = exchange().balance(account(), asset);
        var more = deposits.getOrDefault(asset, BigDecimal.ZERO);
        return new Balance(held.available().add(more), held.locked(), held.lent());
    }

    /** From now on balances are read as if so much more had come in. */
    void deposit(String asset, String amount) {
        deposits.put(asset, new BigDecimal(amount));
    }

    @Override
    public void readFills(Instant from) {
        read("fills", () -> tell(new VenueEvent.FillsRead(now(), from, fills(from))));
    }

    /** The exchange's own list, oldest first. */
    List<Fill> fills(Instant from) {
        var fills = new ArrayList<Fill>();
        for (var execution : exchange().fillHistory(account())) {
            var fill = Shapes.fill(execution);
            if (!fill.at().isBefore(from)) {
                fills.add(0, fill);
            }
        }
        return fills;
    }

    @Override
    public void readCandles(Instant from) {
        candleReads.add(from);
        read("past minutes", () -> {
            var market = exchange().market().rules();
            var minutes = new ArrayList<Candle>();
            for (var candle : exchange().candles(CandleInterval.MINUTE_1, nanos(from), nanos(now()))) {
                if (candle.high() != null && candle.low() != null && candle.endNanos() <= nanos(now())) {
                    minutes.add(new Candle(
                            Shapes.instant(candle.startNanos()),
                            market.decimal(candle.high()),
                            market.decimal(candle.low())));
                }
            }
            tell(new VenueEvent.CandlesRead(now(), from, minutes));
        });
    }

    private static long nanos(Instant at) {
        return at.getEpochSecond() * 1_000_000_000L + at.getNano();
    }

    private void read(String what, Runnable answer) {
        reads++;
        send(() -> {
            if (faults.contains(Fault.READS_FAIL)) {
                tell(new VenueEvent.ReadFailed(now(), what, Refusal.OTHER, "timeout"));
            } else {
                answer.run();
            }
        });
    }

    @Override
    public void subscribeAfresh(String reason) {
        tell(new VenueEvent.StreamDown(now(), Stream.PRIVATE, reason));
        send(() -> tell(new VenueEvent.StreamUp(now(), Stream.PRIVATE)));
    }

    @Override
    public void close() {
        requests.clear();
    }

    /** Sum of what rests for the desk, from the exchange's own books. */
    BigDecimal resting() {
        return exchange().openOrders(account()).stream()
                .map(order -> exchange().market().rules().decimal(Objects.requireNonNull(order.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
