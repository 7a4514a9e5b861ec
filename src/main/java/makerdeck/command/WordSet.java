package makerdeck.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.parameters.DidYouMean;
import makerdeck.text.Plain;

/** The words that may stand in a slot. */
interface WordSet {

    /** Words worth offering, after what was given so far. */
    List<Completion> words(Arguments arguments);

    /** The canonical spelling of a typed word; {@link MistakeException} with one line when it is none. */
    String read(String typed, Arguments arguments);

    /** Whether it is a length of time, which may be typed in several words: {@code 1h 30m}. */
    default boolean isLength(Arguments arguments) {
        return false;
    }

    /** How help names it: the words themselves, or what they are in capitals. */
    Message usage();

    /** What is expected, for the line under a command being typed; empty when no word fits any more. */
    Optional<Message> expectation(Arguments arguments);

    /** What kind of word it is, for the operator. */
    static Message kind(String kind) {
        return Message.of("command.kind." + kind);
    }

    /**
     * The word that was typed in full or as its only prefix, upper and lower case alike; {@link MistakeException} with
     * the words there are when it is none.
     */
    static String choose(String kind, String typed, List<String> words) {
        var wanted = typed.toLowerCase(Locale.ROOT);
        for (var word : words) {
            if (word.toLowerCase(Locale.ROOT).equals(wanted)) {
                return word;
            }
        }
        var found = words.stream()
                .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(wanted))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.size() > 1) {
            throw new MistakeException(Message.of("command.ambiguous", typed, Choices.of(kind, found)));
        }
        var near = DidYouMean.suggestion(typed, words);
        if (words.size() == 1) {
            throw new MistakeException(Message.of("command.expected", words.get(0), Plain.told(typed), near));
        }
        var unknown = Message.of("command.unknown", kind(kind), Plain.told(typed), near);
        throw new MistakeException(
                words.isEmpty() ? unknown : Message.of("command.there-are", unknown, Choices.of(kind, words)));
    }
}
