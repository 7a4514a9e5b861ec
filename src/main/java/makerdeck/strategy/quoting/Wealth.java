package makerdeck.strategy.quoting;

import java.math.BigDecimal;
import java.math.MathContext;
import makerdeck.domain.Fees;
import makerdeck.domain.Side;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;

/**
 * What the account holds and pays, as far as a change of parameters has to be weighed against it. Immutable.
 *
 * @param base all of the base asset, in its units; {@code quote} likewise
 * @param mid quote units a base unit, over zero
 * @param fees what fills cost while {@code fee.maker} and {@code fee.taker} are automatic
 */
public record Wealth(BigDecimal base, BigDecimal quote, BigDecimal mid, Fees fees) {

    /** What a fill costs, in basis points. */
    public BigDecimal fee(Parameter parameter, Parameters parameters) {
        var automatic = parameter == Parameter.FEE_MAKER ? fees.makerBp() : fees.takerBp();
        return parameters.numberUnlessAuto(parameter).orElse(automatic);
    }

    /** What one side's quotes are paid from, in base units at mid. */
    BigDecimal payable(Side side) {
        return side == Side.ASK ? base : quote.divide(mid, MathContext.DECIMAL64);
    }

    public InventoryRatio inventory() {
        var value = base.multiply(mid);
        return new InventoryRatio(value, value.add(quote));
    }
}
