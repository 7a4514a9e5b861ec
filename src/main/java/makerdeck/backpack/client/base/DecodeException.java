package makerdeck.backpack.client.base;

import makerdeck.message.Message;
import makerdeck.message.Said;

/** Well-formed JSON that does not say what it must. */
public final class DecodeException extends Exception implements Said {

    private static final long serialVersionUID = 1L;

    private final transient Message said;

    public DecodeException(Message said) {
        super(said.toString());
        this.said = said;
    }

    @Override
    public Message said() {
        return said;
    }
}
