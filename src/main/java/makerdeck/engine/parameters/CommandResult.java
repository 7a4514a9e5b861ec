package makerdeck.engine.parameters;

import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** What a command came to. */
public record CommandResult(boolean ok, @Nullable Message text, boolean saysHowLong) {

    /** There is nothing to say of it. */
    public static CommandResult done() {
        return new CommandResult(true, null, false);
    }

    public static CommandResult done(Message text) {
        return new CommandResult(true, text, false);
    }

    /** A change whose text says how long it took. */
    public static CommandResult applied(Message text) {
        return new CommandResult(true, text, true);
    }

    public static CommandResult refused(Message text) {
        return new CommandResult(false, text, false);
    }
}
