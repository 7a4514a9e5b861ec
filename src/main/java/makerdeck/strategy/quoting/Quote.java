package makerdeck.strategy.quoting;

import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;

/** An order we want to rest. {@code layer} 1 is nearest the mid. */
public record Quote(Side side, int layer, Price price, Quantity quantity) {

    /** How the operator names it: {@code B1}, {@code A2}. */
    public String tag() {
        return tag(side, layer);
    }

    /** The tag of a layer: {@code B} and {@code A} with its number from the mid. */
    public static String tag(Side side, int layer) {
        return (side == Side.BID ? "B" : "A") + layer;
    }
}
