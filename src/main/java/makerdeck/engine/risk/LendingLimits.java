package makerdeck.engine.risk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import makerdeck.domain.Balances;
import makerdeck.domain.Side;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.AccountReading;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.message.Message;
import makerdeck.snapshot.OrderStage;
import makerdeck.snapshot.Severity;

/**
 * What comes of idle funds being lent: the operator is told, and a pool that gives nothing back is asked with few
 * orders. One order of a side leads and the others follow its acceptance, never more at once than it gave for; a side
 * that was refused waits, and one order a minute asks again, of one side after the other.
 *
 * <p>Engine thread only.
 */
public final class LendingLimits {

    static final Duration PROBE = Duration.ofMinutes(1);
    /** So long after an acceptance the pool is believed to give. */
    private static final Duration GIVES = Duration.ofSeconds(1);

    private final Clock clock;
    private final EventLog log;
    private final MarketData market;
    private final AccountReading account;
    private final ParameterHistory history;
    private final OrderTracker tracker;
    private final SideStates sideStates;
    /** Since when a side waits for the pool. */
    private final Map<Side, Instant> waiting = new EnumMap<>(Side.class);

    private boolean told;

    public LendingLimits(
            Clock clock,
            EventLog log,
            MarketData market,
            AccountReading account,
            ParameterHistory history,
            OrderTracker tracker,
            SideStates sideStates) {
        this.clock = clock;
        this.log = log;
        this.market = market;
        this.account = account;
        this.history = history;
        this.tracker = tracker;
        this.sideStates = sideStates;
    }

    /**
     * How many more orders of a side may go now without trying the pool's patience: one, or as many as it has just
     * given for. So what a pool that runs dry refuses at once is never more than what it gave a moment before.
     */
    static int room(AccountReading account, OrderTracker tracker, Side side, Instant now) {
        if (!account.isLent()) {
            return Integer.MAX_VALUE;
        }
        int given = 0;
        int asked = 0;
        for (var order : tracker.all()) {
            if (order.side() != side) {
                continue;
            }
            var accepted = order.acceptedAt();
            given += accepted != null && Duration.between(accepted, now).compareTo(GIVES) <= 0 ? 1 : 0;
            asked += order.stage() == OrderStage.SENT ? 1 : 0;
        }
        return Math.max(1, given) - asked;
    }

    /** A complete reading. Lending is told when it is met first, and when its switch has been moved. */
    public void read(Balances balances) {
        if (!market.isKnown() || told == account.lends()) {
            return;
        }
        told = account.lends();
        var redeems = history.parameters().redeems();
        tell(balances, told ? (redeems ? "engine.lending.redeem" : "engine.lending.never") : "engine.lending.off");
    }

    private void tell(Balances balances, String key) {
        var rules = market.rules();
        log.info(
                clock.instant(),
                Message.of(
                        key,
                        balances.base().lent().stripTrailingZeros().toPlainString(),
                        rules.base(),
                        balances.quote().lent().stripTrailingZeros().toPlainString(),
                        rules.quote()));
    }

    /** The pool gave nothing back for an order of a side: that side's reason until one is accepted. */
    public void refused(Side side, Message message, Instant now) {
        if (sideStates.of(side).isBlocked(now) && waiting.containsKey(side)) {
            // One request with several orders is one try.
            return;
        }
        var rules = market.rules();
        var reason = Message.of("engine.lending.refused", side == Side.BID ? rules.quote() : rules.base(), message);
        var other = side.opposite();
        var turns = waiting.containsKey(other);
        sideStates.of(side).block(now.plus(turns ? PROBE.multipliedBy(2) : PROBE), reason);
        if (turns) {
            var waits = sideStates.of(other);
            waits.blockReason().ifPresent(why -> waits.block(now.plus(PROBE), why));
        }
        if (waiting.put(side, now) == null) {
            log.alert(now, Severity.WARN, Message.of("engine.refused.side", Texts.quotes(side), reason));
        }
    }

    /** An order of a waiting side that has been accepted ends its wait, and the other may try at once. */
    public void tick() {
        for (var side : Side.values()) {
            var since = waiting.get(side);
            if (since != null && isAcceptedAfter(side, since)) {
                waiting.remove(side);
                if (waiting.containsKey(side.opposite())) {
                    var waits = sideStates.of(side.opposite());
                    waits.blockReason().ifPresent(why -> waits.block(Instant.MIN, why));
                }
            }
        }
    }

    private boolean isAcceptedAfter(Side side, Instant since) {
        for (var order : tracker.live()) {
            var accepted = order.acceptedAt();
            if (order.side() == side && accepted != null && accepted.isAfter(since)) {
                return true;
            }
        }
        return false;
    }
}
