package makerdeck.strategy;

import java.math.BigDecimal;
import makerdeck.domain.Side;

/** How many times wider than usual each side is quoted; 1 when nothing is wrong. Immutable. */
public record Widening(BigDecimal bid, BigDecimal ask) {

    public static final Widening NONE = new Widening(BigDecimal.ONE, BigDecimal.ONE);

    public BigDecimal side(Side side) {
        return side == Side.BID ? bid : ask;
    }
}
