package makerdeck.engine.publish;

import java.time.Instant;
import java.util.List;
import makerdeck.domain.Candle;
import makerdeck.snapshot.CurveRow;
import makerdeck.snapshot.Inventory;
import makerdeck.snapshot.OrderRow;
import makerdeck.snapshot.QuotingRow;
import makerdeck.snapshot.Why;
import org.jspecify.annotations.Nullable;

/** The rows of a snapshot that take working out. Engine thread only. */
public final class SnapshotRows {

    private final OrderRows orders;
    private final InventoryRows inventory;
    private final QuotingRows quoting;
    private final WhyRows why;
    private final CurveRows curve;

    public SnapshotRows(OrderRows orders, InventoryRows inventory, QuotingRows quoting, WhyRows why, CurveRows curve) {
        this.why = why;
        this.curve = curve;
        this.orders = orders;
        this.inventory = inventory;
        this.quoting = quoting;
    }

    /** Nearest the mid first, ours before others'. */
    List<OrderRow> orders() {
        return orders.rows();
    }

    /** Null while it is not known. */
    @Nullable
    Inventory inventory() {
        return inventory.row();
    }

    /** Minutes of the market before us. */
    List<Candle> past() {
        return quoting.past();
    }

    /** At most a second old. */
    Why why(Instant now) {
        return why.recent(now);
    }

    /** Some seconds old at most. */
    CurveRow curve(Instant now) {
        return curve.recent(now);
    }

    QuotingRow quoting() {
        return quoting.row();
    }
}
