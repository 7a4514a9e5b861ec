package makerdeck.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import makerdeck.strategy.Lengths;
import makerdeck.strategy.Parameter;
import makerdeck.strategy.Parameters;

/** The kinds of words there are. */
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
            return Vocabulary.choose(
                    "command", typed, Verb.all().stream().map(Verb::word).toList());
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

    /** Presets that can be read. */
    record Presets() implements Vocabulary {

        @Override
        public List<Completion> words(Given given) {
            return given.surroundings().presetNames().stream()
                    .map(name -> new Completion(name, changes(name, given)))
                    .toList();
        }

        @Override
        public String read(String typed, Given given) {
            var name = Vocabulary.choose("preset", typed, given.surroundings().presetNames());
            try {
                given.parameters().with(given.surroundings().preset(name));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("preset " + name + ": " + wrong.getMessage(), wrong);
            }
            return name;
        }

        private static String changes(String name, Given given) {
            try {
                var now = given.parameters();
                var changes = now.changesTo(now.with(given.surroundings().preset(name)));
                return changes.isEmpty()
                        ? "no differences"
                        : changes.stream().map(Parameters.Change::text).collect(Collectors.joining(", "));
            } catch (IllegalArgumentException wrong) {
                return String.valueOf(wrong.getMessage());
            }
        }

        @Override
        public String usage() {
            return "NAME";
        }

        @Override
        public String expectation(Given given) {
            return "preset: " + String.join(", ", given.surroundings().presetNames());
        }
    }

    /** Keys of parameters. */
    record Keys() implements Vocabulary {

        @Override
        public List<Completion> words(Given given) {
            var now = given.parameters();
            return List.of(Parameter.values()).stream()
                    .map(parameter ->
                            new Completion(parameter.key(), "now " + now.text(parameter) + "   " + parameter.range()))
                    .toList();
        }

        @Override
        public String read(String typed, Given given) {
            var names = new ArrayList<>(Parameter.keys());
            for (var parameter : Parameter.values()) {
                parameter.alias().ifPresent(names::add);
            }
            return Parameter.named(Vocabulary.choose("parameter", typed, names)).key();
        }

        @Override
        public String usage() {
            return "KEY";
        }

        @Override
        public String expectation(Given given) {
            return "parameter: " + String.join(", ", Parameter.keys());
        }
    }

    /** Values of the parameter whose key was read last. */
    record Values() implements Vocabulary {

        @Override
        public List<Completion> words(Given given) {
            var parameter = Parameter.named(given.last());
            var found = new ArrayList<Completion>();
            found.add(new Completion(given.parameters().text(parameter), "now"));
            for (var name : given.surroundings().presetNames()) {
                var value = given.surroundings().preset(name).get(parameter.key());
                if (value != null) {
                    found.add(new Completion(value, "preset " + name));
                }
            }
            for (var value : parameter.suggestions()) {
                found.add(new Completion(value, parameter.range()));
            }
            var seen = new LinkedHashSet<String>();
            return found.stream().filter(one -> seen.add(one.value())).toList();
        }

        @Override
        public String read(String typed, Given given) {
            given.parameters().read(Parameter.named(given.last()), typed);
            return typed;
        }

        @Override
        public String usage() {
            return "VALUE";
        }

        @Override
        public String expectation(Given given) {
            var parameter = Parameter.named(given.last());
            return parameter.help() + ", " + parameter.range() + "   now "
                    + given.parameters().text(parameter);
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
