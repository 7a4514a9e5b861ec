package makerdeck.backpack.client.base;

import java.io.IOException;
import makerdeck.message.Message;
import makerdeck.message.Said;

/** The venue has given no answer that can be used; asking again may help. */
public final class UnansweredException extends IOException implements Said {

    private static final long serialVersionUID = 1L;

    private final transient Message said;

    public UnansweredException(Message said) {
        super(said.toString());
        this.said = said;
    }

    @Override
    public Message said() {
        return said;
    }
}
