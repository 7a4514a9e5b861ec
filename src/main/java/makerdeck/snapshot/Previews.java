package makerdeck.snapshot;

import java.util.List;
import java.util.stream.Stream;

/**
 * What lines would do that wait for an answer, or are still being typed, on however many screens. Immutable.
 *
 * @param typed the last one of a line being typed
 * @param asked the last few of questions, the newest at the end
 */
public record Previews(Preview typed, List<Preview> asked) {

    /** More can hardly wait at once, and what is older nobody answers any more. */
    private static final int MOST = 16;

    public static final Previews NONE = new Previews(Preview.NONE, List.of());

    public Previews {
        asked = List.copyOf(asked);
    }

    /** With one more. */
    public Previews with(Preview latest) {
        if (latest.number() == Preview.NONE.number()) {
            return new Previews(latest, asked);
        }
        return new Previews(
                typed,
                Stream.concat(asked.stream().skip(Math.max(0, asked.size() - MOST + 1)), Stream.of(latest))
                        .toList());
    }

    /** The answer to a question; {@link Preview#NONE} while there is none. */
    public Preview of(long number) {
        for (int i = asked.size() - 1; i >= 0; i--) {
            if (asked.get(i).number() == number) {
                return asked.get(i);
            }
        }
        return Preview.NONE;
    }

    /** Whether a question has its answer. */
    public boolean has(long number) {
        return of(number) != Preview.NONE;
    }
}
