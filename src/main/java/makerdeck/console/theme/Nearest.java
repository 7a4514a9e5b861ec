package makerdeck.console.theme;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Did you mean. */
final class Nearest {

    private Nearest() {}

    static Optional<String> of(String word, Collection<String> known) {
        return known.stream().sorted().min(Comparator.comparingInt(other -> distance(word, other)));
    }

    /** Letters to insert, delete or change to make one word of the other. */
    private static int distance(String one, String other) {
        var previous = new int[other.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var row = new int[previous.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = row;
        }
        return previous[other.length()];
    }
}
