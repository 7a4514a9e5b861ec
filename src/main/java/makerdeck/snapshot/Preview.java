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
 */
public record Preview(
        long number,
        List<Message> rows,
        String line,
        @Nullable Message effect) {

    public static final Preview NONE = new Preview(0, List.of());

    public Preview {
        rows = List.copyOf(rows);
    }

    /** The answer to a question. */
    public Preview(long number, List<Message> rows) {
        this(number, rows, "", null);
    }
}
