package makerdeck.console.theme;

/** A theme that cannot be used; the message is one line that says where and why. */
public final class BadThemeException extends Exception {

    private static final long serialVersionUID = 1;

    BadThemeException(String message) {
        super(message);
    }
}
