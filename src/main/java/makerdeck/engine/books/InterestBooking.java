package makerdeck.engine.books;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import makerdeck.domain.Balance;
import makerdeck.domain.Interest;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.market.AccountReading;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.PollTimer;
import makerdeck.journal.Entry;
import makerdeck.journal.RestoredBooks;
import makerdeck.message.Message;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/**
 * Books what the lending pool pays, each payment once, as income. The venue's history is asked when the balances
 * differ from the books while something is lent or owed: whatever interest does not explain stays a transfer. A
 * difference no larger than interest can be waits for a history that lags.
 *
 * <p>Engine thread only.
 */
public final class InterestBooking {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    /** After which a difference is judged without an answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** The longest that a small difference waits for its payment to be listed. */
    private static final Duration HISTORY_LAGS = Duration.ofMinutes(10);
    /** More than an hour has ever paid. */
    private static final BigDecimal MOST_AN_HOUR = new BigDecimal("0.0005");

    private static final int KEYS = 1000;

    private final Venue venue;
    private final Clock clock;
    private final EventLog log;
    private final MarketData market;
    private final ConnectionState connection;
    private final AccountReading account;
    private final Ledger ledger;
    private final JournalWriter journal;
    private final PollTimer timer = new PollTimer(ANSWER_LIMIT);
    private final Set<String> booked;
    private @Nullable Instant readFrom;
    private @Nullable Instant answeredFor;
    private @Nullable Instant doubtedSince;
    private boolean wanted;

    public InterestBooking(
            Venue venue,
            Clock clock,
            EventLog log,
            MarketData market,
            ConnectionState connection,
            AccountReading account,
            Ledger ledger,
            JournalWriter journal,
            RestoredBooks restored) {
        this.venue = venue;
        this.clock = clock;
        this.log = log;
        this.market = market;
        this.connection = connection;
        this.account = account;
        this.ledger = ledger;
        this.journal = journal;
        booked = new LinkedHashSet<>(restored.interest());
        var kept = restored.kept();
        readFrom = kept == null ? null : kept.knownUntil().minus(RestoredBooks.INTEREST_REACHES_BACK);
    }

    /** Something differs that interest may explain. */
    public void want() {
        wanted |= isPaid();
    }

    /** The books and the venue agree. */
    public void agreed() {
        doubtedSince = null;
    }

    private boolean isPaid() {
        var balances = account.balances();
        return account.isLent()
                || balances.filter(read -> read.base().lent().signum() < 0
                                || read.quote().lent().signum() < 0)
                        .isPresent();
    }

    public void tick(Instant now) {
        if (wanted && ledger.isOpen() && timer.isDue(now, EVERY)) {
            wanted = false;
            timer.asked(now);
            venue.readInterest(from());
        }
    }

    private Instant from() {
        var opened = ledger.openedAt();
        return readFrom == null || readFrom.isBefore(opened) ? opened : readFrom;
    }

    public void on(VenueEvent.InterestRead event) {
        timer.answered();
        answeredFor = event.asked();
        for (var payment : event.payments()) {
            book(payment);
        }
        while (booked.size() > KEYS) {
            booked.remove(booked.iterator().next());
        }
        // What is booked is told apart by its key; a history that lags may still bring what is older.
        readFrom = connection.venueTime(event.asked()).minus(RestoredBooks.INTEREST_REACHES_BACK);
    }

    private void book(Interest payment) {
        var rules = market.rules();
        var inBase = payment.asset().equals(rules.base());
        if ((!inBase && !payment.asset().equals(rules.quote()))
                || !ledger.covers(payment.at())
                || !booked.add(payment.key())) {
            return;
        }
        var base = inBase ? payment.quantity() : BigDecimal.ZERO;
        var quote = inBase ? BigDecimal.ZERO : payment.quantity();
        market.mid().ifPresent(ledger::mark);
        ledger.interest(base, quote);
        journal.earned(payment, base, quote);
        log.info(
                clock.instant(),
                Message.of("engine.interest", payment.quantity().toPlainString(), payment.asset()));
    }

    /** Goes on with what an earlier life booked after its books were last written down. */
    public static void restore(Ledger ledger, Entry.InterestBooked entry) {
        ledger.mark(entry.mid());
        ledger.interest(entry.base(), entry.quote());
    }

    /** Whether a difference may yet turn out to be interest. */
    public boolean isInDoubt(BigDecimal base, BigDecimal quote, Instant now) {
        if (!isPaid()) {
            return false;
        }
        if (doubtedSince == null) {
            doubtedSince = now;
        }
        var waited = Duration.between(doubtedSince, now);
        if (answeredFor == null || answeredFor.isBefore(doubtedSince)) {
            return waited.compareTo(PATIENCE) < 0;
        }
        return isAsSmallAsInterest(base, quote) && waited.compareTo(HISTORY_LAGS) < 0;
    }

    private boolean isAsSmallAsInterest(BigDecimal base, BigDecimal quote) {
        var balances = account.balances();
        return balances.isPresent()
                && isOf(base, balances.get().base())
                && isOf(quote, balances.get().quote());
    }

    private static boolean isOf(BigDecimal difference, Balance balance) {
        var most = balance.lent().multiply(MOST_AN_HOUR);
        return difference.signum() == 0
                || (difference.signum() == most.signum() && difference.abs().compareTo(most.abs()) <= 0);
    }
}
