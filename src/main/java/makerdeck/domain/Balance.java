package makerdeck.domain;

import java.math.BigDecimal;

/**
 * What the account holds of one asset, each part counted once.
 *
 * @param available free to trade
 * @param locked in open orders
 * @param lent moved out to the lending pool; negative: borrowed, and in {@code available} or {@code locked}
 */
public record Balance(BigDecimal available, BigDecimal locked, BigDecimal lent) {

    public static final Balance ZERO = new Balance(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public BigDecimal total() {
        return available.add(locked).add(lent);
    }

    /**
     * What new orders may cost: what is borrowed is a debt, not ours to spend.
     *
     * @param redeems whether orders take back what is lent
     */
    public BigDecimal payable(boolean redeems) {
        return redeems || lent.signum() < 0 ? available.add(lent) : available;
    }
}
