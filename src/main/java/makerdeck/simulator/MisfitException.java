package makerdeck.simulator;

/** A line of a recording that makes no sense, in the operator's words. */
final class MisfitException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    MisfitException(String message) {
        super(message);
    }
}
