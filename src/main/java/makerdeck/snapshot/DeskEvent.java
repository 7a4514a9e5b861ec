package makerdeck.snapshot;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that happened on the desk: a line of the log, an object of the headless output.
 *
 * @param sequence counts up by one from the start of the desk
 * @param text one line for people
 * @param fields for programs, in this order; decimals are plain strings
 */
public record DeskEvent(
        long sequence, Instant at, Kind kind, Severity severity, String text, Map<String, String> fields) {

    /** The kinds, named as in the headless output. */
    public enum Kind {
        STATE,
        ORDER,
        FILL,
        PARAMETER,
        COMMAND,
        ALERT,
        INFO,
        REPORT,
        /** A preset is to be read or written; {@code do} and {@code name} say which. */
        PRESET
    }

    public DeskEvent {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
