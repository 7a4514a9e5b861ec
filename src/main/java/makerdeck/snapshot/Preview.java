package makerdeck.snapshot;

import java.util.List;
import makerdeck.message.Message;

/**
 * What commands would do if they were sent now: changes, orders, prices, cost. Immutable.
 *
 * @param number of the question it answers
 * @param rows one line each, for the operator
 */
public record Preview(long number, List<Message> rows) {

    public static final Preview NONE = new Preview(0, List.of());

    public Preview {
        rows = List.copyOf(rows);
    }
}
