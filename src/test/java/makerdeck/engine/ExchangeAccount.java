package makerdeck.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import makerdeck.domain.Balance;
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
import org.jspecify.annotations.Nullable;

/** The exchange's own books on the desk's account, and what is done there for the desk. */
public final class ExchangeAccount {

    private final Exchange exchange;
    private final AccountId account;
    private final Map<String, BigDecimal> deposits = new HashMap<>();

    ExchangeAccount(Exchange exchange, AccountId account) {
        this.exchange = exchange;
        this.account = account;
    }

    long now() {
        return exchange.now();
    }

    Market rules() {
        return exchange.market().rules();
    }

    Fees fees() {
        return exchange.fees(account);
    }

    Placement submit(NewOrder order) {
        var rules = exchange.market().rules();
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
    boolean lends() {
        return exchange.pool().lends(account);
    }

    /** Whether the pool gives nothing back. */
    void throttlePool(boolean on) {
        exchange.pool().throttle(on);
    }

    public void lend(boolean on) {
        exchange.pool().lend(account, on);
    }

    Optional<OrderView> cancel(ClientId id) {
        return exchange.cancel(account, new OrderKey.ByClientId(id));
    }

    List<Order> open() {
        return exchange.openOrders(account).stream().map(Shapes::order).toList();
    }

    Optional<Order> open(ClientId id) {
        return exchange.openOrder(account, new OrderKey.ByClientId(id)).map(Shapes::order);
    }

    /** What became of these, as far as they are not forgotten. */
    List<Order> ended(Set<ClientId> ids) {
        return exchange.orderHistory(account).stream()
                .map(Shapes::order)
                .filter(order -> order.clientId() != null && ids.contains(order.clientId()))
                .toList();
    }

    /** Those with these ids, finished or resting. */
    List<Order> named(Set<String> ids) {
        return Stream.concat(exchange.openOrders(account).stream(), exchange.orderHistory(account).stream())
                .map(Shapes::order)
                .filter(order -> ids.contains(order.id()))
                .toList();
    }

    /** As the venue tells them. */
    Balances balances() {
        var rules = exchange.market().rules();
        return new Balances(balance(rules.base()), balance(rules.quote()));
    }

    private Balance balance(String asset) {
        var held = exchange.balance(account, asset);
        var more = deposits.getOrDefault(asset, BigDecimal.ZERO);
        return new Balance(held.available().add(more), held.locked(), held.lent());
    }

    /** From now on balances are read as if so much more had come in. */
    public void deposit(String asset, String amount) {
        deposits.put(asset, new BigDecimal(amount));
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
    List<Interest> interest(Instant from) {
        return exchange.pool().payments(account).stream()
                .map(paid -> new Interest(
                        Shapes.instant(paid.atNanos()),
                        paid.asset(),
                        paid.quantity(),
                        paid.atNanos() + " " + paid.asset() + " " + paid.quantity()))
                .filter(paid -> !paid.at().isBefore(from))
                .toList();
    }

    void payFeesInThirdAsset(boolean on) {
        exchange.payFeesInThirdAsset(account, on);
    }

    /** Of the third asset's own market; null for any other asset. */
    @Nullable
    BigDecimal price(String asset) {
        var third = exchange.thirdAsset();
        return third.asset().equals(asset) ? third.price() : null;
    }

    void payInterest() {
        exchange.pool().payInterest();
    }

    /** Minutes that are over, oldest first. */
    List<Candle> minutes(Instant from, Instant to) {
        var minutes = new ArrayList<Candle>();
        for (var candle : exchange.candles(CandleInterval.MINUTE_1, nanos(from), nanos(to))) {
            if (candle.high() != null && candle.low() != null && candle.endNanos() <= nanos(to)) {
                minutes.add(new Candle(
                        Shapes.instant(candle.startNanos()),
                        rules().decimal(candle.high()),
                        rules().decimal(candle.low())));
            }
        }
        return minutes;
    }

    private static long nanos(Instant at) {
        return at.getEpochSecond() * 1_000_000_000L + at.getNano();
    }
}
