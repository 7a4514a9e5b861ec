package makerdeck.engine;

import java.math.BigDecimal;
import java.time.Instant;
import makerdeck.domain.Balances;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.snapshot.Totals;
import org.jspecify.annotations.Nullable;

/**
 * The books of the session, in the quote asset, exact. To the last digit: change of equity = spread
 * captured + inventory mark-to-market - fees + rebalance result + transfers.
 *
 * <p>Engine thread only.
 */
final class Ledger {

    /** The parts of a change of equity. */
    record Parts(
            BigDecimal captured,
            BigDecimal markToMarket,
            BigDecimal fees,
            BigDecimal rebalance,
            BigDecimal transfers) {}

    private @Nullable BigDecimal openingEquity;
    private Instant openedAt = Instant.MAX;
    private BigDecimal base = BigDecimal.ZERO;
    private BigDecimal quote = BigDecimal.ZERO;
    private BigDecimal mid = BigDecimal.ZERO;

    private BigDecimal captured = BigDecimal.ZERO;
    private BigDecimal markToMarket = BigDecimal.ZERO;
    private BigDecimal quoteFees = BigDecimal.ZERO;
    private BigDecimal rebalance = BigDecimal.ZERO;
    private BigDecimal transfers = BigDecimal.ZERO;

    private final CostBasis average = CostBasis.average();
    private final CostBasis fifo = CostBasis.firstInFirstOut();
    private final Volumes volumes = new Volumes();

    boolean isOpen() {
        return openingEquity != null;
    }

    /** Whether something that happened then is not in the opening balances already. */
    boolean covers(Instant at) {
        return isOpen() && !at.isBefore(openedAt);
    }

    /** Opens the books with what the account held at {@code at}. */
    void open(Balances holdings, BigDecimal midNow, Instant at) {
        openedAt = at;
        base = holdings.base().total();
        quote = holdings.quote().total();
        mid = midNow;
        came(base, base.multiply(mid));
        openingEquity = equity();
    }

    /** Values the holdings at a new mid. */
    void mark(BigDecimal midNow) {
        markToMarket = markToMarket.add(base.multiply(midNow.subtract(mid)));
        mid = midNow;
    }

    /** Books one of our fills at the mid last marked. False when its fee is in a third asset and could not be valued. */
    boolean book(Fill fill, Market market, Role role) {
        var price = market.decimal(fill.price());
        var quantity = market.decimal(fill.quantity());
        var sign = BigDecimal.valueOf(fill.side().sign());
        var edge = sign.multiply(quantity).multiply(mid.subtract(price));
        var inBase = fill.feeAsset().equals(market.base());
        var known = inBase || fill.feeAsset().equals(market.quote());
        var baseFee = inBase ? fill.fee() : BigDecimal.ZERO;
        var quoteFee = known && !inBase ? fill.fee() : BigDecimal.ZERO;
        var fee = quoteFee.add(baseFee.multiply(price));

        base = base.add(sign.multiply(quantity)).subtract(baseFee);
        quote = quote.subtract(sign.multiply(quantity).multiply(price)).subtract(quoteFee);
        // A fee in base is converted at the fill's price but held at the mid: the rest is inventory's.
        var conversion = baseFee.multiply(price.subtract(mid));
        if (role == Role.REBALANCE) {
            rebalance = rebalance.add(edge).subtract(fee).add(conversion);
        } else {
            captured = captured.add(edge);
            quoteFees = quoteFees.add(fee);
            markToMarket = markToMarket.add(conversion);
        }
        volumes.add(fill.side(), fill.maker(), quantity, quantity.multiply(price), fee);
        came(
                sign.multiply(quantity).subtract(baseFee),
                sign.multiply(quantity).multiply(price).add(quoteFee));
        return known;
    }

    /** Base came, or went when negative, at such a cost. */
    private void came(BigDecimal quantity, BigDecimal cost) {
        average.change(quantity, cost);
        fifo.change(quantity, cost);
    }

    /** Books what came or went without a fill of ours, at the mid: deposits, withdrawals, trades by hand. */
    void transfer(BigDecimal baseChange, BigDecimal quoteChange) {
        base = base.add(baseChange);
        quote = quote.add(quoteChange);
        came(baseChange, baseChange.multiply(mid));
        transfers = transfers.add(baseChange.multiply(mid)).add(quoteChange);
    }

    BigDecimal base() {
        return base;
    }

    BigDecimal quote() {
        return quote;
    }

    BigDecimal equity() {
        return base.multiply(mid).add(quote);
    }

    /** Change of equity since the books were opened, transfers excluded. */
    BigDecimal pnl() {
        return openingEquity == null
                ? BigDecimal.ZERO
                : equity().subtract(openingEquity).subtract(transfers);
    }

    Parts parts() {
        return new Parts(captured, markToMarket, quoteFees, rebalance, transfers);
    }

    /** What the account was worth at the start, zero before the books are open. */
    BigDecimal openingEquity() {
        return openingEquity == null ? BigDecimal.ZERO : openingEquity;
    }

    /** Realised and unrealised add up to {@link #pnl}. */
    BigDecimal realised() {
        return average.realised();
    }

    BigDecimal unrealised() {
        return average.unrealised(mid);
    }

    BigDecimal realisedFirstInFirstOut() {
        return fifo.realised();
    }

    BigDecimal unrealisedFirstInFirstOut() {
        return fifo.unrealised(mid);
    }

    Volumes volumes() {
        return volumes;
    }

    Totals totals() {
        return new Totals(
                volumes.buys() + volumes.sells(),
                volumes.buys(),
                volumes.sells(),
                volumes.inBase(),
                volumes.inQuote(),
                volumes.fees(),
                pnl(),
                realised(),
                rebalance.negate());
    }
}
