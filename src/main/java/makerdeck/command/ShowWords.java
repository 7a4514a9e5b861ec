package makerdeck.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import makerdeck.message.Message;

/** What can be shown: what has a screen first. */
final class ShowWords implements WordSet {

    /** How the parameters were called once; scripts may still say so. */
    private static final String ONCE = "params";

    private static final WordSet WORDS = WordSets.Fixed.of(
            "show",
            "orders",
            "fills",
            "parameters",
            "presets",
            "faults",
            "alerts",
            "results",
            "why",
            "stats",
            "health");

    /** The presets there are, with what each would change. */
    static List<Message> presets(Arguments arguments) {
        return Stream.concat(
                        new ParameterArguments.Presets()
                                .words(arguments).stream()
                                        .map(preset ->
                                                Message.of("command.listed", preset.value(), preset.description())),
                        arguments.context().strayPresets().entrySet().stream()
                                .map(stray -> Message.of("command.stray-preset", stray.getKey(), stray.getValue())))
                .toList();
    }

    @Override
    public List<Completion> words(Arguments arguments) {
        return WORDS.words(arguments);
    }

    @Override
    public String read(String typed, Arguments arguments) {
        return WORDS.read(typed.toLowerCase(Locale.ROOT).equals(ONCE) ? "parameters" : typed, arguments);
    }

    @Override
    public Message usage() {
        return WORDS.usage();
    }

    @Override
    public Optional<Message> expectation(Arguments arguments) {
        return WORDS.expectation(arguments);
    }
}
