package makerdeck.backpack.wire.signing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The pieces of secrets, so that half of one is found as well. One thread. */
final class Fragments {

    /** By chance nobody writes the same eleven signs of base64. */
    private static final int LENGTH = 11;

    private final int most;
    private final Deque<String> kept = new ArrayDeque<>();
    private final Map<String, Integer> pieces = new HashMap<>();

    /** @param most so many secrets are kept, the latest */
    Fragments(int most) {
        this.most = most;
    }

    void add(String secret) {
        kept.addLast(secret);
        for (int i = 0; i + LENGTH <= secret.length(); i++) {
            pieces.merge(secret.substring(i, i + LENGTH), 1, Integer::sum);
        }
        if (kept.size() > most) {
            forget(kept.removeFirst());
        }
    }

    private void forget(String secret) {
        for (int i = 0; i + LENGTH <= secret.length(); i++) {
            pieces.computeIfPresent(secret.substring(i, i + LENGTH), (piece, count) -> count == 1 ? null : count - 1);
        }
    }

    boolean isIn(String signs) {
        if (pieces.isEmpty()) {
            return false;
        }
        for (int i = 0; i + LENGTH <= signs.length(); i++) {
            if (pieces.containsKey(signs.substring(i, i + LENGTH))) {
                return true;
            }
        }
        return false;
    }
}
