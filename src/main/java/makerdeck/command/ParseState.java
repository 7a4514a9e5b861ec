package makerdeck.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import makerdeck.command.Parsed.Mistake;
import makerdeck.command.Slot.Presence;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.parameters.DidYouMean;
import makerdeck.strategy.parameters.Lengths;
import org.jspecify.annotations.Nullable;

/**
 * How far one command could be read.
 *
 * @param verb null while there is none
 * @param arguments the words read
 * @param expected slots of which one may be filled next
 * @param complete whether the command may end here
 * @param mistake what stopped the reading, null when nothing did
 */
record ParseState(
        @Nullable Verb verb,
        Arguments arguments,
        List<Slot> expected,
        boolean complete,
        @Nullable Mistake mistake) {

    private static final String FOR = "for";
    private static final Slot VERB = Slot.one("verb", WordSets.VERB);

    ParseState {
        expected = List.copyOf(expected);
    }

    /** Reads the words of one command; a mistake names what was meant, if that can be guessed. */
    static ParseState of(List<Token> words, CompletionContext context) {
        var state = read(words, context);
        var wrong = state.mistake;
        return wrong == null
                ? state
                : new ParseState(
                        state.verb, state.arguments, state.expected, false, Guess.about(wrong, words, context));
    }

    /** As {@link #of}, and nothing is guessed. */
    static ParseState read(List<Token> words, CompletionContext context) {
        var state = new ParseState(null, new Arguments(context, List.of()), List.of(VERB), false, null);
        for (int i = 0; i < words.size(); i++) {
            if (i + 1 < words.size() && state.mayLeaveOut(words.get(i), words.get(i + 1))) {
                i++;
            }
            var word = words.get(i);
            while (i + 1 < words.size() && state.isOneLength(word, words.get(i + 1))) {
                i++;
                word = new Token(
                        word.text() + " " + words.get(i).text(),
                        word.start(),
                        words.get(i).end());
            }
            state = state.take(word);
            if (state.mistake != null) {
                return state;
            }
        }
        return state.checked(words);
    }

    /** Whether it is the {@code for} before a length where the form has none. */
    private boolean mayLeaveOut(Token word, Token next) {
        return word.text().equalsIgnoreCase(FOR)
                && Character.isDigit(next.text().charAt(0))
                && expected.stream().anyMatch(slot -> slot.words().isLength(arguments))
                && candidates().stream().noneMatch(one -> one.value().equals(FOR));
    }

    /** Whether a length of time is expected and both words together are one. */
    private boolean isOneLength(Token word, Token next) {
        return expected.stream().anyMatch(slot -> slot.words().isLength(arguments))
                && Lengths.seconds(word.text() + " " + next.text()).isPresent();
    }

    private ParseState take(Token word) {
        var refusals = new ArrayList<Message>();
        var beside = new ArrayList<Message>();
        for (var slot : expected) {
            try {
                return filled(slot, slot.words().read(word.text(), arguments));
            } catch (MistakeException refusal) {
                boolean fits = slot.words().expectation(arguments).isPresent();
                (fits ? refusals : beside).add(refusal.said());
            }
        }
        // A slot that nothing fits into now has nothing to say, unless all are such.
        refusals.addAll(refusals.isEmpty() ? beside : List.of());
        return wrong(refusal(word, refusals), word.start(), word.end());
    }

    private Message refusal(Token word, List<Message> refusals) {
        if (refusals.isEmpty()) {
            return Message.of("command.too-many", word.text(), usage());
        }
        var expectation = expectation();
        return refusals.size() == 1 || expectation.isEmpty()
                ? refusals.get(0)
                : Message.of(
                        "command.expected",
                        expectation.get(),
                        word.text(),
                        DidYouMean.suggestion(word.text(), values()));
    }

    private ParseState filled(Slot slot, String word) {
        var next = verb == null ? Verb.named(word) : verb;
        var more = verb == null ? arguments : arguments.and(slot, word);
        var slots = next.slots();
        int after = slots.indexOf(slot) + 1;
        if (after == slots.size() && next.repeats()) {
            return new ParseState(next, more, List.of(slots.get(0)), true, null);
        }
        var expected = new ArrayList<Slot>();
        boolean complete = true;
        for (int i = after; i < slots.size() && complete; i++) {
            var presence = slots.get(i).presence();
            boolean skipped = presence == Presence.WITH_PREVIOUS && i != after;
            if (!skipped) {
                expected.add(slots.get(i));
                complete = presence == Presence.OPTIONAL;
            }
        }
        return new ParseState(next, more, expected, complete, null);
    }

    /** Words that are legal one by one may not be so together. */
    private ParseState checked(List<Token> words) {
        if (verb == null || mistake != null) {
            return this;
        }
        try {
            verb.check(arguments);
            return this;
        } catch (MistakeException refusal) {
            return wrong(
                    refusal.said(),
                    words.get(1).start(),
                    words.get(words.size() - 1).end());
        }
    }

    private ParseState wrong(Message message, int start, int end) {
        return new ParseState(verb, arguments, expected, false, new Mistake(message, start, end));
    }

    /** What may come next, in a few words; empty when nothing may. */
    Optional<Message> expectation() {
        return expected.stream()
                .flatMap(slot -> slot.words().expectation(arguments).stream())
                .reduce((before, other) -> Message.of("command.or", before, other));
    }

    /** Words that may come next. */
    List<Completion> candidates() {
        return expected.stream()
                .flatMap(slot -> slot.words().words(arguments).stream())
                .toList();
    }

    private List<String> values() {
        return candidates().stream().map(Completion::value).toList();
    }

    /** The command; empty when it is not all there. */
    Optional<Command> command() {
        return verb != null && complete ? Optional.of(verb.build(arguments)) : Optional.empty();
    }

    /** What the command may cost. */
    Risk risk() {
        return verb == null ? Risk.READS : verb.risk(arguments);
    }

    /** The form of the verb, without words while there is none. */
    Message usage() {
        return verb == null ? Message.plain("") : verb.usage();
    }
}
