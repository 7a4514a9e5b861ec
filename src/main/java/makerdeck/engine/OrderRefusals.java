package makerdeck.engine;

import java.time.Clock;
import makerdeck.domain.Side;
import makerdeck.snapshot.Severity;
import makerdeck.venue.Refusal;

/** What is done about orders that the venue did not take. Engine thread only. */
final class OrderRefusals {

    private final Clock clock;
    private final Diary diary;
    private final Lockout lockout;
    private final Reconciler reconciler;
    private final FarLayers far;
    private final Lending lending;
    private final SideGuards guards;

    OrderRefusals(
            Clock clock,
            Diary diary,
            Lockout lockout,
            Reconciler reconciler,
            FarLayers far,
            Lending lending,
            SideGuards guards) {
        this.clock = clock;
        this.diary = diary;
        this.lockout = lockout;
        this.reconciler = reconciler;
        this.far = far;
        this.lending = lending;
        this.guards = guards;
    }

    void refused(OwnOrder order, Refusal why, String message) {
        if (lockout.lockedOut(why, message)) {
            return;
        }
        if (why == Refusal.INSUFFICIENT_FUNDS) {
            reconciler.readBalances();
        }
        if (order.role() == Role.REBALANCE) {
            return;
        }
        var now = clock.instant();
        if (why == Refusal.PRICE_BAND && far.refused(order, message, now)) {
            return;
        }
        if (why == Refusal.LENT_OUT
                || (why == Refusal.INSUFFICIENT_FUNDS && order.terms().redeemsLent())) {
            lending.refused(order.side(), message, now);
            return;
        }
        for (var side : Side.values()) {
            if (isOfTheVenue(why) || side == order.side()) {
                guards.of(side).refused(why, message, now).ifPresent(line -> diary.alert(now, Severity.WARN, line));
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
