package makerdeck.strategy.parameters;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import makerdeck.message.Message;

/** The word that somebody who mistyped most likely meant. */
public final class DidYouMean {

    private static final Pattern NUMBERED = Pattern.compile("\\w?\\d\\w?");

    private DidYouMean() {}

    /**
     * The most similar of {@code words}, upper and lower case alike; empty when none is similar. Another number is
     * another thing and no slip: {@code B9} is not meant for {@code B1}.
     */
    public static Optional<String> to(String typed, Collection<String> words) {
        if (NUMBERED.matcher(typed).matches()) {
            return Optional.empty();
        }
        var wanted = typed.toLowerCase(Locale.ROOT);
        int most = Math.max(1, Math.min(3, typed.length() / 2));
        return words.stream()
                // Asked at every key: what is so much longer or shorter is no slip, and dear to compare.
                .filter(word -> Math.abs(word.length() - typed.length()) <= most)
                .min(Comparator.comparingInt((String word) -> distance(wanted, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> distance(wanted, word.toLowerCase(Locale.ROOT)) <= most);
    }

    /** As {@link #to}, for the end of an error: {@code ": did you mean x?"}, or no words. */
    public static Message suggestion(String typed, Collection<String> words) {
        return to(typed, words)
                .map(word -> Message.of("strategy.did-you-mean", word))
                .orElse(Message.plain(""));
    }

    /** Letters to add, drop, replace or swap with their neighbour. */
    private static int distance(String left, String right) {
        var cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 1; j <= right.length(); j++) {
            cost[0][j] = j;
            for (int i = 1; i <= left.length(); i++) {
                int changed = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + changed, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (swapped(left, right, i, j)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[left.length()][right.length()];
    }

    private static boolean swapped(String left, String right, int i, int j) {
        return i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2) && left.charAt(i - 2) == right.charAt(j - 1);
    }
}
