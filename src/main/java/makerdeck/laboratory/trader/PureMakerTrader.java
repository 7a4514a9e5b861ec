package makerdeck.laboratory.trader;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import makerdeck.domain.Balances;
import makerdeck.domain.Book;
import makerdeck.domain.ClientId;
import makerdeck.domain.Market;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Order;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Side;
import makerdeck.journal.Entry;
import makerdeck.laboratory.model.Strategy;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/**
 * Pure market making as Hummingbot's strategy of that name does it: looks once a second; cancels all when their time is
 * up, places all when none is left and it may.
 */
public final class PureMakerTrader implements Trader {

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    private static final class Live {
        private final int layer;
        private final Side side;
        private boolean rests;

        private Live(int layer, Side side) {
            this.layer = layer;
            this.side = side;
        }
    }

    private final Strategy.PureMaker strategy;
    private final Market rules;
    private final Venue venue;
    private final BotBooks books;
    private final Map<ClientId, Live> live = new LinkedHashMap<>();
    private long sequence;
    private Book book = Book.EMPTY;
    private @Nullable Balances held;
    private Instant lookDue = Instant.MIN;
    private Instant createAt = Instant.MIN;
    private Instant cancelAt = Instant.MIN;
    private boolean leaves;
    private boolean closed;

    /** @param journal takes what the desk would write down */
    public PureMakerTrader(Strategy.PureMaker strategy, Market rules, Venue venue, Consumer<Entry> journal) {
        this.strategy = strategy;
        this.rules = rules;
        this.venue = venue;
        books = new BotBooks(rules, journal);
    }

    @Override
    public void start() {
        venue.start();
        venue.readBalances();
    }

    @Override
    public void on(VenueEvent event) {
        if (event instanceof VenueEvent.BookMoved moved) {
            book = moved.book().isHealthy() ? moved.book() : book;
        } else if (event instanceof VenueEvent.BalancesRead read) {
            held = read.balances();
        } else if (event instanceof VenueEvent.Filled filled) {
            filled(filled);
        } else if (event instanceof VenueEvent.OrderChanged changed) {
            changed(changed.order(), changed.at());
        } else if (event instanceof VenueEvent.PlaceAnswered answered) {
            answered.orders().forEach(this::on);
        } else if (event instanceof VenueEvent.PlaceRefused refused) {
            live.remove(refused.clientId());
        } else if (event instanceof VenueEvent.CancelRefused refused) {
            live.remove(refused.clientId());
        }
        closeBooks(event.at());
    }

    /** Once nothing rests: until then a fill may come. */
    private void closeBooks(Instant now) {
        if (hasLeft() && books.isOpen() && !closed) {
            closed = true;
            books.end(now, mid());
        }
    }

    private void filled(VenueEvent.Filled filled) {
        var order = live.get(filled.fill().clientId());
        books.filled(filled.fill(), order == null ? 0 : order.layer, mid(), filled.at());
        venue.readBalances();
    }

    private void changed(Order order, Instant now) {
        var mine = live.get(order.clientId());
        if (mine == null) {
            return;
        }
        mine.rests = !order.status().isOver();
        if (order.status().isOver()) {
            live.remove(order.clientId());
        }
        if (order.status() == OrderStatus.FILLED) {
            createAt = now.plus(strategy.delay());
            cancelAt = cancelAt.isBefore(createAt) ? cancelAt : createAt;
        }
    }

    private BigDecimal mid() {
        return rules.mid(book.bids().get(0).price(), book.asks().get(0).price());
    }

    @Override
    public void tick(Instant now) {
        if (held == null || leaves || !book.isHealthy()) {
            return;
        }
        if (!books.isOpen()) {
            books.open(held, mid(), now);
        }
        books.tick(now, mid(), rests(Side.BID), rests(Side.ASK));
        if (!now.isBefore(lookDue)) {
            lookDue = now.plus(LOOKS_EVERY);
            look(now, held);
        }
    }

    private boolean rests(Side side) {
        return live.values().stream().anyMatch(order -> order.side == side && order.rests);
    }

    private void look(Instant now, Balances balances) {
        if (!now.isBefore(cancelAt)) {
            cancelAll();
        }
        if (live.isEmpty() && !now.isBefore(createAt)) {
            createAt = now.plus(strategy.refresh());
            cancelAt = createAt;
            create(balances);
        }
    }

    private void cancelAll() {
        live.keySet().forEach(id -> venue.cancel(id, null));
    }

    private void create(Balances balances) {
        var parameters = strategy.parameters();
        var ladder = new PureLadder(parameters, rules, mid(), balances);
        var orders = new ArrayList<NewOrder>();
        for (int layer = 1; layer <= parameters.layers(); layer++) {
            for (var side : Side.values()) {
                var size = ladder.size(side, layer);
                if (size.compareTo(rules.smallest()) >= 0) {
                    var id = new ClientId(sequence++);
                    live.put(id, new Live(layer, side));
                    orders.add(NewOrder.maker(id, side, ladder.price(side, layer), size));
                }
            }
        }
        if (!orders.isEmpty()) {
            venue.place(orders);
        }
    }

    @Override
    public void leave(Instant now) {
        leaves = true;
        cancelAll();
        if (books.isOpen()) {
            books.tick(now, mid(), false, false);
        }
        closeBooks(now);
    }

    @Override
    public boolean hasLeft() {
        return leaves && live.isEmpty();
    }
}
