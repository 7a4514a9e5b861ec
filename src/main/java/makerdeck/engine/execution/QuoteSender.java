package makerdeck.engine.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.domain.ClientId;
import makerdeck.domain.Side;
import makerdeck.engine.market.MarketSignals;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderDraft;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.risk.SideStates;
import makerdeck.snapshot.OrderStage;
import makerdeck.strategy.quoting.Quote;
import makerdeck.strategy.quoting.QuoteDiff;
import makerdeck.strategy.quoting.RestingQuote;

/** Takes quotes away and puts quotes out, in the right turn. Engine thread only. */
public final class QuoteSender {

    private static final Duration REFUSED_WAITS = Duration.ofSeconds(1);

    private final OrderTracker tracker;
    private final OrderGateway gateway;
    private final MarketSignals signals;
    private final SideStates sideStates;

    public QuoteSender(OrderTracker tracker, OrderGateway gateway, MarketSignals signals, SideStates sideStates) {
        this.tracker = tracker;
        this.gateway = gateway;
        this.signals = signals;
        this.sideStates = sideStates;
    }

    /** What is asked for until {@link #handOver} goes to the venue in one go. */
    void gather() {
        gateway.gather();
    }

    void handOver() {
        gateway.handOver();
    }

    /** Our quotes that are not leaving. */
    List<ManagedOrder> resting() {
        var resting = new ArrayList<ManagedOrder>();
        for (var order : tracker.live()) {
            if (order.purpose() == OrderPurpose.QUOTE
                    && order.stage() != OrderStage.PENDING_CANCEL
                    && !order.isUnwanted()) {
                resting.add(order);
            }
        }
        return resting;
    }

    /** What is left of an order that filled a moment ago stays for that moment, and while nothing can follow it. */
    List<RestingQuote> stale(QuoteDiff diff, Instant now) {
        return diff.stale().stream()
                .filter(live -> tracker.find(live.clientId())
                        .filter(order -> !sideStates.of(order.side()).isCooling(order.layer(), now)
                                && !sideStates.of(order.side()).isBlocked(now))
                        .isPresent())
                .toList();
    }

    /** The side that the market runs into goes first. */
    int cancel(List<RestingQuote> leaving, Instant now) {
        var first = signals.threatened(now);
        int count = 0;
        for (var turn : List.of(true, false)) {
            for (var live : leaving) {
                if (turn == (live.side() == first)) {
                    count += cancel(live.clientId());
                }
            }
        }
        return count;
    }

    private int cancel(ClientId id) {
        var order = tracker.find(id);
        return order.isPresent() && order.get().stage() == OrderStage.OPEN && gateway.cancel(order.get()) ? 1 : 0;
    }

    int place(List<Quote> quotes, Instant now) {
        if (quotes.isEmpty()) {
            return 0;
        }
        int sent = gateway.place(quotes.stream().map(OrderDraft::quote).toList());
        gateway.lastRefusal().ifPresent(refusal -> quotes.stream()
                .map(Quote::side)
                .distinct()
                .filter(side -> !isQuoted(side))
                .forEach(side -> sideStates.of(side).block(now.plus(REFUSED_WAITS), refusal)));
        return sent;
    }

    private boolean isQuoted(Side side) {
        return resting().stream().anyMatch(order -> order.side() == side);
    }
}
