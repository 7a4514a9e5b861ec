package makerdeck.engine;

import java.time.Instant;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.strategy.Ladder;
import makerdeck.strategy.Parameters;
import makerdeck.strategy.Quote;
import makerdeck.strategy.Quoter;
import makerdeck.strategy.Quotes;
import makerdeck.strategy.Situation;
import makerdeck.words.Words;

/**
 * What the strategy wants to quote, less what may not go out: held layers, refused prices, blocked sides.
 *
 * <p>Engine thread only.
 */
final class WantedQuotes {

    /** What stands in the way of quoting a side, empty when nothing does. */
    interface Blocks {
        String reason(Side side);

        /** What of a side's quotes may go out. */
        Quotes within(Quotes quotes, Side side);
    }

    private final Facts facts;
    private final Tuning tuning;
    private final OrderTracker tracker;
    private final Holdings holdings;
    private final Pulse pulse;
    private final SideGuards guards;
    private final FarLayers far;
    private final Blocks blocks;

    WantedQuotes(
            Facts facts,
            Tuning tuning,
            OrderTracker tracker,
            Holdings holdings,
            Pulse pulse,
            SideGuards guards,
            FarLayers far,
            Blocks blocks) {
        this.facts = facts;
        this.tuning = tuning;
        this.tracker = tracker;
        this.holdings = holdings;
        this.pulse = pulse;
        this.guards = guards;
        this.far = far;
        this.blocks = blocks;
    }

    /**
     * The quotes that parameters would give, as if no side were paused. Sends nothing.
     *
     * @param held whether layers that the operator has cancelled stay empty
     */
    Quotes imagined(Parameters parameters, boolean held, Instant now) {
        var quotes = Quoter.quotes(situation(parameters, now));
        for (var side : Side.values()) {
            var kept = held ? withoutHeld(quotes, side) : quotes;
            quotes = blocks.within(smaller(kept, side, now), side);
        }
        return quotes;
    }

    /** What is wanted now; sends nothing. */
    Quotes now(Instant now) {
        var bids = blocks.reason(Side.BID);
        var asks = blocks.reason(Side.ASK);
        if (!bids.isEmpty() && !asks.isEmpty()) {
            return Quotes.none(bids).without(Side.ASK, asks);
        }
        var quotes = Quoter.quotes(situation(tuning.parameters(), now));
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
                facts.market(),
                facts.rates().fees(parameters),
                parameters,
                tracker.withoutDeparted(facts.book(), now),
                tracker.lives(now),
                holdings.balances(),
                pulse.volatility(),
                pulse.widening(now));
    }

    /** Layers the operator has cancelled stay empty. */
    private Quotes withoutHeld(Quotes quotes, Side side) {
        var held = guards.of(side).held();
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
        int halvings = guards.of(side).halvings(now);
        var ladder = quotes.side(side);
        if (halvings == 0 || ladder.quotes().isEmpty()) {
            return quotes;
        }
        var smallest = facts.market().smallest();
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
}
