package makerdeck.console.keys;

/**
 * What the row of hints says about a key.
 *
 * @param text key of the bundles
 * @param usual whether it is said while no pane is chosen
 * @param chosen whether it is said while one is
 */
public record Hint(String text, boolean usual, boolean chosen) {

    static Hint usual(String text) {
        return new Hint(text, true, false);
    }

    static Hint chosen(String text) {
        return new Hint(text, false, true);
    }

    static Hint always(String text) {
        return new Hint(text, true, true);
    }
}
