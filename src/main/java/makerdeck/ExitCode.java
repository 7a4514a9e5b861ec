package makerdeck;

/** Exit codes, as scripts know them. */
final class ExitCode {

    static final int OK = 0;
    static final int USAGE = 2;
    static final int REFUSED = 3;
    static final int NOT_CONNECTED = 4;
    /** Left with orders it could not confirm cancelled. */
    static final int ORDERS_LEFT = 5;
    /** Left in order, but the journal lacks what happened last. */
    static final int JOURNAL_CUT = 8;
    /** A defect of the program. */
    static final int BROKEN = 70;

    private ExitCode() {}
}
