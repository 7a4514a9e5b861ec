package makerdeck.simulator.model;

/** What became of a {@link OrderRequest}. */
public sealed interface Placement {

    /** It is or was an order; {@code order} already contains what it took at once. */
    record Accepted(OrderView order) implements Placement {}

    /** It never was an order. */
    record Refused(RejectReason why) implements Placement {}
}
