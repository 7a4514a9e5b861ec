package makerdeck.engine.books;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import makerdeck.domain.Fill;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.MarketSignals;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.FillRow;
import makerdeck.strategy.quoting.InventoryRatio;
import org.jspecify.annotations.Nullable;

/**
 * Booked fills as the operator sees them: each told once, the latest kept as rows, with what the market did after them.
 *
 * <p>Engine thread only.
 */
public final class FillTable {

    private final Clock clock;
    private final EventLog log;
    private final MarketData market;
    private final MarketSignals signals;
    private final Ledger ledger;
    private final AvailableBalances available;
    private final Deque<FillRow> rows = new ArrayDeque<>();
    private final Markouts markouts;
    private long changes;

    public FillTable(
            Clock clock,
            EventLog log,
            MarketData market,
            MarketSignals signals,
            Ledger ledger,
            AvailableBalances available,
            JournalWriter journal) {
        this.clock = clock;
        this.log = log;
        this.market = market;
        this.signals = signals;
        this.ledger = ledger;
        this.available = available;
        markouts = new Markouts(this::markedOut, journal::markedOut);
    }

    /** The market is watched from now on for what it does after this fill. */
    void watch(Fill fill, ManagedOrder order, Instant now) {
        markouts.filled(fill, order.layer(), signals.regime(), now);
    }

    /** It has been booked: a row, and told. */
    void show(Fill fill, ManagedOrder order) {
        var ratio = ratio();
        rows.addFirst(new FillRow(fill, order.tag(), ratio, null));
        if (rows.size() > DeskSnapshot.FILLS_KEPT) {
            rows.removeLast();
        }
        changes++;
        var rules = market.rules();
        var price = rules.textOfPrice(fill.price());
        var quantity = rules.textOfQuantity(fill.quantity());
        log.tell(
                clock.instant(),
                new DeskNews.FillBooked(fill, rules),
                Message.of(
                        fill.maker() ? "engine.fill.maker" : "engine.fill.taker",
                        Texts.deed(fill.side()),
                        quantity,
                        price,
                        order.tag(),
                        fill.fee().toPlainString(),
                        fill.feeAsset()));
    }

    private @Nullable BigDecimal ratio() {
        return market.mid()
                .filter(mid -> ledger.isOpen())
                .map(mid -> InventoryRatio.of(available.balances(), mid).ratio())
                .orElse(null);
    }

    private void markedOut(Fill fill, BigDecimal percent) {
        var updated = new ArrayDeque<FillRow>();
        for (var row : rows) {
            updated.addLast(row.fill().equals(fill) ? new FillRow(fill, row.tag(), row.ratioAfter(), percent) : row);
        }
        rows.clear();
        rows.addAll(updated);
        changes++;
    }

    void tick(Instant now) {
        if (market.isKnown()) {
            market.mid().ifPresent(mid -> markouts.measure(now, mid));
        }
    }

    /** What is known of the market after the last fills is written down, for nobody will know more. */
    void end() {
        markouts.end();
    }

    /** Newest first. */
    public List<FillRow> rows() {
        return List.copyOf(rows);
    }

    /** Grows with each change of the rows. */
    public long changes() {
        return changes;
    }

    /** In basis points, by side, layer and regime; empty when nothing is known yet. */
    public List<Message> judged() {
        return markouts.judged();
    }

    public Message markouts() {
        return Message.list(markouts.lines(market.rules()));
    }
}
