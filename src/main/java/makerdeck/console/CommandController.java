package makerdeck.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
import makerdeck.console.pane.Question;
import makerdeck.console.screen.ScreenCatalogue;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What the operator's lines and keys do: a line is understood as a whole or not at all, commands of the desk go to the
 * desk, and those of the screen to the UI thread. A line that raises risk is shown first and waits for an answer.
 */
final class CommandController {

    private static final long HALT_WITHIN_NANOS = 1_500_000_000L;
    private static final long ANSWER_WITHIN_NANOS = 15_000_000_000L;
    private static final long REVIEWED_WITHIN_NANOS = 60_000_000_000L;
    private static final long SILENT_NANOS = Question.SILENT.toNanos();
    private static final String YES = "yes";

    /** Answers that are no commands; a letter is none that lets anything go. */
    private static final Set<String> NO = Set.of("no", "n", "y");

    /** No word at all: the key that ends a line. */
    private static final String LEAVE = "";

    /** A line that waits, and the word that lets it go; none where the key that ends a line does. */
    private record Asked(long number, String line, List<Command> commands, String word, long askedAt) {}

    private final DeskLink link;
    private final Consumer<Consumer<ScreenState>> screen;
    private final LongSupplier answerable;
    private final LongSupplier nanos;
    private final ScreenCatalogue catalogue;
    private final Runnable leave;

    // Line thread only.
    private @Nullable Asked question;
    private boolean wentLive;
    private String typed = "";

    // Keys thread only.
    private boolean haltAsked;
    private long haltAskedAt;

    /**
     * @param screen takes what is to be done on the UI thread
     * @param answerable the question that is on the screen with all that it trades
     * @param leave ends the screen
     */
    CommandController(
            DeskLink link,
            ScreenCatalogue catalogue,
            Consumer<Consumer<ScreenState>> screen,
            LongSupplier answerable,
            Runnable leave,
            LongSupplier nanos) {
        this.leave = leave;
        this.link = link;
        this.catalogue = catalogue;
        this.screen = screen;
        this.answerable = answerable;
        this.nanos = nanos;
    }

    /** @param pasted whether any part of the line was not typed */
    void completed(String line, boolean pasted) {
        var text = line.strip();
        if (text.isEmpty()) {
            if (!leaves(pasted) && !dropQuestion()) {
                screen.accept(state -> state.navigation().enter());
            }
            return;
        }
        if (text.startsWith(LineView.PALETTE)) {
            screen.accept(state -> state.navigation().take(text.substring(1).strip()));
            return;
        }
        if (text.startsWith(LineView.FILTER)) {
            screen.accept(state -> state.navigation()
                    .filter(text.substring(LineView.FILTER.length()).strip()));
            return;
        }
        screen.accept(state -> state.navigation().beginCommand());
        if (isAnswered(text, pasted)) {
            return;
        }
        var parsed = link.language().parse(text);
        if (parsed instanceof Parsed.Mistake mistake) {
            screen.accept(state -> state.mistake(text, mistake.message()));
        } else if (parsed instanceof Parsed.Commands commands) {
            if (onlyWatches(commands.commands())) {
                say(Notice.Kind.MISTAKE, Message.of("console.say.only-watching", text));
            } else if (mustAsk(commands.risk())) {
                ask(text, commands);
            } else if (isReviewed(commands)) {
                ask(text, commands.commands(), LEAVE);
            } else {
                carryOut(text, link.questions().getAsLong(), false, commands.commands());
            }
        }
    }

    /** What a line would make of the quotes, while it is typed and only changes parameters. Line thread. */
    void typed(String line) {
        if (line.equals(typed)) {
            return;
        }
        typed = line;
        if (!isAsking()
                && link.role() != ScreenRole.WATCHING
                && link.language().parse(line) instanceof Parsed.Commands parsed
                && !parsed.commands().isEmpty()
                && parsed.commands().stream().allMatch(CommandController::changesParameters)) {
            var commands =
                    parsed.commands().stream().map(DeskCommand.class::cast).toList();
            link.commands().accept(line, new DeskCommand.Preview(DeskCommand.Preview.TYPED, commands));
        }
    }

    private boolean onlyWatches(List<Command> commands) {
        return link.role() == ScreenRole.WATCHING
                && commands.stream().anyMatch(each -> each instanceof DeskCommand forDesk && !forDesk.changesNothing());
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
        question = null;
        if (dropped == null || isMoot(dropped)) {
            return false;
        }
        screen.accept(ScreenState::answered);
        say(Notice.Kind.INFO, Message.of("console.say.not-sent", dropped.line()));
        return true;
    }

    /** Whether the next line may be an answer. Line thread. */
    boolean isAsking() {
        var asked = question;
        return asked != null && isInTime(asked) && !isMoot(asked);
    }

    /** Whether the key that ends a line lets a review go that has been there to be read; false when there is none. */
    private boolean leaves(boolean pasted) {
        var asked = question;
        if (asked == null || !asked.word().equals(LEAVE) || !isInTime(asked)) {
            return false;
        }
        if (!isShown(asked)) {
            say(Notice.Kind.WARNING, Message.of("console.say.no-preview-yet", asked.line()));
        } else if (!pasted) {
            let(asked);
        }
        return true;
    }

    private boolean isInTime(Asked asked) {
        long within = asked.word().equals(LEAVE) ? REVIEWED_WITHIN_NANOS : ANSWER_WITHIN_NANOS;
        return nanos.getAsLong() - asked.askedAt() <= within;
    }

    /** An engine that says nothing for a while must not keep anybody from leaving. */
    private boolean isShown(Asked asked) {
        return link.snapshots().get().previews().has(asked.number())
                || nanos.getAsLong() - asked.askedAt() > SILENT_NANOS;
    }

    private void let(Asked asked) {
        question = null;
        screen.accept(ScreenState::answered);
        carryOut(asked.line(), asked.number(), true, asked.commands());
    }

    /** Any word but the right one, typed in time, means no; what is not an answer is a new line. */
    private boolean isAnswered(String text, boolean pasted) {
        var asked = question;
        if (asked == null) {
            boolean answers = text.equalsIgnoreCase(YES) || isNo(text);
            if (answers) {
                say(Notice.Kind.INFO, Message.of("console.say.nothing-asked"));
            }
            return answers;
        }
        if (isMoot(asked)) {
            question = null;
            return text.equalsIgnoreCase(asked.word()) || isNo(text);
        }
        if (asked.word().equals(LEAVE)) {
            return isAnsweredToReview(asked, text, pasted);
        }
        boolean right = text.equalsIgnoreCase(asked.word());
        if (right && !pasted && isInTime(asked)) {
            var preview = link.snapshots().get().previews().of(asked.number());
            if (preview.number() != asked.number()) {
                say(Notice.Kind.WARNING, Message.of("console.say.no-preview-yet", asked.line()));
                return true;
            }
            if (preview.vital() > 0 && answerable.getAsLong() != asked.number()) {
                say(Notice.Kind.WARNING, Message.of("console.say.trade-out-of-sight", asked.line()));
                return true;
            }
            wentLive |= asked.commands().stream().anyMatch(DeskCommand.Resume.class::isInstance);
            let(asked);
            return true;
        }
        dropQuestion();
        return right || isNo(text);
    }

    /** Whoever types the line again, or yes, leaves; any other line stays, and is a new one. */
    private boolean isAnsweredToReview(Asked asked, String text, boolean pasted) {
        boolean right = text.equalsIgnoreCase(asked.line()) || text.equalsIgnoreCase(YES);
        if (right && leaves(pasted)) {
            return true;
        }
        dropQuestion();
        return isNo(text) || text.equalsIgnoreCase(YES);
    }

    private static boolean isNo(String text) {
        return NO.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether the desk has said that nothing would come of it; the screen has told. */
    private boolean isMoot(Asked asked) {
        return link.snapshots().get().previews().of(asked.number()).moot();
    }

    private boolean mustAsk(Risk risk) {
        var mode = link.snapshots().get().mode();
        return risk.asks(mode.isRealMoney(), mode.venueLivesOn());
    }

    private void ask(String line, Parsed.Commands commands) {
        boolean starts = commands.commands().stream().anyMatch(DeskCommand.Resume.class::isInstance);
        var desk = link.snapshots().get();
        boolean goesLive = desk.mode() == Mode.LIVE && starts && !wentLive;
        ask(line, commands.commands(), goesLive || commands.risk() == Risk.ABANDONS ? desk.symbol() : YES);
    }

    /** The end of the desk is looked at first; what is ending already is only told again. */
    private boolean isReviewed(Parsed.Commands parsed) {
        return parsed.commands().stream().anyMatch(DeskCommand.Quit.class::isInstance)
                && link.snapshots().get().state() != DeskState.STOPPING;
    }

    private void ask(String line, List<Command> commands, String word) {
        long number = link.questions().getAsLong();
        question = new Asked(number, line, commands, word, nanos.getAsLong());
        var forDesk = commands.stream()
                .filter(DeskCommand.class::isInstance)
                .map(DeskCommand.class::cast)
                .toList();
        link.commands().accept(line, new DeskCommand.Preview(number, forDesk));
        boolean endsForAll = word.equals(LEAVE) && link.role() == ScreenRole.ATTACHED;
        screen.accept(state -> state.ask(number, line, word, endsForAll));
    }

    private void carryOut(String line, long number, boolean agreed, List<Command> commands) {
        for (var command : commands) {
            var shown = screenOf(command);
            if (shown.isPresent()) {
                screen.accept(state -> state.navigation().show(shown.get()));
            } else if (command instanceof DeskCommand.Why why) {
                screen.accept(state -> state.why(why.topic()));
            } else if (command instanceof DeskCommand.Curve) {
                screen.accept(ScreenState::curve);
            } else if (command instanceof ScreenCommand.Detach && link.role() != ScreenRole.OWN) {
                leave.run();
            } else if (command instanceof DeskCommand forDesk) {
                link.commands().accept(line, DeskCommand.Judged.of(number, agreed, forDesk));
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
        if (refuses(KeyBinding.ACKNOWLEDGE)) {
            return;
        }
        link.commands().accept("ack", new DeskCommand.Acknowledge());
    }

    /** Halts when asked twice in a short time. Keys thread. */
    void halt() {
        if (refuses(KeyBinding.HALT)) {
            return;
        }
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

    private boolean refuses(KeyBinding key) {
        boolean watches = link.role() == ScreenRole.WATCHING;
        if (watches) {
            say(Notice.Kind.MISTAKE, Message.of("console.say.only-watching", key.key()));
        }
        return watches;
    }

    /** Any thread. */
    void sayHowToLeave() {
        say(
                Notice.Kind.INFO,
                Message.of(link.role() == ScreenRole.OWN ? "console.say.type-quit" : "console.say.type-detach"));
    }

    /** Any thread. */
    void say(Notice.Kind kind, Message what) {
        screen.accept(state -> state.say(kind, what));
    }
}
