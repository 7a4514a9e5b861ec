package makerdeck.console;

import java.util.Optional;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.ParameterRow;
import org.jspecify.annotations.Nullable;

/**
 * Leads a newcomer through what is done first: it says what to do next, sees that it was done, and does nothing
 * itself. UI thread only.
 */
final class Tour {

    private static final String SPREAD = "spread";

    /** In this order. */
    private enum Step {
        CHANGE("console.tour.change"),
        OUTAGE("console.tour.outage"),
        WHY("console.tour.why"),
        UNDO("console.tour.undo"),
        LEAVE("console.tour.leave");

        private final String text;

        Step(String text) {
            this.text = text;
        }
    }

    private @Nullable Step step;
    private String spreadBefore = "";
    private boolean asked;

    boolean isRunning() {
        return step != null;
    }

    /** What is to be done next; empty while nobody is led. */
    Optional<Message> strip() {
        var now = step;
        return now == null
                ? Optional.empty()
                : Optional.of(Message.of(
                        "console.tour.strip", now.ordinal() + 1, Step.values().length, Message.of(now.text)));
    }

    void start(DeskSnapshot desk) {
        step = Step.CHANGE;
        spreadBefore = spread(desk);
        asked = false;
    }

    void stop() {
        step = null;
    }

    /** The page that says why was opened. */
    void why() {
        if (step == Step.WHY) {
            step = Step.UNDO;
        }
    }

    /** What leaving would do was shown. */
    void review() {
        asked = true;
    }

    /** Goes on where the desk shows that it was done; true when it was the last thing. */
    boolean see(DeskSnapshot desk) {
        var now = step;
        if (now == null) {
            return false;
        }
        boolean done =
                switch (now) {
                    case CHANGE -> !spread(desk).equals(spreadBefore);
                    case OUTAGE -> !desk.faults().isEmpty();
                    case WHY -> false;
                    case UNDO -> spread(desk).equals(spreadBefore);
                    case LEAVE -> asked;
                };
        if (now != Step.LEAVE) {
            asked = false;
        }
        if (done) {
            step = now == Step.LEAVE ? null : Step.values()[now.ordinal() + 1];
        }
        return done && step == null;
    }

    private static String spread(DeskSnapshot desk) {
        return desk.parameters().stream()
                .filter(row -> row.key().equals(SPREAD))
                .map(ParameterRow::value)
                .findFirst()
                .orElse("");
    }
}
