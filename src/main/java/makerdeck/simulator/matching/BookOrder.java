package makerdeck.simulator.matching;

import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/** An order as the matching sees it: what is left, and its neighbours in the queue of its level. */
public final class BookOrder {

    public final long id;
    public final Side side;
    public final long ticks;

    /** Null for an agent's order. */
    public final @Nullable AccountOrder owner;

    public long remaining;

    /** Steps of others at its price before it, for an account's order; a recorded feed estimates how they get fewer. */
    public double inFront;

    /** Steps traded at its price since the recorded display there changed last. */
    public double traded;

    // Set while resting.
    @Nullable
    PriceLevel level;

    @Nullable
    BookOrder ahead;

    public @Nullable BookOrder behind;

    public BookOrder(long id, Side side, long ticks, long remaining, @Nullable AccountOrder owner) {
        this.id = id;
        this.side = side;
        this.ticks = ticks;
        this.remaining = remaining;
        this.owner = owner;
    }

    public boolean isResting() {
        return level != null;
    }

    boolean isOwnedWith(BookOrder other) {
        return owner != null && other.owner != null && owner.account == other.owner.account;
    }
}
