package makerdeck.notify;

import java.time.Instant;
import makerdeck.message.Message;
import makerdeck.notify.model.Note;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.Severity;

/** Notes and events for tests. */
public final class Notes {

    public static final Instant NOON = Instant.parse("2027-01-02T12:00:00Z");

    private Notes() {}

    public static Note alert(String id, Severity level) {
        return new Note(
                0,
                Note.Kind.ALERT,
                id,
                level,
                NOON,
                "SOL_USDC",
                "demo",
                "SIM",
                "SOL_USDC SIM: " + id,
                "text-of-" + id,
                1);
    }

    public static DeskEvent raised(String id, Severity severity, Instant at) {
        var text = Message.plain("alert " + id);
        return new DeskEvent(1, at, severity, text, new DeskNews.Alerted(id, text));
    }

    public static DeskEvent over(String id, Instant at) {
        return new DeskEvent(
                1, at, Severity.INFO, Message.plain("better"), new DeskNews.Recovered(java.util.List.of(id)));
    }
}
