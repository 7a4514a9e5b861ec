package makerdeck.journal;

import java.sql.SQLException;
import makerdeck.message.Message;
import makerdeck.message.Said;
import org.sqlite.SQLiteErrorCode;

/** What this program itself finds wrong with a journal's file, as the database would tell it. */
final class UnsoundFileException extends SQLException implements Said {

    private static final long serialVersionUID = 1;

    private final transient Message said;

    UnsoundFileException(Message said, SQLiteErrorCode code) {
        super(said.toString(), "", code.code);
        this.said = said;
    }

    @Override
    public Message said() {
        return said;
    }
}
