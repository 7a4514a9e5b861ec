package makerdeck.text;

/** How wide our own words are: enough for the signs of the bundles, where the terminal's opinion is out of reach. */
public final class Columns {

    private static final int FIRST_WIDE = 0x1100;

    private Columns() {}

    /** Columns of a text on a terminal, where a Chinese sign takes two. */
    public static int of(String text) {
        return text.codePoints().map(sign -> sign < FIRST_WIDE ? 1 : 2).sum();
    }
}
