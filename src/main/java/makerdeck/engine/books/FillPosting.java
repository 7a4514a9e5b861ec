package makerdeck.engine.books;

import java.time.Clock;
import java.time.Instant;
import makerdeck.domain.Fill;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.journal.Entry;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;

/**
 * Enters a fill into ledger and journal, at the mid of its moment. Whether it is to be entered is decided before.
 *
 * <p>Engine thread only.
 */
public final class FillPosting {

    private final Clock clock;
    private final EventLog log;
    private final MarketData market;
    private final ConnectionState connection;
    private final Ledger ledger;
    private final JournalWriter journal;
    private final Instant bornAt;

    public FillPosting(
            Clock clock,
            EventLog log,
            MarketData market,
            ConnectionState connection,
            Ledger ledger,
            JournalWriter journal) {
        this.clock = clock;
        this.log = log;
        this.market = market;
        this.connection = connection;
        this.ledger = ledger;
        this.journal = journal;
        bornAt = clock.instant();
    }

    /** Whether it belongs into these books: what is older is in others, and in our opening balances. */
    boolean covers(Fill fill) {
        return ledger.covers(fill.at());
    }

    /** Whether it happened while this life of the desk did not watch. */
    boolean isBeforeOurTime(Fill fill) {
        return connection.ourTime(fill.at()).isBefore(bornAt);
    }

    void post(Fill fill, ManagedOrder order, Instant now) {
        mark(fill);
        if (!ledger.book(fill, market.rules(), order.purpose())) {
            log.alert(now, Severity.WARN, Message.of("engine.fill.fee-unknown", fill.feeAsset()), fill.feeAsset());
        }
        journal.booked(fill, order.purpose().name(), order.layer());
        market.mid().ifPresent(ledger::mark);
    }

    /** A trade of somebody else on the account: it moves what we hold, not what we earn. */
    void postForeign(Fill fill) {
        var rules = market.rules();
        mark(fill);
        ledger.bookForeign(BookedTrade.of(fill, rules));
        journal.booked(fill, Entry.FillBooked.EXTERNAL, 0);
        market.mid().ifPresent(ledger::mark);
        log.info(clock.instant(), Message.of("engine.fill.foreign", Texts.fill(fill, rules)));
    }

    /** Values the holdings as of the fill; what happened while the desk was down knows no mid but its own price. */
    private void mark(Fill fill) {
        if (isBeforeOurTime(fill)) {
            ledger.mark(fill.price());
        } else {
            market.mid().ifPresent(ledger::mark);
        }
    }
}
