package makerdeck.engine.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import makerdeck.domain.Side;
import makerdeck.engine.input.TickTask;
import makerdeck.engine.lifecycle.HaltSwitch;
import makerdeck.engine.lifecycle.SessionState;
import makerdeck.engine.lifecycle.Shutdown;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.engine.risk.PreTradeLimits;
import makerdeck.engine.risk.SideGates;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.parameters.Parameter;

/**
 * Sees when what has halted the desk is over. Then the operator may go on; the desk goes on by itself only where
 * {@code resume.auto} allows it, after a cause that ends by itself, when nothing else speaks against it, and not often.
 *
 * <p>Engine thread only.
 */
public final class HaltWatch implements TickTask {

    private static final Duration COUNTED = Duration.ofHours(1);
    private static final int MOST = 3;

    private final EventLog log;
    private final ParameterHistory history;
    private final SideGates gates;
    private final PreTradeLimits limits;
    private final SessionState session;
    private final Shutdown shutdown;
    private final HaltSwitch haltSwitch;
    private final HaltEnds ends;
    private final Deque<Instant> resumed = new ArrayDeque<>();
    private boolean toldSpent;

    public HaltWatch(
            EventLog log,
            ParameterHistory history,
            SideGates gates,
            PreTradeLimits limits,
            SessionState session,
            Shutdown shutdown,
            HaltSwitch haltSwitch,
            HaltEnds ends) {
        this.log = log;
        this.history = history;
        this.gates = gates;
        this.limits = limits;
        this.session = session;
        this.shutdown = shutdown;
        this.haltSwitch = haltSwitch;
        this.ends = ends;
    }

    @Override
    public void tick(Instant now) {
        var halt = session.halt();
        if (halt.isEmpty() || shutdown.isStopping()) {
            return;
        }
        var over = ends.isOver(halt.get().cause(), halt.get().at(), now);
        var since = halt.get().overSince();
        if (over != (since != null)) {
            session.haltIsOver(over ? now : null);
        } else if (since != null && halt.get().cause().endsByItself()) {
            goOn(halt.get(), since, now);
        }
    }

    private Optional<Duration> pause() {
        return history.parameters()
                .limit(Parameter.RESUME_AUTO)
                .map(seconds -> Duration.ofSeconds(seconds.longValueExact()));
    }

    private void goOn(SessionState.Halt halt, Instant since, Instant now) {
        var wait = pause();
        if (wait.isEmpty()
                || Duration.between(since, now).compareTo(wait.get()) < 0
                || session.isFinished()
                || obstacle(now).isPresent()) {
            return;
        }
        while (!resumed.isEmpty() && !resumed.getFirst().isAfter(now.minus(COUNTED))) {
            resumed.removeFirst();
        }
        if (resumed.size() >= MOST) {
            tellSpent(now);
            return;
        }
        resumed.addLast(now);
        toldSpent = false;
        haltSwitch.unhalt();
        log.alert(
                now,
                Severity.WARN,
                Message.of("engine.halt.resumed", halt.reason(), Texts.length(Duration.between(halt.at(), now))));
    }

    /** What keeps it from going on: facts, restraints, or a limit that would halt it at once. */
    private Optional<Message> obstacle(Instant now) {
        return gates.reason(now)
                .or(() -> limits.halts(now))
                .or(() -> gates.reason(Side.BID, now))
                .or(() -> gates.reason(Side.ASK, now));
    }

    private void tellSpent(Instant now) {
        if (!toldSpent) {
            toldSpent = true;
            log.alert(now, Severity.WARN, Message.of("engine.halt.spent", MOST));
        }
    }
}
