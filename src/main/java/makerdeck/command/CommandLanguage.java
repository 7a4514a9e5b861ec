package makerdeck.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.message.Said;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.text.Plain;

/**
 * The language of the command line: what a line means, what may come next, and what is wrong with
 * it. Pure but for its {@link CompletionContext}. Any thread.
 */
public final class CommandLanguage {

    private final CompletionContext context;
    private final HelpText help;

    public CommandLanguage(CompletionContext context) {
        this.context = context;
        this.help = new HelpText(context);
    }

    /**
     * The commands of a line, or the first mistake in it; a failure of the surroundings is a mistake too. Never throws.
     */
    public Parsed parse(String line) {
        try {
            return parsed(line);
        } catch (RuntimeException broken) {
            return new Parsed.Mistake(failed(broken), line.length(), line.length());
        }
    }

    private static Message failed(RuntimeException broken) {
        var told = broken instanceof Said
                || (broken.getMessage() != null && !broken.getMessage().isBlank());
        return Message.of(
                "command.failed",
                told ? Message.about(broken) : broken.getClass().getSimpleName());
    }

    private Parsed parsed(String line) {
        var sign = Plain.misleading(line);
        if (!sign.isEmpty()) {
            return new Parsed.Mistake(
                    Message.of("command.misleading", Message.of("text.misleading", sign)), 0, line.length());
        }
        var commands = new ArrayList<Command>();
        var risks = new ArrayList<Risk>();
        for (var words : Token.commands(line)) {
            if (words.isEmpty()) {
                continue;
            }
            var state = ParseState.of(words, context);
            if (state.mistake() != null) {
                return state.mistake();
            }
            var command = state.command();
            if (command.isEmpty()) {
                int end = words.get(words.size() - 1).end();
                return new Parsed.Mistake(Message.of("command.incomplete", expected(state), state.usage()), end, end);
            }
            commands.add(command.get());
            risks.add(state.risk());
        }
        if (commands.size() > 1) {
            risks.add(together(commands));
        }
        return new Parsed.Commands(commands, Risk.greatest(risks.stream()));
    }

    /** What several small steps of one line come to. */
    private Risk together(List<Command> commands) {
        var now = Parameters.defaults().with(context.parameterValues());
        var next = now;
        int ways = 0;
        boolean lends = false;
        try {
            for (var command : commands) {
                if (command instanceof DeskCommand.SetParameters set) {
                    next = next.with(set.values());
                } else if (command instanceof DeskCommand.LoadPreset load) {
                    next = next.with(load.values());
                    lends |= load.length() != null;
                } else if (command instanceof DeskCommand.Undo || command instanceof DeskCommand.Redo) {
                    ways++;
                }
            }
        } catch (MistakeException impossible) {
            // The desk refuses that command and carries out the others: which, is not known here.
            return Risk.RAISES;
        }
        // Only one step back is known here, and from where the desk is now; nor what is lent is given back to.
        boolean isKnown = ways == 0 || (ways == 1 && next.equals(now));
        boolean mayTrade = lends && (now.rebalance() || next.rebalance());
        return isKnown && !mayTrade ? Risk.of(now, next, context.wealth().orElse(null)) : Risk.RAISES;
    }

    /** Words that may stand where the cursor is, given what is left of it. Never throws. */
    public List<Completion> complete(String line, int cursor) {
        try {
            return completed(line, cursor);
        } catch (RuntimeException broken) {
            // What is wrong is told by the hint, and again when the line is sent.
            return List.of();
        }
    }

    private List<Completion> completed(String line, int cursor) {
        var typed = Token.Prefix.upTo(line, cursor);
        var state = ParseState.of(typed.before(), context);
        if (state.mistake() != null || typed.inComment()) {
            return List.of();
        }
        var prefix = typed.partial().toLowerCase(Locale.ROOT);
        return state.candidates().stream()
                .filter(one -> one.value().toLowerCase(Locale.ROOT).startsWith(prefix))
                .toList();
    }

    /**
     * One line about what is being typed: what is expected, what would change, or the mistake; empty when there is
     * nothing to say. Never throws.
     */
    public Optional<Message> hint(String line) {
        try {
            return hinted(line);
        } catch (RuntimeException broken) {
            return Optional.of(failed(broken));
        }
    }

    private Optional<Message> hinted(String line) {
        var typed = Token.Prefix.upTo(line, line.length());
        var before = ParseState.of(typed.before(), context);
        if (before.mistake() != null) {
            return Optional.of(before.mistake().message());
        }
        if (typed.partial().isEmpty()) {
            return typed.before().isEmpty() || typed.inComment() ? Optional.empty() : expectation(before);
        }
        var whole = ParseState.of(typed.all(), context);
        if (whole.mistake() != null) {
            return complete(line, line.length()).isEmpty()
                    ? Optional.of(whole.mistake().message())
                    : before.expectation();
        }
        if (whole.verb() == Verb.SET && whole.complete()) {
            return Optional.of(change(whole.arguments()));
        }
        return before.verb() == null || !whole.complete() ? expectation(whole) : meaning(before, whole);
    }

    /** What the word stands for that was typed last. */
    private static Optional<Message> meaning(ParseState before, ParseState whole) {
        var word = whole.arguments().last();
        return before.candidates().stream()
                .filter(one -> one.value().equals(word))
                .findFirst()
                .map(one -> Message.of("command.listed", one.value(), one.description()))
                .or(() -> expectation(whole));
    }

    private static Message expected(ParseState state) {
        return state.expectation().orElse(Message.plain(""));
    }

    private static Optional<Message> expectation(ParseState state) {
        var verb = state.verb();
        if (verb == null) {
            return Optional.empty();
        }
        return Optional.of(state.expectation()
                .map(expectation -> Message.of("command.and", verb.usage(), expectation))
                .orElse(verb.help()));
    }

    private static Message change(Arguments arguments) {
        var now = arguments.parameters();
        var next = now.with(arguments.changes());
        var changes = now.changesTo(next).stream().map(Parameters.Change::text).toList();
        var warnings = next.warnings();
        var change = changes.isEmpty() ? Message.of("command.no-change") : Message.list(changes);
        return warnings.isEmpty() ? change : Message.of("command.and", change, Message.sequence(warnings));
    }

    /** What a preset says, by parameter, spelled as the desk spells values; empty when it cannot be read. */
    public Map<String, String> preset(String name) {
        if (name.isEmpty()) {
            return Map.of();
        }
        try {
            var values = context.preset(name);
            var read = Parameters.defaults().with(values);
            return values.keySet().stream()
                    .map(Parameter::named)
                    .collect(Collectors.toUnmodifiableMap(Parameter::key, read::text));
        } catch (RuntimeException unreadable) {
            return Map.of();
        }
    }

    /** All parameters, in the order of their table. */
    public List<ParameterFacts> parameters() {
        return ParameterFacts.all();
    }

    /** All presets, each with what loading it would change now; reads their files. Never throws. */
    public List<PresetFacts> presets() {
        try {
            return PresetFacts.all(context);
        } catch (RuntimeException broken) {
            return List.of(new PresetFacts("?", "", List.of(), failed(broken)));
        }
    }

    /** What can go wrong on the simulated venue, with a line each; empty on a real one. */
    public Map<String, Message> venueFaults() {
        return context.venueFaults();
    }

    /** Lines that explain a verb or a parameter; an empty topic gives the overview. Never throws. */
    public List<HelpLine> help(String topic) {
        try {
            return help.lines(topic);
        } catch (RuntimeException broken) {
            return List.of(HelpLine.of(failed(broken)));
        }
    }
}
