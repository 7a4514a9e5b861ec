package makerdeck.experiment;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import makerdeck.message.Message;
import makerdeck.words.Speech;

/**
 * How far long work is, and how long it will take: a bar that is drawn over itself on a terminal, a line at every tenth
 * of the work elsewhere. One thread.
 */
public final class Progress {

    private static final int WIDTH = 30;
    private static final int TENTHS = 10;
    private static final Duration REDRAWN = Duration.ofMillis(200);

    private final PrintStream to;
    private final boolean terminal;
    private final Speech speech;
    private final Clock clock;
    private final long total;
    private final Instant begun;

    private Instant drawn;
    private long done;

    /**
     * @param to standard error, so that results can be piped
     * @param terminal whether somebody looks at it
     * @param total parts of work; those of an earlier run not among them
     */
    Progress(PrintStream to, boolean terminal, Speech speech, Clock clock, long total) {
        this.to = to;
        this.terminal = terminal;
        this.speech = speech;
        this.clock = clock;
        this.total = total;
        begun = clock.instant();
        drawn = begun;
    }

    /** As above; somebody looks at it when the program was started on a terminal. */
    public static Progress of(PrintStream to, Speech speech, Clock clock, long total) {
        return new Progress(to, System.console() != null, speech, clock, total);
    }

    /** So many parts are done by now, more than before. */
    public void done(int parts) {
        long before = done;
        done = parts;
        var now = clock.instant();
        boolean last = done == total;
        if (terminal && (last || Duration.between(drawn, now).compareTo(REDRAWN) >= 0)) {
            drawn = now;
            to.print("\r" + bar() + " " + said(now) + "\u001b[K" + (last ? "\n" : ""));
            to.flush();
        } else if (!terminal && done * TENTHS / total > before * TENTHS / total) {
            to.println(said(now));
        }
    }

    /** Leaves the line of the bar, also when the work has ended before its end. */
    public void end() {
        if (terminal && done < total && drawn.isAfter(begun)) {
            to.println();
        }
    }

    private String bar() {
        int filled = (int) (done * WIDTH / total);
        return "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "]";
    }

    private String said(Instant now) {
        var gone = Duration.between(begun, now);
        if (done == total) {
            return speech.say("laboratory.progress.end", done, total, length(gone));
        }
        var left = Duration.ofMillis(gone.toMillis() * (total - done) / done);
        return speech.say(Message.of("laboratory.progress", done, total, length(left)));
    }

    /** {@code 1h 05m}, {@code 3m 20s}, {@code 7s}. */
    static String length(Duration length) {
        long seconds = length.toSeconds() + (length.toMillisPart() >= 500 ? 1 : 0);
        if (seconds >= 3600) {
            return String.format("%dh %02dm", seconds / 3600, seconds / 60 % 60);
        }
        return seconds >= 60 ? String.format("%dm %02ds", seconds / 60, seconds % 60) : seconds + "s";
    }
}
