package makerdeck.settings;

/** What the command line asks for. */
public sealed interface Invocation {

    /** Run the desk. */
    record RunDesk(DeskSettings settings) implements Invocation {}

    /** Run the embedded venue alone; with {@code commands} it can be told what to do on standard input. */
    record RunVenue(SimulatedVenue venue, int port, boolean commands) implements Invocation {}

    /** Print what was earned; {@code days} back, 0 for all. */
    record RunReport(int days) implements Invocation {}

    /** Nothing is left to do: help, version or an error was printed. */
    record Answered(int exitCode) implements Invocation {}
}
