package makerdeck.command;

import java.util.List;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.words.Words;

/** The words after {@code venue}: what may follow depends on the first of them. */
final class VenueArguments {

    static final WordSet WHAT = WordSets.Fixed.of("venue", "fault", "market", "faults", "calm");

    private VenueArguments() {}

    private static String what(Arguments arguments) {
        return arguments.word("what").orElseThrow();
    }

    /** A fault or a market. */
    record Name() implements WordSet {

        @Override
        public List<Completion> words(Arguments arguments) {
            var context = arguments.context();
            return switch (what(arguments)) {
                case "fault" ->
                    context.venueFaults().entrySet().stream()
                            .map(fault -> new Completion(fault.getKey(), fault.getValue()))
                            .toList();
                case "market" ->
                    context.venueMarkets().stream()
                            .map(market -> new Completion(market, WordSet.kind("market")))
                            .toList();
                default -> List.of();
            };
        }

        @Override
        public String read(String typed, Arguments arguments) {
            var names = words(arguments).stream().map(Completion::value).toList();
            if (names.isEmpty()) {
                throw new MistakeException(Message.of("command.venue-nothing", what(arguments)));
            }
            return WordSet.choose(what(arguments), typed, names);
        }

        @Override
        public String usage() {
            return Words.say("command.usage.name");
        }

        @Override
        public String expectation(Arguments arguments) {
            return words(arguments).isEmpty() ? "" : Words.say("command.expects." + what(arguments));
        }
    }

    /** How long a fault lasts. */
    record Length() implements WordSet {

        private static final WordSets.Length LENGTH = new WordSets.Length();

        private static boolean fits(Arguments arguments) {
            return what(arguments).equals("fault") && arguments.word("name").isPresent();
        }

        @Override
        public List<Completion> words(Arguments arguments) {
            return fits(arguments)
                    ? List.of(
                            new Completion("10s", Words.say("command.length.10s")),
                            new Completion("1m", Words.say("command.length.1m")))
                    : List.of();
        }

        @Override
        public boolean isLength(Arguments arguments) {
            return fits(arguments);
        }

        @Override
        public String read(String typed, Arguments arguments) {
            if (!fits(arguments)) {
                throw new MistakeException(Message.of("command.venue-length", typed));
            }
            return LENGTH.read(typed, arguments);
        }

        @Override
        public String usage() {
            return LENGTH.usage();
        }

        @Override
        public String expectation(Arguments arguments) {
            return fits(arguments) ? LENGTH.expectation(arguments) : "";
        }
    }
}
