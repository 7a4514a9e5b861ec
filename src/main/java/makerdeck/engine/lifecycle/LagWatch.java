package makerdeck.engine.lifecycle;

import java.time.Duration;
import java.time.Instant;
import makerdeck.engine.execution.Reconciliation;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.risk.TradingGates;
import makerdeck.snapshot.Severity;
import makerdeck.words.Words;

/** Notices that the engine came late: nothing it knows is fresh then. Engine thread only. */
public final class LagWatch {

    private final EventLog diary;
    private final TradingGates gates;
    private final Reconciliation reconciler;

    public LagWatch(EventLog diary, TradingGates gates, Reconciliation reconciler) {
        this.diary = diary;
        this.gates = gates;
        this.reconciler = reconciler;
    }

    public void late(Duration late, Instant now) {
        if (gates.lagged(late, now)) {
            diary.alert(now, Severity.WARN, Words.say("engine.came-late"));
            reconciler.readAll();
        }
    }
}
