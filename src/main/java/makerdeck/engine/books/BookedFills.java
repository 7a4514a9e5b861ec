package makerdeck.engine.books;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.Order;
import makerdeck.journal.RestoredBooks;

/**
 * What is booked already, fill by fill and order by order, by this life of the desk and by those whose books it goes on
 * with. Both are forgotten together.
 *
 * <p>Engine thread only.
 */
public final class BookedFills {

    private static final Duration REACHES_BACK = Duration.ofMinutes(10);

    private final FillDeduplicator keys = new FillDeduplicator();
    private final BookedSums sums = new BookedSums();
    private final boolean goesOn;

    public BookedFills(RestoredBooks restored) {
        for (var fill : restored.fills()) {
            keys.add(fill);
            sums.add(fill.orderId(), fill.quantity(), fill.at());
        }
        var kept = restored.kept();
        goesOn = kept != null;
        if (kept != null) {
            keys.beginAt(kept.knownUntil().minus(REACHES_BACK));
        }
    }

    /** By the keys of each fill. */
    public FillDeduplicator keys() {
        return keys;
    }

    /** How much of each order. */
    public BookedSums sums() {
        return sums;
    }

    /** What is booked of an order that was not met before, in base units. */
    BigDecimal of(Order met, Market rules) {
        // What an earlier life of the desk was filled belongs to that life's books.
        return goesOn ? sums.of(met.id()) : rules.decimal(met.filled());
    }

    void add(Fill fill) {
        sums.add(fill.orderId(), fill.quantity(), fill.at());
    }

    /** Forgets fills long before {@code watermark}, of the venue's clock: all of them are booked. */
    void forget(Instant watermark) {
        keys.beginAt(watermark.minus(REACHES_BACK));
        sums.forget(keys.beginning());
    }
}
