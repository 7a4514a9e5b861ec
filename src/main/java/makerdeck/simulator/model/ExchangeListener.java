package makerdeck.simulator.model;

import java.util.function.Supplier;
import makerdeck.domain.Balance;
import makerdeck.message.Message;

/**
 * Hears everything that happens on an {@code Exchange}, in order, on the thread that drives it.
 * A listener must not call the exchange's mutators from inside.
 *
 * <p>Order of one event: what happens to orders and balances with each trade, then the change of the
 * book's top, then the change of its depth.
 *
 * <p>What a supplier gives is made when it is asked for, and says what is so at this moment: ask before the call returns,
 * and never later.
 */
public interface ExchangeListener {

    default void depthChanged(Supplier<DepthUpdate> update) {}

    /** Best price or its quantity changed; comes before the depth update of the same id. */
    default void topChanged(Supplier<BookTop> top) {}

    default void traded(PublicTrade trade) {}

    default void orderAccepted(AccountId account, Supplier<OrderView> order) {}

    /** {@code order} already contains the fill. */
    default void orderFilled(AccountId account, Supplier<OrderView> order, Execution fill) {}

    default void orderCancelled(AccountId account, Supplier<OrderView> order) {}

    /** The exchange ended the order; {@link OrderView#expiry()} says why. */
    default void orderExpired(AccountId account, Supplier<OrderView> order) {}

    /** Absolute values, one call per asset that changed. */
    default void balanceChanged(AccountId account, String asset, Supplier<Balance> balance) {}

    /** The recorded feed misses something; the book is what the recording says after it. */
    default void feedGap(Message what) {}

    /** The recorded feed is over; nothing moves any more. */
    default void feedEnded(Message why) {}
}
