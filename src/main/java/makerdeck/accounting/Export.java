package makerdeck.accounting;

import java.io.IOException;
import java.util.List;
import makerdeck.journal.AccountEntry;

/** Turns changes of accounts into rows. It is told all of them, in order, whichever are wanted. One thread. */
interface Export {

    /** Names of the columns. */
    List<String> columns();

    void on(AccountEntry.Desk desk, AccountEntry entry, Rows rows) throws IOException;

    /** Where rows go. */
    interface Rows {

        /** As many cells as there are columns. */
        void add(String... cells) throws IOException;
    }
}
