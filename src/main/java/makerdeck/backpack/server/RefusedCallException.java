package makerdeck.backpack.server;

/** Carries the answer to a call that goes no further; never leaves the room. */
final class RefusedCallException extends Exception {

    private final transient Answer answer;

    RefusedCallException(Answer answer) {
        super(String.valueOf(answer.body()), null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
