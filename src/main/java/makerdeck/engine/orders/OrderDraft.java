package makerdeck.engine.orders;

import makerdeck.domain.ClientId;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.strategy.quoting.Quote;

/** An order we would like to send. {@code taking}: it may take, and never rests. */
public record OrderDraft(OrderPurpose purpose, int layer, Side side, Price price, Quantity quantity, boolean taking) {

    public static OrderDraft quote(Quote quote) {
        return new OrderDraft(OrderPurpose.QUOTE, quote.layer(), quote.side(), quote.price(), quote.quantity(), false);
    }

    public static OrderDraft rebalance(Side side, Price price, Quantity quantity, boolean taking) {
        return new OrderDraft(OrderPurpose.REBALANCE, 0, side, price, quantity, taking);
    }

    public NewOrder order(ClientId id) {
        return taking ? NewOrder.taker(id, side, price, quantity) : NewOrder.maker(id, side, price, quantity);
    }
}
