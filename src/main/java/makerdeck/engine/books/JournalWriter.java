package makerdeck.engine.books;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import makerdeck.domain.Fill;
import makerdeck.domain.Interest;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.MarketSignals;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.journal.Entry;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.strategy.signals.Regime;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what must survive the desk.
 *
 * <p>Engine thread only; never blocks.
 */
public final class JournalWriter {

    private static final Duration VALUES_EVERY = Duration.ofMinutes(1);

    private final Consumer<Entry> journal;
    private final MarketData market;
    private final MarketSignals signals;
    private final Ledger ledger;
    private Instant valueDue = Instant.MIN;

    public JournalWriter(Consumer<Entry> journal, MarketData market, MarketSignals signals, Ledger ledger) {
        this.journal = journal;
        this.market = market;
        this.signals = signals;
        this.ledger = ledger;
    }

    public void opened(Instant at) {
        var rules = market.rules();
        journal.accept(new Entry.BooksOpened(at, rules.base(), rules.quote(), holding()));
        valueDue = Instant.MIN;
    }

    private Entry.Holding holding() {
        return new Entry.Holding(ledger.base(), ledger.quote(), ledger.mid());
    }

    /** {@code layer}: of the quote it filled, 0 when it was none. */
    void booked(Fill fill, String role, int layer) {
        var id = fill.clientId();
        journal.accept(new Entry.FillBooked(
                fill.at(),
                fill.orderId(),
                fill.tradeId(),
                id == null ? null : id.value(),
                role,
                fill.side(),
                fill.price(),
                fill.quantity(),
                fill.fee(),
                fill.feeAsset(),
                fill.maker(),
                ledger.mid(),
                layer == 0 ? null : layer,
                signals.regime().map(Regime::name).orElse(null)));
    }

    public void transferred(Instant at, BigDecimal base, BigDecimal quote) {
        journal.accept(new Entry.Transferred(at, base, quote, ledger.mid()));
    }

    void earned(Interest payment, BigDecimal base, BigDecimal quote) {
        journal.accept(new Entry.InterestBooked(payment.at(), payment.key(), base, quote, ledger.mid()));
    }

    /** What becomes of parameters and the desk's state; orders and fills are written with all that the books need. */
    public void happened(DeskEvent event) {
        var at = event.at();
        var news = event.news();
        if (news instanceof DeskNews.StateChanged changed) {
            journal.accept(new Entry.StateChanged(at, changed.state().name(), changed.reason()));
        } else if (news instanceof DeskNews.ParameterChanged changed) {
            journal.accept(
                    new Entry.ParameterChanged(at, changed.key(), changed.before(), changed.after(), changed.source()));
        }
    }

    public void moved(ManagedOrder order, @Nullable Message reason, Instant now) {
        var id = order.orderId();
        var rules = market.rules();
        journal.accept(new Entry.OrderMoved(
                now,
                order.clientId().value(),
                id == null ? "" : id,
                order.side(),
                rules.decimal(order.price()),
                rules.decimal(order.terms().quantity()),
                order.stage().name(),
                !order.stage().isFinal(),
                rules.decimal(order.filled()),
                reason));
    }

    void markedOut(Fill fill, Map<Integer, BigDecimal> mids) {
        journal.accept(new Entry.MarkedOut(fill.at(), fill.orderId(), fill.tradeId(), mids));
    }

    public void quoted(Entry.MinuteQuoted minute) {
        journal.accept(minute);
    }

    /** What a market-maker programme counts. */
    public void rested(Entry.MinuteRested minute) {
        journal.accept(minute);
    }

    /** Fees that were counted apart have had a price. */
    void converted(Instant at, String asset, BigDecimal amount, BigDecimal price) {
        journal.accept(new Entry.FeesConverted(at, asset, amount, price));
    }

    /** Once a minute what the books say; at once when they are new. */
    public void tick(Instant now, Instant knownUntil) {
        if (ledger.isOpen() && !now.isBefore(valueDue)) {
            valueDue = now.plus(VALUES_EVERY);
            value(now, knownUntil);
        }
    }

    private void value(Instant now, Instant knownUntil) {
        market.mid().ifPresent(ledger::mark);
        ledger.valued(now);
        journal.accept(new Entry.BooksValued(now, ledger.equity(), ledger.pnl(), holding(), parts()));
        journal.accept(ledger.keep(now, knownUntil));
    }

    private Entry.Parts parts() {
        var parts = ledger.parts();
        return new Entry.Parts(
                parts.captured(),
                parts.markToMarket(),
                parts.fees(),
                parts.converted(),
                parts.rebalance(),
                parts.interest(),
                parts.transfers());
    }

    /** {@code inOrder}: nothing of ours was left on the venue, as far as is known. */
    public void ended(Instant now, Instant knownUntil, boolean inOrder) {
        if (ledger.isOpen()) {
            value(now, knownUntil);
        }
        journal.accept(new Entry.SessionEnded(now, inOrder));
    }
}
