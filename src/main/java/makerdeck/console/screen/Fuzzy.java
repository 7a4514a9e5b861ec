package makerdeck.console.screen;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * How well a text answers what was typed: each word of it has to be there, letter after letter, if not side by side.
 * Letters that begin a word, or follow one another, count more.
 */
final class Fuzzy {

    private static final int BEGINS = 8;
    private static final int FOLLOWS = 6;
    private static final int FIRST = 10;

    private Fuzzy() {}

    /** The greater the better; empty when it is no answer at all. */
    static OptionalInt score(String text, String typed) {
        var lower = text.toLowerCase(Locale.ROOT);
        int sum = 0;
        for (var word : typed.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            var one = ofWord(lower, word);
            if (one.isEmpty()) {
                return one;
            }
            sum += one.getAsInt();
        }
        return OptionalInt.of(sum * 4 - text.length());
    }

    /** The best of all places at which it could begin. */
    private static OptionalInt ofWord(String text, String word) {
        if (word.isEmpty()) {
            return OptionalInt.of(0);
        }
        int best = Integer.MIN_VALUE;
        for (int at = text.indexOf(word.charAt(0)); at >= 0; at = text.indexOf(word.charAt(0), at + 1)) {
            best = Math.max(best, from(text, word, at));
        }
        return best == Integer.MIN_VALUE ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static int from(String text, String word, int start) {
        int score = start == 0 ? FIRST : 0;
        int last = -2;
        int at = start;
        for (int i = 0; i < word.length(); i++) {
            at = text.indexOf(word.charAt(i), i == 0 ? start : last + 1);
            if (at < 0) {
                return Integer.MIN_VALUE;
            }
            score += 1 + (at == last + 1 ? FOLLOWS : 0) + (isBeginning(text, at) ? BEGINS : 0);
            last = at;
        }
        return score;
    }

    private static boolean isBeginning(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
