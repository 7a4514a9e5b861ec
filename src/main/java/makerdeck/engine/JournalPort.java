package makerdeck.engine;

import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.journal.Entry;
import makerdeck.journal.Journal;
import makerdeck.journal.RestoredBooks;
import org.jspecify.annotations.Nullable;

/**
 * What a desk has from its earlier lives, and where it puts what later ones must have.
 *
 * @param journal takes what must survive; must not block
 * @param numbers the next number that no order of this desk ever carried, empty when none is reserved at
 *     the moment; must not block
 * @param mayHaveLeft whether orders of an earlier life may still rest on the venue
 * @param halted that an earlier life was halted and never resumed, null when not: then this one is
 */
public record JournalPort(
        RestoredBooks restored,
        Consumer<Entry> journal,
        Supplier<OptionalLong> numbers,
        boolean mayHaveLeft,
        Journal.@Nullable Halted halted) {

    /** Of a desk that was not halted before. */
    public JournalPort(
            RestoredBooks restored, Consumer<Entry> journal, Supplier<OptionalLong> numbers, boolean mayHaveLeft) {
        this(restored, journal, numbers, mayHaveLeft, null);
    }

    /** Of a desk that only looks on: nothing before, nothing after, no numbers. */
    public static final JournalPort NONE = new JournalPort(RestoredBooks.NONE, entry -> {}, OptionalLong::empty, false);

    /**
     * Throws {@link IllegalArgumentException} or {@link ArithmeticException} when nobody can go on with this past: a
     * sum or a role is missing, unknown or impossible.
     */
    public static void requireSound(RestoredBooks restored, String symbol) {
        EngineWiring.ledger(restored, symbol);
        for (var fill : restored.fills()) {
            if (!fill.role().equals(Entry.FillBooked.EXTERNAL)) {
                OrderPurpose.valueOf(fill.role());
            }
        }
    }
}
