package makerdeck.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import makerdeck.command.Command;
import makerdeck.command.DeskCommand;
import makerdeck.command.Parsed;
import makerdeck.command.Risk;
import makerdeck.command.ScreenCommand;
import makerdeck.command.ScreenName;
import makerdeck.console.keys.KeyBinding;
import makerdeck.console.line.LineView;
import makerdeck.console.pane.Notice;
import makerdeck.console.screen.ScreenCatalogue;
import makerdeck.message.Message;
import makerdeck.snapshot.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What the operator's lines and keys do: a line is understood as a whole or not at all, commands of the desk go to the
 * desk, and those of the screen to the UI thread. A line that raises risk is shown first and waits for an answer.
 */
final class CommandController {

    private static final long HALT_WITHIN_NANOS = 1_500_000_000L;
    private static final long ANSWER_WITHIN_NANOS = 15_000_000_000L;
    private static final String YES = "yes";

    /** A line that waits, and the word that lets it go. */
    private record Question(long number, String line, List<Command> commands, String word, long askedAt) {}

    private final DeskLink link;
    private final Consumer<Consumer<ScreenState>> screen;
    private final LongSupplier nanos;
    private final ScreenCatalogue catalogue;

    // Line thread only.
    private @Nullable Question question;
    private long questions;
    private boolean wentLive;
    private String typed = "";

    // Keys thread only.
    private boolean haltAsked;
    private long haltAskedAt;

    /** @param screen takes what is to be done on the UI thread */
    CommandController(
            DeskLink link, ScreenCatalogue catalogue, Consumer<Consumer<ScreenState>> screen, LongSupplier nanos) {
        this.link = link;
        this.catalogue = catalogue;
        this.screen = screen;
        this.nanos = nanos;
    }

    /** @param pasted whether any part of the line was not typed */
    void completed(String line, boolean pasted) {
        var text = line.strip();
        if (text.isEmpty()) {
            if (!dropQuestion()) {
                screen.accept(ScreenState::enter);
            }
            return;
        }
        if (text.startsWith(LineView.FILTER)) {
            screen.accept(state ->
                    state.filter(text.substring(LineView.FILTER.length()).strip()));
            return;
        }
        screen.accept(ScreenState::beginCommand);
        if (isAnswered(text, pasted)) {
            return;
        }
        var parsed = link.language().parse(text);
        if (parsed instanceof Parsed.Mistake mistake) {
            screen.accept(state -> state.mistake(text, mistake.message()));
        } else if (parsed instanceof Parsed.Commands commands) {
            if (mustAsk(commands.risk())) {
                ask(text, commands);
            } else {
                carryOut(text, commands.commands());
            }
        }
    }

    /** What a line would make of the quotes, while it is typed and only changes parameters. Line thread. */
    void typed(String line) {
        if (line.equals(typed)) {
            return;
        }
        typed = line;
        if (question == null
                && link.language().parse(line) instanceof Parsed.Commands parsed
                && !parsed.commands().isEmpty()
                && parsed.commands().stream().allMatch(CommandController::changesParameters)) {
            var commands =
                    parsed.commands().stream().map(DeskCommand.class::cast).toList();
            link.commands().accept(line, new DeskCommand.Preview(DeskCommand.Preview.TYPED, commands));
        }
    }

    private static boolean changesParameters(Command command) {
        return command instanceof DeskCommand.SetParameters
                || command instanceof DeskCommand.LoadPreset
                || command instanceof DeskCommand.Undo
                || command instanceof DeskCommand.Redo;
    }

    /** Drops what waits for an answer; false when nothing does. Line thread. */
    boolean dropQuestion() {
        var dropped = question;
        if (dropped == null) {
            return false;
        }
        question = null;
        screen.accept(ScreenState::answered);
        say(Notice.Kind.INFO, Message.of("console.say.not-sent", dropped.line()));
        return true;
    }

    /** Whether the next line may be an answer. Line thread. */
    boolean isAsking() {
        var asked = question;
        return asked != null && nanos.getAsLong() - asked.askedAt() <= ANSWER_WITHIN_NANOS;
    }

    /** Any word but the right one, typed in time, means no; what is not an answer is a new line. */
    private boolean isAnswered(String text, boolean pasted) {
        var asked = question;
        if (asked == null) {
            return false;
        }
        boolean right = text.equalsIgnoreCase(asked.word());
        if (right && !pasted && nanos.getAsLong() - asked.askedAt() <= ANSWER_WITHIN_NANOS) {
            if (link.snapshots().get().preview().number() != asked.number()) {
                say(Notice.Kind.WARNING, Message.of("console.say.no-preview-yet", asked.line()));
                return true;
            }
            question = null;
            screen.accept(ScreenState::answered);
            wentLive |= asked.commands().stream().anyMatch(DeskCommand.Resume.class::isInstance);
            carryOut(asked.line(), asked.commands());
            return true;
        }
        dropQuestion();
        var answer = text.toLowerCase(Locale.ROOT);
        return right || answer.equals("no") || answer.equals("n");
    }

    private boolean mustAsk(Risk risk) {
        var mode = link.snapshots().get().mode();
        return risk.asks(mode.isRealMoney(), mode.venueLivesOn());
    }

    private void ask(String line, Parsed.Commands commands) {
        boolean starts = commands.commands().stream().anyMatch(DeskCommand.Resume.class::isInstance);
        var desk = link.snapshots().get();
        boolean goesLive = desk.mode() == Mode.LIVE && starts && !wentLive;
        var word = goesLive || commands.risk() == Risk.ABANDONS ? desk.symbol() : YES;
        long number = ++questions;
        question = new Question(number, line, commands.commands(), word, nanos.getAsLong());
        var forDesk = commands.commands().stream()
                .filter(DeskCommand.class::isInstance)
                .map(DeskCommand.class::cast)
                .toList();
        link.commands().accept(line, new DeskCommand.Preview(number, forDesk));
        screen.accept(state -> state.ask(number, line, word));
    }

    private void carryOut(String line, List<Command> commands) {
        for (var command : commands) {
            var shown = screenOf(command);
            if (shown.isPresent()) {
                screen.accept(state -> state.show(shown.get()));
            } else if (command instanceof DeskCommand.Why why) {
                screen.accept(state -> state.why(why.topic()));
            } else if (command instanceof DeskCommand forDesk) {
                link.commands().accept(line, forDesk);
            } else if (command instanceof ScreenCommand forScreen) {
                screen.accept(forScreen::deliverTo);
            }
        }
    }

    /** The full screen that shows what a command asks for; what has none is told in the log. */
    private Optional<ScreenName> screenOf(Command command) {
        return command instanceof DeskCommand.Show show
                ? ScreenName.of(show.subject()).filter(catalogue::has)
                : Optional.empty();
    }

    /** Keys thread. */
    void acknowledge() {
        link.commands().accept("ack", new DeskCommand.Acknowledge());
    }

    /** Halts when asked twice in a short time. Keys thread. */
    void halt() {
        long now = nanos.getAsLong();
        if (haltAsked && now - haltAskedAt <= HALT_WITHIN_NANOS) {
            haltAsked = false;
            link.commands().accept("halt", new DeskCommand.Halt(Message.plain(KeyBinding.HALT.pressed())));
        } else {
            haltAsked = true;
            haltAskedAt = now;
            say(Notice.Kind.WARNING, Message.of("console.say.halt-again", KeyBinding.HALT.key()));
        }
    }

    /** Any thread. */
    void say(Notice.Kind kind, Message what) {
        screen.accept(state -> state.say(kind, what));
    }
}
