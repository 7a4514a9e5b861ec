package makerdeck.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import makerdeck.strategy.Nearest;
import makerdeck.strategy.Parameter;
import makerdeck.strategy.Parameters;

/** Explains verbs, parameters and presets from their tables. */
final class HelpText {

    private static final int COLUMN = 34;

    private final Surroundings surroundings;

    HelpText(Surroundings surroundings) {
        this.surroundings = surroundings;
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
        return lines.isEmpty() ? List.of("no help for " + topic + Nearest.suggestion(topic, Verb.topics())) : lines;
    }

    private static List<String> overview() {
        var lines = new ArrayList<String>();
        for (var verb : Verb.all()) {
            boolean fits = verb.usage().length() < COLUMN;
            if (!fits) {
                lines.add(verb.usage());
            }
            lines.add(String.format(Locale.ROOT, "%-" + COLUMN + "s %s", fits ? verb.usage() : "", verb.help()));
        }
        lines.add("parameters: " + String.join(", ", Parameter.keys()));
        return lines;
    }

    private String about(Parameter parameter) {
        var now = Parameters.defaults().with(surroundings.parameterValues());
        return parameter.key() + "   " + parameter.range() + "   default " + parameter.initial() + "   now "
                + now.shown(parameter);
    }

    private List<String> presets() {
        var given = new Given(surroundings, List.of());
        return new ParameterWords.Presets()
                .words(given).stream()
                        .map(preset -> "  " + preset.value() + ": " + preset.description())
                        .toList();
    }
}
