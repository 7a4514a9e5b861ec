package makerdeck.domain;

import java.math.BigDecimal;

/**
 * What the account holds of one asset, each part counted once.
 *
 * @param available free to trade
 * @param locked in open orders
 * @param lent moved out by auto-lend
 */
public record Balance(BigDecimal available, BigDecimal locked, BigDecimal lent) {

    public static final Balance ZERO = new Balance(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public BigDecimal total() {
        return available.add(locked).add(lent);
    }
}
