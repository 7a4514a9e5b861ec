package makerdeck.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import makerdeck.domain.ClientId;
import makerdeck.domain.Order;
import makerdeck.domain.OrderStatus;
import makerdeck.journal.Entry;
import makerdeck.snapshot.Severity;
import makerdeck.venue.OddOrder;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Compares what we believe with what the venue shows: open orders and balances; of fills {@link FillSync}. The venue is the
 * truth, but one reading may be old, so nothing is believed gone after one.
 *
 * <p>Engine thread only.
 */
final class Reconciler {

    private static final Duration ORDERS_EVERY = Duration.ofSeconds(10);
    private static final Duration ORDERS_IN_DOUBT = Duration.ofSeconds(1);
    private static final Duration BALANCES_EVERY = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofMillis(2100);
    static final Duration AFTER_FILL = Duration.ofSeconds(1);
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final Core core;
    private final OrderDesk desk;
    private final Bookings bookings;
    private final Gates gates;
    private final Timer orders = new Timer(ANSWER_LIMIT);
    private final Timer balances = new Timer(ANSWER_LIMIT);
    private final FillSync fills;

    private Instant balancesAgainAt = Instant.MAX;
    private @Nullable Instant comparedAt;
    private boolean leftovers;

    /** @param kept the books that go on, null when new ones will be opened */
    Reconciler(Core core, OrderDesk desk, Bookings bookings, Gates gates, Entry.@Nullable BooksKept kept) {
        this.core = core;
        this.desk = desk;
        this.bookings = bookings;
        this.gates = gates;
        fills = new FillSync(core, bookings, gates, kept);
    }

    /** Everything may have changed unseen: read it all. */
    void readAll() {
        orders.dueNow();
        balances.dueNow();
        fills.readNow();
        tick(core.now());
    }

    /** What is known of the account's executions. */
    FillSync fills() {
        return fills;
    }

    void readOrders() {
        orders.dueNow();
    }

    void readBalances() {
        balances.dueNow();
    }

    /** In two seconds, to see whether a difference is still there. */
    void readBalancesSoon() {
        balancesAgainAt = core.now().plus(AGAIN);
    }

    void tick(Instant now) {
        if (!core.facts().hasMarket()) {
            return;
        }
        var inDoubt = leftovers
                || core.riddles().isOpen(now)
                || core.tracker().live().stream().anyMatch(order -> order.missedAt != null);
        if (orders.isDue(now, inDoubt ? ORDERS_IN_DOUBT : ORDERS_EVERY)) {
            orders.asked(now);
            core.venue().readOpenOrders();
        }
        var filledLately = bookings.lastAt().isAfter(balances.askedAt());
        var calm = now.isAfter(bookings.lastAt().plus(AFTER_FILL));
        if (!now.isBefore(balancesAgainAt)) {
            balancesAgainAt = Instant.MAX;
            balances.dueNow();
        }
        if (balances.isDue(now, filledLately && calm ? AFTER_FILL : BALANCES_EVERY)) {
            balances.asked(now);
            core.venue().readBalances();
        }
        fills.tick(now);
    }

    void on(VenueEvent.FillsRead event) {
        if (fills.on(event)) {
            orders.dueNow();
        }
    }

    /** A listing of all open orders, own and other. */
    void on(VenueEvent.OpenOrdersRead event) {
        var now = core.now();
        var shown = new HashSet<ClientId>();
        var strangers = new ArrayList<Order>();
        leftovers = false;
        for (var order : event.orders()) {
            var id = order.clientId();
            if (id != null && core.ids().isOurs(id)) {
                shown.add(id);
                listed(order, id, event.asked(), now);
            } else if (order.status() != OrderStatus.DORMANT) {
                strangers.add(order);
            }
        }
        riddles(event, now);
        for (var stranger : core.externals().listed(strangers, event.asked(), now)) {
            tellExternal(stranger, now);
        }
        if (event.odd().stream().noneMatch(OddOrder::isAnybodys)) {
            missing(shown, event.asked(), now);
        }
        orders.answered();
        comparedAt = event.asked();
        gates.compared(event.asked());
        desk.sweep();
    }

    private void listed(Order seen, ClientId id, Instant asked, Instant now) {
        var known = core.tracker().find(id);
        if (known.isPresent()) {
            core.tracker().seen(known.get(), seen, asked, now, "");
        } else {
            core.tracker().adopt(seen, id, bookings.booked(seen), core.facts().market(), now);
            core.diary().alert(now, Severity.WARN, Words.say("engine.leftover"));
            leftovers = true;
        }
    }

    /** Rows not understood in whole rest all the same; what of them carries our mark and is not known has to go. */
    private void riddles(VenueEvent.OpenOrdersRead event, Instant now) {
        for (var news : core.riddles().listed(event.odd(), event.asked(), now)) {
            core.diary().alert(now, Severity.WARN, Words.say("engine.riddle.alert", news.trouble()));
        }
        for (var odd : core.riddles().perhapsOurs(core.ids(), core.tracker())) {
            if (!odd.isAnybodys()) {
                desk.cancel(odd);
            }
        }
    }

    /** An order of ours or of somebody else's is in a state nobody knows: whatever rests is asked for at once. */
    void riddle(Order order, String what) {
        var now = core.now();
        if (core.riddles().heard(order.side(), what, now)) {
            core.diary().alert(now, Severity.WARN, Words.say("engine.riddle.alert", what));
        }
        orders.dueNow();
    }

    /** An order that was open before the question and is not in the answer: asked again, then doubted. */
    private void missing(Set<ClientId> shown, Instant asked, Instant now) {
        for (var order : core.tracker().live()) {
            var open = order.state == OrderState.OPEN || order.state == OrderState.PENDING_CANCEL;
            if (core.riddles().listed().stream().anyMatch(odd -> Riddles.isSame(odd, order))) {
                order.missedAt = null;
                continue;
            }
            if (!open || shown.contains(order.clientId()) || !order.since.isBefore(asked)) {
                continue;
            }
            if (order.missedAt == null) {
                order.missedAt = now;
            } else if (order.missedAt.isBefore(asked)) {
                core.tracker().missing(order, now);
            }
        }
    }

    /** An order that is not this desk's: shown and counted, left alone. */
    void external(Order order) {
        var now = core.now();
        if (core.externals().changed(order, now)) {
            tellExternal(order, now);
        }
    }

    private void tellExternal(Order order, Instant now) {
        var market = core.facts().market();
        core.diary()
                .info(
                        now,
                        Words.say(
                                "engine.external",
                                Texts.order(order.side(), order.remaining(), order.price(), market)));
    }

    void balancesAnswered() {
        balances.answered();
    }

    /** When the venue was last asked for the listing that was compared last, null before the first. */
    @Nullable
    Instant comparedAt() {
        return comparedAt;
    }
}
