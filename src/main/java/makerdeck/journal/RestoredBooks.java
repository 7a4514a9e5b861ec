package makerdeck.journal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import makerdeck.journal.Entry.BooksKept;
import org.jspecify.annotations.Nullable;

/**
 * What earlier lives of the desk left behind. Immutable.
 *
 * @param kept the books as they were last written down, with all their lots; null when there are none to go on with
 * @param since fills, transfers, interest and conversions booked after that, in order
 * @param fills executions that the venue's history may bring again, those of {@code since} among them
 * @param endedInOrder the last session left nothing on the venue
 * @param interest payments booked that the venue's history may bring again, by their keys
 * @param lately the newest own fills of each role, whatever their books, that tell what fees this market takes; newest
 *     first
 */
public record RestoredBooks(
        @Nullable BooksKept kept,
        List<Entry> since,
        List<Entry.FillBooked> fills,
        boolean endedInOrder,
        Set<String> interest,
        List<Entry.FillBooked> lately) {

    /** Interest is read again from so long before the time until which executions are known. */
    public static final Duration INTEREST_REACHES_BACK = Duration.ofDays(1);

    public static final RestoredBooks NONE = new RestoredBooks(null, List.of(), List.of(), true);

    public RestoredBooks {
        since = List.copyOf(since);
        fills = List.copyOf(fills);
        interest = Set.copyOf(interest);
        lately = List.copyOf(lately);
    }

    /** Without interest, and without a word on fees. */
    public RestoredBooks(
            @Nullable BooksKept kept, List<Entry> since, List<Entry.FillBooked> fills, boolean endedInOrder) {
        this(kept, since, fills, endedInOrder, Set.of(), List.of());
    }

    RestoredBooks with(List<Entry.FillBooked> newest) {
        return new RestoredBooks(kept, since, fills, endedInOrder, interest, newest);
    }
}
