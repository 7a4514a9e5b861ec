package makerdeck.strategy.quoting;

import java.math.BigDecimal;
import java.math.MathContext;
import makerdeck.domain.Balances;

/**
 * Value of what the account holds, in the quote asset, each unit counted once. Immutable.
 *
 * @param baseValue base asset at mid
 * @param total base and quote together
 */
public record InventoryRatio(BigDecimal baseValue, BigDecimal total) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static InventoryRatio of(Balances balances, BigDecimal mid) {
        var baseValue = balances.base().total().multiply(mid);
        return new InventoryRatio(baseValue, baseValue.add(balances.quote().total()));
    }

    /** Share of the base asset in % of the total, 0..100; 0 when nothing is held. */
    public BigDecimal ratio() {
        return total.signum() <= 0
                ? BigDecimal.ZERO
                : baseValue.multiply(HUNDRED).divide(total, MathContext.DECIMAL64);
    }

    /** Base value missing (negative) or too much (positive) against a target in %, exact. */
    public BigDecimal excess(BigDecimal target) {
        return baseValue.subtract(total.multiply(target).movePointLeft(2));
    }
}
