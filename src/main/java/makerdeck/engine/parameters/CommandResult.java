package makerdeck.engine.parameters;

import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a command came to.
 *
 * @param saysHowLong whether the text says how long it took
 * @param isChange whether anything is another than before, or was to be
 */
public record CommandResult(boolean ok, @Nullable Message text, boolean saysHowLong, boolean isChange) {

    /** The text; an empty one where there is none. */
    public Message said() {
        return text == null ? Message.plain("") : text;
    }

    /** There is nothing to say of it. */
    public static CommandResult done() {
        return new CommandResult(true, null, false, true);
    }

    public static CommandResult done(Message text) {
        return new CommandResult(true, text, false, true);
    }

    /** A change whose text says how long it took. */
    public static CommandResult applied(Message text) {
        return new CommandResult(true, text, true, true);
    }

    public static CommandResult refused(Message text) {
        return new CommandResult(false, text, false, true);
    }

    /** Everything was so already. */
    public static CommandResult unchanged(Message text) {
        return new CommandResult(true, text, false, false);
    }

    /** It cannot be done, and there was nothing to do. */
    public static CommandResult nothing(Message text) {
        return new CommandResult(false, text, false, false);
    }
}
