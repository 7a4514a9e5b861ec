package makerdeck.snapshot;

import java.util.List;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What commands would do if they were sent now. Immutable.
 *
 * @param number of the question it answers, 0 for a line that is still being typed
 * @param rows of a question: changes, orders, prices, cost; one line each, for the operator
 * @param line as typed
 * @param effect of a line being typed: what it would make of the quotes, null when there is nothing to say
 * @param vital how many of the rows, the first, tell what is traded: without them nobody can agree
 * @param moot nothing would come of the line, so that there is nothing to ask: {@code rows} say why
 */
public record Preview(
        long number,
        List<Message> rows,
        String line,
        @Nullable Message effect,
        int vital,
        boolean moot) {

    public static final Preview NONE = new Preview(0, List.of());

    public Preview {
        rows = List.copyOf(rows);
    }

    /** The answer to a question. */
    public Preview(long number, List<Message> rows) {
        this(number, rows, "", null);
    }

    /** Of a line that something would come of. */
    public Preview(long number, List<Message> rows, String line, @Nullable Message effect) {
        this(number, rows, line, effect, 0, false);
    }

    /** The answer to a question that trades. */
    public static Preview trading(long number, List<Message> rows, int vital) {
        return new Preview(number, rows, "", null, vital, false);
    }

    /** The answer to a question that need not be asked. */
    public static Preview moot(long number, List<Message> why) {
        return new Preview(number, why, "", null, 0, true);
    }
}
