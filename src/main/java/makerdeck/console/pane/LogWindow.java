package makerdeck.console.pane;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the log is shown. Immutable.
 *
 * @param pausedAt later lines are not shown, only counted; null while it follows
 * @param skipped lines above the first one shown
 */
public record LogWindow(@Nullable Instant pausedAt, int skipped) {

    public static final LogWindow NEWEST = new LogWindow(null, 0);

    /** Moved by some lines, to older ones for a positive number; back at the newest it follows again. */
    public LogWindow by(int lines, Instant now) {
        int moved = skipped + lines;
        return moved <= 0 ? NEWEST : new LogWindow(pausedAt == null ? now : pausedAt, moved);
    }
}
