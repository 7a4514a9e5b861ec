package makerdeck.simulator;

/** Carries a {@link Refusal} out of the admission; it never leaves the room. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final Refusal why;

    RefusedException(Refusal why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    Refusal why() {
        return why;
    }
}
