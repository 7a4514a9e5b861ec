package makerdeck.console;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import makerdeck.command.Command;
import makerdeck.command.CommandLanguage;
import makerdeck.command.DeskCommand;
import makerdeck.command.Parsed;
import makerdeck.command.ScreenCommand;
import makerdeck.console.pane.Notice;

/**
 * What the operator's lines and keys do: a line is understood as a whole or not at all, commands of the desk go to the
 * desk, and those of the screen to the UI thread. Called by the line and keys threads.
 */
final class Operator {

    private static final long HALT_WITHIN_NANOS = 1_500_000_000L;

    private final CommandLanguage language;
    private final BiConsumer<String, DeskCommand> desk;
    private final Consumer<Consumer<ScreenState>> screen;
    private final LongSupplier nanos;

    // Keys thread only.
    private boolean haltAsked;
    private long haltAskedAt;

    /** @param screen takes what is to be done on the UI thread */
    Operator(
            CommandLanguage language,
            BiConsumer<String, DeskCommand> desk,
            Consumer<Consumer<ScreenState>> screen,
            LongSupplier nanos) {
        this.language = language;
        this.desk = desk;
        this.screen = screen;
        this.nanos = nanos;
    }

    void completed(String line) {
        var text = line.strip();
        screen.accept(ScreenState::closeOverlay);
        if (text.isEmpty()) {
            return;
        }
        var parsed = language.parse(text);
        if (parsed instanceof Parsed.Mistake mistake) {
            say(Notice.Kind.MISTAKE, text + ": " + mistake.message());
        } else if (parsed instanceof Parsed.Commands commands) {
            commands.commands().forEach(command -> carryOut(text, command));
        }
    }

    private void carryOut(String line, Command command) {
        if (command instanceof DeskCommand forDesk) {
            desk.accept(line, forDesk);
        } else if (command instanceof ScreenCommand forScreen) {
            screen.accept(forScreen::deliverTo);
        }
    }

    void acknowledge() {
        desk.accept("ack", new DeskCommand.Acknowledge());
    }

    /** Halts when asked twice in a short time. */
    void halt() {
        long now = nanos.getAsLong();
        if (haltAsked && now - haltAskedAt <= HALT_WITHIN_NANOS) {
            haltAsked = false;
            desk.accept("halt", new DeskCommand.Halt("F8 F8"));
        } else {
            haltAsked = true;
            haltAskedAt = now;
            say(Notice.Kind.WARNING, "F8 again within 1.5 s cancels all orders and halts");
        }
    }

    void say(Notice.Kind kind, String text) {
        screen.accept(state -> state.say(kind, text));
    }
}
