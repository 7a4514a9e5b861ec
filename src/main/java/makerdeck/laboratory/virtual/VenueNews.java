package makerdeck.laboratory.virtual;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import makerdeck.domain.Balance;
import makerdeck.domain.Trade;
import makerdeck.message.Message;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.DepthUpdate;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.Execution;
import makerdeck.simulator.model.OrderView;
import makerdeck.simulator.model.PublicTrade;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of an account gets to hear, in order: the exchange's streams and all answers. Of several changes of
 * the book at one moment only the last is told, as a desk that keeps up would see it.
 */
final class VenueNews implements ExchangeListener {

    private static final int LEVELS = 25;
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final VirtualClock clock;
    private final Deque<VenueEvent> events = new ArrayDeque<>();
    private @Nullable Exchange exchange;
    private @Nullable AccountId account;
    private boolean bookMoved;
    private Instant bookTold = Instant.EPOCH;
    private boolean ended;

    VenueNews(VirtualClock clock) {
        this.clock = clock;
    }

    void connect(Exchange served, AccountId owner) {
        exchange = served;
        account = owner;
    }

    private Instant now() {
        return clock.instant();
    }

    void tell(VenueEvent event) {
        events.add(event);
    }

    /** The book is told anew whether it moved or not. */
    void tellBook() {
        bookMoved = true;
    }

    /** A book that has not moved for a while is confirmed, as the client does. */
    void confirmBook() {
        if (Duration.between(bookTold, now()).compareTo(QUIET) >= 0) {
            bookMoved = true;
        }
    }

    boolean isAny() {
        return bookMoved || !events.isEmpty();
    }

    /** The recording is over. */
    boolean isEnded() {
        return ended;
    }

    /** The next thing to hear, null when there is nothing by now. */
    @Nullable
    VenueEvent next() {
        var next = events.poll();
        if (next != null || !bookMoved || exchange == null) {
            return next;
        }
        bookMoved = false;
        bookTold = now();
        return new VenueEvent.BookMoved(bookTold, exchange.depth(LEVELS));
    }

    @Override
    public void depthChanged(Supplier<DepthUpdate> update) {
        bookMoved = true;
    }

    @Override
    public void traded(PublicTrade trade) {
        tell(new VenueEvent.Traded(
                now(),
                new Trade(
                        trade.id(), trade.taker(), trade.price(), trade.quantity(), Shapes.instant(trade.atNanos()))));
    }

    @Override
    public void orderAccepted(AccountId owner, Supplier<OrderView> order) {
        changed(owner, order);
    }

    @Override
    public void orderFilled(AccountId owner, Supplier<OrderView> order, Execution fill) {
        if (owner.equals(account) && exchange != null) {
            var rules = exchange.market().rules();
            var view = order.get();
            tell(new VenueEvent.Filled(now(), Shapes.fill(fill, rules), rules.decimal(view.executed())));
            tell(changed(view));
        }
    }

    @Override
    public void orderCancelled(AccountId owner, Supplier<OrderView> order) {
        changed(owner, order);
    }

    @Override
    public void orderExpired(AccountId owner, Supplier<OrderView> order) {
        changed(owner, order);
    }

    private void changed(AccountId owner, Supplier<OrderView> order) {
        if (owner.equals(account)) {
            tell(changed(order.get()));
        }
    }

    VenueEvent changed(OrderView view) {
        var why = view.expiry();
        return new VenueEvent.OrderChanged(
                now(), Shapes.order(view), null, why == null ? null : Message.plain(why.name()));
    }

    @Override
    public void balanceChanged(AccountId owner, String asset, Supplier<Balance> balance) {
        if (owner.equals(account)) {
            tell(new VenueEvent.BalanceMoved(now(), asset, balance.get()));
        }
    }

    @Override
    public void feedEnded(Message why) {
        ended = true;
    }
}
