package makerdeck.journal;

import java.io.IOException;
import makerdeck.message.Message;
import makerdeck.message.Said;

/** The journal was written by a newer makerdeck and must not be touched. */
public final class NewerJournalException extends IOException implements Said {

    private static final long serialVersionUID = 1;

    private final transient Message said;

    NewerJournalException(Message said) {
        super(said.toString());
        this.said = said;
    }

    @Override
    public Message said() {
        return said;
    }
}
