package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import makerdeck.domain.Side;
import makerdeck.message.Denial;
import makerdeck.message.Keys;
import makerdeck.simulator.model.OrderView;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.OrderRow;
import org.jspecify.annotations.Nullable;

/**
 * What must hold whatever goes wrong, judged by the exchange's own books: I4 to I8 of the design all
 * the time, I1 to I3 once all is well again.
 */
public final class Invariants {

    /** What no frame tells, as interest, is seen when balances are read next. */
    private static final Duration BALANCES_READ_IN = Duration.ofSeconds(40);

    private static final Duration SETTLES_IN = Duration.ofSeconds(10);
    private static final Duration STALE = Duration.ofSeconds(3);
    private static final Duration PULLED_IN = Duration.ofMillis(5500);
    private static final int MOST_REQUESTS = 2000;
    /** In % of the account: prices move between an order and a look at it. */
    private static final BigDecimal DRIFT = new BigDecimal("1");

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private final Supplier<DeskSnapshot> desk;
    private final Supplier<List<DeskEvent>> events;
    private final Clock clock;
    private final VenueBooks venue;
    private final Set<String> violations = new LinkedHashSet<>();
    private @Nullable BigDecimal opening;
    private @Nullable Instant staleSince;
    private int sentWhenClosed = -1;

    /** What the simulated streams add to a trade id when they tell an execution again. */
    private static final long SECOND_NUMBERS = 1_000_000_000_000L;

    /**
     * Whether an execution may be in the books under its second number. It is when that was the only
     * telling that could be true: then it counts as the execution, still only once.
     */
    public boolean takesSecondNumbers;

    /** Value of deposits and withdrawals at the time, which are no profit. */
    BigDecimal transfers = BigDecimal.ZERO;

    Invariants(Supplier<DeskSnapshot> desk, Supplier<List<DeskEvent>> events, Clock clock, VenueBooks venue) {
        this.desk = desk;
        this.events = events;
        this.clock = clock;
        this.venue = venue;
    }

    /** The engine begins a new life with new books. */
    void newLife() {
        opening = null;
        sentWhenClosed = -1;
    }

    /** The operator may have opened what was closed. */
    void commanded() {
        sentWhenClosed = -1;
    }

    /** After every input, for nothing to happen before the books are seen to open. */
    void watchOpening() {
        var shown = desk.get();
        var held = shown.inventory();
        if (opening == null && held != null) {
            opening = held.total().subtract(shown.totals().pnl());
        }
    }

    /** Many times a second. */
    void watch() {
        var shown = desk.get();
        pulledWhenStale(shown);
        withinBand(shown);
        silentWhenClosed(shown);
        withinRequestLimit();
        everySideHasAReason(shown);
    }

    /** I4. */
    private void pulledWhenStale(DeskSnapshot shown) {
        var now = clock.instant();
        var at = shown.bookAt();
        var stale = at == null || Duration.between(at, now).compareTo(STALE) > 0 || shown.state() == DeskState.DOWN;
        staleSince = stale ? (staleSince == null ? now : staleSince) : null;
        if (staleSince != null
                && Duration.between(staleSince, now).compareTo(PULLED_IN) > 0
                && !own().isEmpty()
                && !Keys.says(shown.reason(), "engine.exposed")
                && !Keys.says(shown.reason(), "engine.exposed-because")) {
            violate("I4 " + own().size() + " orders rest on stale data, screen says " + shown.reason());
        }
    }

    /** I5. */
    private void withinBand(DeskSnapshot shown) {
        var held = shown.inventory();
        if (held == null || shown.book().bids().isEmpty() || shown.book().asks().isEmpty()) {
            return;
        }
        for (var side : Side.values()) {
            var orders = own().stream()
                    .filter(order -> order.side() == side)
                    .map(this::value)
                    .toList();
            if (orders.isEmpty()) {
                continue;
            }
            var all = orders.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            var greatest = orders.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
            var edge = side == Side.BID ? held.hardHigh() : held.hardLow();
            var ratio = held.ratio().multiply(held.total()).divide(HUNDRED);
            var room =
                    edge.multiply(held.total()).divide(HUNDRED).subtract(ratio).abs();
            var slack = DRIFT.multiply(held.total()).divide(HUNDRED);
            if (all.subtract(greatest).subtract(slack).compareTo(room) > 0) {
                violate("I5 live " + side + " worth " + all + ", room to the hard band " + room);
            }
        }
    }

    private BigDecimal value(OrderView order) {
        var rules = venue.rules();
        var left = Objects.requireNonNull(order.quantity()).minus(order.executed());
        return rules.notional(Objects.requireNonNull(order.price()), left);
    }

    /** I6. */
    private void silentWhenClosed(DeskSnapshot shown) {
        var closed =
                switch (shown.state()) {
                    case HALTED, STOPPING, STOPPED, FINISHED -> true;
                    case STARTING, QUOTING, UNQUOTED, PAUSED, REDUCE, REBALANCING, DOWN -> false;
                };
        int sent = venue.batches();
        if (closed && sentWhenClosed >= 0 && sent > sentWhenClosed) {
            violate("I6 sent while " + shown.state());
        }
        sentWhenClosed = closed ? sent : -1;
    }

    /** I7. */
    private void withinRequestLimit() {
        if (venue.requestsLastMinute() > MOST_REQUESTS) {
            violate("I7 more than " + MOST_REQUESTS + " requests in a minute");
        }
    }

    /** I8. */
    private void everySideHasAReason(DeskSnapshot shown) {
        for (var side : Side.values()) {
            var quoted = shown.orders().stream().anyMatch(order -> order.side() == side);
            var reason = side == Side.BID
                    ? shown.quoting().bidReason()
                    : shown.quoting().askReason();
            if (!quoted && reason == null) {
                violate("I8 no " + side + " and no reason while " + shown.state());
            }
            if (reason != null && Denial.of(reason) == Denial.OTHER) {
                violate("I8 no code for " + reason);
            }
        }
    }

    /** What was seen broken so far. */
    Set<String> violations() {
        return Set.copyOf(violations);
    }

    /** Everything is well again: from then on ten seconds, and the desk's books are the exchange's. */
    void assertHeld(Runnable wait) {
        var end = clock.instant().plus(SETTLES_IN);
        while (!isSettled() && clock.instant().isBefore(end)) {
            wait.run();
        }
        var balancesRead = end.plus(BALANCES_READ_IN);
        while (!holdsWhatTheVenueSays() && clock.instant().isBefore(balancesRead)) {
            wait.run();
        }
        settled();
        assertEquals(Set.of(), violations);
    }

    private boolean isSettled() {
        return shown().equals(open()) && booked().equals(filled());
    }

    private void settled() {
        if (!shown().equals(open())) {
            violate("I1 the desk shows " + shown() + ", the venue " + open());
        }
        if (!booked().equals(filled())) {
            violate("I2 booked " + booked() + ", filled " + filled());
        }
        if (opening != null) {
            identity(opening);
        }
    }

    /** I3. */
    private void identity(BigDecimal from) {
        var shown = desk.get();
        var holdings = Objects.requireNonNull(shown.inventory()).balances();
        var held = venue.balances();
        if (!holdsWhatTheVenueSays()) {
            violate("I3 the desk holds " + holdings + ", the venue " + held);
        }
        if (shown.book().isHealthy()) {
            var mid = venue.rules()
                    .mid(
                            shown.book().bids().get(0).price(),
                            shown.book().asks().get(0).price());
            var equity = held.base().total().multiply(mid).add(held.quote().total());
            var pnl = equity.subtract(from).subtract(transfers).subtract(converted());
            if (pnl.compareTo(shown.totals().pnl()) != 0) {
                violate("I3 the venue's ledger says " + pnl + ", the desk "
                        + shown.totals().pnl());
            }
        }
    }

    /** What the venue has taken in third assets, but for what the desk says that its profit is without. */
    private BigDecimal converted() {
        var rules = venue.rules();
        var waiting = desk.get().totals().feesApart();
        var taken = new TreeMap<String, BigDecimal>();
        for (var fill : venue.fills()) {
            if (!fill.feeAsset().equals(rules.base()) && !fill.feeAsset().equals(rules.quote())) {
                taken.merge(fill.feeAsset(), fill.fee(), BigDecimal::add);
            }
        }
        var converted = BigDecimal.ZERO;
        for (var fees : taken.entrySet()) {
            var amount = fees.getValue().subtract(waiting.getOrDefault(fees.getKey(), BigDecimal.ZERO));
            converted = converted.add(amount.multiply(venue.price(fees.getKey())));
        }
        return converted;
    }

    private boolean holdsWhatTheVenueSays() {
        var inventory = desk.get().inventory();
        var held = venue.balances();
        return inventory == null
                || (inventory.balances().base().total().compareTo(held.base().total()) == 0
                        && inventory
                                        .balances()
                                        .quote()
                                        .total()
                                        .compareTo(held.quote().total())
                                == 0);
    }

    private List<Long> shown() {
        return desk.get().orders().stream()
                .filter(row -> !row.tag().equals("X"))
                .map(OrderRow::clientId)
                .sorted()
                .toList();
    }

    private List<Long> open() {
        return own().stream()
                .map(order -> Objects.requireNonNull(order.clientId()).value())
                .sorted()
                .toList();
    }

    private List<String> booked() {
        return events.get().stream()
                .map(DeskEvent::news)
                .filter(DeskNews.FillBooked.class::isInstance)
                .map(news -> ((DeskNews.FillBooked) news).fill())
                .map(fill -> fill.orderId() + "/" + number(fill.tradeId()))
                .sorted()
                .toList();
    }

    private long number(long tradeId) {
        return takesSecondNumbers ? tradeId % SECOND_NUMBERS : tradeId;
    }

    private List<String> filled() {
        return venue.fills().stream()
                .filter(fill -> Bench.isOwn(fill.clientId()))
                .map(fill -> fill.orderId() + "/" + fill.tradeId())
                .sorted()
                .toList();
    }

    /** What rests for this desk, the account's other orders not among them. */
    private List<OrderView> own() {
        return venue.open().stream()
                .filter(order -> Bench.isOwn(order.clientId()))
                .toList();
    }

    private void violate(String what) {
        violations.add(what);
    }
}
