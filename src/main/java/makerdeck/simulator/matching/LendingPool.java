package makerdeck.simulator.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.InterestPayment;
import makerdeck.simulator.model.RefusedException;
import makerdeck.simulator.model.RejectReason;
import makerdeck.simulator.schedule.EventQueue;

/**
 * Takes the idle funds of accounts that lend, moments after they have become idle, pays interest on
 * them every full hour, and gives back what an order needs, unless it is throttled.
 *
 * <p>On the thread that drives the exchange.
 */
public final class LendingPool {

    private static final long SWEEP = 200_000_000L;
    private static final long HOUR = 3_600_000_000_000L;
    private static final int DECIMALS = 8;

    /** About nine per cent a year. */
    private static final BigDecimal HOURLY = new BigDecimal("0.00001");

    private final EventQueue queue;
    private final Function<AccountId, ExchangeAccount> accounts;
    private final ExchangeListener listener;
    private final Set<ExchangeAccount> lending = new LinkedHashSet<>();
    private final Set<ExchangeAccount> known = new LinkedHashSet<>();
    private boolean throttled;
    private boolean sweeps;

    public LendingPool(EventQueue queue, Function<AccountId, ExchangeAccount> accounts, ExchangeListener listener) {
        this.queue = queue;
        this.accounts = accounts;
        this.listener = listener;
    }

    /** Switches an account's auto-lend. What is lent stays lent when it goes off, until orders take it back. */
    public void lend(AccountId id, boolean on) {
        var account = accounts.apply(id);
        if (!on) {
            lending.remove(account);
        } else if (lending.add(account) && !sweeps) {
            sweeps = true;
            queue.after(SWEEP, this::sweep);
        }
        if (on && known.add(account) && known.size() == 1) {
            queue.at(nextHour(), this::payEveryHour);
        }
    }

    public boolean lends(AccountId id) {
        return lending.contains(accounts.apply(id));
    }

    /** Whether the pool, wholly in use, gives nothing back. */
    public void throttle(boolean on) {
        throttled = on;
    }

    private void sweep() {
        sweeps = !lending.isEmpty();
        lending.forEach(this::takeIdle);
        if (sweeps) {
            queue.after(SWEEP, this::sweep);
        }
    }

    private void takeIdle(ExchangeAccount account) {
        account.balances().forEach((asset, balance) -> {
            if (balance.available().signum() > 0) {
                account.holding(asset).lend(new Amount(balance.available()));
                listener.balanceChanged(account.id, asset, account.holding(asset));
            }
        });
    }

    private long nextHour() {
        return (queue.now() / HOUR + 1) * HOUR;
    }

    private void payEveryHour() {
        payInterest();
        queue.at(nextHour(), this::payEveryHour);
    }

    /** Pays everybody an hour's interest now. */
    public void payInterest() {
        known.forEach(account -> account.balances().forEach((asset, balance) -> {
            var interest = balance.lent().multiply(HOURLY).setScale(DECIMALS, RoundingMode.DOWN);
            if (interest.signum() > 0) {
                account.earned(new InterestPayment(queue.now(), asset, interest, HOURLY));
            }
        }));
    }

    /** Newest first, as far as memory reaches. */
    public List<InterestPayment> payments(AccountId id) {
        return new ArrayList<>(accounts.apply(id).interest());
    }

    /** Refuses what free funds, and lent ones that may and can be taken back, do not pay. */
    void judge(Holding paying, Amount cost, boolean redeems) throws RefusedException {
        if (paying.covers(cost)) {
            return;
        }
        if (!paying.isLentAtLeast(paying.missing(cost))) {
            throw new RefusedException(RejectReason.INSUFFICIENT_FUNDS);
        }
        if (!redeems || throttled) {
            throw new RefusedException(redeems ? RejectReason.POOL_SHORT : RejectReason.LENT);
        }
    }

    /** Takes back what is missing for an order that has been admitted. */
    public static void redeem(Holding paying, Amount cost) {
        if (!paying.covers(cost)) {
            paying.lend(paying.missing(cost).negate());
        }
    }
}
