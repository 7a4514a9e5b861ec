package makerdeck.engine.lifecycle;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import makerdeck.domain.Balances;
import makerdeck.engine.books.BalanceDifference;
import makerdeck.engine.books.JournalWriter;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.message.Message;

/**
 * Enters what balances alone can say into ledger and journal: what the books begin with, and what came or went without
 * a trade of ours.
 *
 * <p>Engine thread only.
 */
public final class BalanceBooking {

    private final Clock clock;
    private final EventLog log;
    private final MarketData market;
    private final ConnectionState connection;
    private final Ledger ledger;
    private final JournalWriter journal;
    private final HaltSwitch haltSwitch;

    public BalanceBooking(
            Clock clock,
            EventLog log,
            MarketData market,
            ConnectionState connection,
            Ledger ledger,
            JournalWriter journal,
            HaltSwitch haltSwitch) {
        this.clock = clock;
        this.log = log;
        this.market = market;
        this.connection = connection;
        this.ledger = ledger;
        this.journal = journal;
        this.haltSwitch = haltSwitch;
    }

    /** Whether books that are not open could be: their beginning is a moment of the venue's clock. */
    boolean canOpen() {
        return connection.knowsVenueTime();
    }

    void open(Balances balances, BigDecimal mid, Instant asked) {
        ledger.open(balances, mid, connection.venueTime(asked));
        journal.opened(ledger.openedAt());
    }

    void transfer(BalanceDifference difference) {
        var now = clock.instant();
        market.mid().ifPresent(ledger::mark);
        ledger.transfer(difference.base(), difference.quote());
        journal.transferred(now, difference.base(), difference.quote());
        var rules = market.rules();
        log.warn(
                now,
                Message.of(
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
            haltSwitch.halt(HaltSwitch.Cause.BALANCE, Message.of("engine.balance.gone", asset, left.toPlainString()));
        }
    }
}
