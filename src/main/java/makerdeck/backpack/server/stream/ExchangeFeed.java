package makerdeck.backpack.server.stream;

import java.util.List;
import java.util.function.Supplier;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.backpack.server.base.Topic;
import makerdeck.backpack.server.faults.FaultInjector;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Balance;
import makerdeck.message.Message;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.BookTop;
import makerdeck.simulator.model.DepthUpdate;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.Execution;
import makerdeck.simulator.model.OrderView;
import makerdeck.simulator.model.PublicTrade;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** Tells the sockets what happens on the exchange as it happens. Venue thread only. */
public final class ExchangeFeed implements ExchangeListener {

    private final SubscriptionHub hub;
    private final FaultInjector faults;
    private final FrameMessages messages;
    private final ServerListener listener;
    private final String symbol;
    private final Topic depth;
    private final Topic bookTicker;
    private final Topic trade;
    private final List<DepthBatcher> digests;
    private @Nullable Exchange exchange;

    public ExchangeFeed(
            String symbol,
            SubscriptionHub hub,
            FrameMessages messages,
            List<DepthBatcher> digests,
            FaultInjector faults,
            ServerListener listener) {
        this.hub = hub;
        this.faults = faults;
        this.messages = messages;
        this.listener = listener;
        this.symbol = symbol;
        depth = Topic.open("depth." + symbol);
        bookTicker = Topic.open("bookTicker." + symbol);
        trade = Topic.open("trade." + symbol);
        this.digests = digests;
    }

    /** The exchange needs its listener first; before this call there is nobody to tell anyway. */
    public void attach(Exchange served) {
        exchange = served;
    }

    @Override
    public void depthChanged(Supplier<DepthUpdate> changed) {
        if (hub.isWanted(depth)) {
            var update = changed.get();
            hub.publish(depth, () -> messages.depth(faults.depthNumbers().told(update)));
            listener.depthSent(update.lastId());
        }
        digests.forEach(batcher -> batcher.add(changed));
    }

    @Override
    public void topChanged(Supplier<BookTop> top) {
        hub.publish(bookTicker, () -> bookTicker(top.get()));
    }

    private StreamData bookTicker(BookTop top) {
        return messages.bookTicker(top, faults.depthNumbers().told(top.updateId()));
    }

    @Override
    public void traded(PublicTrade print) {
        hub.publish(trade, () -> messages.trade(print));
    }

    @Override
    public void orderAccepted(AccountId account, Supplier<OrderView> order) {
        if (!faults.isOn(Fault.ACCEPTS_MISSING)) {
            tell(account, "orderAccepted", order, null);
        }
    }

    @Override
    public void orderFilled(AccountId account, Supplier<OrderView> order, Execution fill) {
        for (var told : faults.told(fill)) {
            tell(account, "orderFill", order, told);
        }
    }

    @Override
    public void orderCancelled(AccountId account, Supplier<OrderView> order) {
        tell(account, "orderCancelled", order, null);
    }

    @Override
    public void orderExpired(AccountId account, Supplier<OrderView> order) {
        tell(account, "orderExpired", order, null);
    }

    private void tell(AccountId account, String event, Supplier<OrderView> order, @Nullable Execution fill) {
        Supplier<StreamData> data =
                () -> messages.order(event, order.get(), fill, fill == null ? now() : fill.atNanos());
        hub.publish(new Topic(account, "account.orderUpdate"), data);
        hub.publish(new Topic(account, "account.orderUpdate." + symbol), data);
    }

    @Override
    public void balanceChanged(AccountId account, String asset, Supplier<Balance> balance) {
        hub.publish(new Topic(account, "account.balanceUpdate"), () -> messages.balance(asset, balance.get(), now()));
    }

    private long now() {
        return exchange == null ? 0 : exchange.now();
    }

    @Override
    public void feedGap(Message what) {
        Logger.warn("gap in the recorded feed: {}", what);
        listener.feedGap(what);
    }

    @Override
    public void feedEnded(Message why) {
        Logger.info("the recorded feed is over: {}", why);
        listener.feedEnded(why);
    }
}
