package makerdeck.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.domain.ClientId;
import makerdeck.domain.Side;
import makerdeck.strategy.Live;
import makerdeck.strategy.Quote;
import makerdeck.strategy.QuoteDiff;

/** Takes quotes away and puts quotes out, in the right turn. Engine thread only. */
final class QuoteSender {

    private static final Duration REFUSED_WAITS = Duration.ofSeconds(1);

    private final OrderTracker tracker;
    private final OrderDesk desk;
    private final Pulse pulse;
    private final SideGuards guards;

    QuoteSender(OrderTracker tracker, OrderDesk desk, Pulse pulse, SideGuards guards) {
        this.tracker = tracker;
        this.desk = desk;
        this.pulse = pulse;
        this.guards = guards;
    }

    /** Our quotes that are not leaving. */
    List<OwnOrder> resting() {
        var resting = new ArrayList<OwnOrder>();
        for (var order : tracker.live()) {
            if (order.role() == Role.QUOTE && order.state() != OrderState.PENDING_CANCEL && !order.isUnwanted()) {
                resting.add(order);
            }
        }
        return resting;
    }

    /** What is left of an order that filled a moment ago stays for that moment, and while nothing can follow it. */
    List<Live> stale(QuoteDiff diff, Instant now) {
        return diff.stale().stream()
                .filter(live -> tracker.find(live.clientId())
                        .filter(order -> !guards.of(order.side()).isCooling(order.layer(), now)
                                && !guards.of(order.side()).isBlocked(now))
                        .isPresent())
                .toList();
    }

    /** The side that the market runs into goes first. */
    int cancel(List<Live> leaving, Instant now) {
        var first = pulse.threatened(now);
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
        return order.isPresent() && order.get().state() == OrderState.OPEN && desk.cancel(order.get()) ? 1 : 0;
    }

    int place(List<Quote> quotes, Instant now) {
        if (quotes.isEmpty()) {
            return 0;
        }
        int sent = desk.place(quotes.stream().map(OrderDraft::quote).toList());
        if (!desk.lastRefusal().isEmpty()) {
            quotes.stream()
                    .map(Quote::side)
                    .distinct()
                    .filter(side -> !isQuoted(side))
                    .forEach(side -> guards.of(side).block(now.plus(REFUSED_WAITS), desk.lastRefusal()));
        }
        return sent;
    }

    private boolean isQuoted(Side side) {
        return resting().stream().anyMatch(order -> order.side() == side);
    }
}
