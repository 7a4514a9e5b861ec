package makerdeck.engine;

import java.util.List;
import makerdeck.domain.Balances;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.simulator.OrderView;

/** The exchange's own books on the desk's account, and what the desk has sent it. */
interface VenueBooks {

    Market rules();

    /** All that rests, others' orders on the account among them. */
    List<OrderView> open();

    /** All fills of the account. */
    List<Fill> fills();

    Balances balances();

    /** Batches of orders so far. */
    int batches();

    int requestsLastMinute();
}
