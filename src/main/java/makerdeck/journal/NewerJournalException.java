package makerdeck.journal;

import java.io.IOException;

/** The journal was written by a newer makerdeck and must not be touched. */
public final class NewerJournalException extends IOException {

    private static final long serialVersionUID = 1;

    NewerJournalException(String message) {
        super(message);
    }
}
