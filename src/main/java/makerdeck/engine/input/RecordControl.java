package makerdeck.engine.input;

import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.snapshot.HealthRow;
import org.jspecify.annotations.Nullable;

/** The hand of an operator on the recording of the market. Engine thread only; must not block. */
public interface RecordControl {

    /** Nothing hears the streams word for word. */
    RecordControl NONE = new RecordControl() {
        @Override
        public Message act(boolean on) {
            throw new MistakeException(Message.of("engine.recording.none"));
        }

        @Override
        public HealthRow.@Nullable Recording state() {
            return null;
        }
    };

    /**
     * Begins or ends a recording; one line that says what.
     *
     * @throws MistakeException when it cannot
     */
    Message act(boolean on);

    /** How the recording does, null when there is none. */
    HealthRow.@Nullable Recording state();

    /** How the capture of the session does, null when there is none. */
    default HealthRow.@Nullable Recording capture() {
        return null;
    }
}
