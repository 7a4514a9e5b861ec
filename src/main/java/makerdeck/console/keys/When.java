package makerdeck.console.keys;

/** When a key does what a row of {@link KeyBinding} says. */
public enum When {
    /** Whatever stands on the screen and in the line; the line never gets to see the key. */
    ANYWHERE,
    /** A full screen is open, nothing waits for an answer, and the line is as for {@link #EMPTY}. */
    SCREEN,
    /** The line looks for something in the palette. */
    PALETTE,
    /** Nothing stands in the line, no list of choices is open and the history is not searched. */
    EMPTY,
    /** Something stands in the line. */
    TYPED,
    /** The list of choices is open. */
    MENU,
    /** One of the choices of the list stands in the line. */
    CHOOSING,
    /** The history has a grey end for what is typed, and the cursor stands before it. */
    SUGGESTED,
    /** In the line, where no row above says otherwise. */
    LINE
}
