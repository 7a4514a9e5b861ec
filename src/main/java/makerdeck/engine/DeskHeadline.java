package makerdeck.engine;

import java.time.Instant;
import java.util.List;
import makerdeck.snapshot.DeskState;
import org.jspecify.annotations.Nullable;

/** The state of the desk, as the screen shows it. Engine thread only. */
final class DeskHeadline {

    private final DeskStatus status;
    private final Session session;
    private final Exposure exposure;

    DeskHeadline(DeskStatus status, Session session, Exposure exposure) {
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
        return reason.isEmpty() || exposed.isEmpty() ? reason + exposed : Texts.sequence(List.of(exposed, reason));
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
