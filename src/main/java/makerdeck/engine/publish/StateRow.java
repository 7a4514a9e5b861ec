package makerdeck.engine.publish;

import java.time.Instant;
import java.util.List;
import makerdeck.engine.lifecycle.SessionState;
import makerdeck.engine.lifecycle.TradingState;
import makerdeck.engine.log.Texts;
import makerdeck.engine.risk.StrayOrderWatch;
import makerdeck.snapshot.DeskState;
import org.jspecify.annotations.Nullable;

/** The state of the desk, as the screen shows it. Engine thread only. */
public final class StateRow {

    private final TradingState status;
    private final SessionState session;
    private final StrayOrderWatch exposure;

    public StateRow(TradingState status, SessionState session, StrayOrderWatch exposure) {
        this.status = status;
        this.session = session;
        this.exposure = exposure;
    }

    DeskState state() {
        return status.state();
    }

    String reason() {
        var reason = status.reason();
        var exposed = exposure.text();
        if (reason.isEmpty() || exposed.isEmpty() || reason.equals(exposed)) {
            return exposed.isEmpty() ? reason : exposed;
        }
        return Texts.sequence(List.of(exposed, reason));
    }

    Instant startedAt() {
        return session.startedAt();
    }

    /** When the set duration is over, null when it has none or has not begun. */
    @Nullable
    Instant endsAt() {
        return session.endsAt();
    }
}
