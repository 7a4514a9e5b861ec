package makerdeck.engine.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import makerdeck.engine.lifecycle.SessionState;
import makerdeck.engine.lifecycle.TradingState;
import makerdeck.engine.risk.StrayOrderWatch;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskState;
import org.jspecify.annotations.Nullable;

/** The state of the desk, as the screen shows it. Engine thread only. */
public final class StateRow {

    private final TradingState trading;
    private final SessionState session;
    private final StrayOrderWatch strays;

    public StateRow(TradingState trading, SessionState session, StrayOrderWatch strays) {
        this.trading = trading;
        this.session = session;
        this.strays = strays;
    }

    public DeskState state() {
        return trading.state();
    }

    /** Why it is what it is, and what may rest against our will; empty when there is nothing to say. */
    public Optional<Message> reason() {
        var reason = trading.reason();
        var exposed = strays.text();
        if (reason.isEmpty() || exposed.isEmpty() || reason.equals(exposed)) {
            return exposed.or(() -> reason);
        }
        return Optional.of(Message.sequence(List.of(exposed.get(), reason.get())));
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
