package makerdeck.message;

import java.io.IOException;

/** Something of the machine cannot be had: a file, a port, a library. Its message says all of it, in one line. */
public final class UnavailableException extends IOException implements Said {

    private static final long serialVersionUID = 1L;

    private final transient Message said;

    public UnavailableException(Message said) {
        super(said.toString());
        this.said = said;
    }

    public UnavailableException(Message said, Throwable cause) {
        super(said.toString(), cause);
        this.said = said;
    }

    @Override
    public Message said() {
        return said;
    }
}
