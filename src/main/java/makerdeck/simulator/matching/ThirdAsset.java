package makerdeck.simulator.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import makerdeck.domain.Market;
import makerdeck.simulator.model.ListedMarkets;

/**
 * An asset that the market neither buys nor sells, in which an account may pay its fees. Its own market is listed at a
 * price that stands still. Immutable.
 *
 * @param price of one of it in the quote asset
 */
public record ThirdAsset(String asset, String symbol, BigDecimal price) {

    private static final int DECIMALS = 12;

    /** For so many fees that a rehearsal does not use it up. */
    private static final BigDecimal STOCK = new BigDecimal("100000");

    public static ThirdAsset beside(Market rules) {
        var base = rules.base().equals("JTO") ? "JUP" : "JTO";
        var listed = ListedMarkets.find(base + "_USDC").orElseThrow();
        return new ThirdAsset(base, base + "_" + rules.quote(), listed.startPrice());
    }

    /** How much of it a fee is. */
    public BigDecimal amount(BigDecimal feeInQuote) {
        return feeInQuote.divide(price, DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /** An account pays its fees in it from now on, or no longer. */
    public void pays(ExchangeAccount account, boolean on) {
        account.feeAsset = on ? this : null;
        if (on && account.balance(asset).available().signum() == 0) {
            account.holding(asset).receive(new Amount(STOCK));
        }
    }
}
