package makerdeck.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import makerdeck.domain.Balances;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
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

    private static final int AVERAGE_DECIMALS = 12;

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

    private BigDecimal allFees = BigDecimal.ZERO;
    private BigDecimal costOfBase = BigDecimal.ZERO;
    private BigDecimal realised = BigDecimal.ZERO;
    private BigDecimal volumeBase = BigDecimal.ZERO;
    private BigDecimal volumeQuote = BigDecimal.ZERO;
    private long buys;
    private long sells;

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
        costOfBase = base.multiply(mid);
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
        allFees = allFees.add(fee);
        // A fee in base is converted at the fill's price but held at the mid: the rest is inventory's.
        var conversion = baseFee.multiply(price.subtract(mid));
        if (role == Role.REBALANCE) {
            rebalance = rebalance.add(edge).subtract(fee).add(conversion);
        } else {
            captured = captured.add(edge);
            quoteFees = quoteFees.add(fee);
            markToMarket = markToMarket.add(conversion);
        }
        count(fill.side(), quantity, quantity.multiply(price));
        cost(fill.side(), quantity, price, baseFee, quoteFee);
        return known;
    }

    private void count(Side side, BigDecimal quantity, BigDecimal notional) {
        volumeBase = volumeBase.add(quantity);
        volumeQuote = volumeQuote.add(notional);
        if (side == Side.BID) {
            buys++;
        } else {
            sells++;
        }
    }

    /** Average cost: a buy adds what it cost with its fee, a sell takes out its share. */
    private void cost(Side side, BigDecimal quantity, BigDecimal price, BigDecimal baseFee, BigDecimal quoteFee) {
        if (side == Side.BID) {
            costOfBase = costOfBase.add(quantity.multiply(price)).add(quoteFee);
            return;
        }
        var before = base.add(quantity).add(baseFee);
        var share = before.signum() > 0
                ? costOfBase.multiply(quantity).divide(before, AVERAGE_DECIMALS, RoundingMode.HALF_EVEN)
                : quantity.multiply(price);
        costOfBase = costOfBase.subtract(share);
        realised = realised.add(quantity.multiply(price)).subtract(quoteFee).subtract(share);
    }

    /** Books what came or went without a fill of ours: deposits, withdrawals, trades by hand. */
    void transfer(BigDecimal baseChange, BigDecimal quoteChange) {
        base = base.add(baseChange);
        quote = quote.add(quoteChange);
        costOfBase = costOfBase.add(baseChange.multiply(mid));
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

    Totals totals() {
        return new Totals(
                buys + sells, buys, sells, volumeBase, volumeQuote, allFees, pnl(), realised, rebalance.negate());
    }
}
