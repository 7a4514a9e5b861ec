package makerdeck.guardian;

import java.io.IOException;
import java.util.List;
import makerdeck.backpack.client.calls.RestingOrder;

/** What a guardian can do with the account: nothing but to look and to cancel. Blocks. */
interface GuardedAccount {

    /**
     * All orders that rest on the market, whoever placed them. Throws {@link DesertedException} when there is no venue
     * any more that could hold any.
     */
    List<RestingOrder> read() throws IOException, InterruptedException;

    /** Asks to cancel each of them; what became of it the next reading tells. */
    void cancel(List<RestingOrder> orders) throws InterruptedException;
}
