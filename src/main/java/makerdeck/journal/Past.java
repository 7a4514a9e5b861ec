package makerdeck.journal;

import java.util.List;
import makerdeck.journal.Entry.BooksKept;
import org.jspecify.annotations.Nullable;

/**
 * What earlier lives of the desk left behind. Immutable.
 *
 * @param kept the books as they were last written down, null when there are none to go on with
 * @param since fills and transfers booked after that, in order
 * @param fills executions that the venue's history may bring again, those of {@code since} among them
 * @param endedInOrder the last session left nothing on the venue
 */
public record Past(@Nullable BooksKept kept, List<Entry> since, List<Entry.FillBooked> fills, boolean endedInOrder) {

    public static final Past NONE = new Past(null, List.of(), List.of(), true);

    public Past {
        since = List.copyOf(since);
        fills = List.copyOf(fills);
    }
}
