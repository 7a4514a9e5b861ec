package makerdeck.backpack.client.base;

import java.io.IOException;
import makerdeck.message.Message;
import makerdeck.message.Said;

/** The venue was reached and said no: asking again unchanged will not help. */
public final class VenueRefusedException extends IOException implements Said {

    private static final long serialVersionUID = 1L;

    private final transient Message said;

    public VenueRefusedException(Message said) {
        super(said.toString());
        this.said = said;
    }

    @Override
    public Message said() {
        return said;
    }
}
