package makerdeck.engine;

import makerdeck.domain.ClientId;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.strategy.Quote;

/** An order we would like to send. {@code taking}: it may take, and never rests. */
record OrderDraft(Role role, int layer, Side side, Price price, Quantity quantity, boolean taking) {

    static OrderDraft quote(Quote quote) {
        return new OrderDraft(Role.QUOTE, quote.layer(), quote.side(), quote.price(), quote.quantity(), false);
    }

    static OrderDraft rebalance(Side side, Price price, Quantity quantity, boolean taking) {
        return new OrderDraft(Role.REBALANCE, 0, side, price, quantity, taking);
    }

    NewOrder order(ClientId id) {
        return taking ? NewOrder.taker(id, side, price, quantity) : NewOrder.maker(id, side, price, quantity);
    }
}
