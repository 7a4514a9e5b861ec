package makerdeck.backpack.wire;

import makerdeck.text.PlainText;

/** A text that is not the message it should be. */
public final class MalformedMessageException extends Exception {

    public MalformedMessageException(String what, Exception cause) {
        super(what + ": " + PlainText.line(String.valueOf(cause.getMessage())), cause);
    }
}
