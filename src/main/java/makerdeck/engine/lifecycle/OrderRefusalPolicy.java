package makerdeck.engine.lifecycle;

import java.time.Clock;
import makerdeck.domain.Side;
import makerdeck.engine.execution.Reconciliation;
import makerdeck.engine.execution.RefusedLayers;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.risk.LendingLimits;
import makerdeck.engine.risk.SideStates;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;
import makerdeck.venue.Refusal;

/** What is done about orders that the venue did not take. Engine thread only. */
public final class OrderRefusalPolicy {

    private final Clock clock;
    private final EventLog log;
    private final VenueLockout lockout;
    private final Reconciliation reconciliation;
    private final RefusedLayers refused;
    private final LendingLimits lending;
    private final SideStates sideStates;

    public OrderRefusalPolicy(
            Clock clock,
            EventLog log,
            VenueLockout lockout,
            Reconciliation reconciliation,
            RefusedLayers refused,
            LendingLimits lending,
            SideStates sideStates) {
        this.clock = clock;
        this.log = log;
        this.lockout = lockout;
        this.reconciliation = reconciliation;
        this.refused = refused;
        this.lending = lending;
        this.sideStates = sideStates;
    }

    public void refused(ManagedOrder order, Refusal why, Message message) {
        if (lockout.lockedOut(why, message)) {
            return;
        }
        if (why == Refusal.INSUFFICIENT_FUNDS) {
            reconciliation.readBalances();
        }
        if (order.purpose() == OrderPurpose.REBALANCE) {
            return;
        }
        var now = clock.instant();
        if (why == Refusal.PRICE_BAND && refused.refused(order, Texts.refusal(why, message), now)) {
            return;
        }
        if (why == Refusal.LENT_OUT
                || (why == Refusal.INSUFFICIENT_FUNDS && order.terms().redeemsLent())) {
            lending.refused(order.side(), message, now);
            return;
        }
        for (var side : Side.values()) {
            if (isOfTheVenue(why) || side == order.side()) {
                sideStates
                        .of(side)
                        .refused(why, message, now)
                        .ifPresent(line -> log.alert(now, Severity.WARN, line, why));
            }
        }
    }

    /** It says nothing about the order: the other side would not fare better. */
    static boolean isOfTheVenue(Refusal why) {
        return switch (why) {
            case LATE, KEY_IN_DOUBT, RATE_LIMIT, BANNED, VENUE_CLOSED, NOT_THE_VENUE, NOT_SENT -> true;
            case POST_ONLY_WOULD_TAKE, INSUFFICIENT_FUNDS, LENT_OUT, PRICE_BAND, INVALID_ORDER, AUTHENTICATION, OTHER ->
                false;
        };
    }
}
