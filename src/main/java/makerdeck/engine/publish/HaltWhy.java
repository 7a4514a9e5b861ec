package makerdeck.engine.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.engine.lifecycle.HaltSwitch;
import makerdeck.engine.lifecycle.SessionState;
import makerdeck.engine.log.Texts;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.message.Message;
import makerdeck.snapshot.Why.Kind;
import makerdeck.snapshot.Why.Row;
import makerdeck.strategy.parameters.Parameter;

/** Why the desk is halted, whether that is over, and how to go on. Engine thread only. */
public final class HaltWhy {

    private final StateRow state;
    private final SessionState session;
    private final ParameterHistory history;

    public HaltWhy(StateRow state, SessionState session, ParameterHistory history) {
        this.state = state;
        this.session = session;
        this.history = history;
    }

    List<Row> rows(Instant now, GateReport.At asked) {
        var halt = session.halt();
        if (halt.isEmpty()) {
            return List.of(new Row(Kind.HEAD, Message.of("engine.why.not-halted", Texts.state(state.state()))));
        }
        var cause = halt.get().cause();
        var since = halt.get().overSince();
        var rows = new ArrayList<Row>();
        rows.add(asked.desk().get(0));
        rows.add(new Row(
                Kind.NEXT,
                Message.of(
                        "engine.why.next",
                        since == null
                                ? Message.of("engine.halt.next." + cause.word())
                                : Message.of("engine.halt.resume"))));
        if (cause != HaltSwitch.Cause.OPERATOR) {
            rows.add(new Row(since == null ? Kind.HOLDS : Kind.OPEN, over(cause, since != null)));
            rows.add(new Row(Kind.STEP, byItself(halt.get(), now)));
        }
        return rows;
    }

    private static Message over(HaltSwitch.Cause cause, boolean over) {
        if (over) {
            return Message.of("engine.halt.over-yes");
        }
        return Message.of(cause.canBeSeen() ? "engine.halt.over-no" : "engine.halt.over-unseen");
    }

    private Message byItself(SessionState.Halt halt, Instant now) {
        if (!halt.cause().endsByItself()) {
            return Message.of("engine.halt.auto-never");
        }
        var seconds = history.parameters().limit(Parameter.RESUME_AUTO);
        if (seconds.isEmpty()) {
            return Message.of("engine.halt.auto-off");
        }
        var wait = Duration.ofSeconds(seconds.get().longValueExact());
        var since = halt.overSince();
        if (since == null) {
            return Message.of("engine.halt.auto-after", Texts.length(wait));
        }
        var left = Duration.between(now, since.plus(wait));
        return left.isNegative()
                ? Message.of("engine.halt.auto-waits")
                : Message.of("engine.halt.auto-in", Texts.length(left.plusMillis(999)));
    }
}
