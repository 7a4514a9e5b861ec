package makerdeck.engine.lifecycle;

import java.time.Clock;
import java.util.Optional;
import makerdeck.engine.execution.RebalanceExecution;
import makerdeck.engine.log.Texts;
import makerdeck.engine.risk.SideGates;
import makerdeck.engine.risk.TradingGates;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskState;

/** Whether a trade towards the target may start. Engine thread only. */
public final class RebalancePermission {

    private final Clock clock;
    private final TradingGates gates;
    private final SideGates sideGates;
    private final RebalanceExecution rebalance;
    private final SessionState session;
    private final Shutdown shutdown;
    private final TradingState trading;

    public RebalancePermission(
            Clock clock,
            TradingGates gates,
            SideGates sideGates,
            RebalanceExecution rebalance,
            SessionState session,
            Shutdown shutdown,
            TradingState trading) {
        this.clock = clock;
        this.gates = gates;
        this.sideGates = sideGates;
        this.rebalance = rebalance;
        this.session = session;
        this.shutdown = shutdown;
        this.trading = trading;
    }

    /** Why none may start now on the operator's word, empty when it may. */
    public Optional<Message> obstacle() {
        if (rebalance.isRunning()) {
            return Optional.of(Message.of("engine.rebalance.runs-already"));
        }
        if (session.isHalted() || session.isFinished() || shutdown.isStopping() || !session.isReady()) {
            return Optional.of(Message.of("engine.rebalance.desk-is", Texts.state(trading.state())));
        }
        return sideGates.reason(clock.instant());
    }

    /** Whether the desk may start one by itself. */
    public boolean isAutomatic() {
        return mayStartIn(trading.state()) && gates.reason(clock.instant()).isEmpty();
    }

    /** Whether the desk may start one by itself in such a state. */
    public boolean mayStartIn(DeskState state) {
        return state == DeskState.QUOTING || state == DeskState.UNQUOTED;
    }
}
