package makerdeck.engine.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import makerdeck.domain.ClientId;
import makerdeck.domain.Side;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.orders.SendThrottle;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.engine.risk.OrderAdmission;
import makerdeck.message.Message;
import makerdeck.strategy.quoting.Quote;
import makerdeck.strategy.quoting.QuoteDiff;
import makerdeck.strategy.quoting.Quotes;
import makerdeck.strategy.quoting.RestingQuote;

/**
 * Brings the orders on the venue to the quotes we want, with the fewest moves: cancels one by one,
 * new orders of a review in one request.
 *
 * <p>Engine thread only.
 */
public final class Requoter {

    private static final Duration STALE_PACE = Duration.ofSeconds(1);

    /**
     * What one review did or is about to do.
     *
     * @param missing quotes that no order stood for when it began
     */
    public record Moves(int cancels, int places, int missing) {
        static final Moves NONE = new Moves(0, 0, 0);

        /** Whether more orders are to come than have moved. */
        public boolean isABeginning() {
            return missing > orders();
        }

        /** Orders that change, each counted once. */
        public int orders() {
            return Math.max(cancels, places);
        }
    }

    private final Clock clock;
    private final MarketData market;
    private final ConnectionState connection;
    private final ParameterHistory history;
    private final OrderTracker tracker;
    private final WantedQuotes quotes;
    private final RefusedLayers refused;
    private final OrderAdmission admission;
    private final QuoteSender sender;
    private final SendThrottle throttle = new SendThrottle();

    private Quotes wanted = Quotes.none(Message.of("engine.no-quotes.starting"));
    private Instant reviewedAt = Instant.EPOCH;
    private Instant fullAt = Instant.MIN;
    private Instant staleAt = Instant.MIN;
    private boolean paced;

    public Requoter(
            Clock clock,
            MarketData market,
            ConnectionState connection,
            ParameterHistory history,
            OrderTracker tracker,
            WantedQuotes quotes,
            RefusedLayers refused,
            OrderAdmission admission,
            QuoteSender sender) {
        this.clock = clock;
        this.market = market;
        this.connection = connection;
        this.history = history;
        this.tracker = tracker;
        this.quotes = quotes;
        this.refused = refused;
        this.admission = admission;
        this.sender = sender;
    }

    /** The quotes wanted at the last review. */
    public Quotes wanted() {
        return wanted;
    }

    /** When that was. */
    public Instant reviewedAt() {
        return reviewedAt;
    }

    /** Why what is wanted of a side was not sent at the last review, empty when nothing was held back. */
    Optional<Message> heldBack(Side side) {
        return paced ? Optional.of(Message.of("engine.waiting.pace")) : admission.heldBack(side);
    }

    /** Looks at everything and sends what has to change. {@code full}: orders that may wait do not. */
    public Moves review(boolean full) {
        if (!market.isKnown()) {
            return Moves.NONE;
        }
        var now = clock.instant();
        var resting = sender.resting();
        wanted = quotes.now(now);
        reviewedAt = now;
        refused.tell(wanted);
        var lives = resting.stream().map(order -> order.live(now)).toList();
        var diff = QuoteDiff.between(wanted, lives, this::isWithinLimit);
        diff.keep().forEach(this::keep);
        sender.gather();
        try {
            return send(diff, full || isDue(now), now);
        } finally {
            sender.handOver();
        }
    }

    /** One that is a little larger than wanted may stay, but not beyond the largest that the operator allows. */
    private boolean isWithinLimit(RestingQuote order) {
        var most = history.parameters().maxOrder();
        return most.signum() == 0
                || market.rules().notional(order.price(), order.remaining()).compareTo(most) <= 0;
    }

    private boolean isDue(Instant now) {
        return Duration.between(fullAt, now).compareTo(history.parameters().interval()) >= 0;
    }

    private void keep(ClientId id, Quote quote) {
        tracker.find(id).ifPresent(order -> tracker.kept(order, quote.layer(), history.generation()));
    }

    private Moves send(QuoteDiff diff, boolean full, Instant now) {
        int cancels = sender.cancel(diff.urgent(), now);
        var stale = sender.stale(diff, now);
        var places = admission.admitted(diff.place(), now);
        boolean staleToo =
                !stale.isEmpty() && (full || Duration.between(staleAt, now).compareTo(STALE_PACE) >= 0);
        paced = false;
        if (places.isEmpty() && !staleToo) {
            fullAt = full && stale.isEmpty() ? now : fullAt;
            return new Moves(cancels, 0, diff.place().size());
        }
        paced = !full && !throttle.allows(now, connection.health());
        if (paced) {
            return new Moves(cancels, 0, diff.place().size());
        }
        if (staleToo) {
            cancels += sender.cancel(stale, now);
            staleAt = now;
            places = admission.admitted(diff.place(), now);
        }
        if (full) {
            fullAt = now;
        }
        int placed = sender.place(places, now);
        if (staleToo || placed > 0) {
            throttle.sent();
        }
        return new Moves(cancels, placed, diff.place().size());
    }
}
