package makerdeck.command;

/** What an operator asks. Either the desk answers it or the screen itself. Immutable. */
public sealed interface Command permits DeskCommand, ScreenCommand {}
