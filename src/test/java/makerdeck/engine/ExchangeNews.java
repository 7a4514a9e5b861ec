package makerdeck.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.clock.SteppedClock;
import makerdeck.domain.Balance;
import makerdeck.domain.Order;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Trade;
import makerdeck.laboratory.virtual.Shapes;
import makerdeck.message.Message;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.DepthUpdate;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.Execution;
import makerdeck.simulator.model.OrderView;
import makerdeck.simulator.model.PublicTrade;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/** What the desk gets to hear, in order: the exchange's streams, as far as they work, and all answers. */
final class ExchangeNews implements ExchangeListener {

    static final Message WORKING = Message.of("client.answer.state", "Working");
    private static final int LEVELS = 25;
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final SteppedClock clock;
    private final Predicate<Fault> faults;
    private final Deque<VenueEvent> events = new ArrayDeque<>();
    private final Deque<VenueEvent.BookMoved> books = new ArrayDeque<>();
    private @Nullable Exchange exchange;
    private @Nullable AccountId account;
    private boolean depthMoved;
    private boolean lost;
    private Instant bookTold = Instant.EPOCH;

    /** How much later than the account's news the book comes. */
    Duration bookDelay = Duration.ZERO;

    ExchangeNews(SteppedClock clock, Predicate<Fault> faults) {
        this.clock = clock;
        this.faults = faults;
    }

    void connect(Exchange served, AccountId desk) {
        exchange = served;
        account = desk;
    }

    private Instant now() {
        return clock.instant();
    }

    void tell(VenueEvent event) {
        events.add(event);
    }

    /** The book is told anew whether it moved or not. */
    void tellBook() {
        depthMoved = true;
    }

    /** Nobody listens: what was to be told is lost. */
    void forget() {
        next();
        events.clear();
        books.clear();
    }

    boolean isPublicSilent() {
        return faults.test(Fault.PUBLIC_SILENCE) || faults.test(Fault.WS_SILENCE);
    }

    /** The client finds the book's stream wanting, and says so as soon as it may have moved. */
    private boolean isBookLost() {
        return faults.test(Fault.DEPTH_RESTART) || faults.test(Fault.DEPTH_NEGATIVE) || faults.test(Fault.DEPTH_JUMP);
    }

    /** A book that has not moved for a while is confirmed, as the client does. */
    void confirmBook() {
        if (Duration.between(bookTold, now()).compareTo(QUIET) >= 0) {
            tellBook();
        }
    }

    /** The next thing to hear, empty when there is nothing by now. */
    Optional<VenueEvent> next() {
        if (depthMoved && isBookLost() && !isPublicSilent() && !lost) {
            lost = true;
            events.add(new VenueEvent.BookLost(now(), Message.plain("numbers")));
        }
        if (depthMoved && !isPublicSilent() && !isBookLost() && !faults.test(Fault.DEPTH_FROZEN) && exchange != null) {
            depthMoved = false;
            lost = false;
            bookTold = now();
            books.add(new VenueEvent.BookMoved(now().plus(bookDelay), exchange.depth(LEVELS)));
        }
        while (!books.isEmpty() && !books.getFirst().at().isAfter(now())) {
            events.add(books.removeFirst());
        }
        return Optional.ofNullable(events.poll());
    }

    @Override
    public void depthChanged(Supplier<DepthUpdate> update) {
        depthMoved = true;
    }

    @Override
    public void traded(PublicTrade trade) {
        if (!isPublicSilent()) {
            tell(new VenueEvent.Traded(
                    now(),
                    new Trade(
                            trade.id(),
                            trade.taker(),
                            trade.price(),
                            trade.quantity(),
                            Shapes.instant(trade.atNanos()))));
        }
    }

    @Override
    public void orderAccepted(AccountId owner, Supplier<OrderView> order) {
        if (!faults.test(Fault.ACCEPTS_MISSING)) {
            changed(owner, order, null);
        }
    }

    @Override
    public void orderFilled(AccountId owner, Supplier<OrderView> order, Execution fill) {
        for (var told : fill.told(faults)) {
            stream(owner, () -> filled(order.get(), told));
            changed(owner, order, null);
        }
    }

    private VenueEvent filled(OrderView order, Execution fill) {
        var rules = Objects.requireNonNull(exchange).market().rules();
        return new VenueEvent.Filled(now(), Shapes.fill(fill, rules), rules.decimal(order.executed()));
    }

    @Override
    public void orderCancelled(AccountId owner, Supplier<OrderView> order) {
        changed(owner, order, null);
    }

    @Override
    public void orderExpired(AccountId owner, Supplier<OrderView> order) {
        changed(owner, order, String.valueOf(order.get().expiry()));
    }

    private void changed(AccountId owner, Supplier<OrderView> order, @Nullable String reason) {
        stream(owner, () -> changed(order.get(), reason));
    }

    VenueEvent changed(OrderView view, @Nullable String reason) {
        var order = worded(Shapes.order(view));
        if (order.status() == OrderStatus.UNCLEAR) {
            return new VenueEvent.OrderChanged(now(), order, null, WORKING);
        }
        return new VenueEvent.OrderChanged(
                now(), order, WireDecoder.refusal(reason), reason == null ? null : Message.plain(reason));
    }

    /** An order as it is told, in a word that nobody knows when that goes wrong. */
    Order worded(Order order) {
        return order.status() == OrderStatus.NEW && faults.test(Fault.ORDER_WORDS)
                ? order.as(OrderStatus.UNCLEAR)
                : order;
    }

    @Override
    public void balanceChanged(AccountId owner, String asset, Supplier<Balance> balance) {
        stream(owner, () -> new VenueEvent.BalanceMoved(now(), asset, balance.get()));
    }

    private void stream(AccountId owner, Supplier<VenueEvent> frame) {
        if (!owner.equals(account) || faults.test(Fault.PRIVATE_SILENCE) || faults.test(Fault.WS_SILENCE)) {
            return;
        }
        tell(frame.get());
        if (faults.test(Fault.PRIVATE_TWICE)) {
            tell(frame.get());
        }
    }
}
