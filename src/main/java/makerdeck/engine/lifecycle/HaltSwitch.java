package makerdeck.engine.lifecycle;

import java.time.Clock;
import makerdeck.engine.execution.OrderGateway;
import makerdeck.engine.execution.RebalanceExecution;
import makerdeck.engine.log.EventLog;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;

/** Stops creating and cancels all of ours, for a reason the screen shows. Engine thread only. */
public final class HaltSwitch {

    private final Clock clock;
    private final EventLog log;
    private final OrderGateway gateway;
    private final RebalanceExecution rebalance;
    private final SessionState session;

    public HaltSwitch(
            Clock clock, EventLog log, OrderGateway gateway, RebalanceExecution rebalance, SessionState session) {
        this.clock = clock;
        this.log = log;
        this.gateway = gateway;
        this.rebalance = rebalance;
        this.session = session;
    }

    public boolean isHalted() {
        return session.isHalted();
    }

    /** {@code alarm}: the operator did not ask for it and must be told. */
    public void halt(Message reason, boolean alarm) {
        if (session.isHalted()) {
            return;
        }
        session.halted(reason);
        gateway.close();
        rebalance.stop(Message.of("engine.rebalance.halted"));
        if (alarm) {
            log.alert(clock.instant(), Severity.CRITICAL, Message.of("engine.halt.alarm", reason));
        }
        gateway.cancelAll(order -> true);
    }

    /** On the operator's word alone. */
    public void unhalt() {
        session.resumed();
        gateway.reopen();
    }

    /** The set duration is over: orders leave, the desk stays. */
    public void finish() {
        session.finished(true);
        gateway.close();
        rebalance.stop(Message.of("engine.duration-over"));
        gateway.cancelAll(order -> true);
    }

    /** The duration was made longer. */
    public void unfinish() {
        session.finished(false);
        if (!session.isHalted()) {
            gateway.reopen();
        }
    }
}
