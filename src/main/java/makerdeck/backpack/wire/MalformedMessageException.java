package makerdeck.backpack.wire;

/** A text that is not the message it should be. */
public final class MalformedMessageException extends Exception {

    MalformedMessageException(String what, Exception cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
