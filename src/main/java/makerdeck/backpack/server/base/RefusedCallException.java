package makerdeck.backpack.server.base;

/** Carries the answer to a call that goes no further; never leaves the room. */
public final class RefusedCallException extends Exception {

    private final transient Answer answer;

    public RefusedCallException(Answer answer) {
        super(String.valueOf(answer.body()), null, false, false);
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }
}
