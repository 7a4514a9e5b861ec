package makerdeck.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import makerdeck.command.Parsed.Mistake;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.DidYouMean;

/**
 * What was most likely meant by words that are no command: those that are one with a verb in front, with a word put in,
 * or with a letter mended. It is only named, never run.
 */
final class Guess {

    private static final int MOST = 3;
    private static final int MENDED_AT_MOST = 2;

    /** All guesses stand in one row. */
    private static final int MOST_LETTERS = 36;

    /** Mistakes that say only that a word is not in its place; all others know better what is wrong. */
    private static final Set<String> OPEN = Set.of("command.there-are", "command.expected", "command.too-many");

    private static final String KNOWN_BETTER = "strategy.did-you-mean";

    private final List<Token> words;
    private final CompletionContext context;
    private final Set<Message> found = new LinkedHashSet<>();
    private int letters;

    private Guess(List<Token> words, CompletionContext context) {
        this.words = words;
        this.context = context;
    }

    /** A mistake with what was meant instead, if that can be guessed. */
    static Mistake about(Mistake mistake, List<Token> words, CompletionContext context) {
        if (!OPEN.contains(mistake.message().key())) {
            return mistake;
        }
        var guess = new Guess(words, context);
        int wrong = words.stream().map(Token::start).toList().indexOf(mistake.start());
        guess.search(wrong, 0);
        boolean tells = wrong < 0 || words.get(wrong).text().length() > 1;
        if (guess.found.isEmpty() && tells && !says(mistake.message())) {
            guess.search(wrong, MENDED_AT_MOST);
        }
        return guess.found.isEmpty()
                ? mistake
                : new Mistake(guess.named(mistake.message()), mistake.start(), mistake.end());
    }

    private void search(int wrong, int mendedAtMost) {
        if (wrong > 0) {
            putIn(wrong, mendedAtMost);
        }
        putVerbInFront(mendedAtMost);
    }

    private static boolean says(Message message) {
        return message.key().equals(KNOWN_BETTER)
                || message.values().stream().anyMatch(value -> value instanceof Message inner && says(inner));
    }

    private Message named(Message mistake) {
        boolean lists = mistake.key().equals("command.there-are");
        return Message.of(
                "command.meant",
                lists ? mistake.values().get(0) : mistake,
                found.stream()
                        .limit(MOST)
                        .reduce((before, other) -> Message.of("command.or", before, other))
                        .orElseThrow());
    }

    /** A word that never changes, where the wrong one stands. */
    private void putIn(int wrong, int mendedAtMost) {
        var before = texts(words.subList(0, wrong));
        for (var fixed : fixedAfter(before)) {
            read(joined(joined(before, List.of(fixed)), texts(words.subList(wrong, words.size()))), mendedAtMost);
        }
    }

    /** Not of what ends the desk's work, nor of what takes any word for a name. */
    private void putVerbInFront(int mendedAtMost) {
        var all = texts(words);
        for (var verb : Verb.all()) {
            if (!verb.isTypedWhole() && verb != Verb.SAVE) {
                var front = List.of(verb.word());
                read(joined(front, all), mendedAtMost);
                fixedAfter(front).forEach(fixed -> read(joined(List.of(verb.word(), fixed), all), mendedAtMost));
            }
        }
    }

    /** Words of the kind that never changes, which may follow. */
    private List<String> fixedAfter(List<String> front) {
        var state = ParseState.read(tokens(front), context);
        return state.expected().stream()
                .map(Slot::words)
                .filter(WordSets.Fixed.class::isInstance)
                .flatMap(set -> ((WordSets.Fixed) set).values().stream())
                .toList();
    }

    private void read(List<String> meant, int mendedAtMost) {
        var texts = meant;
        for (int mended = 0; mended <= mendedAtMost && found.size() < MOST; mended++) {
            var tokens = tokens(texts);
            var state = ParseState.read(tokens, context);
            if (state.mistake() == null) {
                keep(texts, state);
                return;
            }
            var better = mended(texts, tokens, state);
            if (better.isEmpty()) {
                return;
            }
            texts = better.get();
        }
    }

    private void keep(List<String> texts, ParseState state) {
        letters += texts.stream().mapToInt(text -> text.length() + 1).sum();
        if (!found.isEmpty() && letters > MOST_LETTERS) {
            return;
        }
        if (state.command().isPresent()) {
            found.add(Message.plain(String.join(" ", texts)));
        } else if (state.verb() == Verb.SET) {
            var value = Message.of("command.usage.value");
            found.add(Message.of("command.form.then", Message.plain(String.join(" ", texts)), value));
        }
    }

    private static Optional<List<String>> mended(List<String> texts, List<Token> tokens, ParseState state) {
        var mistake = state.mistake();
        int wrong = mistake == null
                ? -1
                : tokens.stream().map(Token::start).toList().indexOf(mistake.start());
        if (wrong < 0) {
            return Optional.empty();
        }
        var candidates = state.candidates().stream().map(Completion::value).toList();
        return DidYouMean.to(texts.get(wrong), candidates).map(word -> {
            var better = new ArrayList<>(texts);
            better.set(wrong, word);
            return better;
        });
    }

    private static List<String> texts(List<Token> tokens) {
        return tokens.stream().map(Token::text).toList();
    }

    private static List<String> joined(List<String> front, List<String> rest) {
        var all = new ArrayList<>(front);
        all.addAll(rest);
        return all;
    }

    private static List<Token> tokens(List<String> texts) {
        return Token.commands(texts.stream().collect(Collectors.joining(" "))).get(0);
    }
}
