package makerdeck.guardian;

import java.io.IOException;
import makerdeck.message.Message;
import makerdeck.message.Said;

/** Nobody serves the venue's address on this machine any more: a venue that is gone has taken its orders along. */
final class DesertedException extends IOException implements Said {

    private static final long serialVersionUID = 1;

    private final transient Message said;

    DesertedException(IOException cause) {
        super(cause.getMessage(), cause);
        said = Message.about(cause);
    }

    @Override
    public Message said() {
        return said;
    }
}
