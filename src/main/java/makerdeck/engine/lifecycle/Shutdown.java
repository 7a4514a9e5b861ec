package makerdeck.engine.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import makerdeck.engine.execution.OrderGateway;
import makerdeck.engine.execution.Reconciliation;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.orders.RestingOrders;
import makerdeck.engine.orders.UnreadableOrders;
import makerdeck.message.Message;
import makerdeck.snapshot.OrderStage;
import makerdeck.venue.OddOrder;
import org.jspecify.annotations.Nullable;

/**
 * The orderly end: nothing new, every order of ours cancelled, and the venue asked until it shows
 * none. Ten seconds at most; then it says what may be left.
 *
 * <p>Engine thread only.
 */
public final class Shutdown {

    private static final Duration AT_MOST = Duration.ofSeconds(10);
    private static final Duration APART = Duration.ofSeconds(2);
    private static final Duration ASK_AGAIN = Duration.ofMillis(500);

    private final Clock clock;
    private final ClientIdAllocator ids;
    private final MarketData market;
    private final OrderTracker tracker;
    private final UnreadableOrders unreadable;
    private final OrderGateway gateway;
    private final Reconciliation reconciliation;
    private final boolean mayHaveLeft;

    private @Nullable Instant startedAt;
    private boolean keep;
    private boolean doubtful;
    private @Nullable Instant noneSince;
    private @Nullable Instant firstCleanAt;
    private Instant askedAt = Instant.MIN;
    private @Nullable Instant oddCancelledOf;
    private @Nullable ShutdownResult outcome;

    /** @param mayHaveLeft whether orders of an earlier life may still rest */
    public Shutdown(
            Clock clock,
            ClientIdAllocator ids,
            MarketData market,
            OrderTracker tracker,
            UnreadableOrders unreadable,
            OrderGateway gateway,
            Reconciliation reconciliation,
            boolean mayHaveLeft) {
        this.clock = clock;
        this.ids = ids;
        this.market = market;
        this.tracker = tracker;
        this.unreadable = unreadable;
        this.gateway = gateway;
        this.reconciliation = reconciliation;
        this.mayHaveLeft = mayHaveLeft;
    }

    /** Begins to stop; asking again changes nothing. {@code keepOrders}: leave them on the venue. */
    public void begin(boolean keepOrders) {
        if (startedAt != null) {
            return;
        }
        startedAt = clock.instant();
        keep = keepOrders;
        // What an earlier life had on its way is as doubtful as our own.
        doubtful = isInTheDark();
        gateway.close();
        step(clock.instant());
    }

    public boolean isStopping() {
        return startedAt != null;
    }

    public @Nullable ShutdownResult outcome() {
        return outcome;
    }

    public void step(Instant now) {
        if (startedAt == null || outcome != null) {
            return;
        }
        var live = tracker.live();
        if (keep) {
            keep(live, now);
            return;
        }
        gateway.cancelAll(order -> true);
        var odd = unreadable.perhapsOurs(ids, tracker);
        cancel(odd);
        doubtful |= !odd.isEmpty() || live.stream().anyMatch(order -> order.stage() == OrderStage.UNKNOWN);
        if (!live.isEmpty() || !odd.isEmpty()) {
            noneSince = null;
            firstCleanAt = null;
        } else if (noneSince == null) {
            noneSince = now;
        }
        if (noneSince != null && isVerified(now, noneSince)) {
            outcome = new ShutdownResult(true, market.isKnown(), List.of(), null);
        } else if (isOver(now)) {
            outcome = left();
        }
    }

    /** Once after each listing that shows them. */
    private void cancel(List<OddOrder> odd) {
        var compared = reconciliation.comparedAt();
        if (!odd.isEmpty() && compared != null && !compared.equals(oddCancelledOf)) {
            oddCancelledOf = compared;
            odd.forEach(gateway::cancel);
        }
    }

    /** Whether orders of an earlier life may rest that the venue has not told of yet. */
    public boolean isInTheDark() {
        return mayHaveLeft && reconciliation.comparedAt() == null;
    }

    private void keep(List<ManagedOrder> live, Instant now) {
        var inFlight = live.stream().anyMatch(order -> order.stage() == OrderStage.SENT);
        if (!inFlight || isOver(now)) {
            var resting = RestingOrders.of(ids, market, tracker, unreadable);
            outcome = new ShutdownResult(true, false, resting.lines(), live.isEmpty() ? null : resting.advice());
        }
    }

    /** One listing without our orders; two, apart, when one of them was in doubt. */
    private boolean isVerified(Instant now, Instant since) {
        if (!market.isKnown()) {
            // Never connected: nothing was ever sent, in this life.
            return !mayHaveLeft && tracker.all().isEmpty();
        }
        var compared = reconciliation.comparedAt();
        if (compared == null || compared.isBefore(since)) {
            ask(now);
            return false;
        }
        if (firstCleanAt == null) {
            firstCleanAt = compared;
        }
        if (!doubtful || Duration.between(firstCleanAt, compared).compareTo(APART) >= 0) {
            return true;
        }
        ask(now);
        return false;
    }

    private void ask(Instant now) {
        if (askedAt.equals(Instant.MIN) || Duration.between(askedAt, now).compareTo(ASK_AGAIN) >= 0) {
            askedAt = now;
            reconciliation.readOrders();
            reconciliation.tick(now);
        }
    }

    private boolean isOver(Instant now) {
        return startedAt != null && Duration.between(startedAt, now).compareTo(AT_MOST) >= 0;
    }

    private ShutdownResult left() {
        var resting = RestingOrders.of(ids, market, tracker, unreadable);
        var unknown = Message.of(isInTheDark() ? "engine.resting.earlier" : "engine.resting.unconfirmed");
        return new ShutdownResult(
                false, false, resting.lines().isEmpty() ? List.of(unknown) : resting.lines(), resting.advice());
    }
}
