package makerdeck.engine.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.engine.books.BalanceDifference;
import makerdeck.engine.books.InterestBooking;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.execution.Reconciliation;
import makerdeck.engine.market.AccountReading;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.message.Message;
import makerdeck.snapshot.OrderStage;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/**
 * Compares the books with the venue's balances. What differs in the same way in several readings on end is a deposit, a
 * withdrawal or a trade we were never told of, and is booked as a transfer: any reading or frame that says otherwise,
 * and any gap, begins the proof anew, and what is more than a small part of the account takes a longer one. What cannot
 * be, seeing what rests, is read again, and the desk waits.
 *
 * <p>Engine thread only.
 */
public final class BalanceReconciliation {

    /** At least three readings, as far apart as they are asked for. */
    private static final Duration PROVED_AFTER = Duration.ofSeconds(4);

    /** For an asset that is gone, and for what few deposits or withdrawals come to. */
    private static final Duration LARGE_PROVED_AFTER = Duration.ofSeconds(30);

    private final Clock clock;
    private final MarketData market;
    private final AccountReading account;
    private final OrderTracker tracker;
    private final Ledger ledger;
    private final BalancePlausibility plausibility;
    private final Reconciliation reconciliation;
    private final InterestBooking interest;
    private final BalanceDoubts doubts;
    private final BalanceBooking booking;
    private @Nullable BalanceDifference suspicion;

    public BalanceReconciliation(
            Clock clock,
            MarketData market,
            AccountReading account,
            OrderTracker tracker,
            Ledger ledger,
            BalancePlausibility plausibility,
            Reconciliation reconciliation,
            InterestBooking interest,
            BalanceDoubts doubts,
            BalanceBooking booking) {
        this.clock = clock;
        this.market = market;
        this.account = account;
        this.tracker = tracker;
        this.ledger = ledger;
        this.plausibility = plausibility;
        this.reconciliation = reconciliation;
        this.interest = interest;
        this.doubts = doubts;
        this.booking = booking;
    }

    /** Takes a complete reading; true when it should be repeated soon. */
    public boolean read(VenueEvent.BalancesRead event) {
        var impossible = plausibility.impossible(event);
        if (impossible.isPresent()) {
            suspicion = null;
            compared(false, event.asked());
            doubts.add(impossible.get());
            return true;
        }
        account.balances(event.balances(), event.at());
        var mid = market.mid();
        if (mid.isEmpty() || (!ledger.isOpen() && !booking.canOpen())) {
            return true;
        }
        if (!ledger.isOpen()) {
            booking.open(event.balances(), mid.get(), event.asked());
            return false;
        }
        var difference = BalanceDifference.of(event.balances(), ledger, event.asked());
        var before = suspicion;
        suspicion = null;
        var unread = compared(difference.isNone(), event.asked());
        if (difference.isNone()) {
            doubts.clear();
            return unread;
        }
        var vanished = plausibility.vanished(event.balances());
        if (vanished.isPresent()) {
            doubts.add(vanished.get());
            if (!tracker.live().isEmpty()) {
                return true;
            }
            before = before != null && isUndisturbed(before, event.asked()) ? before : null;
        }
        var large = vanished.isPresent() || difference.isLarge(ledger);
        if (large && vanished.isEmpty() && difference.isLoss()) {
            doubtLarge(difference);
        }
        var proof = before != null && difference.isSame(before) && before.isUnbroken(event.asked())
                ? before.andAt(event.asked())
                : difference;
        suspicion = proof;
        if (isInDoubt(proof)) {
            reconciliation.fills().read();
            interest.want();
            return true;
        }
        if (proof.length().compareTo(large ? LARGE_PROVED_AFTER : PROVED_AFTER) < 0) {
            return true;
        }
        suspicion = null;
        doubts.clear();
        booking.transfer(difference);
        return false;
    }

    /** What of the fill history cannot be read is explained when balances agree without it. True: ask soon again. */
    private boolean compared(boolean agree, Instant asked) {
        return reconciliation.fills().unread().compared(agree, asked, clock.instant());
    }

    /** What the account may not have any more is not quoted meanwhile; with more than it has booked it may go on. */
    private void doubtLarge(BalanceDifference difference) {
        var rules = market.rules();
        doubts.add(Message.of(
                "engine.balance.large",
                difference.base().toPlainString(),
                rules.base(),
                difference.quote().toPlainString(),
                rules.quote(),
                LARGE_PROVED_AFTER.toSeconds()));
    }

    /** Nothing that was sent meanwhile could have spoken against it, and the listing has been seen. */
    private boolean isUndisturbed(BalanceDifference before, Instant asked) {
        var listed = reconciliation.comparedAt();
        return tracker.all().stream().noneMatch(order -> order.sentAt().isAfter(before.asked()))
                && listed != null
                && Duration.between(listed, asked).compareTo(BalanceDifference.UNBROKEN) <= 0;
    }

    /** Fills may not all be known: they have not been read since, or an order speaks of more. */
    private boolean isInDoubt(BalanceDifference before) {
        return reconciliation.fills().isInDoubt(before.asked())
                || interest.isInDoubt(before.base(), before.quote(), clock.instant())
                || tracker.all().stream().anyMatch(order -> order.stage() == OrderStage.UNKNOWN || !order.isSettled());
    }

    /** Takes one asset's frame; whether it differs from the books is for a complete reading to say. */
    public void moved(VenueEvent.BalanceMoved event) {
        var known = account.balances();
        if (known.isEmpty() || !market.isKnown()) {
            return;
        }
        contradict(event);
        var rules = market.rules();
        var base = known.get().base();
        var quote = known.get().quote();
        if (event.asset().equals(rules.base())) {
            base = new Balance(event.balance().available(), event.balance().locked(), base.lent());
        } else if (event.asset().equals(rules.quote())) {
            quote = new Balance(event.balance().available(), event.balance().locked(), quote.lent());
        }
        account.balancesMoved(new Balances(base, quote));
    }

    /** A frame that shows anything but what the readings agree on speaks against them. What is lent is in no frame. */
    private void contradict(VenueEvent.BalanceMoved event) {
        var suspected = suspicion;
        var known = account.balances();
        if (suspected == null || known.isEmpty()) {
            return;
        }
        var rules = market.rules();
        var inBase = event.asset().equals(rules.base());
        if (!inBase && !event.asset().equals(rules.quote())) {
            return;
        }
        var read = inBase ? known.get().base() : known.get().quote();
        var booked = inBase ? ledger.base() : ledger.quote();
        var expected = booked.add(inBase ? suspected.base() : suspected.quote());
        var shown = event.balance().available().add(event.balance().locked());
        if (read.lent().signum() == 0 && shown.compareTo(expected) != 0) {
            suspicion = null;
            reconciliation.readBalancesSoon();
        }
    }
}
