package makerdeck.engine.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import makerdeck.domain.Side;

/** How much was traded, on which side and in which role. Engine thread only. */
public final class Turnover {

    private static final int DECIMALS = 4;

    private BigDecimal bought = BigDecimal.ZERO;
    private BigDecimal sold = BigDecimal.ZERO;
    private BigDecimal maker = BigDecimal.ZERO;
    private BigDecimal taker = BigDecimal.ZERO;
    private BigDecimal fees = BigDecimal.ZERO;
    private long buys;
    private long sells;

    void add(Side side, boolean asMaker, BigDecimal quantity, BigDecimal notional, BigDecimal fee) {
        if (side == Side.BID) {
            buys++;
            bought = bought.add(quantity);
        } else {
            sells++;
            sold = sold.add(quantity);
        }
        if (asMaker) {
            maker = maker.add(notional);
        } else {
            taker = taker.add(notional);
        }
        fees = fees.add(fee);
    }

    void write(Map<String, BigDecimal> sums) {
        sums.put("bought", bought);
        sums.put("sold", sold);
        sums.put("maker", maker);
        sums.put("taker", taker);
        sums.put("all fees", fees);
        sums.put("buys", BigDecimal.valueOf(buys));
        sums.put("sells", BigDecimal.valueOf(sells));
    }

    void read(Map<String, BigDecimal> sums) {
        bought = Ledger.sum(sums, "bought");
        sold = Ledger.sum(sums, "sold");
        maker = Ledger.sum(sums, "maker");
        taker = Ledger.sum(sums, "taker");
        fees = Ledger.sum(sums, "all fees");
        buys = Ledger.sum(sums, "buys").longValueExact();
        sells = Ledger.sum(sums, "sells").longValueExact();
    }

    long buys() {
        return buys;
    }

    long sells() {
        return sells;
    }

    /** Base units. */
    public BigDecimal bought() {
        return bought;
    }

    /** Base units. */
    public BigDecimal sold() {
        return sold;
    }

    /** Quote units. */
    public BigDecimal maker() {
        return maker;
    }

    /** Quote units. */
    public BigDecimal taker() {
        return taker;
    }

    /** Quote units, those in base converted at the fill's price. */
    BigDecimal fees() {
        return fees;
    }

    BigDecimal inBase() {
        return bought.add(sold);
    }

    BigDecimal inQuote() {
        return maker.add(taker);
    }

    /** How often an amount was turned over. */
    public BigDecimal turnover(BigDecimal equity) {
        return ratio(inQuote(), equity);
    }

    /** What was lost of all that was traded, in %: negative when it was earned. */
    public BigDecimal wearPercent(BigDecimal pnl) {
        return ratio(pnl.negate().movePointRight(2), inQuote());
    }

    private static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? BigDecimal.ZERO : part.divide(whole, DECIMALS, RoundingMode.HALF_EVEN);
    }
}
