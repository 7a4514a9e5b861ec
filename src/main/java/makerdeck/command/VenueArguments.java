package makerdeck.command;

import java.util.List;
import makerdeck.words.Words;

/** The words after {@code venue}: what may follow depends on the first of them. */
final class VenueArguments {

    static final WordSet WHAT = WordSets.Fixed.of("venue", "fault", "market", "faults", "calm");

    private VenueArguments() {}

    private static String what(Arguments given) {
        return given.word("what").orElseThrow();
    }

    /** A fault or a market. */
    record Name() implements WordSet {

        @Override
        public List<Completion> words(Arguments given) {
            var around = given.surroundings();
            return switch (what(given)) {
                case "fault" ->
                    around.venueFaults().entrySet().stream()
                            .map(fault -> new Completion(fault.getKey(), fault.getValue()))
                            .toList();
                case "market" ->
                    around.venueMarkets().stream()
                            .map(market -> new Completion(market, WordSet.kind("market")))
                            .toList();
                default -> List.of();
            };
        }

        @Override
        public String read(String typed, Arguments given) {
            var names = words(given).stream().map(Completion::value).toList();
            if (names.isEmpty()) {
                throw new IllegalArgumentException(Words.say("command.venue-nothing", what(given)));
            }
            return WordSet.choose(what(given), typed, names);
        }

        @Override
        public String usage() {
            return Words.say("command.usage.name");
        }

        @Override
        public String expectation(Arguments given) {
            return words(given).isEmpty() ? "" : Words.say("command.expects." + what(given));
        }
    }

    /** How long a fault lasts. */
    record Length() implements WordSet {

        private static final WordSets.Length LENGTH = new WordSets.Length();

        private static boolean fits(Arguments given) {
            return what(given).equals("fault") && given.word("name").isPresent();
        }

        @Override
        public List<Completion> words(Arguments given) {
            return fits(given)
                    ? List.of(
                            new Completion("10s", Words.say("command.length.10s")),
                            new Completion("1m", Words.say("command.length.1m")))
                    : List.of();
        }

        @Override
        public boolean isLength(Arguments given) {
            return fits(given);
        }

        @Override
        public String read(String typed, Arguments given) {
            if (!fits(given)) {
                throw new IllegalArgumentException(Words.say("command.venue-length", typed));
            }
            return LENGTH.read(typed, given);
        }

        @Override
        public String usage() {
            return LENGTH.usage();
        }

        @Override
        public String expectation(Arguments given) {
            return fits(given) ? LENGTH.expectation(given) : "";
        }
    }
}
