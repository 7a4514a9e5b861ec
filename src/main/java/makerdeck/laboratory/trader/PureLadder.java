package makerdeck.laboratory.trader;

import java.math.BigDecimal;
import java.math.MathContext;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.strategy.parameters.Parameters;

/** Prices and sizes of a fixed spread around a mid. Automatic sizes are what the desk takes. Immutable. */
record PureLadder(Parameters parameters, Market rules, BigDecimal mid, Balances held) {

    private static final BigDecimal LARGEST_SHARE = new BigDecimal("0.05");
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    Price price(Side side, int layer) {
        var half = parameters
                .spread()
                .movePointLeft(2)
                .divide(TWO)
                .multiply(parameters.layerGrowth().pow(layer - 1));
        return rules.quoted(side, mid.subtract(mid.multiply(half).multiply(BigDecimal.valueOf(side.sign()))));
    }

    Quantity size(Side side, int layer) {
        var base = parameters.quantity().orElseGet(() -> automatic(side, layer));
        return rules.atMost(rules.floor(base));
    }

    private BigDecimal automatic(Side side, int layer) {
        var layers = BigDecimal.valueOf(parameters.layers());
        var share = LARGEST_SHARE.min(BigDecimal.ONE.divide(FOUR.multiply(layers), MathContext.DECIMAL64));
        var part = balance(side).total().multiply(share);
        return side == Side.ASK ? part : part.divide(rules.decimal(price(side, layer)), MathContext.DECIMAL64);
    }

    private Balance balance(Side side) {
        return side == Side.BID ? held.quote() : held.base();
    }
}
