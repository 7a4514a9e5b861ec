package makerdeck.command;

/** How the screen is divided. */
public enum LayoutName {
    /** As the size of the terminal allows. */
    AUTO,
    /** Own orders and the ratio bar. */
    TINY,
    /** Book, orders, balances, fills, log. */
    NARROW,
    /** The market too. */
    WIDE,
    /** Tape, parameters and health too. */
    FULL
}
