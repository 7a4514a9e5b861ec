package makerdeck.laboratory.virtual;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import makerdeck.domain.ClientId;
import makerdeck.domain.NewOrder;
import makerdeck.message.Message;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.Placement;
import makerdeck.venue.Health;
import makerdeck.venue.Refusal;
import makerdeck.venue.Stream;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/**
 * The port over a simulated exchange in virtual time, without sockets or threads. A request takes effect at the
 * exchange a latency after it was made, and its answer and all news are heard at once: the whole way there and back
 * lies on the way there, so that whoever decides is as late as over a real line.
 *
 * <p>One thread, which also turns the exchange.
 */
public final class VirtualVenue implements Venue {

    private static final long NEVER = Long.MAX_VALUE;
    private static final int REQUESTS_A_MINUTE = 2000;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private record Request(long dueNanos, Runnable work) {}

    private final VirtualClock clock;
    private final Duration latency;
    private final VenueNews news;
    private final Deque<Request> requests = new ArrayDeque<>();
    private final Deque<Long> lately = new ArrayDeque<>();
    private @Nullable VirtualAccount books;
    private int batches;
    private int cancels;
    private int reads;

    public VirtualVenue(VirtualClock clock, Duration latency) {
        this.clock = clock;
        this.latency = latency;
        news = new VenueNews(clock);
    }

    /** What the exchange has to tell. */
    public ExchangeListener listener() {
        return news;
    }

    /** Before anything else. */
    public void connect(Exchange served, AccountId owner) {
        books = new VirtualAccount(served, owner);
        news.connect(served, owner);
    }

    public VirtualAccount account() {
        return Objects.requireNonNull(books);
    }

    /** When the next request takes effect, in virtual nanoseconds since 1970; far away when there is none. */
    public long dueNanos() {
        var next = requests.peek();
        return next == null ? NEVER : next.dueNanos();
    }

    /** Carries out the requests that have arrived by now. */
    public void work() {
        while (dueNanos() <= nanos()) {
            requests.remove().work().run();
        }
    }

    /** Whether there is anything to hear. */
    public boolean hasNews() {
        return news.isAny();
    }

    /** The next thing to hear, null when there is nothing by now. */
    public @Nullable VenueEvent next() {
        return news.next();
    }

    /** Whether the market is over: the recording has ended. */
    public boolean isOver() {
        return news.isEnded();
    }

    /** Once a second, as a client tells how it does. */
    public void healthy() {
        news.confirmBook();
        while (!lately.isEmpty() && lately.getFirst() <= nanos() - MINUTE) {
            lately.removeFirst();
        }
        news.tell(new VenueEvent.HealthChanged(
                now(), new Health(true, true, latency, Duration.ZERO, 0, 0, lately.size(), REQUESTS_A_MINUTE, now())));
    }

    /** Requests that brought new orders. */
    public int batches() {
        return batches;
    }

    public int cancels() {
        return cancels;
    }

    /** Requests that only asked. */
    public int reads() {
        return reads;
    }

    private Instant now() {
        return clock.instant();
    }

    private long nanos() {
        return Shapes.nanos(now());
    }

    private void send(Runnable work) {
        lately.addLast(nanos());
        requests.addLast(new Request(nanos() + latency.toNanos(), work));
    }

    private void read(Consumer<Instant> answer) {
        reads++;
        var asked = now();
        send(() -> answer.accept(asked));
    }

    @Override
    public void start() {
        send(() -> {
            news.tell(new VenueEvent.MarketRead(
                    now(), account().rules(), account().fees()));
            news.tell(new VenueEvent.LendingRead(now(), account().lends()));
            news.tell(new VenueEvent.StreamUp(now(), Stream.PUBLIC));
            news.tell(new VenueEvent.StreamUp(now(), Stream.PRIVATE));
            news.tellBook();
        });
    }

    @Override
    public void place(List<NewOrder> orders) {
        batches++;
        var sent = List.copyOf(orders);
        send(() -> {
            var answers = new ArrayList<VenueEvent>();
            for (var order : sent) {
                answers.add(answer(order, account().submit(order)));
            }
            news.tell(new VenueEvent.PlaceAnswered(now(), List.copyOf(answers)));
        });
    }

    private VenueEvent answer(NewOrder order, Placement placement) {
        if (placement instanceof Placement.Accepted accepted) {
            return news.changed(accepted.order());
        }
        var why = ((Placement.Refused) placement).why();
        return new VenueEvent.PlaceRefused(now(), order.clientId(), Shapes.refusal(why), Message.plain(why.name()));
    }

    @Override
    public void cancel(ClientId clientId, @Nullable String orderId) {
        cancels++;
        send(() -> news.tell(account()
                .cancel(clientId)
                .map(news::changed)
                .orElseGet(() -> new VenueEvent.CancelRefused(
                        now(), clientId, true, Refusal.OTHER, Message.plain("RESOURCE_NOT_FOUND")))));
    }

    @Override
    public void cancelNameless(String orderId) {
        throw new UnsupportedOperationException("every order of this exchange can be read, " + orderId + " too");
    }

    @Override
    public void readOpenOrders() {
        read(asked ->
                news.tell(new VenueEvent.OpenOrdersRead(now(), asked, account().open())));
    }

    @Override
    public void readOrder(ClientId clientId) {
        read(asked -> news.tell(
                new VenueEvent.OrderRead(now(), asked, clientId, account().open(clientId))));
    }

    @Override
    public void readHistory(Set<ClientId> clientIds) {
        read(asked -> news.tell(
                new VenueEvent.HistoryRead(now(), asked, clientIds, account().ended(clientIds))));
    }

    @Override
    public void lookUpOrders(Set<String> orderIds) {
        read(asked -> news.tell(
                new VenueEvent.OrdersLookedUp(now(), asked, orderIds, account().named(orderIds))));
    }

    @Override
    public void readBalances() {
        read(asked ->
                news.tell(new VenueEvent.BalancesRead(now(), asked, account().balances())));
    }

    @Override
    public void readFills(Instant from) {
        read(asked -> news.tell(new VenueEvent.FillsRead(now(), from, account().fills(from), List.of())));
    }

    @Override
    public void readInterest(Instant from) {
        read(asked ->
                news.tell(new VenueEvent.InterestRead(now(), asked, account().interest(from))));
    }

    /** This exchange takes its fees in what is traded, and has no other market. */
    @Override
    public void readPrice(String asset) {
        read(asked -> news.tell(new VenueEvent.PriceRead(now(), asked, asset, null)));
    }

    @Override
    public void readCandles(Instant from) {
        read(asked ->
                news.tell(new VenueEvent.CandlesRead(now(), from, account().minutes(from, now()))));
    }

    @Override
    public void subscribeAfresh(Message reason) {
        news.tell(new VenueEvent.StreamDown(now(), Stream.PRIVATE, reason));
        send(() -> news.tell(new VenueEvent.StreamUp(now(), Stream.PRIVATE)));
    }

    @Override
    public void close() {
        requests.clear();
    }
}
