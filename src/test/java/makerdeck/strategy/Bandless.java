package makerdeck.strategy;

import static makerdeck.strategy.Sol.decimal;

import makerdeck.domain.Market;
import makerdeck.domain.MarketState;

/** SOL_USDC without a price band. */
public final class Bandless {

    public static final Market SOL = new Market(
            "SOL_USDC", "SOL", "USDC", decimal("0.01"), decimal("0.01"), decimal("0.01"), null, null, MarketState.OPEN);

    private Bandless() {}
}
