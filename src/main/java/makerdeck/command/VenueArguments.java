package makerdeck.command;

import java.util.List;
import java.util.Optional;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;

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
                            .map(market -> new Completion(market, Meanings.market(market)))
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
        public Message usage() {
            return Message.of("command.usage.name");
        }

        @Override
        public Optional<Message> expectation(Arguments arguments) {
            return words(arguments).isEmpty()
                    ? Optional.empty()
                    : Optional.of(WordSets.listed(
                            what(arguments),
                            words(arguments).stream().map(Completion::value).toList()));
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
                            new Completion("10s", Message.of("command.length.10s")),
                            new Completion("1m", Message.of("command.length.1m")))
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
            if (typed.equalsIgnoreCase("for")) {
                throw new MistakeException(Message.of("command.length-follows"));
            }
            return LENGTH.read(typed, arguments);
        }

        @Override
        public Message usage() {
            return LENGTH.usage();
        }

        @Override
        public Optional<Message> expectation(Arguments arguments) {
            return fits(arguments) ? LENGTH.expectation(arguments) : Optional.empty();
        }
    }
}
