package makerdeck.engine.books;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import makerdeck.domain.Balances;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.journal.Entry;
import makerdeck.snapshot.Earnings;
import makerdeck.snapshot.ProfitParts;
import makerdeck.snapshot.Totals;
import org.jspecify.annotations.Nullable;

/**
 * The books of the session, in the quote asset, exact. To the last digit: change of equity = spread
 * captured + inventory mark-to-market - fees + rebalance result + interest + transfers. Fees in a third asset were
 * paid with what is not ours to count: they change no equity, and the profit bears them once they have had a price.
 *
 * <p>Engine thread only.
 */
public final class Ledger {

    private @Nullable BigDecimal openingEquity;
    private Instant openedAt = Instant.MAX;
    private BigDecimal base = BigDecimal.ZERO;
    private BigDecimal quote = BigDecimal.ZERO;
    private BigDecimal mid = BigDecimal.ZERO;

    private BigDecimal captured = BigDecimal.ZERO;
    private BigDecimal markToMarket = BigDecimal.ZERO;
    private BigDecimal quoteFees = BigDecimal.ZERO;
    private BigDecimal rebalance = BigDecimal.ZERO;
    private BigDecimal interest = BigDecimal.ZERO;
    private BigDecimal converted = BigDecimal.ZERO;

    private final CostBasis.Both costs = new CostBasis.Both();
    private final Turnover turnover = new Turnover();
    private final FeesApart feesApart = new FeesApart();
    private final Transfers transfers = new Transfers();
    private final Openings openings = new Openings();

    public boolean isOpen() {
        return openingEquity != null;
    }

    /** Whether something that happened then is not in the opening balances already. */
    public boolean covers(Instant at) {
        return isOpen() && !at.isBefore(openedAt);
    }

    /** Opens the books with what the account held at {@code at}. */
    public void open(Balances holdings, BigDecimal midNow, Instant at) {
        openedAt = at;
        base = holdings.base().total();
        quote = holdings.quote().total();
        mid = midNow;
        costs.change(base, base.multiply(mid));
        openingEquity = equity();
        openings.opened(standing(at));
    }

    private Standing standing(Instant at) {
        return new Standing(at, base, mid, transfers.base(), transfers.baseValue(), parts());
    }

    /** Values the holdings at a new mid. */
    public void mark(BigDecimal midNow) {
        markToMarket = markToMarket.add(base.multiply(midNow.subtract(mid)));
        mid = midNow;
    }

    /** Books one of our fills at the mid last marked. False when its fee is the first in an asset that has no price. */
    boolean book(Fill fill, Market rules, OrderPurpose purpose) {
        return book(BookedTrade.of(fill, rules), purpose);
    }

    public boolean book(BookedTrade trade, OrderPurpose purpose) {
        var price = trade.price();
        var quantity = trade.quantity();
        var sign = BigDecimal.valueOf(trade.side().sign());
        var edge = sign.multiply(quantity).multiply(mid.subtract(price));
        var baseFee = trade.baseFee();
        var quoteFee = trade.quoteFee();
        var fee = quoteFee.add(baseFee.multiply(price));

        base = base.add(sign.multiply(quantity)).subtract(baseFee);
        quote = quote.subtract(sign.multiply(quantity).multiply(price)).subtract(quoteFee);
        // A fee in base is converted at the fill's price but held at the mid: the rest is inventory's.
        var conversion = baseFee.multiply(price.subtract(mid));
        if (purpose == OrderPurpose.REBALANCE) {
            rebalance = rebalance.add(edge).subtract(fee).add(conversion);
        } else {
            captured = captured.add(edge);
            quoteFees = quoteFees.add(fee);
            markToMarket = markToMarket.add(conversion);
        }
        turnover.add(trade.side(), trade.maker(), quantity, quantity.multiply(price), fee);
        costs.change(
                sign.multiply(quantity).subtract(baseFee),
                sign.multiply(quantity).multiply(price).add(quoteFee));
        return trade.feeApart().signum() == 0 || !feesApart.add(trade.feeAsset(), trade.feeApart());
    }

    /** Books what came or went without a fill of ours, at the mid: deposits, withdrawals, trades by hand. */
    public void transfer(BigDecimal baseChange, BigDecimal quoteChange) {
        base = base.add(baseChange);
        quote = quote.add(quoteChange);
        costs.change(baseChange, baseChange.multiply(mid));
        transfers.add(baseChange, quoteChange, mid);
    }

    /** Books what the lending pool has paid, at the mid last marked; negative when we paid. It cost nothing. */
    void interest(BigDecimal baseChange, BigDecimal quoteChange) {
        base = base.add(baseChange);
        quote = quote.add(quoteChange);
        costs.change(baseChange, BigDecimal.ZERO);
        costs.change(BigDecimal.ZERO, quoteChange.negate());
        interest = interest.add(baseChange.multiply(mid)).add(quoteChange);
    }

    /** Books fees that were counted apart at the price of one of their asset: from now on the profit bears them. */
    public void convert(String asset, BigDecimal amount, BigDecimal price) {
        var cost = amount.multiply(price);
        feesApart.add(asset, amount.negate());
        converted = converted.add(cost);
        costs.change(BigDecimal.ZERO, cost);
    }

    FeesApart feesApart() {
        return feesApart;
    }

    /** Books a trade of somebody else on the account: it moves what is held, not what is earned. */
    public void bookForeign(BookedTrade trade) {
        transfer(trade.baseChange(), trade.quoteChange());
    }

    public BigDecimal mid() {
        return mid;
    }

    public BigDecimal base() {
        return base;
    }

    public BigDecimal quote() {
        return quote;
    }

    public BigDecimal equity() {
        return base.multiply(mid).add(quote);
    }

    /** Change of equity since the books were opened, transfers excluded, less the fees converted. */
    BigDecimal pnl() {
        return openingEquity == null
                ? BigDecimal.ZERO
                : equity().subtract(openingEquity).subtract(transfers.total()).subtract(converted);
    }

    /** What was executed while the desk was down is in the books: from here on a new session's losses count. */
    public void caughtUp(Instant now) {
        openings.caughtUp(pnl(), standing(now));
    }

    /** The books as they stand are written down. */
    void valued(Instant now) {
        openings.valued(standing(now));
    }

    /** What has been earned so far, as of the mid last marked; null before the books are open. */
    public @Nullable Earnings earnings(Instant now) {
        return isOpen() ? openings.earnings(equity(), standing(now)) : null;
    }

    /** {@link #pnl} of the session alone; one that was cut off goes on. */
    public BigDecimal sessionPnl() {
        return openings.sessionPnl(pnl());
    }

    /** When the books were opened; far ahead before they are. */
    public Instant openedAt() {
        return openedAt;
    }

    /** All that the books consist of, by name, but for the lots. */
    Map<String, BigDecimal> sums() {
        var sums = new HashMap<String, BigDecimal>();
        sums.put("opening equity", openingEquity());
        sums.put("base", base);
        sums.put("quote", quote);
        sums.put("mid", mid);
        sums.put("captured", captured);
        sums.put("inventory", markToMarket);
        sums.put("fees", quoteFees);
        sums.put("rebalance", rebalance);
        sums.put("interest", interest);
        sums.put("converted", converted);
        costs.write(sums);
        turnover.write(sums);
        feesApart.write(sums);
        transfers.write(sums);
        openings.write(sums);
        return sums;
    }

    /** The books as they are, for the journal: of the lots what changed since it was last asked for. */
    public Entry.BooksKept keep(Instant now, Instant knownUntil) {
        return new Entry.BooksKept(
                now, openedAt, knownUntil, sums(), costs.firstInFirstOut().keep());
    }

    /**
     * Goes on with books of an earlier life; throws {@link IllegalArgumentException} or {@link ArithmeticException}
     * when the sums and lots are not those of such books. {@code newSession}: that life's session was over.
     */
    public void restore(Entry.BooksKept kept, boolean newSession) {
        var sums = kept.sums();
        openedAt = kept.openedAt();
        openingEquity = sum(sums, "opening equity");
        base = sum(sums, "base");
        quote = sum(sums, "quote");
        mid = sum(sums, "mid");
        captured = sum(sums, "captured");
        markToMarket = sum(sums, "inventory");
        quoteFees = sum(sums, "fees");
        rebalance = sum(sums, "rebalance");
        interest = sum(sums, "interest");
        converted = sum(sums, "converted");
        costs.read(sums, kept.lots());
        turnover.read(sums);
        feesApart.read(sums);
        transfers.read(sums);
        openings.read(sums, standing(openedAt));
        var strangers = new TreeSet<>(sums.keySet());
        strangers.removeAll(sums().keySet());
        if (!strangers.isEmpty()) {
            throw new IllegalArgumentException("books with an unknown sum: " + strangers.first());
        }
        openings.awaitSession(newSession);
    }

    /** Throws {@link IllegalArgumentException} for a figure that was not written down: it is unknown, not zero. */
    static BigDecimal sum(Map<String, BigDecimal> sums, String name) {
        var found = sums.get(name);
        if (found == null) {
            throw new IllegalArgumentException("books without the sum " + name);
        }
        return found;
    }

    public ProfitParts parts() {
        return new ProfitParts(captured, markToMarket, quoteFees, converted, rebalance, interest, transfers.total());
    }

    /** What the account was worth at the start, zero before the books are open. */
    public BigDecimal openingEquity() {
        return openingEquity == null ? BigDecimal.ZERO : openingEquity;
    }

    /** Realised and unrealised add up to {@link #pnl}. */
    public BigDecimal realised() {
        return costs.average().realised();
    }

    public BigDecimal unrealised() {
        return costs.average().unrealised(mid);
    }

    public BigDecimal realisedFirstInFirstOut() {
        return costs.firstInFirstOut().realised();
    }

    public BigDecimal unrealisedFirstInFirstOut() {
        return costs.firstInFirstOut().unrealised(mid);
    }

    public Turnover volumes() {
        return turnover;
    }

    public Totals totals() {
        return new Totals(
                turnover.buys() + turnover.sells(),
                turnover.buys(),
                turnover.sells(),
                turnover.inBase(),
                turnover.inQuote(),
                turnover.fees().add(converted),
                pnl(),
                realised(),
                rebalance.negate(),
                feesApart.amounts());
    }
}
