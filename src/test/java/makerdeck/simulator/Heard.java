package makerdeck.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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
    public void depthChanged(Supplier<DepthUpdate> update) {
        events.add("depth");
        depth.add(update.get());
    }

    @Override
    public void topChanged(Supplier<BookTop> top) {
        events.add("top");
        tops.add(top.get());
    }

    @Override
    public void traded(PublicTrade trade) {
        events.add("trade " + trade.quantity().steps() + "@" + trade.price().ticks());
        trades.add(trade);
    }

    @Override
    public void orderAccepted(AccountId account, Supplier<OrderView> order) {
        events.add("accepted " + order.get().id());
    }

    @Override
    public void orderFilled(AccountId account, Supplier<OrderView> order, Execution fill) {
        events.add("filled " + order.get().id() + " " + order.get().status());
        fills.add(fill);
    }

    @Override
    public void orderCancelled(AccountId account, Supplier<OrderView> order) {
        events.add("cancelled " + order.get().id());
    }

    @Override
    public void orderExpired(AccountId account, Supplier<OrderView> order) {
        events.add("expired " + order.get().id() + " " + order.get().expiry());
    }

    @Override
    public void balanceChanged(AccountId account, String asset, Supplier<Balance> told) {
        var balance = told.get();
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
