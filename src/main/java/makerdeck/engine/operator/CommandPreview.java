package makerdeck.engine.operator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import makerdeck.engine.execution.FillReading;
import makerdeck.engine.execution.WantedQuotes;
import makerdeck.engine.lifecycle.QuotePermission;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.engine.risk.TradingGates;
import makerdeck.message.Message;
import makerdeck.snapshot.OrderStage;
import makerdeck.snapshot.Preview;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.quoting.Quote;
import makerdeck.strategy.quoting.Quotes;
import org.jspecify.annotations.Nullable;

/**
 * Says what commands would do, without doing any of it: what changes, which orders at which prices, and what that may
 * cost.
 *
 * <p>Engine thread only.
 */
public final class CommandPreview {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int MOST_ROWS = 5;
    private static final DeskCommand NOW = new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.NOW);

    private final Clock clock;
    private final MarketData market;
    private final ParameterHistory history;
    private final OrderTracker tracker;
    private final TradingGates gates;
    private final WantedQuotes quotes;
    private final QuotePermission permission;
    private final RebalancePreview rebalances;
    private final Expectations expectations;
    private final FillReading fills;
    private final QuitReview quits;
    private final PreviewedSteps steps;

    public CommandPreview(
            Clock clock,
            MarketData market,
            ParameterHistory history,
            OrderTracker tracker,
            TradingGates gates,
            WantedQuotes quotes,
            QuotePermission permission,
            RebalancePreview rebalances,
            ChangeEffect effect,
            Expectations expectations,
            FillReading fills,
            QuitReview quits) {
        this.clock = clock;
        this.market = market;
        this.history = history;
        this.tracker = tracker;
        this.gates = gates;
        this.quotes = quotes;
        this.permission = permission;
        this.rebalances = rebalances;
        this.expectations = expectations;
        this.fills = fills;
        this.quits = quits;
        steps = new PreviewedSteps(history, rebalances, effect);
    }

    /** What a question is answered with. */
    Preview of(DeskCommand.Preview asked) {
        var told = told(asked);
        var obstacle = asked.commands().equals(List.of(NOW)) ? rebalances.obstacle() : Optional.<Message>empty();
        return obstacle.map(why -> Preview.moot(asked.number(), List.of(why))).orElse(told);
    }

    /**
     * One line each; commands that only lower risk have none. Never empty. A small screen shows the first ones: what is
     * traded, then what changes, then the rest of what all of it together comes to.
     */
    private Preview told(DeskCommand.Preview asked) {
        var trades = new ArrayList<Message>();
        var rows = new ArrayList<Message>();
        var now = history.parameters();
        var next = steps.changed(rows, asked.commands());
        if (!rows.isEmpty() && isKnown(rows)) {
            rebalances.traded(trades, now, next);
            steps.givenBack(trades, rows, asked.commands());
            comesTo(rows, now, next);
        }
        for (var command : asked.commands()) {
            if (command instanceof DeskCommand.Resume resume) {
                resumed(trades, rows, next, resume.side());
            } else if (command.equals(NOW)) {
                rebalances.asked(trades, rows);
            } else if (command instanceof DeskCommand.LeaveOutRows) {
                unread(rows);
            } else if (command instanceof DeskCommand.Quit quit) {
                rows.addAll(quits.rows(quit.keep()));
            }
        }
        int vital = trades.size();
        trades.addAll(rows);
        return Preview.trading(
                asked.number(), trades.isEmpty() ? List.of(Message.of("engine.preview.nothing")) : trades, vital);
    }

    /** What the quotes would be, and what that earns or costs. */
    private void comesTo(List<Message> rows, Parameters now, Parameters next) {
        var before = quotes.imagined(now, true, clock.instant());
        var after = quotes.imagined(next, true, clock.instant());
        rows.add(margin(after, next));
        if (before.spread().compareTo(after.spread()) != 0) {
            rows.add(Message.of(
                    "engine.preview.spread", percent(before.spread()), percent(after.spread()), after.why()));
        }
        limits(rows, now, next);
        for (var side : Side.values()) {
            rows.add(permission
                    .reason(side)
                    .map(paused -> Message.of("engine.preview.none-now", Texts.quotes(side), paused))
                    .orElseGet(() -> side(after, side)));
        }
        expectations.of(after, next).ifPresent(rows::add);
    }

    /** Where the sides stop for inventory, if that changes. */
    static void limits(List<Message> rows, Parameters now, Parameters next) {
        var before = limits(now);
        var after = limits(next);
        if (!before.equals(after)) {
            rows.add(Message.of("engine.preview.limits", before, after));
        }
    }

    private static Message limits(Parameters parameters) {
        var low = parameters.hardLow().max(BigDecimal.ZERO);
        var high = parameters.hardHigh().min(HUNDRED);
        return low.signum() == 0 && high.compareTo(HUNDRED) == 0
                ? Message.of("engine.preview.no-limits")
                : Message.of("engine.preview.between", plain(low), plain(high));
    }

    private void resumed(List<Message> trades, List<Message> rows, Parameters parameters, @Nullable Side only) {
        if (!isKnown(rows)) {
            return;
        }
        var wanted = quotes.imagined(parameters, false, clock.instant());
        var fees = BigDecimal.ZERO;
        for (var side : Side.values()) {
            if (only == null || only == side) {
                rows.add(side(wanted, side));
                fees = fees.add(fees(wanted.side(side).quotes(), parameters));
            }
        }
        if (parameters.rebalance()) {
            rebalances.trades(trades, parameters);
        }
        gates.reason(clock.instant())
                .map(gate -> Message.of("engine.preview.waits", gate))
                .ifPresent(rows::add);
        rows.add(Message.of(
                "engine.preview.fees",
                amount(fees, market.rules()),
                market.rules().quote(),
                margin(wanted, parameters)));
    }

    static String amount(BigDecimal value, Market rules) {
        return Texts.rounded(value, rules.decimals(value, 2));
    }

    private void unread(List<Message> rows) {
        var unread = fills.unread().all();
        rows.addAll(unread.subList(0, Math.min(MOST_ROWS, unread.size())));
        rows.add(
                unread.isEmpty()
                        ? Message.of("engine.rows.none")
                        : Message.count("engine.preview.rows-left-out", unread.size()));
    }

    private boolean isKnown(List<Message> rows) {
        boolean known = market.isKnown() && market.mid().isPresent();
        if (!known) {
            rows.add(Message.of("engine.preview.unknown"));
        }
        return known;
    }

    /** {@code bids: B1 149.98 -> 150.00 2.10, B2 149.90 1.50 new, B3 leaves; 512.30 USDC}. */
    private Message side(Quotes quotes, Side side) {
        var ladder = quotes.side(side);
        if (ladder.quotes().isEmpty()) {
            return Message.of("engine.preview.none", Texts.quotes(side), ladder.reason());
        }
        var rules = market.rules();
        var words = new ArrayList<String>();
        var value = BigDecimal.ZERO;
        for (var quote : ladder.quotes()) {
            words.add(quote.tag() + " " + price(quote, rules) + " " + rules.text(quote.quantity()));
            value = value.add(rules.notional(quote.price(), quote.quantity()));
        }
        return Message.of(
                "engine.preview.side", Texts.quotes(side), Message.list(words), amount(value, rules), rules.quote());
    }

    /** With the price of the order that rests there now, if another. */
    private String price(Quote quote, Market rules) {
        return resting(quote)
                        .filter(price -> !price.equals(quote.price()))
                        .map(price -> rules.text(price) + " -> ")
                        .orElse("")
                + rules.text(quote.price());
    }

    private Optional<Price> resting(Quote quote) {
        return tracker.live().stream()
                .filter(order -> order.purpose() == OrderPurpose.QUOTE
                        && order.side() == quote.side()
                        && order.layer() == quote.layer()
                        && order.stage() == OrderStage.OPEN)
                .map(ManagedOrder::price)
                .findFirst();
    }

    private BigDecimal fees(List<Quote> quotes, Parameters parameters) {
        var rules = market.rules();
        return quotes.stream()
                .map(quote -> rules.notional(quote.price(), quote.quantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(market.rates().fees(parameters).makerBp())
                .movePointLeft(4);
    }

    /** What a fill of the nearest quote earns or loses against mid, fee included. */
    private Message margin(Quotes quotes, Parameters parameters) {
        var half = quotes.spread().movePointRight(2).divide(TWO, 1, RoundingMode.HALF_UP);
        var fee = market.rates().fees(parameters).makerBp();
        var left = half.subtract(fee);
        return Message.of(
                left.signum() < 0 ? "engine.preview.loses" : "engine.preview.earns",
                plain(half),
                plain(fee),
                plain(left.abs()));
    }

    static String percent(BigDecimal spread) {
        return plain(spread.setScale(3, RoundingMode.HALF_UP));
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
