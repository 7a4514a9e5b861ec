package makerdeck.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fill;
import makerdeck.domain.Order;
import makerdeck.domain.OrderStatus;
import makerdeck.journal.Entry;
import makerdeck.snapshot.Severity;
import makerdeck.venue.OddOrder;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Compares what we believe with what the venue shows: open orders, balances, fills. The venue is the
 * truth, but one reading may be old, so nothing is believed gone after one.
 *
 * <p>Engine thread only.
 */
final class Reconciler {

    private static final Duration ORDERS_EVERY = Duration.ofSeconds(10);
    private static final Duration ORDERS_IN_DOUBT = Duration.ofSeconds(1);
    private static final Duration BALANCES_EVERY = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofMillis(2100);
    private static final Duration AFTER_FILL = Duration.ofSeconds(1);
    private static final Duration FILLS_EVERY = Duration.ofMinutes(5);
    private static final Duration FILLS_IN_DOUBT = Duration.ofSeconds(2);
    private static final Duration FILLS_OVERDUE = Duration.ofSeconds(30);
    private static final Duration STREAM_TAKES_AT_MOST = Duration.ofSeconds(1);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final Core core;
    private final OrderDesk desk;
    private final Bookings bookings;
    private final Gates gates;
    private final Timer orders = new Timer(ANSWER_LIMIT);
    private final Timer balances = new Timer(ANSWER_LIMIT);
    private final Timer fills = new Timer(ANSWER_LIMIT);

    private boolean fillsWanted;
    private Instant fillsAskedFrom = Instant.MAX;
    private @Nullable Instant fillsWantedSince;
    private String unreadFill = "";
    private Instant fillsReadAt = Instant.MIN;

    // On the venue's clock.
    private @Nullable Instant fillsKnownUntil;
    private boolean caughtUp;
    private Instant lookDue = Instant.MIN;
    private Instant balancesAgainAt = Instant.MAX;
    private @Nullable Instant comparedAt;
    private boolean leftovers;

    /** @param kept the books that go on, null when new ones will be opened */
    Reconciler(Core core, OrderDesk desk, Bookings bookings, Gates gates, Entry.@Nullable BooksKept kept) {
        this.core = core;
        this.desk = desk;
        this.bookings = bookings;
        this.gates = gates;
        fillsKnownUntil = kept == null ? null : kept.knownUntil();
        caughtUp = kept == null;
    }

    /** Everything may have changed unseen: read it all. */
    void readAll() {
        orders.dueNow();
        balances.dueNow();
        fillsWanted = true;
        fills.dueNow();
        lookDue = Instant.MIN;
        tick(core.now());
    }

    /** Whether what was executed while the desk was down is in the books. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    /** Every execution of the account before it, on the venue's clock, has been booked. */
    Instant fillsKnownUntil() {
        var latest = core.facts().venueTime(core.now());
        if (fillsKnownUntil == null) {
            return core.ledger().isOpen() ? core.ledger().openedAt() : latest;
        }
        // Our clock may have been wrong when it was written down.
        return fillsKnownUntil.isBefore(latest) ? fillsKnownUntil : latest;
    }

    /** When, on our clock, the fills were last asked for that have all been booked since. */
    Instant fillsReadAt() {
        return fillsReadAt;
    }

    /** Something happened that fills may explain. */
    void readFills() {
        fillsWanted = true;
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
        readFills(now);
    }

    private void readFills(Instant now) {
        if (now.isBefore(lookDue)) {
            return;
        }
        lookDue = now.plus(LOOKS_EVERY);
        var from = fillsKnownUntil();
        fillsWanted |= bookings.doubts().isOpen();
        for (var order : core.tracker().all()) {
            if (!order.isSettled() && Duration.between(order.since, now).compareTo(AFTER_FILL) > 0) {
                fillsWanted = true;
                var sentAt = core.facts().venueTime(order.sentAt);
                from = sentAt.isBefore(from) ? sentAt : from;
            }
        }
        fillsWantedSince = !fillsWanted ? null : fillsWantedSince == null ? now : fillsWantedSince;
        if (fills.isDue(now, fillsWanted ? FILLS_IN_DOUBT : FILLS_EVERY)) {
            fills.asked(now);
            from = from.isBefore(bookings.reach()) ? bookings.reach() : from.minus(MARGIN);
            fillsAskedFrom = from.truncatedTo(ChronoUnit.MILLIS);
            core.venue().readFills(fillsAskedFrom);
        }
    }

    void on(VenueEvent.FillsRead event) {
        for (var fill : event.fills()) {
            if (bookings.book(fill, null)) {
                suspect(fill);
            }
        }
        if (!event.odd().isEmpty()) {
            unreadFill = event.odd().get(0);
            fillsWanted = true;
        }
        if (fills.isOut() && !event.from().isAfter(fillsAskedFrom)) {
            caughtUp = true;
            fills.answered();
            fillsWantedSince = null;
            if (event.odd().isEmpty()) {
                unreadFill = "";
                fillsReadAt = fills.askedAt();
                fillsKnownUntil = knownUntil(event);
                bookings.forget(fillsKnownUntil);
                settle();
            }
        }
    }

    /** Why not all fills are known, empty when they are as far as anybody can tell. */
    String unreadFills(Instant now) {
        if (!unreadFill.isEmpty()) {
            return Words.say("engine.restraint.fills", unreadFill);
        }
        return fillsWantedSince != null
                        && Duration.between(fillsWantedSince, now).compareTo(FILLS_OVERDUE) > 0
                ? Words.say("engine.fill.unanswered", FILLS_OVERDUE.toSeconds())
                : "";
    }

    private void settle() {
        bookings.doubts().fillsRead(fillsReadAt);
        for (var order : core.tracker().fillsRead(fillsReadAt, core.now())) {
            var market = core.facts().market();
            core.diary()
                    .alert(
                            core.now(),
                            Severity.WARN,
                            Words.say(
                                    "engine.fill.never-came",
                                    order.tag(),
                                    market.text(order.filled),
                                    market.text(order.booked)));
        }
        fillsWanted = bookings.doubts().isOpen();
    }

    /** The venue's own word for how far it has told, so that no clock but one is in it; never back. */
    private Instant knownUntil(VenueEvent.FillsRead event) {
        var known = fillsKnownUntil();
        var latest = core.facts().venueTime(core.now());
        for (var fill : event.fills()) {
            var at = fill.at().isBefore(latest) ? fill.at() : latest;
            known = at.isAfter(known) ? at : known;
        }
        return known;
    }

    /** A fill that the account stream should have brought long ago: what else has it kept to itself? */
    private void suspect(Fill fill) {
        var now = core.now();
        var upSince = core.facts().upSince(Stream.PRIVATE);
        var filledAt = core.facts().ourTime(fill.at());
        var isLate = filledAt.plus(STREAM_TAKES_AT_MOST).isBefore(now);
        if (isLate && upSince.isBefore(filledAt)) {
            gates.distrust(now);
            core.venue().subscribeAfresh(Words.say("engine.fill.not-reported"));
            core.diary().alert(now, Severity.WARN, Words.say("engine.fill.missed"));
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
