package makerdeck.laboratory.virtual;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import makerdeck.domain.Balances;
import makerdeck.domain.Candle;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fees;
import makerdeck.domain.Fill;
import makerdeck.domain.Interest;
import makerdeck.domain.Market;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Order;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.marketdata.CandleInterval;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.OrderKey;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.simulator.model.OrderType;
import makerdeck.simulator.model.OrderView;
import makerdeck.simulator.model.Placement;
import makerdeck.simulator.model.SelfTradePrevention;

/** The exchange's own books on one account, and what is done there for its owner. The exchange's thread only. */
public final class VirtualAccount {

    private final Exchange exchange;
    private final AccountId account;

    public VirtualAccount(Exchange exchange, AccountId account) {
        this.exchange = exchange;
        this.account = account;
    }

    public Market rules() {
        return exchange.market().rules();
    }

    public Fees fees() {
        return exchange.fees(account);
    }

    public Placement submit(NewOrder order) {
        var rules = rules();
        return exchange.submit(
                account,
                new OrderRequest(
                        order.side(),
                        OrderType.LIMIT,
                        rules.decimal(order.price()),
                        rules.decimal(order.quantity()),
                        null,
                        order.clientId(),
                        order.timeInForce(),
                        order.postOnly(),
                        SelfTradePrevention.REJECT_TAKER,
                        order.redeemsLent()));
    }

    /** Whether the account lends what is idle. */
    public boolean lends() {
        return exchange.pool().lends(account);
    }

    /** Empty when the account has no such order open. */
    public Optional<OrderView> cancel(ClientId id) {
        return exchange.cancel(account, new OrderKey.ByClientId(id));
    }

    public List<Order> open() {
        return exchange.openOrders(account).stream().map(Shapes::order).toList();
    }

    public Optional<Order> open(ClientId id) {
        return exchange.openOrder(account, new OrderKey.ByClientId(id)).map(Shapes::order);
    }

    /** What became of these, as far as they are not forgotten. */
    public List<Order> ended(Set<ClientId> ids) {
        return exchange.orderHistory(account).stream()
                .map(Shapes::order)
                .filter(order -> order.clientId() != null && ids.contains(order.clientId()))
                .toList();
    }

    /** Those with these ids, finished or resting. */
    public List<Order> named(Set<String> ids) {
        return Stream.concat(exchange.openOrders(account).stream(), exchange.orderHistory(account).stream())
                .map(Shapes::order)
                .filter(order -> ids.contains(order.id()))
                .toList();
    }

    public Balances balances() {
        return new Balances(exchange.balance(account, rules().base()), exchange.balance(account, rules().quote()));
    }

    /** The exchange's own list, oldest first. */
    public List<Fill> fills(Instant from) {
        var fills = new ArrayDeque<Fill>();
        for (var execution : exchange.fillHistory(account)) {
            var fill = Shapes.fill(execution, rules());
            if (!fill.at().isBefore(from)) {
                fills.addFirst(fill);
            }
        }
        return List.copyOf(fills);
    }

    /** What the pool has paid, newest first. */
    public List<Interest> interest(Instant from) {
        return exchange.pool().payments(account).stream()
                .map(paid -> new Interest(
                        Shapes.instant(paid.atNanos()),
                        paid.asset(),
                        paid.quantity(),
                        paid.atNanos() + " " + paid.asset() + " " + paid.quantity()))
                .filter(paid -> !paid.at().isBefore(from))
                .toList();
    }

    /** Minutes that are over, oldest first. */
    public List<Candle> minutes(Instant from, Instant to) {
        var minutes = new ArrayList<Candle>();
        for (var candle : exchange.candles(CandleInterval.MINUTE_1, Shapes.nanos(from), Shapes.nanos(to))) {
            var open = candle.open();
            var high = candle.high();
            var low = candle.low();
            var close = candle.close();
            if (open != null && high != null && low != null && close != null && candle.endNanos() <= Shapes.nanos(to)) {
                minutes.add(new Candle(
                        Shapes.instant(candle.startNanos()),
                        rules().decimal(open),
                        rules().decimal(high),
                        rules().decimal(low),
                        rules().decimal(close),
                        candle.trades()));
            }
        }
        return minutes;
    }
}
