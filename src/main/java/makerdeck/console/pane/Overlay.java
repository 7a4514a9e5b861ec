package makerdeck.console.pane;

import java.util.List;

/**
 * A page of text over the panes.
 *
 * @param scrolled rows hidden above its top
 */
public record Overlay(String title, List<String> lines, int scrolled) {

    public static final Overlay NONE = new Overlay("", List.of(), 0);

    public Overlay {
        lines = List.copyOf(lines);
    }

    public boolean isOpen() {
        return !lines.isEmpty();
    }

    /** Scrolled by some rows, at most to its last line. */
    public Overlay by(int rows) {
        return new Overlay(title, lines, Math.max(0, Math.min(lines.size() - 1, scrolled + rows)));
    }
}
