package makerdeck.engine.lifecycle;

import java.time.Clock;
import makerdeck.engine.execution.RebalanceExecution;
import makerdeck.engine.log.Texts;
import makerdeck.engine.risk.SideGates;
import makerdeck.engine.risk.TradingGates;
import makerdeck.snapshot.DeskState;
import makerdeck.words.Words;

/** Whether a trade towards the target may start. Engine thread only. */
public final class RebalancePermission {

    private final Clock clock;
    private final TradingGates gates;
    private final SideGates trouble;
    private final RebalanceExecution rebalance;
    private final SessionState session;
    private final Shutdown stopper;
    private final TradingState status;

    public RebalancePermission(
            Clock clock,
            TradingGates gates,
            SideGates trouble,
            RebalanceExecution rebalance,
            SessionState session,
            Shutdown stopper,
            TradingState status) {
        this.clock = clock;
        this.gates = gates;
        this.trouble = trouble;
        this.rebalance = rebalance;
        this.session = session;
        this.stopper = stopper;
        this.status = status;
    }

    /** Why none may start now on the operator's word, empty when it may. */
    public String obstacle() {
        if (rebalance.isRunning()) {
            return Words.say("engine.rebalance.runs-already");
        }
        if (session.isHalted() || session.isFinished() || stopper.isStopping() || !session.isReady()) {
            return Words.say("engine.rebalance.desk-is", Texts.state(status.state()));
        }
        return trouble.trouble(clock.instant());
    }

    /** Whether the desk may start one by itself. */
    public boolean isAutomatic() {
        return (status.state() == DeskState.QUOTING || status.state() == DeskState.UNQUOTED)
                && gates.reason(clock.instant()).isEmpty();
    }
}
