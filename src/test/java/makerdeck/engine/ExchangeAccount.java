package makerdeck.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import makerdeck.laboratory.virtual.VirtualAccount;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.OrderView;
import makerdeck.simulator.model.Placement;
import org.jspecify.annotations.Nullable;

/** The exchange's own books on the desk's account, what is done there for the desk, and what goes wrong there. */
public final class ExchangeAccount {

    private final Exchange exchange;
    private final AccountId account;
    private final VirtualAccount books;
    private final Map<String, BigDecimal> deposits = new HashMap<>();

    ExchangeAccount(Exchange exchange, AccountId account) {
        this.exchange = exchange;
        this.account = account;
        books = new VirtualAccount(exchange, account);
    }

    long now() {
        return exchange.now();
    }

    Market rules() {
        return books.rules();
    }

    Fees fees() {
        return books.fees();
    }

    Placement submit(NewOrder order) {
        return books.submit(order);
    }

    /** Whether the account lends what is idle. */
    boolean lends() {
        return books.lends();
    }

    /** Whether the pool gives nothing back. */
    void throttlePool(boolean on) {
        exchange.pool().throttle(on);
    }

    public void lend(boolean on) {
        exchange.pool().lend(account, on);
    }

    Optional<OrderView> cancel(ClientId id) {
        return books.cancel(id);
    }

    List<Order> open() {
        return books.open();
    }

    Optional<Order> open(ClientId id) {
        return books.open(id);
    }

    /** What became of these, as far as they are not forgotten. */
    List<Order> ended(Set<ClientId> ids) {
        return books.ended(ids);
    }

    /** Those with these ids, finished or resting. */
    List<Order> named(Set<String> ids) {
        return books.named(ids);
    }

    /** As the venue tells them. */
    Balances balances() {
        var held = books.balances();
        return new Balances(deposited(rules().base(), held.base()), deposited(rules().quote(), held.quote()));
    }

    private Balance deposited(String asset, Balance held) {
        var more = deposits.getOrDefault(asset, BigDecimal.ZERO);
        return new Balance(held.available().add(more), held.locked(), held.lent());
    }

    /** From now on balances are read as if so much more had come in. */
    public void deposit(String asset, String amount) {
        deposits.put(asset, new BigDecimal(amount));
    }

    /** The exchange's own list, oldest first. */
    public List<Fill> fills(Instant from) {
        return books.fills(from);
    }

    /** What the pool has paid, newest first. */
    List<Interest> interest(Instant from) {
        return books.interest(from);
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
        return books.minutes(from, to);
    }
}
