package makerdeck.simulator.model;

/** Carries a {@link RejectReason} out of the admission; it never leaves the room. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final RejectReason why;

    public RefusedException(RejectReason why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public RejectReason why() {
        return why;
    }
}
