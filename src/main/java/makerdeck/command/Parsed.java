package makerdeck.command;

import java.util.List;
import makerdeck.message.Message;

/** What came of a line. Immutable. */
public sealed interface Parsed {

    /**
     * The whole line is valid. Empty for an empty line or a comment.
     *
     * @param risk the greatest among the commands
     */
    record Commands(List<Command> commands, Risk risk) implements Parsed {
        public Commands {
            commands = List.copyOf(commands);
        }
    }

    /**
     * Something in the line is wrong, so none of it may run.
     *
     * @param message one line with what is wrong and what would be right
     * @param start index of the first wrong character, {@code end} one after the last
     */
    record Mistake(Message message, int start, int end) implements Parsed {}
}
