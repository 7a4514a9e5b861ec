package makerdeck.engine.execution;

import java.time.Duration;
import java.time.Instant;
import makerdeck.engine.books.AvailableBalances;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.market.AccountReading;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.rebalancing.RebalanceWatch;
import makerdeck.strategy.rebalancing.Rebalancer;

/** Says when a rebalance starts by itself: after several complete readings of balances, each a while after the last. */
public final class RebalanceTrigger {

    private static final Duration CHECKS_APART = Duration.ofSeconds(30);
    /** While nothing asks for a trade. */
    private static final Duration LOOKS_APART = Duration.ofSeconds(10);

    private final MarketData market;
    private final AccountReading account;
    private final ParameterHistory history;
    private final Ledger ledger;
    private final AvailableBalances available;
    private final RebalanceWatch watch = new RebalanceWatch();

    // Engine thread only.
    private Instant checkFrom = Instant.MIN;

    public RebalanceTrigger(
            MarketData market,
            AccountReading account,
            ParameterHistory history,
            Ledger ledger,
            AvailableBalances available) {
        this.market = market;
        this.account = account;
        this.history = history;
        this.ledger = ledger;
        this.available = available;
    }

    /** Takes one complete reading; true when it is time. */
    boolean checked(boolean allowed, Instant now) {
        var mid = market.mid();
        var balances = account.balances();
        if (mid.isEmpty() || balances.isEmpty() || now.isBefore(checkFrom)) {
            return false;
        }
        var parameters = history.parameters();
        var triggered =
                allowed && parameters.rebalance() && Rebalancer.isTriggered(parameters, balances.get(), mid.get());
        if (allowed) {
            checkFrom = now.plus(triggered ? CHECKS_APART : LOOKS_APART);
        }
        var starts = watch.check(now, triggered);
        if (triggered && !starts && watch.free().isAfter(now) && watch.free().isBefore(checkFrom)) {
            checkFrom = watch.free();
        }
        return starts;
    }

    /** Whether a reading would be taken now, and as things stand bring a rebalance nearer. */
    public boolean wantsReading(Instant now) {
        return !now.isBefore(checkFrom) && history.parameters().rebalance() && isTriggered(history.parameters());
    }

    /** Whether the desk knows the ratio. */
    public boolean isKnown() {
        return market.mid().isPresent() && ledger.isOpen();
    }

    /** Whether the ratio, as the desk knows it, is beyond the threshold; false while it is not known. */
    public boolean isTriggered(Parameters parameters) {
        return isKnown()
                && Rebalancer.isTriggered(
                        parameters, available.balances(), market.mid().orElseThrow());
    }

    /** When it starts if all stays as it is. */
    public Instant due(Instant now) {
        var next = checkFrom.isAfter(now) ? checkFrom : now;
        var checked = next.plus(CHECKS_APART.multipliedBy(Math.max(0, watch.checksLeft() - 1L)));
        return checked.isAfter(watch.free()) ? checked : watch.free();
    }

    void ended(Instant now) {
        watch.ended(now);
    }
}
