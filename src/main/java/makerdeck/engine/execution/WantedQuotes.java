package makerdeck.engine.execution;

import java.time.Instant;
import java.util.Optional;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.books.AvailableBalances;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.MarketSignals;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.engine.risk.Obstacles;
import makerdeck.engine.risk.SideStates;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.quoting.LastQuotes;
import makerdeck.strategy.quoting.Quote;
import makerdeck.strategy.quoting.Quoter;
import makerdeck.strategy.quoting.Quotes;
import makerdeck.strategy.quoting.Situation;

/**
 * What the strategy wants to quote, less what may not go out: held layers, refused prices, blocked sides.
 *
 * <p>Engine thread only.
 */
public final class WantedQuotes {

    /** What stands in the way of quoting. */
    public interface Blocks {
        Obstacles now(Instant now);

        /** What of a side's quotes may go out. */
        Quotes within(Quotes quotes, Side side);
    }

    private final MarketData market;
    private final ParameterHistory history;
    private final OrderTracker tracker;
    private final AvailableBalances available;
    private final MarketSignals signals;
    private final SideStates sideStates;
    private final RefusedLayers refused;
    private final Blocks blocks;
    private final LastQuotes last = new LastQuotes();

    public WantedQuotes(
            MarketData market,
            ParameterHistory history,
            OrderTracker tracker,
            AvailableBalances available,
            MarketSignals signals,
            SideStates sideStates,
            RefusedLayers refused,
            Blocks blocks) {
        this.market = market;
        this.history = history;
        this.tracker = tracker;
        this.available = available;
        this.signals = signals;
        this.sideStates = sideStates;
        this.refused = refused;
        this.blocks = blocks;
    }

    /**
     * The quotes that parameters would give, as if no side were paused. Sends nothing.
     *
     * @param held whether layers that the operator has cancelled stay empty
     */
    public Quotes imagined(Parameters parameters, boolean held, Instant now) {
        var quotes = Quoter.quotes(situation(parameters, now));
        for (var side : Side.values()) {
            var kept = held ? withoutHeld(quotes, side) : quotes;
            quotes = blocks.within(smaller(kept, side, now), side);
        }
        return quotes;
    }

    /** What is wanted now; sends nothing. */
    Quotes now(Instant now) {
        var obstacles = blocks.now(now);
        if (obstacles.isOnBoth()) {
            return Quotes.none(obstacles.bids().get())
                    .without(Side.ASK, obstacles.asks().get());
        }
        var quotes = last.quotes(situation(history.parameters(), now));
        for (var side : Side.values()) {
            var reason = obstacles.side(side);
            quotes = reason.isPresent() ? quotes.without(side, reason.get()) : sendable(quotes, side, now);
        }
        return quotes;
    }

    private Quotes sendable(Quotes quotes, Side side, Instant now) {
        return blocks.within(smaller(refused.without(withoutHeld(quotes, side), side, now), side, now), side);
    }

    /** Why the strategy, and what the venue took of it lately, leave a side empty that nothing else blocks. */
    public Optional<Message> emptiness(Side side, Instant now) {
        if (!market.isKnown() || market.mid().isEmpty() || !market.book().isHealthy()) {
            return Optional.empty();
        }
        var quotes = Quoter.quotes(situation(history.parameters(), now));
        return Optional.ofNullable(sendable(quotes, side, now).side(side).reason());
    }

    private Situation situation(Parameters parameters, Instant now) {
        return new Situation(
                market.rules(),
                market.rates().fees(parameters),
                parameters,
                tracker.withoutStale(market.book(), now),
                tracker.lives(now),
                available.balances(),
                signals.volatility(),
                signals.widening(parameters, now));
    }

    /** Layers the operator has cancelled stay empty. */
    private Quotes withoutHeld(Quotes quotes, Side side) {
        var held = sideStates.of(side).held();
        var ladder = quotes.side(side);
        if (held.isEmpty() || ladder.quotes().isEmpty()) {
            return quotes;
        }
        var left = ladder.quotes().stream()
                .filter(quote -> !held.contains(quote.layer()))
                .toList();
        if (left.isEmpty()) {
            return quotes.without(side, Message.of("engine.quotes.cancelled-by-you"));
        }
        return quotes.with(ladder.with(left, ladder.omitted()));
    }

    /** Smaller than wanted while the venue finds less money than we do. */
    private Quotes smaller(Quotes quotes, Side side, Instant now) {
        int halvings = sideStates.of(side).halvings(now);
        var ladder = quotes.side(side);
        if (halvings == 0 || ladder.quotes().isEmpty()) {
            return quotes;
        }
        var smallest = market.rules().smallest();
        var left = ladder.quotes().stream()
                .map(quote -> new Quote(
                        side,
                        quote.layer(),
                        quote.price(),
                        new Quantity(quote.quantity().steps() >> halvings)))
                .filter(quote -> quote.quantity().compareTo(smallest) >= 0)
                .toList();
        return left.isEmpty()
                ? quotes.without(side, Message.of("engine.quotes.too-little-money"))
                : quotes.with(ladder.with(left, ladder.omitted()));
    }
}
