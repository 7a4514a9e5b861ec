package makerdeck.engine.orders;

import java.time.Instant;
import java.util.List;
import makerdeck.domain.Order;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.MarketData;
import makerdeck.message.Message;

/** Tells of orders on the account that are not this desk's: shown and counted, left alone. Engine thread only. */
public final class ForeignOrderNews {

    private final EventLog log;
    private final MarketData market;
    private final ForeignOrders foreign;

    public ForeignOrderNews(EventLog log, MarketData market, ForeignOrders foreign) {
        this.log = log;
        this.market = market;
        this.foreign = foreign;
    }

    public void changed(Order order, Instant now) {
        if (foreign.changed(order, now)) {
            tell(order, now);
        }
    }

    /** Takes over a listing of all that was open at some time after {@code asked}. */
    public void listed(List<Order> orders, Instant asked, Instant now) {
        foreign.listed(orders, asked, now).forEach(order -> tell(order, now));
    }

    private void tell(Order order, Instant now) {
        var text = Texts.order(order.side(), order.remaining(), order.price(), market.rules());
        log.info(now, Message.of("engine.order.foreign", text));
    }
}
