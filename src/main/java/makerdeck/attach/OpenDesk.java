package makerdeck.attach;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import makerdeck.command.CommandLanguage;
import makerdeck.command.DeskCommand;
import makerdeck.console.DeskLink;
import makerdeck.console.ScreenRole;
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

    /** What the desk's own screen knows of it, for a screen of that role. */
    DeskLink link(Speech speech, ScreenRole role, long asker);

    /** The file of the lines typed at screens. */
    Path history();

    /** Where themes are looked for. */
    List<Path> themes();

    /** Has the results told, once they have been read. */
    void results(Consumer<List<Message>> told);
}
