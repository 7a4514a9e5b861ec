package makerdeck.engine;

import java.time.Clock;
import makerdeck.snapshot.DeskState;
import makerdeck.words.Words;

/** Whether a trade towards the target may start. Engine thread only. */
final class RebalancePermission {

    private final Clock clock;
    private final Gates gates;
    private final SideGates trouble;
    private final RebalanceRun rebalance;
    private final Session session;
    private final Stopper stopper;
    private final DeskStatus status;

    RebalancePermission(
            Clock clock,
            Gates gates,
            SideGates trouble,
            RebalanceRun rebalance,
            Session session,
            Stopper stopper,
            DeskStatus status) {
        this.clock = clock;
        this.gates = gates;
        this.trouble = trouble;
        this.rebalance = rebalance;
        this.session = session;
        this.stopper = stopper;
        this.status = status;
    }

    /** Why none may start now on the operator's word, empty when it may. */
    String obstacle() {
        if (rebalance.isRunning()) {
            return Words.say("engine.rebalance.runs-already");
        }
        if (session.isHalted() || session.isFinished() || stopper.isStopping() || !session.isReady()) {
            return Words.say("engine.rebalance.desk-is", Texts.state(status.state()));
        }
        return trouble.trouble(clock.instant());
    }

    /** Whether the desk may start one by itself. */
    boolean isAutomatic() {
        return (status.state() == DeskState.QUOTING || status.state() == DeskState.UNQUOTED)
                && gates.reason(clock.instant()).isEmpty();
    }
}
