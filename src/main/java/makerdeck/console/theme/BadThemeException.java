package makerdeck.console.theme;

import makerdeck.message.Message;
import makerdeck.message.Said;

/** A theme that cannot be used; its message says in one line where and why. */
public final class BadThemeException extends Exception implements Said {

    private static final long serialVersionUID = 1;

    private final transient Message said;

    BadThemeException(Message said) {
        super(said.toString());
        this.said = said;
    }

    @Override
    public Message said() {
        return said;
    }
}
