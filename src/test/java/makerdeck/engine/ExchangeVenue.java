package makerdeck.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import makerdeck.clock.SteppedClock;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fees;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Order;
import makerdeck.domain.OrderStatus;
import makerdeck.laboratory.virtual.Shapes;
import makerdeck.message.Message;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.faults.FaultPlan;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.Placement;
import makerdeck.venue.Health;
import makerdeck.venue.OddFill;
import makerdeck.venue.OddOrder;
import makerdeck.venue.OrderCancel;
import makerdeck.venue.Refusal;
import makerdeck.venue.Stream;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/**
 * The port over a simulated exchange, without sockets or threads: requests arrive after a latency,
 * answers and frames wait until the bench delivers them. Fails in the ways networks do, when told.
 */
public final class ExchangeVenue implements Venue {

    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final Duration LATE = Duration.ofMillis(1200);
    private static final Duration GIVES_UP = Duration.ofSeconds(3);

    private record Request(Instant due, Runnable work) {}

    /** Switched on and off by a test. */
    public final Set<Fault> faults = EnumSet.noneOf(Fault.class);

    /** Goes on and off by itself. */
    FaultPlan plan = new FaultPlan();

    /** Placing throws, as no venue may. */
    boolean broken;

    /** Placing throws what is no exception. */
    boolean out;

    /** No way to the venue at all: nothing is sent, nothing is heard. */
    boolean unreachable;

    /** How much the exchange's clock is ahead of the desk's. */
    public Duration ahead = Duration.ZERO;

    /** Orders further than so many ticks from 150 are refused for their price. */
    long takesWithin = Long.MAX_VALUE;

    /** Fills are read as if there were none. */
    public boolean hidesFills;

    /** False: how orders ended is never told. */
    public boolean answersHistory = true;

    /** No order is found by the venue's own id. */
    public boolean forgetsOrders;

    /** Everything is refused for this. */
    @Nullable
    Refusal refuses;

    /** The account stream stays as it is, whatever the desk asks. */
    boolean keepsStream;

    /** False: the desk hears of the connection's health only what a test tells it. */
    public boolean keepsHealthy = true;

    /** What the desk is told its fees are; null: what they are. */
    public @Nullable Fees toldFees;

    /** The rules the desk is told, in place of the exchange's. */
    @Nullable
    Market toldMarket;

    public final List<List<NewOrder>> batches = new ArrayList<>();
    /** Rows of the fill history that cannot be read, besides what the exchange tells. */
    final List<OddFill> oddFills = new ArrayList<>();

    /** The rows of these orders' fills cannot be read. */
    final Set<String> spoiled = new HashSet<>();

    /** False: the fill history gives no trade ids. */
    boolean namesFills = true;

    /** Rows that the listing shows besides what the exchange holds, until they are cancelled by name. */
    final List<OddOrder> odd = new ArrayList<>();

    final List<ClientId> cancelled = new ArrayList<>();
    public final List<Instant> candleReads = new ArrayList<>();
    private final List<Instant> requestsAt = new ArrayList<>();
    /** One for each turn of the desk's crank in which it changed its orders. */
    final NavigableMap<Long, Requote> requotes = new TreeMap<>();

    /** Told what the desk hands over in one go, before any of it is asked for. */
    BiConsumer<List<OrderCancel>, List<NewOrder>> handedOver = (cancels, orders) -> {};

    int interestReads;

    boolean interestUnreadable;

    final List<Instant> priceReads = new ArrayList<>();

    /** False: the venue has no market for the asset that fees are taken in. */
    boolean listsThirdAsset = true;

    private boolean feesInThirdAsset;

    /** How late the venue lists what the pool has paid. */
    Duration interestLag = Duration.ZERO;

    private boolean toldLending;
    private Instant interestDue = Instant.MIN;
    private boolean lentByFault;
    long turns;
    int cancels;
    int balanceReads;
    public int reads;

    final ExchangeNews news;
    private final SteppedClock clock;
    private final Duration latency;
    private final List<Request> requests = new ArrayList<>();
    private final List<VenueEvent> answer = new ArrayList<>();
    private @Nullable ExchangeAccount books;

    ExchangeVenue(SteppedClock clock, Duration latency) {
        this.clock = clock;
        this.latency = latency;
        news = new ExchangeNews(clock, this::has);
    }

    void connect(Exchange served, AccountId desk) {
        books = new ExchangeAccount(served, desk);
        news.connect(served, desk);
    }

    /** The exchange's own, on the desk's account. */
    public ExchangeAccount books() {
        return Objects.requireNonNull(books);
    }

    private boolean has(Fault fault) {
        return faults.contains(fault) || plan.isOn(fault, books().now());
    }

    @Override
    public void start() {
        send(() -> {
            tellMarket();
            streamsUp();
        });
    }

    void tellMarket() {
        var rules = toldMarket == null ? books().rules() : toldMarket;
        tell(new VenueEvent.MarketRead(now(), rules, toldFees == null ? books().fees() : toldFees));
        tellLending();
    }

    private void tellLending() {
        toldLending = books().lends();
        tell(new VenueEvent.LendingRead(now(), toldLending));
    }

    public void streamsUp() {
        tell(new VenueEvent.StreamUp(now(), Stream.PUBLIC));
        tell(new VenueEvent.StreamUp(now(), Stream.PRIVATE));
        news.tellBook();
    }

    public void streamsDown(String reason) {
        tell(new VenueEvent.StreamDown(now(), Stream.PUBLIC, Message.plain(reason)));
        tell(new VenueEvent.StreamDown(now(), Stream.PRIVATE, Message.plain(reason)));
    }

    public void tell(VenueEvent event) {
        news.tell(event);
    }

    /** Carries out the requests that have arrived by now. */
    void work() {
        pool();
        var due = requests.stream()
                .filter(request -> !request.due().isAfter(now()))
                .toList();
        requests.removeAll(due);
        due.forEach(request -> request.work().run());
    }

    private void pool() {
        books().throttlePool(has(Fault.LEND_THROTTLE));
        if (has(Fault.LEND_INTEREST) && !now().isBefore(interestDue)) {
            interestDue = now().plusSeconds(3);
            books().payInterest();
        }
        if (has(Fault.FEE_THIRD_ASSET) != feesInThirdAsset) {
            feesInThirdAsset = !feesInThirdAsset;
            books().payFeesInThirdAsset(feesInThirdAsset);
        }
        if (has(Fault.AUTO_LEND) != lentByFault) {
            lentByFault = !lentByFault;
            books().lend(lentByFault);
        }
    }

    /** What the desk gets to hear now, oldest first. */
    Optional<VenueEvent> next() {
        return news.next();
    }

    /** Nobody listens: what was to be told is lost. */
    void forget() {
        news.forget();
    }

    void healthy() {
        news.confirmBook();
        if (!keepsHealthy) {
            return;
        }
        if (toldLending != books().lends()) {
            tellLending();
        }
        tell(new VenueEvent.HealthChanged(
                now(),
                new Health(
                        true,
                        true,
                        has(Fault.LATENCY) ? SLOW : latency,
                        ahead,
                        0,
                        0,
                        10,
                        2000,
                        unreachable || news.isPublicSilent() ? null : now())));
    }

    private Instant now() {
        return clock.instant();
    }

    private void send(Runnable work) {
        requestsAt.add(now());
        later(has(Fault.LATENCY) ? SLOW : latency, work);
    }

    private void later(Duration delay, Runnable work) {
        requests.add(new Request(now().plus(delay), work));
    }

    /** Whether something in between answers what is asked. */
    private boolean isPaged() {
        return has(Fault.PAGE_403)
                || has(Fault.PAGE_429)
                || has(Fault.PAGE_451)
                || has(Fault.PAGE_502)
                || has(Fault.PAGE_200);
    }

    /** What is refused whatever is asked, null when nothing is. */
    private @Nullable Refusal refusesAll() {
        if (refuses != null) {
            return refuses;
        }
        return unreachable
                ? Refusal.NOT_SENT
                : has(Fault.EXPIRED)
                        ? Refusal.LATE
                        : has(Fault.KEY_REFUSED)
                                ? Refusal.AUTHENTICATION
                                : has(Fault.BAN) ? Refusal.BANNED : has(Fault.RATE_LIMIT) ? Refusal.RATE_LIMIT : null;
    }

    int requestsSince(Instant from) {
        int count = 0;
        for (int i = requestsAt.size() - 1; i >= 0 && requestsAt.get(i).isAfter(from); i--) {
            count++;
        }
        return count;
    }

    private Requote requote() {
        return requotes.computeIfAbsent(turns, turn -> new Requote());
    }

    @Override
    public void send(List<OrderCancel> leaving, List<NewOrder> orders) {
        handedOver.accept(leaving, orders);
        Venue.super.send(leaving, orders);
    }

    @Override
    public void place(List<NewOrder> orders) {
        if (out) {
            throw new StackOverflowError("deep");
        }
        if (broken) {
            throw new IllegalStateException("broken");
        }
        batches.add(List.copyOf(orders));
        requote().batches++;
        send(() -> {
            for (int i = 0; i < orders.size(); i++) {
                arrive(orders.get(i), i % 2 == 1);
            }
            if (!answer.isEmpty()) {
                tell(new VenueEvent.PlaceAnswered(now(), List.copyOf(answer)));
                answer.clear();
            }
        });
    }

    private void arrive(NewOrder order, boolean second) {
        var refusal = refusesAll();
        if (refusal != null) {
            refuse(order, refusal, refusal.name());
        } else if (has(Fault.POST_LOST)) {
            later(GIVES_UP, () -> tell(timeout(order)));
        } else if (has(Fault.MAINTENANCE) || isPaged()) {
            unknown(order);
        } else if (has(Fault.CANCEL_ONLY)) {
            refuse(order, Refusal.VENUE_CLOSED, "Trading is paused on this market");
        } else if (has(Fault.POST_REFUSED) || (second && has(Fault.BATCH_PARTIAL))) {
            refuse(order, Refusal.INVALID_ORDER, "The order is not wanted");
        } else if (Math.abs(order.price().ticks() - 15_000) > takesWithin) {
            refuse(order, Refusal.PRICE_BAND, "Price is too far from the last active price");
        } else if (has(Fault.POST_LATE)) {
            unknown(order);
            later(LATE, () -> books().submit(order));
        } else {
            answer(order, books().submit(order));
        }
    }

    private void answer(NewOrder order, Placement placement) {
        if (has(Fault.ROWS_ODD) && order.clientId().value() % 2 == 1) {
            unknown(order);
        } else if (has(Fault.POST_TIMEOUT)) {
            later(GIVES_UP, () -> tell(timeout(order)));
        } else if (has(Fault.POST_GARBLED)) {
            unknown(order);
        } else if (placement instanceof Placement.Refused refused) {
            refuse(order, Shapes.refusal(refused.why()), refused.why().name());
        } else if (placement instanceof Placement.Accepted accepted) {
            answer.add(news.changed(accepted.order(), null));
        }
    }

    private void refuse(NewOrder order, Refusal refusal, String message) {
        answer.add(new VenueEvent.PlaceRefused(now(), order.clientId(), refusal, Message.plain(message)));
    }

    private void unknown(NewOrder order) {
        answer.add(timeout(order));
    }

    private VenueEvent timeout(NewOrder order) {
        return new VenueEvent.PlaceUnknown(now(), order.clientId(), Message.plain("timeout"));
    }

    @Override
    public void cancel(ClientId clientId, @Nullable String orderId) {
        cancels++;
        requote().cancelled.add(clientId);
        cancelled.add(clientId);
        send(() -> {
            var refusal = refusesAll();
            if (refusal != null) {
                tell(new VenueEvent.CancelRefused(now(), clientId, false, refusal, Message.plain(refusal.name())));
            } else if (has(Fault.CANCEL_LOST) || has(Fault.MAINTENANCE) || isPaged()) {
                tell(new VenueEvent.CancelUnknown(now(), clientId, Message.plain("timeout")));
            } else if (has(Fault.CANCEL_REFUSED)) {
                tell(new VenueEvent.CancelRefused(now(), clientId, false, Refusal.OTHER, Message.plain("not now")));
            } else {
                cancelled(clientId);
            }
        });
    }

    private void cancelled(ClientId clientId) {
        odd.removeIf(row -> clientId.equals(row.clientId()));
        var cancelled = books().cancel(clientId);
        if (has(Fault.CANCEL_TIMEOUT)) {
            tell(new VenueEvent.CancelUnknown(now(), clientId, Message.plain("timeout")));
        } else if (cancelled.isPresent()) {
            tell(news.changed(cancelled.get(), null));
        } else {
            // In whatever words: the client may not understand that it is not open.
            var understood = !has(Fault.NOT_FOUND_400);
            tell(new VenueEvent.CancelRefused(now(), clientId, understood, Refusal.OTHER, Message.plain("Not Found")));
        }
    }

    @Override
    public void readOpenOrders() {
        read("open orders", asked -> {
            var orders = has(Fault.LISTING_EMPTY)
                    ? List.<Order>of()
                    : books().open().stream().map(news::worded).toList();
            var rows = new ArrayList<>(odd);
            orders.stream()
                    .filter(order -> order.status() == OrderStatus.UNCLEAR)
                    .forEach(order -> rows.add(row(order)));
            if (has(Fault.ROWS_ODD)) {
                rows.add(new OddOrder(null, null, true, null, Message.plain("no order at all")));
            }
            tell(new VenueEvent.OpenOrdersRead(now(), asked, orders, rows));
        });
    }

    private static OddFill odd(Fill fill) {
        return new OddFill(
                "spoiled " + fill.tradeId(),
                fill.orderId(),
                fill.at().truncatedTo(ChronoUnit.MILLIS),
                Message.plain("fill of order " + fill.orderId() + ": price is missing"));
    }

    private static OddOrder row(Order order) {
        return new OddOrder(order.id(), order.clientId(), false, order.side(), ExchangeNews.WORKING);
    }

    @Override
    public void cancelNameless(String orderId) {
        cancels++;
        send(() -> odd.removeIf(row -> orderId.equals(row.orderId())));
    }

    @Override
    public void readOrder(ClientId clientId) {
        read(
                "order",
                asked -> tell(new VenueEvent.OrderRead(
                        now(), asked, clientId, books().open(clientId).map(news::worded))));
    }

    @Override
    public void readHistory(Set<ClientId> clientIds) {
        if (!answersHistory) {
            return;
        }
        read(
                "history",
                asked -> tell(new VenueEvent.HistoryRead(
                        now(),
                        asked,
                        clientIds,
                        books().ended(clientIds).stream().map(news::worded).toList())));
    }

    @Override
    public void lookUpOrders(Set<String> orderIds) {
        read(
                "order history",
                asked -> tell(new VenueEvent.OrdersLookedUp(
                        now(), asked, orderIds, forgetsOrders ? List.of() : books().named(orderIds))));
    }

    @Override
    public void readBalances() {
        balanceReads++;
        read("balances", asked -> {
            tell(new VenueEvent.BalancesRead(now(), asked, balances()));
        });
    }

    private Balances balances() {
        var held = books().balances();
        if (has(Fault.BALANCES_EMPTY)) {
            return new Balances(Balance.ZERO, Balance.ZERO);
        }
        return has(Fault.BALANCES_WRONG) ? new Balances(tenth(held.base()), tenth(held.quote())) : held;
    }

    private static Balance tenth(Balance all) {
        return new Balance(all.available().movePointLeft(1), all.locked(), all.lent());
    }

    @Override
    public void readFills(Instant from) {
        read("fills", asked -> {
            var fills = new ArrayList<>(hidesFills ? List.<Fill>of() : told(books().fills(from)));
            var rows = new ArrayList<>(oddFills);
            var latest = fills.isEmpty() ? null : fills.get(fills.size() - 1);
            for (var fill : List.copyOf(fills)) {
                if (spoiled.contains(fill.orderId()) || has(Fault.ROWS_ODD) && fill == latest) {
                    fills.remove(fill);
                    rows.add(odd(fill));
                }
            }
            if (has(Fault.ROWS_ODD)) {
                rows.add(new OddFill("none", null, null, Message.plain("no fill at all")));
            }
            tell(new VenueEvent.FillsRead(now(), from, fills, rows));
        });
    }

    /** As the history tells them: without trade ids, when it does so. */
    private List<Fill> told(List<Fill> fills) {
        return namesFills ? fills : fills.stream().map(ExchangeVenue::nameless).toList();
    }

    private static Fill nameless(Fill fill) {
        return new Fill(
                Fill.nameless(fill.orderId(), fill.at(), fill.price(), fill.quantity()),
                fill.orderId(),
                fill.clientId(),
                fill.side(),
                fill.price(),
                fill.quantity(),
                fill.fee(),
                fill.feeAsset(),
                fill.maker(),
                fill.at().truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public void readInterest(Instant from) {
        interestReads++;
        read("interest", asked -> {
            if (interestUnreadable) {
                tell(new VenueEvent.ReadFailed(
                        now(), Message.plain("interest"), Refusal.OTHER, Message.plain("not permitted")));
                return;
            }
            var known = books().interest(from).stream()
                    .filter(paid -> !paid.at().isAfter(now().minus(interestLag)))
                    .toList();
            tell(new VenueEvent.InterestRead(now(), asked, known));
        });
    }

    @Override
    public void readPrice(String asset) {
        priceReads.add(now());
        read("price", asked -> {
            var price = listsThirdAsset ? books().price(asset) : null;
            tell(new VenueEvent.PriceRead(now(), asked, asset, price));
        });
    }

    @Override
    public void readCandles(Instant from) {
        candleReads.add(from);
        read("past minutes", asked -> {
            tell(new VenueEvent.CandlesRead(now(), from, books().minutes(from, now())));
        });
    }

    private void read(String what, Consumer<Instant> answer) {
        reads++;
        var asked = now();
        send(() -> {
            var refusal = isPaged() || has(Fault.PAGE_ON_READS) ? Refusal.NOT_THE_VENUE : refusesAll();
            if (refusal != null || has(Fault.READ_TIMEOUT) || has(Fault.MAINTENANCE)) {
                tell(new VenueEvent.ReadFailed(
                        now(),
                        Message.plain(what),
                        refusal == null ? Refusal.OTHER : refusal,
                        Message.plain("timeout")));
            } else {
                answer.accept(asked);
            }
        });
    }

    @Override
    public void subscribeAfresh(Message reason) {
        if (keepsStream) {
            return;
        }
        tell(new VenueEvent.StreamDown(now(), Stream.PRIVATE, reason));
        send(() -> tell(new VenueEvent.StreamUp(now(), Stream.PRIVATE)));
    }

    @Override
    public void close() {
        requests.clear();
    }
}
