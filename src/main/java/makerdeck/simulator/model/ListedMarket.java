package makerdeck.simulator.model;

import java.math.BigDecimal;
import makerdeck.domain.Market;

/**
 * A market this exchange can host. Immutable.
 *
 * @param minPrice the lowest price the market admits at all
 * @param impactLow how far below the best bid a market order may sell, as a fraction of it
 * @param impactHigh how far above the best ask a market order may buy, as a fraction of it
 * @param startPrice a plausible price to begin with
 */
public record ListedMarket(
        Market rules, BigDecimal minPrice, BigDecimal impactLow, BigDecimal impactHigh, BigDecimal startPrice) {}
