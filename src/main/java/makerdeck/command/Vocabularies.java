package makerdeck.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import makerdeck.strategy.Lengths;
import makerdeck.strategy.Nearest;
import makerdeck.strategy.Parameter;

/** The kinds of words that have nothing to do with parameters. */
final class Vocabularies {

    static final Vocabulary SIDE = Fixed.of("side", "bid", "what we buy at", "ask", "what we sell at");
    static final Vocabulary VERB = new Verbs();
    static final Vocabulary FOR = Fixed.of("word", "for", "a length of time follows");

    private Vocabularies() {}

    /** A few words that never change, each with what it does. */
    record Fixed(String kind, List<Completion> all) implements Vocabulary {

        static Fixed of(String kind, String... wordsAndDescriptions) {
            var all = new ArrayList<Completion>();
            for (int i = 0; i < wordsAndDescriptions.length; i += 2) {
                all.add(new Completion(wordsAndDescriptions[i], wordsAndDescriptions[i + 1]));
            }
            return new Fixed(kind, List.copyOf(all));
        }

        @Override
        public List<Completion> words(Given given) {
            return all;
        }

        @Override
        public String read(String typed, Given given) {
            return Vocabulary.choose(kind, typed, values());
        }

        private List<String> values() {
            return all.stream().map(Completion::value).toList();
        }

        @Override
        public String usage() {
            return String.join("|", values());
        }

        @Override
        public String expectation(Given given) {
            return String.join(", ", values());
        }
    }

    /** Names that come and go with the desk. */
    record Names(String kind, String usage, Function<Surroundings, List<String>> source) implements Vocabulary {

        @Override
        public List<Completion> words(Given given) {
            return source.apply(given.surroundings()).stream()
                    .map(name -> new Completion(name, kind))
                    .toList();
        }

        @Override
        public String read(String typed, Given given) {
            return Vocabulary.choose(kind, typed, source.apply(given.surroundings()));
        }

        @Override
        public String expectation(Given given) {
            return kind + ": " + String.join(", ", source.apply(given.surroundings()));
        }
    }

    /** The verbs. */
    record Verbs() implements Vocabulary {

        @Override
        public List<Completion> words(Given given) {
            return Verb.all().stream()
                    .map(verb -> new Completion(verb.word(), verb.help()))
                    .toList();
        }

        @Override
        public String read(String typed, Given given) {
            var verbs = Verb.all().stream().map(Verb::word).toList();
            var wanted = typed.toLowerCase(Locale.ROOT);
            // A key without its verb is the likeliest slip when no verb is near.
            if (Nearest.to(typed, verbs).isEmpty() && verbs.stream().noneMatch(verb -> verb.startsWith(wanted))) {
                Nearest.to(typed, Parameter.keys()).ifPresent(key -> {
                    throw new IllegalArgumentException(
                            "unknown command " + typed + ": did you mean " + Verb.SET.word() + " " + key + "?");
                });
            }
            return Vocabulary.choose("command", typed, verbs);
        }

        @Override
        public String usage() {
            return "VERB";
        }

        @Override
        public String expectation(Given given) {
            return "a command";
        }
    }

    /** Lengths of time. */
    record Length() implements Vocabulary {

        @Override
        public List<Completion> words(Given given) {
            return List.of(new Completion("10m", "ten minutes"), new Completion("30m", "half an hour"));
        }

        @Override
        public String read(String typed, Given given) {
            return Long.toString(Lengths.duration(typed).toSeconds());
        }

        @Override
        public String usage() {
            return "LENGTH";
        }

        @Override
        public String expectation(Given given) {
            return "a length of time: 90s, 10m, 2h, 1d";
        }
    }

    /** Whole numbers in a range. */
    record Whole(String kind, int low, int high) implements Vocabulary {

        @Override
        public List<Completion> words(Given given) {
            return List.of(
                    new Completion(Integer.toString(low), "fewest"), new Completion(Integer.toString(high), "most"));
        }

        @Override
        public String read(String typed, Given given) {
            if (!typed.matches("\\d{1,6}") || Integer.parseInt(typed) < low || Integer.parseInt(typed) > high) {
                throw new IllegalArgumentException(kind + " must be a whole number " + range() + ", was " + typed
                        + "; nearest legal is " + nearest(typed));
            }
            return Integer.toString(Integer.parseInt(typed));
        }

        private int nearest(String typed) {
            return typed.matches("\\d+") && !typed.matches("0*\\d") ? high : low;
        }

        private String range() {
            return low + ".." + high;
        }

        @Override
        public String usage() {
            return range();
        }

        @Override
        public String expectation(Given given) {
            return kind + ", " + range();
        }
    }
}
