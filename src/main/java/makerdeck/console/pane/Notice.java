package makerdeck.console.pane;

import java.time.Instant;

/** Something the console itself has to say: a mistake in a line, a theme that cannot be read. */
public record Notice(Instant at, Kind kind, String text) {

    /** How it wants to be read. */
    public enum Kind {
        INFO,
        /** Nothing is another than before: read once, no row of the log. */
        PASSING,
        WARNING,
        /** A line that was not carried out. */
        MISTAKE
    }
}
