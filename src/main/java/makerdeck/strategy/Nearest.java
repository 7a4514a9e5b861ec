package makerdeck.strategy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that somebody who mistyped most likely meant. */
public final class Nearest {

    private Nearest() {}

    /** The most similar of {@code words}, upper and lower case alike; empty when none is similar. */
    public static Optional<String> to(String typed, Collection<String> words) {
        var wanted = typed.toLowerCase(Locale.ROOT);
        return words.stream()
                .min(Comparator.comparingInt((String word) -> distance(wanted, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> distance(wanted, word.toLowerCase(Locale.ROOT))
                        <= Math.max(1, Math.min(3, typed.length() / 2)));
    }

    /** As {@link #to}, worded for the end of an error: {@code ": did you mean x?"}, or nothing. */
    public static String suggestion(String typed, Collection<String> words) {
        return to(typed, words).map(word -> ": did you mean " + word + "?").orElse("");
    }

    private static int distance(String left, String right) {
        var row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replace = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
