package makerdeck.backpack.server.stream;

import makerdeck.backpack.wire.Frame;

/** Carries what is wrong with a client's frame; never leaves the room. */
final class RefusedFrameException extends Exception {

    private final transient Frame.Problem problem;

    RefusedFrameException(Frame.Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    Frame.Problem problem() {
        return problem;
    }
}
