package makerdeck.journal;

import java.util.List;

/** Books as the file has them each time they were written down, without a file. */
public final class KeptBooks {

    private Entry.Lots lots = Entry.Lots.NONE;

    /** The same with all their lots, as they would be restored. */
    public Entry.BooksKept whole(Entry.BooksKept kept) {
        lots = kept.lots().after(lots);
        return new Entry.BooksKept(kept.at(), kept.openedAt(), kept.knownUntil(), kept.sums(), lots);
    }

    /** As the last of the entries left them. */
    public static Entry.BooksKept last(List<Entry> entries) {
        var books = new KeptBooks();
        return entries.stream()
                .filter(Entry.BooksKept.class::isInstance)
                .map(Entry.BooksKept.class::cast)
                .map(books::whole)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
