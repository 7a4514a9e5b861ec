package makerdeck.console.pane;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a pane is shown. Immutable.
 *
 * @param pausedAt what came later is not shown, only counted; null while the pane follows
 * @param skipped rows above the first one shown
 */
public record Scroll(@Nullable Instant pausedAt, int skipped) {

    public static final Scroll FOLLOWING = new Scroll(null, 0);

    /** Moved by some rows, down for a positive number, as far as {@code deepest}; back at the top it follows again. */
    Scroll by(int rows, int deepest, Instant now) {
        int moved = Math.min(deepest, skipped + rows);
        return moved <= 0 ? FOLLOWING : new Scroll(pausedAt == null ? now : pausedAt, moved);
    }

    /** The first row, standing still. */
    static Scroll top(Instant now) {
        return new Scroll(now, 0);
    }

    boolean isFollowing() {
        return pausedAt == null;
    }
}
