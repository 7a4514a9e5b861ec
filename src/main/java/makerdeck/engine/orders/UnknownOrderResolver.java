package makerdeck.engine.orders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import makerdeck.domain.ClientId;
import makerdeck.domain.Order;
import makerdeck.engine.market.ConnectionState;
import makerdeck.snapshot.OrderStage;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of UNKNOWN orders, by asking: is it resting, does history know it, are there
 * fills. It is gone only after two rounds without a trace, two seconds apart, both after its request
 * can no longer arrive.
 *
 * <p>Engine thread only.
 */
public final class UnknownOrderResolver {

    private static final Duration APART = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration MARGIN = Duration.ofSeconds(10);

    /** One set of questions about all orders that are in doubt at that time. */
    private static final class Round {
        private final Instant startedAt;
        private final Set<ClientId> asked;
        private final Set<ClientId> notResting = new HashSet<>();
        private boolean historyRead;
        private boolean fillsRead;

        private Round(Instant startedAt, Set<ClientId> asked) {
            this.startedAt = startedAt;
            this.asked = asked;
        }

        private boolean isComplete() {
            return historyRead && fillsRead && notResting.containsAll(asked);
        }
    }

    private final Venue venue;
    private final Clock clock;
    private final ConnectionState connection;
    private final OrderTracker tracker;
    private @Nullable Round round;
    private Instant nextAt = Instant.MIN;

    public UnknownOrderResolver(Venue venue, Clock clock, ConnectionState connection, OrderTracker tracker) {
        this.venue = venue;
        this.clock = clock;
        this.connection = connection;
        this.tracker = tracker;
    }

    public void tick(Instant now) {
        if (round != null && Duration.between(round.startedAt, now).compareTo(PATIENCE) > 0) {
            round = null;
        }
        if (round != null || now.isBefore(nextAt)) {
            return;
        }
        var doubtful = tracker.live().stream()
                .filter(order -> order.stage() == OrderStage.UNKNOWN)
                .toList();
        if (doubtful.isEmpty()) {
            return;
        }
        var ids = doubtful.stream().map(ManagedOrder::clientId).collect(Collectors.toUnmodifiableSet());
        var oldest = doubtful.stream()
                .map(order -> order.sentAt())
                .min(Instant::compareTo)
                .orElse(now);
        round = new Round(now, ids);
        nextAt = now.plus(APART);
        ids.forEach(venue::readOrder);
        venue.readHistory(ids);
        venue.readFills(connection.venueTime(oldest).minus(MARGIN));
    }

    public void on(VenueEvent.OrderRead event) {
        var order = tracker.find(event.clientId());
        var seen = event.order();
        if (order.isPresent() && seen.isPresent()) {
            tracker.seen(order.get(), seen.get(), event.asked(), clock.instant(), null);
        }
        if (round != null && !event.asked().isBefore(round.startedAt)) {
            // A resting order leaves the round too: it is no longer in doubt.
            round.notResting.add(event.clientId());
            conclude();
        }
    }

    public void on(VenueEvent.HistoryRead event) {
        for (var seen : event.orders()) {
            var id = seen.clientId();
            if (id != null) {
                tracker.find(id).ifPresent(order -> remembered(order, seen, event.asked()));
            }
        }
        if (round != null
                && !event.asked().isBefore(round.startedAt)
                && event.wanted().containsAll(round.asked)) {
            round.historyRead = true;
            conclude();
        }
    }

    /** A history may be late, so it proves an end and no beginning. */
    private void remembered(ManagedOrder order, Order seen, Instant asked) {
        switch (seen.status()) {
            case FILLED, CANCELLED, EXPIRED -> tracker.seen(order, seen, asked, clock.instant(), null);
            case DORMANT, UNCLEAR -> tracker.known(order, seen, clock.instant());
            case NEW, PARTIALLY_FILLED -> {}
        }
    }

    /** Fills have been read and booked, whoever asked for them. */
    public void fillsRead() {
        if (round != null) {
            round.fillsRead = true;
            conclude();
        }
    }

    private void conclude() {
        var done = round;
        if (done == null || !done.isComplete()) {
            return;
        }
        round = null;
        for (var id : done.asked) {
            tracker.find(id)
                    .filter(order -> order.stage() == OrderStage.UNKNOWN)
                    .ifPresent(order -> tracker.noTrace(order, done.startedAt, APART, clock.instant()));
        }
    }
}
