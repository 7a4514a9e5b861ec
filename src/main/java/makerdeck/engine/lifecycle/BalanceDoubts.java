package makerdeck.engine.lifecycle;

import java.time.Clock;
import makerdeck.engine.books.InterestBooking;
import makerdeck.engine.execution.Reconciliation;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.risk.TradingGates;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;

/**
 * Readings of balances that cannot be taken as they are. One is a race between an answer and a fill; with the second the
 * desk pauses, and its own orders lock nothing any more.
 *
 * <p>Engine thread only.
 */
public final class BalanceDoubts {

    private static final int TELLS_AT = 2;

    private final Clock clock;
    private final EventLog log;
    private final TradingGates gates;
    private final Reconciliation reconciliation;
    private final InterestBooking interest;
    private int count;

    /** Key of what was told of it. */
    private String told = "";

    public BalanceDoubts(
            Clock clock, EventLog log, TradingGates gates, Reconciliation reconciliation, InterestBooking interest) {
        this.clock = clock;
        this.log = log;
        this.gates = gates;
        this.reconciliation = reconciliation;
        this.interest = interest;
    }

    /** One more, and why: fills and orders are read again. */
    void add(Message why) {
        count++;
        if (count == TELLS_AT) {
            told = why.key();
            log.alert(clock.instant(), Severity.WARN, why);
        }
        if (count >= TELLS_AT) {
            gates.balances(why);
        }
        reconciliation.fills().read();
        reconciliation.readOrders();
    }

    /** Books and balances agree, or the difference is proved. */
    void clear() {
        if (count >= TELLS_AT) {
            log.over(clock.instant(), Message.of("engine.balance.agrees"), told);
        }
        count = 0;
        interest.agreed();
        gates.balances(null);
    }
}
