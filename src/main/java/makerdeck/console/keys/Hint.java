package makerdeck.console.keys;

import makerdeck.command.PaneName;
import org.jspecify.annotations.Nullable;

/**
 * What the row of hints says about a key.
 *
 * @param text key of the bundles
 * @param usual whether it is said while no pane is chosen
 * @param chosen whether it is said while one is
 * @param pane the only one of which it is said; null: of all
 */
public record Hint(
        String text,
        boolean usual,
        boolean chosen,
        @Nullable PaneName pane) {

    static Hint usual(String text) {
        return new Hint(text, true, false, null);
    }

    static Hint chosen(String text) {
        return new Hint(text, false, true, null);
    }

    static Hint of(PaneName pane, String text) {
        return new Hint(text, false, true, pane);
    }

    /** Whether it is said while this pane is chosen, or none. */
    public boolean isSaid(@Nullable PaneName chosenPane) {
        return chosenPane == null ? usual : chosen && (pane == null || pane == chosenPane);
    }

    static Hint always(String text) {
        return new Hint(text, true, true, null);
    }
}
