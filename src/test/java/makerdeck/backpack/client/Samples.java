package makerdeck.backpack.client;

import java.math.BigDecimal;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.domain.ClientId;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;

/** Values that many tests share. */
public final class Samples {

    public static final Market SOL_USDC = new Market(
            "SOL_USDC",
            "SOL",
            "USDC",
            new BigDecimal("0.01"),
            new BigDecimal("0.01"),
            new BigDecimal("0.01"),
            new BigDecimal("0.25"),
            new BigDecimal("2"),
            MarketState.OPEN);

    public static final WireDecoder RULES = new WireDecoder(SOL_USDC);

    private Samples() {}

    /** One SOL at the given number of cents. */
    public static NewOrder maker(long clientId, Side side, long ticks) {
        return NewOrder.maker(new ClientId(clientId), side, new Price(ticks), new Quantity(100));
    }
}
