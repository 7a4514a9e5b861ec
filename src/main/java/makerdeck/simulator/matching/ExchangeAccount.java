package makerdeck.simulator.matching;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makerdeck.domain.Balance;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fees;
import makerdeck.domain.Side;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.Execution;
import makerdeck.simulator.model.InterestPayment;
import makerdeck.simulator.model.OrderKey;
import makerdeck.simulator.model.OrderView;
import org.jspecify.annotations.Nullable;

/** One account: funds, open orders and as much history as memory allows. */
public final class ExchangeAccount {

    public static final int MOST_OPEN_ORDERS = 1_000;
    private static final int HISTORY = 10_000;

    public final AccountId id;
    public final Fees fees;

    /** In which fees are paid as long as there is enough of it; null: in what is received. */
    public @Nullable ThirdAsset feeAsset;

    public final Units units;
    private final Amount makerRate;
    private final Amount takerRate;
    private final Map<String, Holding> holdings = new TreeMap<>();
    private final Holding base;
    private final Holding quote;
    private final OpenOrders open = new OpenOrders();
    private final Map<ClientId, AccountOrder> openByClientId = new HashMap<>();
    private final Deque<AccountOrder> orders = new ArrayDeque<>();
    private final Deque<Execution> fills = new ArrayDeque<>();
    private final Deque<InterestPayment> interest = new ArrayDeque<>();

    public ExchangeAccount(AccountId id, Units units, Map<String, BigDecimal> funds, Fees fees) {
        this.id = id;
        this.units = units;
        this.fees = fees;
        makerRate = new Amount(fees.makerBp());
        takerRate = new Amount(fees.takerBp());
        base = holding(units.base);
        quote = holding(units.quote);
        funds.forEach((asset, amount) -> holding(asset).fund(amount));
    }

    /** In basis points. */
    public Amount feeRate(boolean maker) {
        return maker ? makerRate : takerRate;
    }

    /** What it has of an asset, of which it may never have had any. */
    public Holding holding(String asset) {
        return holdings.computeIfAbsent(asset, Holding::new);
    }

    /** What an order of a side is paid with. */
    public Holding paying(Side side) {
        return side == Side.BID ? quote : base;
    }

    public Holding receiving(Side side) {
        return side == Side.BID ? base : quote;
    }

    /** Of every asset it ever had, by name. */
    public Map<String, Balance> balances() {
        var balances = new TreeMap<String, Balance>();
        holdings.forEach((asset, holding) -> {
            if (holding.isKnown()) {
                balances.put(asset, holding.get());
            }
        });
        return balances;
    }

    public Balance balance(String asset) {
        var holding = holdings.get(asset);
        return holding == null ? Balance.ZERO : holding.get();
    }

    /** What is lent has grown. */
    void earned(InterestPayment payment) {
        holding(payment.asset()).earn(new Amount(payment.quantity()));
        remember(interest, payment);
    }

    /** Newest first. */
    List<InterestPayment> interest() {
        return List.copyOf(interest);
    }

    public void opened(AccountOrder order) {
        open.add(order);
        var clientId = order.request.clientId();
        if (clientId != null) {
            openByClientId.put(clientId, order);
        }
        remember(orders, order);
    }

    public void closed(AccountOrder order) {
        open.remove(order.id);
        var clientId = order.request.clientId();
        if (clientId != null) {
            openByClientId.remove(clientId);
        }
    }

    public void filled(Execution fill) {
        remember(fills, fill);
    }

    private static <T> void remember(Deque<T> history, T entry) {
        history.addFirst(entry);
        if (history.size() > HISTORY) {
            history.removeLast();
        }
    }

    boolean hasOpen(ClientId clientId) {
        return openByClientId.containsKey(clientId);
    }

    int openCount() {
        return open.size();
    }

    /** Oldest first. */
    public List<AccountOrder> open() {
        return open.all();
    }

    public @Nullable AccountOrder find(OrderKey key) {
        if (key instanceof OrderKey.ById byId) {
            return open.find(byId.id());
        }
        return openByClientId.get(((OrderKey.ByClientId) key).id());
    }

    /** Newest first. */
    public List<OrderView> orders() {
        return orders.stream().map(AccountOrder::view).toList();
    }

    /** Newest first. */
    public List<Execution> fills() {
        return List.copyOf(fills);
    }
}
