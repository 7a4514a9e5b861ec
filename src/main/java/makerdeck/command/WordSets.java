package makerdeck.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.parameters.Lengths;

/** The kinds of words that have nothing to do with parameters. */
final class WordSets {

    static final WordSet SIDE = Fixed.of("side", "bid", "ask");
    static final WordSet VERB = new Verbs();
    static final WordSet FOR = Fixed.of("for", "for");

    static final WordSet PRESET = Fixed.of("object", "preset");

    private WordSets() {}

    /** {@code side: bid, ask}. */
    static Message listed(String kind, List<String> words) {
        return words.isEmpty()
                ? Message.of("command.none-of", WordSet.kind(kind))
                : Message.of("command.listed", WordSet.kind(kind), Choices.of(kind, words));
    }

    /**
     * A few words that never change, each with what it does.
     *
     * @param whole whether no beginning of one will do
     */
    record Fixed(String kind, List<String> values, boolean whole) implements WordSet {

        static Fixed of(String kind, String... values) {
            return new Fixed(kind, List.of(values), false);
        }

        static Fixed whole(String kind, String... values) {
            return new Fixed(kind, List.of(values), true);
        }

        @Override
        public List<Completion> words(Arguments arguments) {
            return values.stream()
                    .map(value -> new Completion(value, Message.of("command.word." + kind + "." + value)))
                    .toList();
        }

        @Override
        public String read(String typed, Arguments arguments) {
            var word = WordSet.choose(kind, typed, values);
            if (whole && !word.equalsIgnoreCase(typed)) {
                throw new MistakeException(Message.of("command.typed-whole", typed, word));
            }
            return word;
        }

        @Override
        public Message usage() {
            return Message.plain(String.join("|", values));
        }

        @Override
        public Optional<Message> expectation(Arguments arguments) {
            return Optional.of(Message.plain(String.join(", ", values)));
        }
    }

    /**
     * Names that come and go with the desk.
     *
     * @param meaning what a name stands for
     */
    record Names(
            String kind,
            Function<CompletionContext, List<String>> source,
            BiFunction<CompletionContext, String, Message> meaning)
            implements WordSet {

        @Override
        public List<Completion> words(Arguments arguments) {
            var context = arguments.context();
            return source.apply(context).stream()
                    .map(name -> new Completion(name, meaning.apply(context, name)))
                    .toList();
        }

        @Override
        public String read(String typed, Arguments arguments) {
            return WordSet.choose(kind, typed, source.apply(arguments.context()));
        }

        @Override
        public Message usage() {
            return Message.of("command.usage." + kind);
        }

        @Override
        public Optional<Message> expectation(Arguments arguments) {
            return Optional.of(listed(kind, source.apply(arguments.context())));
        }
    }

    /** The verbs. */
    record Verbs() implements WordSet {

        /** What elsewhere ends a program, or what it does. */
        private static final Set<String> ENDS = Set.of(
                "stop",
                "exit",
                "bye",
                "end",
                "close",
                "leave",
                "logout",
                "abort",
                "kill",
                "shutdown",
                "terminate",
                "panic",
                "emergency",
                "off",
                "q!",
                ":q",
                ":q!",
                ":wq");

        @Override
        public List<Completion> words(Arguments arguments) {
            return Verb.all().stream()
                    .map(verb -> new Completion(verb.word(), verb.help()))
                    .toList();
        }

        @Override
        public String read(String typed, Arguments arguments) {
            var verbs = Verb.all().stream().map(Verb::word).toList();
            var wanted = typed.toLowerCase(Locale.ROOT);
            if (ENDS.contains(wanted)) {
                throw new MistakeException(
                        Message.of("command.how-to-stop", typed, Verb.QUIT.word(), Verb.HALT.word()));
            }
            var verb = WordSet.choose("command", typed, verbs);
            if (Verb.named(verb).isTypedWhole() && !verb.equals(wanted)) {
                throw new MistakeException(Message.of("command.typed-whole", typed, verb));
            }
            return verb;
        }

        @Override
        public Message usage() {
            return Message.of("command.usage.verb");
        }

        @Override
        public Optional<Message> expectation(Arguments arguments) {
            return Optional.of(Message.of("command.expects.verb"));
        }
    }

    /** Lengths of time. */
    record Length() implements WordSet {

        /** The desk's own lengths are in seconds, an operator's ten may be minutes. */
        private static final Pattern DIGITS = Pattern.compile("\\d+");

        @Override
        public List<Completion> words(Arguments arguments) {
            return List.of(
                    new Completion("10m", Message.of("command.length.10m")),
                    new Completion("30m", Message.of("command.length.30m")));
        }

        @Override
        public boolean isLength(Arguments arguments) {
            return true;
        }

        @Override
        public String read(String typed, Arguments arguments) {
            if (DIGITS.matcher(typed).matches()) {
                throw new MistakeException(Message.of("command.length-unit", typed));
            }
            return Long.toString(Lengths.duration(typed).toSeconds());
        }

        @Override
        public Message usage() {
            return Message.of("command.usage.length");
        }

        @Override
        public Optional<Message> expectation(Arguments arguments) {
            return Optional.of(Message.of("command.expects.length"));
        }
    }

    /** Whole numbers in a range. */
    record Whole(String kind, int low, int high) implements WordSet {

        private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");

        @Override
        public List<Completion> words(Arguments arguments) {
            return List.of(
                    new Completion(Integer.toString(low), Message.of("command.fewest")),
                    new Completion(Integer.toString(high), Message.of("command.most")));
        }

        @Override
        public String read(String typed, Arguments arguments) {
            if (!NUMBER.matcher(typed).matches()) {
                throw new MistakeException(Message.of("command.no-number", kind, range(), typed));
            }
            var number = new BigDecimal(typed);
            var nearest = number.setScale(0, RoundingMode.HALF_UP)
                    .max(BigDecimal.valueOf(low))
                    .min(BigDecimal.valueOf(high));
            if (nearest.compareTo(number) != 0) {
                throw new MistakeException(Message.of("command.whole", kind, range(), typed, nearest.toPlainString()));
            }
            return nearest.toPlainString();
        }

        private String range() {
            return low + ".." + high;
        }

        @Override
        public Message usage() {
            return Message.plain(range());
        }

        @Override
        public Optional<Message> expectation(Arguments arguments) {
            return Optional.of(Message.of("command.expects.number", kind, range()));
        }
    }
}
