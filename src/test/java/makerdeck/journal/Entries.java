package makerdeck.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/** Entries for tests. */
public final class Entries {

    public static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    public static final JournalOwner OWNER = new JournalOwner("a1b2c3d4", "SOL_USDC", "backpack", "LIVE", 4711);

    private Entries() {}

    public static Entry.Holding holding() {
        return new Entry.Holding(new BigDecimal("20"), new BigDecimal("7000.5"), new BigDecimal("150.005"));
    }

    public static Entry.Parts parts() {
        return new Entry.Parts(
                new BigDecimal("4.1"),
                new BigDecimal("-31.2"),
                new BigDecimal("1.8"),
                new BigDecimal("0.02"),
                new BigDecimal("-0.3"),
                new BigDecimal("0.01"),
                new BigDecimal("100"));
    }

    public static Entry.BooksOpened opened() {
        return new Entry.BooksOpened(NOON, "SOL", "USDC", holding());
    }

    public static Entry.FillBooked feeIn(String asset, long tradeId, Instant at) {
        var fill = fill(tradeId, at);
        return new Entry.FillBooked(
                at,
                fill.orderId(),
                tradeId,
                fill.clientId(),
                fill.role(),
                fill.side(),
                fill.price(),
                fill.quantity(),
                fill.fee(),
                asset,
                fill.maker(),
                fill.mid(),
                fill.layer());
    }

    /** The same in a regime, on a side. */
    static Entry.FillBooked in(@Nullable String regime, Side side, Entry.FillBooked fill) {
        return new Entry.FillBooked(
                fill.at(),
                fill.orderId(),
                fill.tradeId(),
                fill.clientId(),
                fill.role(),
                side,
                fill.price(),
                fill.quantity(),
                fill.fee(),
                fill.feeAsset(),
                fill.maker(),
                fill.mid(),
                fill.layer(),
                regime);
    }

    public static Entry.FillBooked fill(long tradeId, Instant at) {
        return fill(tradeId, "order-" + tradeId, at, "QUOTE");
    }

    public static Entry.FillBooked fill(long tradeId, String orderId, Instant at, String role) {
        return new Entry.FillBooked(
                at,
                orderId,
                tradeId,
                7L,
                role,
                Side.BID,
                new BigDecimal("150.10"),
                new BigDecimal("2.00"),
                new BigDecimal("0.0016"),
                "SOL",
                true,
                new BigDecimal("150.105"),
                1);
    }

    public static Entry.Transferred transfer(Instant at) {
        return new Entry.Transferred(at, new BigDecimal("1"), new BigDecimal("-3.000000001"), new BigDecimal("150"));
    }

    public static Entry.BooksKept kept(Instant at) {
        return new Entry.BooksKept(
                at,
                NOON,
                at,
                Map.of("base", new BigDecimal("20.123456789012"), "captured", new BigDecimal("-0.00")),
                lots());
    }

    public static Entry.Lots lots() {
        return new Entry.Lots(
                7,
                9,
                List.of(
                        new Entry.Lot(7, new BigDecimal("20.12"), new BigDecimal("3018.000000000001")),
                        new Entry.Lot(8, new BigDecimal("0.003456789012"), new BigDecimal("-0.5"))));
    }

    /** Books whose holdings alone have made anything. */
    public static Entry.BooksValued valued(Instant at, String pnl) {
        return valued(at, pnl, pnl);
    }

    /** {@code inventory}: what of the profit the holdings have made. */
    public static Entry.BooksValued valued(Instant at, String pnl, String inventory) {
        var none = BigDecimal.ZERO;
        var parts = new Entry.Parts(none, new BigDecimal(inventory), none, none, none, none, none);
        return new Entry.BooksValued(at, new BigDecimal("10000.10"), new BigDecimal(pnl), holding(), parts);
    }

    public static Entry.OrderMoved order(long clientId, String orderId, boolean open) {
        return new Entry.OrderMoved(
                NOON,
                clientId,
                orderId,
                Side.ASK,
                new BigDecimal("150.20"),
                new BigDecimal("1.5"),
                open ? "OPEN" : "CANCELLED",
                open,
                new BigDecimal("0.5"),
                null);
    }
}
