package makerdeck.engine.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Side;
import makerdeck.engine.books.AvailableBalances;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.ForeignOrders;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.message.Message;
import makerdeck.snapshot.OrderStage;
import makerdeck.venue.VenueEvent;

/**
 * Whether a reading of the balances can be true: an order that rests locks what it may cost, so the
 * account holds at least that much.
 *
 * <p>Engine thread only.
 */
public final class BalancePlausibility {

    private final MarketData market;
    private final OrderTracker tracker;
    private final ForeignOrders foreign;
    private final Ledger ledger;

    public BalancePlausibility(MarketData market, OrderTracker tracker, ForeignOrders foreign, Ledger ledger) {
        this.market = market;
        this.tracker = tracker;
        this.foreign = foreign;
        this.ledger = ledger;
    }

    /** How a reading contradicts the orders that rest, empty when it does not. Only one that the books do not share. */
    Optional<Message> impossible(VenueEvent.BalancesRead event) {
        if (!market.isKnown()) {
            return Optional.empty();
        }
        for (var side : Side.values()) {
            var read = held(event.balances(), side);
            if (read.total().compareTo(inBooks(side)) == 0 && ledger.isOpen()) {
                continue;
            }
            var own = lockedByOurs(side, event.asked());
            var all = own.add(foreign.locked(side, market.rules()));
            var tooLittleLocked = read.lent().signum() == 0 && read.locked().compareTo(own) < 0;
            if (read.total().compareTo(all) < 0 || tooLittleLocked) {
                var told = tooLittleLocked ? read.locked() : read.total();
                return Optional.of(Message.of(
                        "engine.balance.impossible",
                        told.toPlainString(),
                        asset(side),
                        (tooLittleLocked ? own : all).toPlainString()));
            }
        }
        return Optional.empty();
    }

    /** Which asset is gone, if it is true; empty when none. Not certain while an order of ours may still lock it. */
    Optional<Message> vanished(Balances balances) {
        for (var side : Side.values()) {
            var read = held(balances, side).total();
            if (read.signum() <= 0 && inBooks(side).compareTo(read) > 0) {
                return Optional.of(Message.of(
                        "engine.balance.vanished",
                        read.toPlainString(),
                        asset(side),
                        inBooks(side).toPlainString()));
            }
        }
        return Optional.empty();
    }

    /** What our orders lock that rested when it was asked and rest by all we know. */
    private BigDecimal lockedByOurs(Side side, Instant asked) {
        var locked = BigDecimal.ZERO;
        for (var order : tracker.live()) {
            if (order.side() == side
                    && order.stage() == OrderStage.OPEN
                    && order.since().isBefore(asked)) {
                locked = locked.add(AvailableBalances.cost(market.rules(), side, order.price(), order.remaining()));
            }
        }
        return locked;
    }

    private BigDecimal inBooks(Side side) {
        return side == Side.ASK ? ledger.base() : ledger.quote();
    }

    private String asset(Side side) {
        var rules = market.rules();
        return side == Side.ASK ? rules.base() : rules.quote();
    }

    /** Asks lock base, bids quote. */
    private static Balance held(Balances balances, Side side) {
        return side == Side.ASK ? balances.base() : balances.quote();
    }
}
