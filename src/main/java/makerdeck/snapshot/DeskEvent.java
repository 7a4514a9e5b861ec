package makerdeck.snapshot;

import java.time.Instant;
import makerdeck.message.Message;

/**
 * One thing that happened on the desk: a line of the log, an object of the headless output.
 *
 * @param sequence counts up by one from the start of the desk
 * @param text one line for people
 * @param news what it is, for programs
 */
public record DeskEvent(long sequence, Instant at, Severity severity, Message text, DeskNews news) {

    /** The kinds, named as in the log file. */
    public enum Kind {
        STATE,
        ORDER,
        FILL,
        PARAMETER,
        COMMAND,
        ALERT,
        INFO,
        REPORT
    }

    public Kind kind() {
        return news.kind();
    }

    /** Whether it is the answer to a command that changed nothing: read once, no row of the log. */
    public boolean isPassing() {
        return news instanceof DeskNews.CommandAnswered answer && answer.isPassing();
    }
}
