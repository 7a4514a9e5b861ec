package makerdeck.venue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import makerdeck.domain.ClientId;
import makerdeck.domain.NewOrder;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * An exchange, for one account and one market, as the engine sees it. What becomes of a request
 * arrives later as {@link VenueEvent}s.
 *
 * <p>Engine thread only, except where said. No method blocks and none throws for what the world
 * does: a refused, lost or unsendable request is an event too.
 */
public interface Venue extends AutoCloseable {

    /** Connects, reads market and fees, seeds the book, and keeps all of it alive until {@link #close}. */
    void start();

    /** Asks for these orders in one request. Every order gets its own event, whatever happens to the request. */
    void place(List<NewOrder> orders);

    /**
     * Asks to cancel one order.
     *
     * @param orderId the venue's id if it is known; otherwise the client id names the order
     */
    void cancel(ClientId clientId, @Nullable String orderId);

    /**
     * Asks for these cancels, each by itself, and after them for these orders, if there are any, in one request: handed
     * over in one go, for who asks for much at once wakes others but once.
     */
    default void send(List<OrderCancel> cancels, List<NewOrder> orders) {
        cancels.forEach(each -> cancel(each.clientId(), each.orderId()));
        if (!orders.isEmpty()) {
            place(orders);
        }
    }

    /**
     * Asks to cancel one order by the venue's id alone, for there is no other that can be read. What became of it only
     * the next listing tells.
     */
    void cancelNameless(String orderId);

    /** Asks for all open orders of the account on this market; answered by {@link VenueEvent.OpenOrdersRead}. */
    void readOpenOrders();

    /** Asks for one resting order; answered by {@link VenueEvent.OrderRead}. */
    void readOrder(ClientId clientId);

    /** Asks how finished orders with these client ids ended; answered by {@link VenueEvent.HistoryRead}. */
    void readHistory(Set<ClientId> clientIds);

    /**
     * Asks what became of orders of the account, ours or not, by the venue's ids; answered by
     * {@link VenueEvent.OrdersLookedUp}. One alone is found whatever its age; several only among the newest.
     */
    void lookUpOrders(Set<String> orderIds);

    /** Asks for both assets in one reading; answered by {@link VenueEvent.BalancesRead}. */
    void readBalances();

    /** Asks for all own fills since {@code from}, inclusive; answered by {@link VenueEvent.FillsRead}. */
    void readFills(Instant from);

    /** Asks for interest paid since {@code from}, inclusive; answered by {@link VenueEvent.InterestRead}. */
    void readInterest(Instant from);

    /**
     * Asks what one of an asset is worth in the market's quote asset; answered by {@link VenueEvent.PriceRead}.
     *
     * @param asset neither base nor quote of the market
     */
    void readPrice(String asset);

    /** Asks for the whole minutes that began since {@code from}, inclusive; answered by {@link VenueEvent.CandlesRead}. */
    void readCandles(Instant from);

    /**
     * Distrusts the account's stream: drops its subscription and makes a new one, as after an outage. A stream that is
     * down already stays as it is.
     *
     * @param reason in a few words, for the log
     */
    void subscribeAfresh(Message reason);

    /** Drops connections and threads; no event follows. Any thread. */
    @Override
    void close();
}
