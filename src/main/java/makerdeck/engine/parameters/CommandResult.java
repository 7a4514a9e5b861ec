package makerdeck.engine.parameters;

/** What a command came to. */
public record CommandResult(boolean ok, String text, boolean saysHowLong) {

    public static CommandResult done(String text) {
        return new CommandResult(true, text, false);
    }

    /** A change whose text says how long it took. */
    public static CommandResult applied(String text) {
        return new CommandResult(true, text, true);
    }

    public static CommandResult refused(String text) {
        return new CommandResult(false, text, false);
    }
}
