package makerdeck.backpack.server.faults;

import java.util.function.Predicate;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.DepthUpdate;

/** Which numbers the book's updates go out under: their own, unless something goes wrong on purpose. Venue thread only. */
public final class DepthNumbers {

    private static final int JUMP_EVERY = 10;

    private final Predicate<Fault> faults;
    private long shift;
    private int frames;

    DepthNumbers(Predicate<Fault> faults) {
        this.faults = faults;
    }

    /** The number of the book as answers and tops tell it. */
    public long told(long id) {
        if (!faults.test(Fault.DEPTH_RESTART)) {
            shift = 0;
        } else if (shift == 0) {
            // As after a restart of the engine: the count begins anew.
            shift = id - 1;
        }
        return id - shift;
    }

    /** An update as its frame tells it. */
    public DepthUpdate told(DepthUpdate update) {
        long last = told(update.lastId());
        long first = Math.max(0, last - (update.lastId() - update.firstId()));
        if (faults.test(Fault.DEPTH_NEGATIVE)) {
            return numbered(update, -last, -first);
        }
        if (faults.test(Fault.DEPTH_JUMP) && ++frames % JUMP_EVERY == 0) {
            return numbered(update, Long.MAX_VALUE, Long.MAX_VALUE);
        }
        return numbered(update, first, last);
    }

    private static DepthUpdate numbered(DepthUpdate update, long first, long last) {
        return new DepthUpdate(first, last, update.bids(), update.asks(), update.atNanos());
    }
}
