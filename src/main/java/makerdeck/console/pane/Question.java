package makerdeck.console.pane;

import java.time.Duration;
import java.time.Instant;

/**
 * A line that waits for an answer. Immutable.
 *
 * @param number by which the desk's preview is known
 * @param word that lets the line go; any other means no. Empty: a review, which Enter lets go
 * @param endsForAll a review of what ends the desk, which others look at too and this screen could leave
 * @param until later it is no
 */
public record Question(long number, String line, String word, boolean endsForAll, Instant until) {

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);
    private static final Duration REVIEWED_WITHIN = Duration.ofSeconds(60);

    /** An engine that says nothing for so long must not keep anybody from leaving. */
    public static final Duration SILENT = Duration.ofSeconds(2);

    /** Of a screen that nobody else has. */
    public Question(long number, String line, String word, Instant until) {
        this(number, line, word, false, until);
    }

    /** Asked at {@code now}; there is more time to read a review. */
    public static Question asked(long number, String line, String word, boolean endsForAll, Instant now) {
        return new Question(
                number, line, word, endsForAll, now.plus(word.isEmpty() ? REVIEWED_WITHIN : ANSWERED_WITHIN));
    }

    /** Whole seconds, begun ones too; a frame may be a little older than the question. */
    long secondsLeft(Instant now) {
        var whole = word.isEmpty() ? REVIEWED_WITHIN : ANSWERED_WITHIN;
        var left = Duration.between(now, until).plusMillis(999).toSeconds();
        return Math.max(0, Math.min(whole.toSeconds(), left));
    }

    /** Whether a review that the desk does not answer is let go all the same. */
    boolean isLeft(Instant now) {
        return now.isAfter(until.minus(REVIEWED_WITHIN).plus(SILENT));
    }
}
