package makerdeck.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import makerdeck.strategy.parameters.DidYouMean;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.text.Columns;
import makerdeck.words.Words;

/** Explains verbs, parameters and presets from their tables. */
final class HelpText {

    private static final int COLUMN = 34;

    private final CompletionContext context;

    HelpText(CompletionContext context) {
        this.context = context;
    }

    List<String> lines(String topic) {
        var wanted = topic.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return overview();
        }
        var lines = new ArrayList<String>();
        for (var verb : Verb.all()) {
            if (verb.word().equals(wanted)) {
                lines.add(verb.usage());
                lines.add("  " + verb.help());
            }
        }
        if (wanted.equals(Verb.PRESETS.word())) {
            lines.addAll(presets());
        }
        for (var parameter : Parameter.values()) {
            if (parameter.key().equals(wanted)
                    || parameter.alias().filter(wanted::equals).isPresent()) {
                lines.add(about(parameter));
                lines.add("  " + parameter.help());
            }
        }
        return lines.isEmpty()
                ? List.of(Words.say("command.no-help", topic, DidYouMean.suggestion(topic, Verb.topics())))
                : lines;
    }

    private static List<String> overview() {
        var lines = new ArrayList<String>();
        for (var verb : Verb.all()) {
            var usage = verb.usage();
            boolean fits = Columns.of(usage) < COLUMN;
            if (!fits) {
                lines.add(usage);
            }
            var left = fits ? usage : "";
            lines.add(left + " ".repeat(COLUMN + 1 - Columns.of(left)) + verb.help());
        }
        lines.add(Words.say("command.parameters", String.join(", ", Parameter.keys())));
        return lines;
    }

    private String about(Parameter parameter) {
        var now = Parameters.defaults().with(context.parameterValues());
        return Words.say(
                "command.parameter", parameter.key(), parameter.range(), parameter.initial(), now.shown(parameter));
    }

    private List<String> presets() {
        var lines = new ArrayList<String>();
        for (var preset : new ParameterArguments.Presets().words(new Arguments(context, List.of()))) {
            var note = context.presetNote(preset.value());
            lines.add("  " + Words.say("command.listed", preset.value(), preset.description()));
            if (!note.isEmpty()) {
                lines.add("    " + note);
            }
        }
        context.strayPresets()
                .forEach((file, advice) -> lines.add("  " + Words.say("command.stray-preset", file, advice)));
        return lines;
    }
}
