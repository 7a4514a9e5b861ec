package makerdeck.simulator;

import java.util.ArrayList;
import java.util.List;
import makerdeck.domain.Balance;
import makerdeck.message.Message;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.BookTop;
import makerdeck.simulator.model.DepthUpdate;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.Execution;
import makerdeck.simulator.model.OrderView;
import makerdeck.simulator.model.PublicTrade;

/** Writes down everything it hears. */
public final class Heard implements ExchangeListener {

    public final List<String> events = new ArrayList<>();
    public final List<DepthUpdate> depth = new ArrayList<>();
    public final List<BookTop> tops = new ArrayList<>();
    final List<PublicTrade> trades = new ArrayList<>();
    public final List<Execution> fills = new ArrayList<>();

    @Override
    public void depthChanged(DepthUpdate update) {
        events.add("depth");
        depth.add(update);
    }

    @Override
    public void topChanged(BookTop top) {
        events.add("top");
        tops.add(top);
    }

    @Override
    public void traded(PublicTrade trade) {
        events.add("trade " + trade.quantity().steps() + "@" + trade.price().ticks());
        trades.add(trade);
    }

    @Override
    public void orderAccepted(AccountId account, OrderView order) {
        events.add("accepted " + order.id());
    }

    @Override
    public void orderFilled(AccountId account, OrderView order, Execution fill) {
        events.add("filled " + order.id() + " " + order.status());
        fills.add(fill);
    }

    @Override
    public void orderCancelled(AccountId account, OrderView order) {
        events.add("cancelled " + order.id());
    }

    @Override
    public void orderExpired(AccountId account, OrderView order) {
        events.add("expired " + order.id() + " " + order.expiry());
    }

    @Override
    public void balanceChanged(AccountId account, String asset, Balance balance) {
        events.add(asset + " " + balance.available().stripTrailingZeros().toPlainString() + "/"
                + balance.locked().stripTrailingZeros().toPlainString());
    }

    @Override
    public void feedGap(Message what) {
        events.add("gap " + what);
    }

    @Override
    public void feedEnded(Message why) {
        events.add("ended " + why);
    }
}
