package makerdeck.engine;

import java.math.BigDecimal;
import java.util.List;
import makerdeck.domain.Balances;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.simulator.model.OrderView;

/** The exchange's own books on the desk's account, and what the desk has sent it. */
interface VenueBooks {

    Market rules();

    /** All that rests, others' orders on the account among them. */
    List<OrderView> open();

    /** All fills of the account. */
    List<Fill> fills();

    Balances balances();

    /** Of one of an asset that is neither base nor quote, in the quote asset. */
    BigDecimal price(String asset);

    /** Batches of orders so far. */
    int batches();

    int requestsLastMinute();
}
