package makerdeck.command;

import java.util.List;

/** The words after {@code venue}: what may follow depends on the first of them. */
final class VenueWords {

    static final Vocabulary WHAT = Vocabularies.Fixed.of(
            "word",
            "fault",
            "makes something go wrong for a while",
            "market",
            "changes how the market moves",
            "faults",
            "lists what can go wrong and what does",
            "calm",
            "ends all faults");

    private VenueWords() {}

    private static String what(Given given) {
        return given.word("what").orElseThrow();
    }

    /** A fault or a market. */
    record Name() implements Vocabulary {

        @Override
        public List<Completion> words(Given given) {
            var around = given.surroundings();
            return switch (what(given)) {
                case "fault" ->
                    around.venueFaults().entrySet().stream()
                            .map(fault -> new Completion(fault.getKey(), fault.getValue()))
                            .toList();
                case "market" ->
                    around.venueMarkets().stream()
                            .map(market -> new Completion(market, "market"))
                            .toList();
                default -> List.of();
            };
        }

        @Override
        public String read(String typed, Given given) {
            var names = words(given).stream().map(Completion::value).toList();
            if (names.isEmpty()) {
                throw new IllegalArgumentException("nothing can be said after venue " + what(given) + " here");
            }
            return Vocabulary.choose(what(given), typed, names);
        }

        @Override
        public String usage() {
            return "NAME";
        }

        @Override
        public String expectation(Given given) {
            return switch (what(given)) {
                case "fault" -> "what goes wrong, then for how long";
                case "market" -> "how the market moves";
                default -> "nothing more";
            };
        }
    }

    /** How long a fault lasts. */
    record Length() implements Vocabulary {

        private static final Vocabularies.Length LENGTH = new Vocabularies.Length();

        private static boolean fits(Given given) {
            return what(given).equals("fault") && given.word("name").isPresent();
        }

        @Override
        public List<Completion> words(Given given) {
            return fits(given)
                    ? List.of(new Completion("10s", "ten seconds"), new Completion("1m", "a minute"))
                    : List.of();
        }

        @Override
        public String read(String typed, Given given) {
            if (!fits(given)) {
                throw new IllegalArgumentException(typed + " is one word too many: only a fault lasts for a time");
            }
            return LENGTH.read(typed, given);
        }

        @Override
        public String usage() {
            return LENGTH.usage();
        }

        @Override
        public String expectation(Given given) {
            return fits(given) ? LENGTH.expectation(given) : "nothing more";
        }
    }
}
