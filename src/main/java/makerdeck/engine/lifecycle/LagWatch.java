package makerdeck.engine.lifecycle;

import java.time.Duration;
import java.time.Instant;
import makerdeck.engine.execution.Reconciliation;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.risk.TradingGates;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;

/** Notices that the engine came late: nothing it knows is fresh then. Engine thread only. */
public final class LagWatch {

    private final EventLog log;
    private final TradingGates gates;
    private final Reconciliation reconciliation;

    public LagWatch(EventLog log, TradingGates gates, Reconciliation reconciliation) {
        this.log = log;
        this.gates = gates;
        this.reconciliation = reconciliation;
    }

    public void late(Duration late, Instant now) {
        if (gates.lagged(late, now)) {
            log.alert(now, Severity.WARN, Message.of("engine.came-late"));
            reconciliation.readAll();
        }
    }
}
