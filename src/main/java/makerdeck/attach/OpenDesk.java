package makerdeck.attach;

import java.util.List;
import java.util.function.Consumer;
import makerdeck.command.CommandLanguage;
import makerdeck.command.DeskCommand;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.words.Speech;

/** A running desk, as others may have it. Any thread; nothing here blocks. */
public interface OpenDesk {

    /** The latest frame. */
    DeskSnapshot snapshot();

    /** The language of commands, its help in those words. */
    CommandLanguage language(Speech speech);

    /** @param asker from 1; the desk's answer bears the number */
    void offer(long asker, String line, DeskCommand command);

    /** A number for a question that no other question of the desk has. */
    long question();

    /** Has the results told, once they have been read. */
    void results(Consumer<List<Message>> told);
}
