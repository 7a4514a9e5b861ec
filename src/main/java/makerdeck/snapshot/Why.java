package makerdeck.snapshot;

import java.util.List;
import java.util.stream.Stream;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Why the desk does what it does, in rows from top to bottom: what is so, what happens next, and each gate in the order
 * in which it is asked. Immutable.
 *
 * @param desk how it stands
 * @param bids their price as it comes about or what holds them, then each gate for them alone; {@code asks} likewise
 * @param gates each with its answer for both sides
 * @param rebalance why a rebalance runs, comes or does not
 * @param halted why it is halted, whether that is over, and how to go on
 */
public record Why(
        List<Row> desk, List<Row> bids, List<Row> asks, List<Row> gates, List<Row> rebalance, List<Row> halted) {

    public static final Why NONE = new Why(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

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

    /** @param gate the name of the gate it is about, null when it is about none */
    public record Row(Kind kind, Message text, @Nullable Message gate) {

        public Row(Kind kind, Message text) {
            this(kind, text, null);
        }
    }

    public Why {
        desk = List.copyOf(desk);
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
        gates = List.copyOf(gates);
        rebalance = List.copyOf(rebalance);
        halted = List.copyOf(halted);
    }

    /** How the desk and both sides stand, and every gate in its order. */
    public List<Row> all() {
        return Stream.of(desk, ofNoGate(bids, Kind.STEP), ofNoGate(asks, Kind.STEP), gates)
                .flatMap(List::stream)
                .toList();
    }

    /** The rows of a side without its gates, and without those of a kind. */
    private static List<Row> ofNoGate(List<Row> rows, Kind without) {
        return rows.stream()
                .filter(row -> row.gate() == null && row.kind() != without)
                .toList();
    }
}
