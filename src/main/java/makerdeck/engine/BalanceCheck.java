package makerdeck.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.snapshot.Severity;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Compares the books with the venue's balances. What differs in the same way in two readings is a
 * deposit, a withdrawal or a trade we were never told of, and is booked as a transfer. What cannot be,
 * seeing what rests, is read again, and the desk waits.
 *
 * <p>Engine thread only.
 */
final class BalanceCheck {

    private static final Duration APART = Duration.ofSeconds(2);

    /** An asset that is gone is believed after readings have agreed for so long, one soon after the other. */
    private static final Duration PROVED_AFTER = Duration.ofSeconds(30);

    /** Two readings further apart than this leave room for one that failed or would have said otherwise. */
    private static final Duration UNBROKEN = Duration.ofSeconds(6);

    private static final int TELLS_AT = 2;

    /** What two or more readings agree on: asked when first, and when last. */
    private record Difference(BigDecimal base, BigDecimal quote, Instant asked, Instant last) {

        private Difference andAt(Instant again) {
            return new Difference(base, quote, asked, again);
        }

        private boolean isNone() {
            return base.signum() == 0 && quote.signum() == 0;
        }

        private boolean isSame(Difference other) {
            return base.compareTo(other.base) == 0 && quote.compareTo(other.quote) == 0;
        }
    }

    private final Core core;
    private final Reconciler reconciler;
    private final Halting halting;
    private final Gates gates;
    private final Plausibility plausibility;
    private final InterestDesk interest;
    private @Nullable Difference suspicion;
    private int doubts;

    BalanceCheck(Core core, Reconciler reconciler, Gates gates, InterestDesk interest, Halting halting) {
        this.core = core;
        this.interest = interest;
        this.reconciler = reconciler;
        this.gates = gates;
        plausibility = new Plausibility(core.facts(), core.tracker(), core.externals(), core.ledger());
        this.halting = halting;
    }

    /** Takes a complete reading; true when it should be repeated soon. */
    boolean read(VenueEvent.BalancesRead event) {
        var impossible = plausibility.impossible(event);
        if (impossible.isPresent()) {
            suspicion = null;
            doubt(impossible.get());
            return true;
        }
        core.facts().balances(event.balances(), event.at());
        var mid = core.facts().mid();
        if (mid.isEmpty() || (!core.ledger().isOpen() && !core.facts().knowsVenueTime())) {
            return true;
        }
        if (!core.ledger().isOpen()) {
            core.ledger().open(event.balances(), mid.get(), core.facts().venueTime(event.asked()));
            core.scribe().opened(core.ledger().openedAt());
            return false;
        }
        var difference = difference(event.balances(), event.asked());
        var before = suspicion;
        suspicion = null;
        if (difference.isNone()) {
            trust();
            return false;
        }
        var vanished = plausibility.vanished(event.balances());
        if (vanished.isPresent()) {
            doubt(vanished.get());
            if (!core.tracker().live().isEmpty()) {
                return true;
            }
            before = before != null && isUnbroken(before, event.asked()) ? before : null;
        }
        if (before == null || !difference.isSame(before) || isInDoubt(before)) {
            suspicion = difference;
            reconciler.fills().read();
            interest.want();
            return true;
        }
        var apart = vanished.isPresent() ? PROVED_AFTER : APART;
        if (Duration.between(before.asked(), difference.asked()).compareTo(apart) < 0) {
            suspicion = before.andAt(event.asked());
            return true;
        }
        trust();
        book(difference);
        return false;
    }

    /** Once is a race between an answer and a fill; then the desk pauses, and its own orders lock nothing any more. */
    private void doubt(String why) {
        doubts++;
        if (doubts == TELLS_AT) {
            core.diary().alert(core.now(), Severity.WARN, why);
        }
        if (doubts >= TELLS_AT) {
            gates.balances(why);
        }
        reconciler.fills().read();
        reconciler.readOrders();
    }

    private void trust() {
        if (doubts >= TELLS_AT) {
            core.diary().info(core.now(), Words.say("engine.balance.agrees"));
        }
        doubts = 0;
        interest.agreed();
        gates.balances("");
    }

    private Difference difference(Balances read, Instant asked) {
        return new Difference(
                read.base().total().subtract(core.ledger().base()),
                read.quote().total().subtract(core.ledger().quote()),
                asked,
                asked);
    }

    /** Nothing that was missed, failed or sent meanwhile could have spoken against it, and the listing has been seen. */
    private boolean isUnbroken(Difference before, Instant asked) {
        var listed = reconciler.comparedAt();
        return Duration.between(before.last(), asked).compareTo(UNBROKEN) <= 0
                && core.tracker().all().stream().noneMatch(order -> order.sentAt.isAfter(before.asked()))
                && listed != null
                && Duration.between(listed, asked).compareTo(UNBROKEN) <= 0;
    }

    /** Fills may not all be known: they have not been read since, or an order speaks of more. */
    private boolean isInDoubt(Difference before) {
        return reconciler.fills().isInDoubt(before.asked())
                || interest.isInDoubt(before.base(), before.quote(), core.now())
                || core.tracker().all().stream()
                        .anyMatch(order -> order.state == OrderState.UNKNOWN || !order.isSettled());
    }

    private void book(Difference difference) {
        var now = core.now();
        core.facts().mid().ifPresent(core.ledger()::mark);
        core.ledger().transfer(difference.base(), difference.quote());
        core.scribe().transferred(now, difference.base(), difference.quote());
        var market = core.facts().market();
        core.diary()
                .warn(
                        now,
                        Words.say(
                                "engine.balance.transfer",
                                difference.base().toPlainString(),
                                market.base(),
                                difference.quote().toPlainString(),
                                market.quote()));
        haltIfGone(market.base(), core.ledger().base(), difference.base());
        haltIfGone(market.quote(), core.ledger().quote(), difference.quote());
    }

    /** Withdrawn, frozen or owed: nothing is left of an asset that was there. */
    private void haltIfGone(String asset, BigDecimal left, BigDecimal change) {
        if (change.signum() < 0 && left.signum() <= 0) {
            halting.halt(Words.say("engine.balance.gone", asset, left.toPlainString()), true);
        }
    }

    /** Takes one asset's frame; whether it differs from the books is for a complete reading to say. */
    void moved(VenueEvent.BalanceMoved event) {
        var known = core.facts().balances();
        if (known.isEmpty() || !core.facts().hasMarket()) {
            return;
        }
        var market = core.facts().market();
        var base = known.get().base();
        var quote = known.get().quote();
        if (event.asset().equals(market.base())) {
            base = new Balance(event.balance().available(), event.balance().locked(), base.lent());
        } else if (event.asset().equals(market.quote())) {
            quote = new Balance(event.balance().available(), event.balance().locked(), quote.lent());
        }
        core.facts().balancesMoved(new Balances(base, quote));
    }
}
