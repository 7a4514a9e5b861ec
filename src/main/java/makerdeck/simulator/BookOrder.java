package makerdeck.simulator;

import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/** An order as the matching sees it: what is left, and its neighbours in the queue of its level. */
final class BookOrder {

    final long id;
    final Side side;
    final long ticks;

    /** Null for an agent's order. */
    final @Nullable AccountOrder owner;

    long remaining;

    /** What rested at its price when it joined; a recorded feed counts it down. */
    long inFront;

    // Set while resting.
    @Nullable
    PriceLevel level;

    @Nullable
    BookOrder ahead;

    @Nullable
    BookOrder behind;

    BookOrder(long id, Side side, long ticks, long remaining, @Nullable AccountOrder owner) {
        this.id = id;
        this.side = side;
        this.ticks = ticks;
        this.remaining = remaining;
        this.owner = owner;
    }

    boolean isResting() {
        return level != null;
    }

    boolean isOwnedWith(BookOrder other) {
        return owner != null && other.owner != null && owner.account == other.owner.account;
    }
}
