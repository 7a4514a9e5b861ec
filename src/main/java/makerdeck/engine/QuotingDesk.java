package makerdeck.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.domain.ClientId;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.strategy.Ladder;
import makerdeck.strategy.Live;
import makerdeck.strategy.Parameters;
import makerdeck.strategy.Quote;
import makerdeck.strategy.QuoteDiff;
import makerdeck.strategy.Quoter;
import makerdeck.strategy.Quotes;
import makerdeck.strategy.Situation;
import makerdeck.words.Words;

/**
 * Brings the orders on the venue to the quotes we want, with the fewest moves: cancels one by one,
 * new orders of a review in one request.
 *
 * <p>Engine thread only.
 */
final class QuotingDesk {

    private static final Duration STALE_PACE = Duration.ofSeconds(1);

    /** What stands in the way of quoting a side, empty when nothing does. */
    interface Blocks {
        String reason(Side side);

        /** What of a side's quotes may go out. */
        Quotes within(Quotes quotes, Side side);
    }

    /** What one review did or is about to do. */
    record Moves(int cancels, int places) {
        static final Moves NONE = new Moves(0, 0);

        /** Orders that change, each counted once. */
        int orders() {
            return Math.max(cancels, places);
        }
    }

    private final Core core;
    private final OrderDesk desk;
    private final Pulse pulse;
    private final Map<Side, SideGuard> guards;
    private final Blocks blocks;
    private final Admission admission;
    private final FarLayers far;
    private final SendPace pace = new SendPace();

    private Quotes wanted = Quotes.none(Words.say("engine.no-quotes.starting"));
    private Instant fullAt = Instant.MIN;
    private Instant staleAt = Instant.MIN;
    private boolean paced;

    QuotingDesk(Core core, OrderDesk desk, Pulse pulse, Map<Side, SideGuard> guards, Blocks blocks) {
        this.core = core;
        this.desk = desk;
        this.pulse = pulse;
        this.guards = guards;
        this.blocks = blocks;
        admission = new Admission(core.facts(), core.tuning(), core.tracker(), core.holdings(), guards);
        far = new FarLayers(core.clock(), core.diary(), core.facts());
    }

    /** Layers that the venue refuses for their price. */
    FarLayers far() {
        return far;
    }

    /** The quotes wanted at the last review. */
    Quotes wanted() {
        return wanted;
    }

    /** Why what is wanted of a side was not sent at the last review, empty when nothing was held back. */
    String heldBack(Side side) {
        return paced ? Words.say("engine.waiting.pace") : admission.heldBack(side);
    }

    /**
     * The quotes that parameters would give, as if no side were paused. Sends nothing.
     *
     * @param held whether layers that the operator has cancelled stay empty
     */
    Quotes imagined(Parameters parameters, boolean held) {
        var now = core.now();
        var quotes = Quoter.quotes(situation(parameters, now));
        for (var side : Side.values()) {
            var kept = held ? withoutHeld(quotes, side) : quotes;
            quotes = blocks.within(smaller(kept, side, now), side);
        }
        return quotes;
    }

    /** Looks at everything and sends what has to change. {@code full}: orders that may wait do not. */
    Moves review(boolean full) {
        if (!core.facts().hasMarket()) {
            return Moves.NONE;
        }
        var now = core.now();
        var resting = resting();
        wanted = wanted(now);
        far.tell(wanted);
        var diff = QuoteDiff.between(wanted, lives(resting, now));
        diff.keep().forEach(this::keep);
        return send(diff, full || isDue(now), now);
    }

    private boolean isDue(Instant now) {
        return Duration.between(fullAt, now)
                        .compareTo(core.tuning().parameters().interval())
                >= 0;
    }

    /** Our quotes that are not leaving. */
    private List<OwnOrder> resting() {
        var resting = new ArrayList<OwnOrder>();
        for (var order : core.tracker().live()) {
            if (order.role == Role.QUOTE && order.state != OrderState.PENDING_CANCEL && !order.unwanted) {
                resting.add(order);
            }
        }
        return resting;
    }

    private static List<Live> lives(List<OwnOrder> orders, Instant now) {
        return orders.stream().map(order -> order.live(now)).toList();
    }

    private Quotes wanted(Instant now) {
        var bids = blocks.reason(Side.BID);
        var asks = blocks.reason(Side.ASK);
        if (!bids.isEmpty() && !asks.isEmpty()) {
            return Quotes.none(bids).without(Side.ASK, asks);
        }
        var quotes = Quoter.quotes(situation(core.tuning().parameters(), now));
        for (var side : Side.values()) {
            var reason = side == Side.BID ? bids : asks;
            quotes = reason.isEmpty()
                    ? blocks.within(smaller(far.without(withoutHeld(quotes, side), side, now), side, now), side)
                    : quotes.without(side, reason);
        }
        return quotes;
    }

    private Situation situation(Parameters parameters, Instant now) {
        return new Situation(
                core.facts().market(),
                core.facts().rates().fees(parameters),
                parameters,
                core.tracker().withoutDeparted(core.facts().book(), now),
                lives(core.tracker().live(), now),
                core.holdings().balances(),
                pulse.volatility(),
                pulse.widening(now));
    }

    /** Layers the operator has cancelled stay empty. */
    private Quotes withoutHeld(Quotes quotes, Side side) {
        var held = guard(side).held();
        var ladder = quotes.side(side);
        if (held.isEmpty() || ladder.quotes().isEmpty()) {
            return quotes;
        }
        var left = ladder.quotes().stream()
                .filter(quote -> !held.contains(quote.layer()))
                .toList();
        if (left.isEmpty()) {
            return quotes.without(side, Words.say("engine.quotes.cancelled-by-you"));
        }
        return quotes.with(new Ladder(side, left, ladder.limit(), ladder.slack(), "", ladder.omitted()));
    }

    /** Smaller than wanted while the venue finds less money than we do. */
    private Quotes smaller(Quotes quotes, Side side, Instant now) {
        int halvings = guard(side).halvings(now);
        var ladder = quotes.side(side);
        if (halvings == 0 || ladder.quotes().isEmpty()) {
            return quotes;
        }
        var smallest = core.facts().market().smallest();
        var left = ladder.quotes().stream()
                .map(quote -> new Quote(
                        side,
                        quote.layer(),
                        quote.price(),
                        new Quantity(quote.quantity().steps() >> halvings)))
                .filter(quote -> quote.quantity().compareTo(smallest) >= 0)
                .toList();
        return left.isEmpty()
                ? quotes.without(side, Words.say("engine.quotes.too-little-money"))
                : quotes.with(new Ladder(side, left, ladder.limit(), ladder.slack(), "", ladder.omitted()));
    }

    private void keep(ClientId id, Quote quote) {
        core.tracker().find(id).ifPresent(order -> {
            order.layer = quote.layer();
            order.generation = core.tuning().generation();
        });
    }

    private Moves send(QuoteDiff diff, boolean full, Instant now) {
        int cancels = cancel(diff.urgent(), now);
        var stale = stale(diff, now);
        var places = admission.admitted(diff.place(), now);
        boolean staleToo =
                !stale.isEmpty() && (full || Duration.between(staleAt, now).compareTo(STALE_PACE) >= 0);
        paced = false;
        if (places.isEmpty() && !staleToo) {
            fullAt = full && stale.isEmpty() ? now : fullAt;
            return new Moves(cancels, 0);
        }
        paced = !full && !pace.allows(now, core.facts().health());
        if (paced) {
            return new Moves(cancels, 0);
        }
        if (staleToo) {
            cancels += cancel(stale, now);
            staleAt = now;
            places = admission.admitted(diff.place(), now);
        }
        if (full) {
            fullAt = now;
        }
        int placed = place(places);
        if (staleToo || placed > 0) {
            pace.sent();
        }
        return new Moves(cancels, placed);
    }

    /** What is left of an order that filled a moment ago stays for that moment, and while nothing can follow it. */
    private List<Live> stale(QuoteDiff diff, Instant now) {
        return diff.stale().stream()
                .filter(live -> core.tracker()
                        .find(live.clientId())
                        .filter(order -> !guard(order.side()).isCooling(order.layer, now)
                                && !guard(order.side()).isBlocked(now))
                        .isPresent())
                .toList();
    }

    /** The side that the market runs into goes first. */
    private int cancel(List<Live> leaving, Instant now) {
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
        var order = core.tracker().find(id);
        return order.isPresent() && order.get().state == OrderState.OPEN && desk.cancel(order.get()) ? 1 : 0;
    }

    private int place(List<Quote> quotes) {
        if (quotes.isEmpty()) {
            return 0;
        }
        int sent = desk.place(quotes.stream().map(OrderDraft::quote).toList());
        if (!desk.lastRefusal().isEmpty()) {
            quotes.stream()
                    .map(Quote::side)
                    .distinct()
                    .filter(side -> !hasQuotes(side))
                    .forEach(side -> guard(side).block(core.now().plus(STALE_PACE), desk.lastRefusal()));
        }
        return sent;
    }

    private boolean hasQuotes(Side side) {
        return resting().stream().anyMatch(order -> order.side() == side);
    }

    private SideGuard guard(Side side) {
        var guard = guards.get(side);
        if (guard == null) {
            throw new IllegalStateException("no guard for " + side);
        }
        return guard;
    }
}
