package makerdeck.engine.lifecycle;

import java.time.Clock;
import java.util.Locale;
import makerdeck.engine.execution.OrderGateway;
import makerdeck.engine.execution.RebalanceExecution;
import makerdeck.engine.log.EventLog;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;

/** Stops creating and cancels all of ours, for a reason the screen shows. Engine thread only. */
public final class HaltSwitch {

    /**
     * What halts a desk. Maintenance, a closed market and a lost connection are not among them: they take the quotes away
     * and give them back by themselves.
     */
    public enum Cause {
        /** The operator has said so. */
        OPERATOR,
        /** The venue answered nothing from this address while orders were out. */
        BAN,
        /** The price could not be true for long. */
        PRICE,
        /** The session has lost what it may lose. */
        LOSS,
        /** The venue does not accept our key. */
        KEY,
        /** Tick or step of the market are others. */
        GRID,
        /** Orders of another desk are on the account. */
        OTHER_DESK,
        /** An order rests that the venue does not cancel. */
        CANCELS,
        /** Nothing is left of an asset. */
        BALANCE,
        /** A guardian of another machine does not answer: it may be cancelling. */
        GUARDIAN,
        /** An earlier life of the desk was halted, and nobody has resumed it. */
        EARLIER,
        /** The venue cannot be worked with as it is. */
        VENUE,
        /** The program has done what it must not. */
        DEFECT;

        /** Whether the desk may go on by itself when it is over: nothing was lost, nothing is in doubt. */
        public boolean endsByItself() {
            return this == BAN;
        }

        /** Whether the desk can see that it is over. */
        public boolean canBeSeen() {
            return this != OPERATOR && this != EARLIER && this != GRID && this != VENUE && this != DEFECT;
        }

        /** As keys spell it: {@code other-desk}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

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

    /**
     * A desk that is halted already stays so for its first reason, unless that one might end by itself and this one does
     * not. What the operator has not asked for is told.
     */
    public void halt(Cause cause, Message reason) {
        var halt = session.halt();
        if (halt.isPresent() && (cause.endsByItself() || !halt.get().cause().endsByItself())) {
            return;
        }
        session.halted(cause, reason, clock.instant());
        gateway.close();
        rebalance.stop(Message.of("engine.rebalance.halted"));
        if (cause != Cause.OPERATOR) {
            log.alert(clock.instant(), Severity.CRITICAL, Message.of("engine.halt.alarm", reason));
        }
        gateway.cancelAll(order -> true);
    }

    /** On the operator's word, or where {@code resume.auto} is that word. */
    public void unhalt() {
        session.resumed();
        gateway.reopen();
        log.over(clock.instant(), Message.of("engine.halt.ended"), "engine.halt.alarm");
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
