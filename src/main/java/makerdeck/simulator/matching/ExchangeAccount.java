package makerdeck.simulator.matching;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makerdeck.domain.Balance;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fees;
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

    private final Map<String, Balance> balances = new TreeMap<>();
    // Ordered by id, oldest first.
    private final TreeMap<Long, AccountOrder> open = new TreeMap<>();
    private final Map<ClientId, AccountOrder> openByClientId = new HashMap<>();
    private final Deque<AccountOrder> orders = new ArrayDeque<>();
    private final Deque<Execution> fills = new ArrayDeque<>();
    private final Deque<InterestPayment> interest = new ArrayDeque<>();

    public ExchangeAccount(AccountId id, Map<String, BigDecimal> funds, Fees fees) {
        this.id = id;
        this.fees = fees;
        funds.forEach((asset, amount) -> balances.put(asset, new Balance(amount, BigDecimal.ZERO, BigDecimal.ZERO)));
    }

    public Map<String, Balance> balances() {
        return new TreeMap<>(balances);
    }

    public Balance balance(String asset) {
        return balances.getOrDefault(asset, Balance.ZERO);
    }

    public void lock(String asset, BigDecimal amount) {
        change(asset, amount.negate(), amount);
    }

    public void unlock(String asset, BigDecimal amount) {
        change(asset, amount, amount.negate());
    }

    /** Moves free funds to the lending pool, or back when negative. */
    void lend(String asset, BigDecimal amount) {
        change(asset, amount.negate(), BigDecimal.ZERO);
        addLent(asset, amount);
    }

    private void addLent(String asset, BigDecimal amount) {
        var old = balance(asset);
        var lent = old.lent().add(amount);
        if (lent.signum() < 0) {
            throw new IllegalStateException("lent " + asset + " of account " + id.value() + " must not be negative");
        }
        balances.put(asset, new Balance(old.available(), old.locked(), lent));
    }

    /** What is lent has grown. */
    void earned(InterestPayment payment) {
        addLent(payment.asset(), payment.quantity());
        remember(interest, payment);
    }

    /** Newest first. */
    List<InterestPayment> interest() {
        return List.copyOf(interest);
    }

    /** Adds to both parts of a balance; neither may become negative. */
    public void change(String asset, BigDecimal available, BigDecimal locked) {
        var old = balance(asset);
        var next = new Balance(old.available().add(available), old.locked().add(locked), old.lent());
        if (next.available().signum() < 0 || next.locked().signum() < 0) {
            throw new IllegalStateException(asset + " of account " + id.value() + " must not be negative, was " + next);
        }
        balances.put(asset, next);
    }

    public void opened(AccountOrder order) {
        open.put(order.id, order);
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

    public List<AccountOrder> open() {
        return new ArrayList<>(open.values());
    }

    public @Nullable AccountOrder find(OrderKey key) {
        if (key instanceof OrderKey.ById byId) {
            return open.get(byId.id());
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
