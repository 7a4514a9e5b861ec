package makerdeck.engine.lifecycle;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.engine.books.InterestBooking;
import makerdeck.engine.books.JournalWriter;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.execution.Reconciliation;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.market.AccountReading;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.risk.TradingGates;
import makerdeck.snapshot.OrderStage;
import makerdeck.snapshot.Severity;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;
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

    /** Such a part of what the books hold. */
    private static final BigDecimal LARGE = new BigDecimal("0.25");

    /** Two readings further apart than this leave room for one that failed or would have said otherwise. */
    private static final Duration UNBROKEN = Duration.ofSeconds(6);

    private static final int TELLS_AT = 2;

    /** What two or more readings agree on: asked when first, and when last. */
    private record Difference(BigDecimal base, BigDecimal quote, Instant asked, Instant last) {

        private Duration length() {
            return Duration.between(asked, last);
        }

        private Difference andAt(Instant again) {
            return new Difference(base, quote, asked, again);
        }

        private boolean isNone() {
            return base.signum() == 0 && quote.signum() == 0;
        }

        /** In quote units, whichever way it went. */
        private BigDecimal worth(BigDecimal mid) {
            return base.abs().multiply(mid).add(quote.abs());
        }

        private boolean isLoss() {
            return base.signum() < 0 || quote.signum() < 0;
        }

        private boolean isSame(Difference other) {
            return base.compareTo(other.base) == 0 && quote.compareTo(other.quote) == 0;
        }
    }

    private final Clock clock;
    private final EventLog log;
    private final MarketData market;
    private final ConnectionState connection;
    private final AccountReading account;
    private final OrderTracker tracker;
    private final Ledger ledger;
    private final JournalWriter journal;
    private final Reconciliation reconciliation;
    private final HaltSwitch haltSwitch;
    private final TradingGates gates;
    private final BalancePlausibility plausibility;
    private final InterestBooking interest;
    private @Nullable Difference suspicion;
    private int doubts;

    public BalanceReconciliation(
            Clock clock,
            EventLog log,
            MarketData market,
            ConnectionState connection,
            AccountReading account,
            OrderTracker tracker,
            Ledger ledger,
            JournalWriter journal,
            BalancePlausibility plausibility,
            Reconciliation reconciliation,
            TradingGates gates,
            InterestBooking interest,
            HaltSwitch haltSwitch) {
        this.clock = clock;
        this.log = log;
        this.market = market;
        this.connection = connection;
        this.account = account;
        this.tracker = tracker;
        this.ledger = ledger;
        this.journal = journal;
        this.interest = interest;
        this.reconciliation = reconciliation;
        this.gates = gates;
        this.plausibility = plausibility;
        this.haltSwitch = haltSwitch;
    }

    /** Takes a complete reading; true when it should be repeated soon. */
    public boolean read(VenueEvent.BalancesRead event) {
        var impossible = plausibility.impossible(event);
        if (impossible.isPresent()) {
            suspicion = null;
            compared(false, event.asked());
            doubt(impossible.get());
            return true;
        }
        account.balances(event.balances(), event.at());
        var mid = market.mid();
        if (mid.isEmpty() || (!ledger.isOpen() && !connection.knowsVenueTime())) {
            return true;
        }
        if (!ledger.isOpen()) {
            ledger.open(event.balances(), mid.get(), connection.venueTime(event.asked()));
            journal.opened(ledger.openedAt());
            return false;
        }
        var difference = difference(event.balances(), event.asked());
        var before = suspicion;
        suspicion = null;
        var unread = compared(difference.isNone(), event.asked());
        if (difference.isNone()) {
            trust();
            return unread;
        }
        var vanished = plausibility.vanished(event.balances());
        if (vanished.isPresent()) {
            doubt(vanished.get());
            if (!tracker.live().isEmpty()) {
                return true;
            }
            before = before != null && isUndisturbed(before, event.asked()) ? before : null;
        }
        var large = vanished.isPresent() || isLarge(difference);
        if (large && vanished.isEmpty() && difference.isLoss()) {
            doubtLarge(difference);
        }
        var proof = before != null && difference.isSame(before) && isUnbroken(before, event.asked())
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
        trust();
        book(difference);
        return false;
    }

    /** What of the fill history cannot be read is explained when balances agree without it. True: ask soon again. */
    private boolean compared(boolean agree, Instant asked) {
        return reconciliation.fills().unread().compared(agree, asked, clock.instant());
    }

    private boolean isLarge(Difference difference) {
        var mid = ledger.mid();
        return difference.worth(mid).compareTo(ledger.equity().multiply(LARGE)) > 0;
    }

    /** What the account may not have any more is not quoted meanwhile; with more than it has booked it may go on. */
    private void doubtLarge(Difference difference) {
        var rules = market.rules();
        doubt(Words.say(
                "engine.balance.large",
                difference.base().toPlainString(),
                rules.base(),
                difference.quote().toPlainString(),
                rules.quote(),
                LARGE_PROVED_AFTER.toSeconds()));
    }

    /** Once is a race between an answer and a fill; then the desk pauses, and its own orders lock nothing any more. */
    private void doubt(String why) {
        doubts++;
        if (doubts == TELLS_AT) {
            log.alert(clock.instant(), Severity.WARN, why);
        }
        if (doubts >= TELLS_AT) {
            gates.balances(why);
        }
        reconciliation.fills().read();
        reconciliation.readOrders();
    }

    private void trust() {
        if (doubts >= TELLS_AT) {
            log.info(clock.instant(), Words.say("engine.balance.agrees"));
        }
        doubts = 0;
        interest.agreed();
        gates.balances("");
    }

    private Difference difference(Balances read, Instant asked) {
        return new Difference(
                read.base().total().subtract(ledger.base()),
                read.quote().total().subtract(ledger.quote()),
                asked,
                asked);
    }

    private static boolean isUnbroken(Difference before, Instant asked) {
        return Duration.between(before.last(), asked).compareTo(UNBROKEN) <= 0;
    }

    /** Nothing that was sent meanwhile could have spoken against it, and the listing has been seen. */
    private boolean isUndisturbed(Difference before, Instant asked) {
        var listed = reconciliation.comparedAt();
        return tracker.all().stream().noneMatch(order -> order.sentAt().isAfter(before.asked()))
                && listed != null
                && Duration.between(listed, asked).compareTo(UNBROKEN) <= 0;
    }

    /** Fills may not all be known: they have not been read since, or an order speaks of more. */
    private boolean isInDoubt(Difference before) {
        return reconciliation.fills().isInDoubt(before.asked())
                || interest.isInDoubt(before.base(), before.quote(), clock.instant())
                || tracker.all().stream().anyMatch(order -> order.stage() == OrderStage.UNKNOWN || !order.isSettled());
    }

    private void book(Difference difference) {
        var now = clock.instant();
        market.mid().ifPresent(ledger::mark);
        ledger.transfer(difference.base(), difference.quote());
        journal.transferred(now, difference.base(), difference.quote());
        var rules = market.rules();
        log.warn(
                now,
                Words.say(
                        "engine.balance.transfer",
                        difference.base().toPlainString(),
                        rules.base(),
                        difference.quote().toPlainString(),
                        rules.quote()));
        haltIfGone(rules.base(), ledger.base(), difference.base());
        haltIfGone(rules.quote(), ledger.quote(), difference.quote());
    }

    /** Withdrawn, frozen or owed: nothing is left of an asset that was there. */
    private void haltIfGone(String asset, BigDecimal left, BigDecimal change) {
        if (change.signum() < 0 && left.signum() <= 0) {
            haltSwitch.halt(Words.say("engine.balance.gone", asset, left.toPlainString()), true);
        }
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
