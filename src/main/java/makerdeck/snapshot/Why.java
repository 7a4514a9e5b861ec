package makerdeck.snapshot;

import java.util.List;
import makerdeck.message.Message;

/**
 * Why the desk does what it does, in rows from top to bottom: what is so, what happens next, and each gate in the order
 * in which it is asked. Immutable.
 *
 * @param all the desk and both sides
 * @param rebalance why a rebalance runs, comes or does not
 * @param halted why it is halted, whether that is over, and how to go on
 */
public record Why(List<Row> all, List<Row> bids, List<Row> asks, List<Row> rebalance, List<Row> halted) {

    public static final Why NONE = new Why(List.of(), List.of(), List.of(), List.of(), List.of());

    /** What a row says. */
    public enum Kind {
        /** How things stand. */
        HEAD,
        /** What happens next and when, or what to do. */
        NEXT,
        /** A step of a price. */
        STEP,
        /** A gate that is open. */
        OPEN,
        /** A gate that would hold, were it not for one before it. */
        SHUT,
        /** The gate that holds. */
        HOLDS
    }

    public record Row(Kind kind, Message text) {}

    public Why {
        all = List.copyOf(all);
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
        rebalance = List.copyOf(rebalance);
        halted = List.copyOf(halted);
    }
}
