package makerdeck.laboratory.trader;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import makerdeck.domain.Balances;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.engine.books.BookedTrade;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.journal.Entry;

/** The books of a trader that is no desk: kept by the desk's own ledger, written down as the desk does. */
final class BotBooks {

    private static final List<Integer> MARKOUTS = List.of(1, 5, 30, 60);

    private record Marked(Entry.FillBooked fill, Instant booked, Map<Integer, BigDecimal> mids) {}

    private final Market rules;
    private final Consumer<Entry> journal;
    private final Ledger ledger = new Ledger();
    private final List<Marked> marked = new ArrayList<>();
    private Duration ran = Duration.ZERO;
    private Duration bids = Duration.ZERO;
    private Duration asks = Duration.ZERO;
    private Instant last = Instant.MAX;
    private boolean bid;
    private boolean ask;

    BotBooks(Market rules, Consumer<Entry> journal) {
        this.rules = rules;
        this.journal = journal;
    }

    boolean isOpen() {
        return ledger.isOpen();
    }

    void open(Balances held, BigDecimal mid, Instant now) {
        ledger.open(held, mid, now);
        journal.accept(new Entry.BooksOpened(now, rules.base(), rules.quote(), holding()));
        last = now;
    }

    private Entry.Holding holding() {
        return new Entry.Holding(ledger.base(), ledger.quote(), ledger.mid());
    }

    /** @param mid of the last book before the fill */
    void filled(Fill fill, int layer, BigDecimal mid, Instant now) {
        var id = fill.clientId();
        var entry = new Entry.FillBooked(
                fill.at(),
                fill.orderId(),
                fill.tradeId(),
                id == null ? null : id.value(),
                OrderPurpose.QUOTE.name(),
                fill.side(),
                fill.price(),
                fill.quantity(),
                fill.fee(),
                fill.feeAsset(),
                fill.maker(),
                mid,
                layer);
        ledger.mark(mid);
        ledger.book(BookedTrade.of(entry, rules.symbol()), OrderPurpose.QUOTE);
        journal.accept(entry);
        marked.add(new Marked(entry, now, new TreeMap<>()));
    }

    /** Time passed, during which a side was quoted as was said last; now it is as said here. */
    void tick(Instant now, BigDecimal mid, boolean quotesBid, boolean quotesAsk) {
        if (now.isAfter(last)) {
            var length = Duration.between(last, now);
            ran = ran.plus(length);
            bids = bid ? bids.plus(length) : bids;
            asks = ask ? asks.plus(length) : asks;
            last = now;
        }
        bid = quotesBid;
        ask = quotesAsk;
        marked.removeIf(fill -> isDone(fill, now, mid));
    }

    private boolean isDone(Marked fill, Instant now, BigDecimal mid) {
        for (int seconds : MARKOUTS) {
            if (!now.isBefore(fill.booked.plusSeconds(seconds))) {
                fill.mids.putIfAbsent(seconds, mid);
            }
        }
        if (fill.mids.size() < MARKOUTS.size()) {
            return false;
        }
        tell(fill);
        return true;
    }

    private void tell(Marked fill) {
        journal.accept(new Entry.MarkedOut(fill.fill.at(), fill.fill.orderId(), fill.fill.tradeId(), fill.mids));
    }

    /** No more will be known. */
    void end(Instant now, BigDecimal mid) {
        tick(now, mid, false, false);
        marked.forEach(this::tell);
        marked.clear();
        ledger.mark(mid);
        var parts = ledger.parts();
        journal.accept(
                new Entry.MinuteQuoted(now, ran, new Entry.SideQuoted(ran, bids), new Entry.SideQuoted(ran, asks)));
        journal.accept(new Entry.BooksValued(
                now,
                ledger.equity(),
                parts.profit(),
                holding(),
                new Entry.Parts(
                        parts.captured(),
                        parts.markToMarket(),
                        parts.fees(),
                        parts.converted(),
                        parts.rebalance(),
                        parts.interest(),
                        parts.transfers())));
    }
}
