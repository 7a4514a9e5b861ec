package makerdeck.engine.books;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import makerdeck.domain.Fill;
import makerdeck.domain.Order;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.ForeignOrders;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/**
 * Fills of orders that this life of the desk does not know: an earlier life's, long forgotten ones, somebody else's on
 * the account. Each waits until its order is known, from the listing or looked up, and is booked when the order has
 * executed that much in all. What the venue's own word for the order does not cover in two readings stays out of the
 * books; what belongs to an order that the venue does not know either is booked and said to be unchecked.
 *
 * <p>Engine thread only.
 */
public final class UnmatchedFills {

    /** A history may lag by seconds. */
    private static final Duration APART = Duration.ofSeconds(4);

    private static final Duration ASKS_EVERY = Duration.ofSeconds(2);

    /** An order is looked up in less, as a rule. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private static final int ONE_BY_ONE = 5;

    /** More than that is not kept but read again. */
    private static final int MOST = 1000;

    private record Key(String orderId, long tradeId) {
        static Key of(Fill fill) {
            return new Key(fill.orderId(), fill.tradeId());
        }
    }

    private static final class Held {
        private final Fill fill;
        private final Instant since;
        private boolean asked;
        private boolean notAmongNewest;
        private boolean told;
        private @Nullable Instant firstWithout;

        private Held(Fill fill, Instant since) {
            this.fill = fill;
            this.since = since;
        }

        private boolean isSince(Duration length, Instant now) {
            return Duration.between(since, now).compareTo(length) >= 0;
        }

        /** A reading has not settled it; true when it was the second of two far enough apart. */
        private boolean isWithoutAgain(Instant asked) {
            if (firstWithout == null) {
                firstWithout = asked;
                return false;
            }
            return Duration.between(firstWithout, asked).compareTo(APART) >= 0;
        }
    }

    private final Venue venue;
    private final MarketData market;
    private final ForeignOrders foreign;
    private final EventLog log;
    private final BookedFills booked;
    private final Map<Key, Held> held = new LinkedHashMap<>();
    private Instant askDue = Instant.MIN;

    public UnmatchedFills(Venue venue, MarketData market, ForeignOrders foreign, EventLog log, BookedFills booked) {
        this.venue = venue;
        this.market = market;
        this.foreign = foreign;
        this.log = log;
        this.booked = booked;
    }

    /**
     * Whether a fill must not be booked now.
     *
     * @param cumulative what the order has executed in all by the fill's own channel, null when it does not say
     */
    boolean holds(Fill fill, @Nullable BigDecimal cumulative, Instant now) {
        var resting = foreign.find(fill.orderId());
        if (resting.isPresent() && covers(resting.get(), cumulative, fill)) {
            held.remove(Key.of(fill));
            return false;
        }
        if (held.size() < MOST) {
            held.computeIfAbsent(Key.of(fill), key -> new Held(fill, now));
        }
        return true;
    }

    private boolean covers(Order order, @Nullable BigDecimal cumulative, Fill fill) {
        var rules = market.rules();
        var told = cumulative == null ? order.filled() : rules.observed(cumulative);
        var after = rules.observed(booked.sums().of(order.id()).add(fill.quantity()));
        return !FillDoubts.breaksTerms(rules, order.side(), order.price(), fill)
                && after.compareTo(told) <= 0
                && told.compareTo(order.quantity()) <= 0;
    }

    /** Its order is known meanwhile, and the fill is judged by that. */
    void met(Fill fill) {
        held.remove(Key.of(fill));
    }

    boolean isOpen() {
        return !held.isEmpty();
    }

    /** When the oldest that waits happened, on the venue's clock; empty when none does. */
    Optional<Instant> oldest() {
        return held.values().stream().map(waits -> waits.fill.at()).min(Instant::compareTo);
    }

    /** Why the desk holds back, empty when it need not. */
    Optional<Message> reason(Instant now) {
        for (var waits : held.values()) {
            if (waits.isSince(QUIET, now)) {
                return Optional.of(line(waits.fill));
            }
        }
        return Optional.empty();
    }

    private Message line(Fill fill) {
        return Message.of("engine.fill.unmatched", Texts.fill(fill, market.rules()), fill.orderId());
    }

    /** Looks up their orders, all at once first; one by one what is not among the newest. */
    void tick(Instant now) {
        var again = !now.isBefore(askDue);
        var together = new LinkedHashSet<String>();
        var alone = new LinkedHashSet<String>();
        for (var waits : held.values()) {
            if (again || !waits.asked) {
                waits.asked = true;
                (waits.notAmongNewest ? alone : together).add(waits.fill.orderId());
            }
            if (!waits.told && waits.isSince(QUIET, now)) {
                waits.told = true;
                log.alertAbout(
                        now,
                        Severity.WARN,
                        Message.of("engine.fill.unmatched-waits", Texts.fill(waits.fill, market.rules())),
                        order(waits.fill.orderId()),
                        waits.fill.orderId());
            }
        }
        if (again && isOpen()) {
            askDue = now.plus(ASKS_EVERY);
        }
        if (!together.isEmpty()) {
            venue.lookUpOrders(together);
        }
        alone.stream().limit(ONE_BY_ONE).forEach(id -> venue.lookUpOrders(Set.of(id)));
    }

    /** {@code book}: takes the fills that are true. */
    void on(VenueEvent.OrdersLookedUp event, Instant now, Consumer<Fill> book) {
        var found = event.orders().stream().collect(Collectors.toMap(Order::id, order -> order, (one, same) -> one));
        for (var waits : new ArrayList<>(held.values())) {
            var id = waits.fill.orderId();
            if (!event.orderIds().contains(id) || event.asked().isBefore(waits.since)) {
                continue;
            }
            var order = found.get(id);
            if (order != null) {
                judge(waits, order, event.asked(), now, book);
            } else if (event.orderIds().size() > 1) {
                waits.notAmongNewest = true;
            } else if (waits.isWithoutAgain(event.asked())) {
                held.remove(Key.of(waits.fill));
                log.alertAbout(
                        now,
                        Severity.WARN,
                        Message.of("engine.fill.unchecked", Texts.fill(waits.fill, market.rules())),
                        order(id),
                        id);
                book.accept(waits.fill);
            }
        }
    }

    private void judge(Held waits, Order order, Instant asked, Instant now, Consumer<Fill> book) {
        var fill = waits.fill;
        if (covers(order, null, fill)) {
            held.remove(Key.of(fill));
            book.accept(fill);
        } else if (waits.isWithoutAgain(asked)) {
            held.remove(Key.of(fill));
            booked.keys().add(fill);
            var rules = market.rules();
            log.alertAbout(
                    now,
                    Severity.WARN,
                    Message.of(
                            "engine.fill.unmatched-left-out",
                            Texts.fill(fill, rules),
                            rules.text(order.filled()),
                            booked.sums().of(order.id()).toPlainString()),
                    order(order.id()),
                    order.id());
        }
    }

    private static Message order(String id) {
        return Message.of("engine.alert.order", id);
    }
}
