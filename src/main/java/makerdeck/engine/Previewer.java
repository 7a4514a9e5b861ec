package makerdeck.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import makerdeck.strategy.Parameters;
import makerdeck.strategy.Quote;
import makerdeck.strategy.Quotes;
import makerdeck.strategy.Rebalancer;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Says what commands would do, without doing any of it: what changes, which orders at which prices, and what that may
 * cost.
 *
 * <p>Engine thread only.
 */
final class Previewer {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** The question stands for 15 s, the answer travels a moment. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(17);

    private final Parts parts;
    private final Core core;

    // Engine thread only.
    private Rebalancer.@Nullable Plan shown;
    private Instant shownAt = Instant.MIN;

    Previewer(Parts parts) {
        this.parts = parts;
        core = parts.core();
    }

    /** One line each; commands that only lower risk have none. Never empty. */
    List<String> rows(List<DeskCommand> commands) {
        var rows = new ArrayList<String>();
        var parameters = core.tuning().parameters();
        int undos = 0;
        for (var command : commands) {
            if (command instanceof DeskCommand.SetParameters set) {
                parameters = changed(rows, parameters, parameters.with(set.values()));
            } else if (command instanceof DeskCommand.LoadPreset load) {
                var before = parameters;
                parameters = changed(rows, before, before.with(load.values()));
                givenBack(rows, load, before, parameters);
            } else if (command instanceof DeskCommand.Undo || command instanceof DeskCommand.Redo) {
                undos += command instanceof DeskCommand.Undo ? 1 : -1;
                parameters = stepped(rows, parameters, undos);
            } else if (command instanceof DeskCommand.Resume resume) {
                resumed(rows, parameters, resume.side());
            } else if (command instanceof DeskCommand.Rebalance rebalance
                    && rebalance.mode() == DeskCommand.Rebalance.Mode.NOW) {
                rebalanced(rows);
            } else if (command instanceof DeskCommand.Quit quit && quit.keep()) {
                left(rows);
            }
        }
        return rows.isEmpty() ? List.of(Words.say("engine.preview.nothing")) : rows;
    }

    /** So many undos from what is in force, or redos if negative. */
    private Parameters stepped(List<String> rows, Parameters now, int undos) {
        return core.tuning()
                .reachable(undos)
                .map(next -> changed(rows, now, next))
                .orElse(now);
    }

    /** The trade to the target that the operator has just been shown, if any. */
    Optional<Rebalancer.Plan> shown(Instant now) {
        return Optional.ofNullable(shown).filter(plan -> !now.isAfter(shownAt.plus(ANSWERED_WITHIN)));
    }

    private Parameters changed(List<String> rows, Parameters now, Parameters next) {
        var changes = now.changesTo(next);
        rows.add(
                changes.isEmpty()
                        ? Words.say("engine.set.no-differences")
                        : Texts.list(
                                changes.stream().map(Parameters.Change::text).toList()));
        if (!isKnown(rows)) {
            return next;
        }
        var before = parts.quoting().imagined(now, true);
        var after = parts.quoting().imagined(next, true);
        if (before.spread().compareTo(after.spread()) != 0) {
            rows.add(
                    Words.say("engine.preview.spread", percent(before.spread()), percent(after.spread()), after.why()));
        }
        rows.add(margin(after, next));
        limits(rows, now, next);
        traded(rows, now, next);
        for (var side : Side.values()) {
            var paused = parts.status().reason(side);
            rows.add(
                    paused.isEmpty()
                            ? side(after, side)
                            : Words.say("engine.preview.none-now", Texts.quotes(side), paused));
        }
        return next;
    }

    /** What comes when the time of a preset is over. */
    private void givenBack(List<String> rows, DeskCommand.LoadPreset load, Parameters before, Parameters lent) {
        var length = load.length();
        if (length == null) {
            return;
        }
        var back = core.tuning().givenBack(load.values().keySet(), before, lent);
        var changes = lent.changesTo(back);
        rows.add(Words.say(
                "engine.preview.given-back",
                Texts.length(length),
                changes.isEmpty()
                        ? Words.say("engine.set.no-differences")
                        : Texts.list(
                                changes.stream().map(Parameters.Change::text).toList())));
        limits(rows, lent, back);
        traded(rows, lent, back);
    }

    /** Where the sides stop for inventory, if that changes. */
    private static void limits(List<String> rows, Parameters now, Parameters next) {
        var before = limits(now);
        var after = limits(next);
        if (!before.equals(after)) {
            rows.add(Words.say("engine.preview.limits", before, after));
        }
    }

    private static String limits(Parameters parameters) {
        var low = parameters.hardLow().max(BigDecimal.ZERO);
        var high = parameters.hardHigh().min(HUNDRED);
        return low.signum() == 0 && high.compareTo(HUNDRED) == 0
                ? Words.say("engine.preview.no-limits")
                : plain(low) + ".." + plain(high);
    }

    /** The trade to the target that comes of it by itself. */
    private void traded(List<String> rows, Parameters now, Parameters next) {
        if (next.rebalance() && !next.rebalancesAs(now)) {
            trades(rows, next);
        }
    }

    private void trades(List<String> rows, Parameters next) {
        if (!parts.rebalance().trigger().isTriggered(next)) {
            rows.add(Words.say(
                    "engine.preview.trades-beyond",
                    plain(next.target().subtract(next.threshold()).max(BigDecimal.ZERO)),
                    plain(next.target().add(next.threshold()).min(HUNDRED))));
            return;
        }
        // No budget: it follows the market of the moment in which it starts.
        parts.rebalance()
                .plan(next)
                .ifPresent(plan -> rows.add(Words.say(
                        "engine.preview.trades", plan.text(core.facts().market()))));
    }

    private void resumed(List<String> rows, Parameters parameters, @Nullable Side only) {
        if (!isKnown(rows)) {
            return;
        }
        var quotes = parts.quoting().imagined(parameters, false);
        var fees = BigDecimal.ZERO;
        for (var side : Side.values()) {
            if (only == null || only == side) {
                rows.add(side(quotes, side));
                fees = fees.add(fees(quotes.side(side).quotes(), parameters));
            }
        }
        if (parameters.rebalance()) {
            trades(rows, parameters);
        }
        var gate = parts.gates().reason(core.now());
        if (!gate.isEmpty()) {
            rows.add(Words.say("engine.preview.waits", gate));
        }
        rows.add(Words.say(
                "engine.preview.fees",
                amount(fees, core.facts().market()),
                core.facts().market().quote(),
                margin(quotes, parameters)));
    }

    private void rebalanced(List<String> rows) {
        if (!isKnown(rows)) {
            return;
        }
        var plan = parts.rebalance().plan();
        if (plan.isEmpty()) {
            rows.add(Words.say("engine.preview.nothing-to-rebalance"));
            return;
        }
        var market = core.facts().market();
        shown = plan.get();
        shownAt = core.now();
        rows.add(plan.get().text(market));
        rows.add(budget(plan.get(), market));
        int quotes = core.tracker().live().size();
        rows.add(Words.count("engine.preview.leave", quotes));
        var obstacle = parts.status().obstacle();
        if (!obstacle.isEmpty()) {
            rows.add(Words.say("engine.preview.refused", obstacle));
        }
    }

    private static String amount(BigDecimal value, Market market) {
        return Texts.rounded(value, market.decimals(value, 2));
    }

    static String budget(Rebalancer.Plan plan, Market market) {
        var budget = plan.budget();
        return Words.say(
                "engine.preview.budget",
                amount(market.notional(plan.price(), plan.quantity()), market),
                market.quote(),
                market.text(budget.limit()),
                amount(budget.value(), market),
                amount(budget.cost(), market));
    }

    private void left(List<String> rows) {
        var market = core.facts().knownMarket();
        if (market.isEmpty()) {
            return;
        }
        for (var order : core.tracker().live()) {
            rows.add(Words.say("engine.preview.stays", order.tag(), Texts.order(order, market.get())));
        }
        rows.add(Words.say("engine.preview.nobody"));
    }

    private boolean isKnown(List<String> rows) {
        boolean known = core.facts().hasMarket() && core.facts().mid().isPresent();
        if (!known) {
            rows.add(Words.say("engine.preview.unknown"));
        }
        return known;
    }

    /** {@code bids: B1 149.98 -> 150.00 2.10, B2 149.90 1.50 new, B3 leaves; 512.30 USDC}. */
    private String side(Quotes quotes, Side side) {
        var ladder = quotes.side(side);
        if (ladder.quotes().isEmpty()) {
            return Words.say("engine.preview.none", Texts.quotes(side), ladder.reason());
        }
        var market = core.facts().market();
        var words = new ArrayList<String>();
        var value = BigDecimal.ZERO;
        for (var quote : ladder.quotes()) {
            words.add(quote.tag() + " " + price(quote, market) + " " + market.text(quote.quantity()));
            value = value.add(market.notional(quote.price(), quote.quantity()));
        }
        return Words.say(
                "engine.preview.side", Texts.quotes(side), Texts.list(words), amount(value, market), market.quote());
    }

    /** With the price of the order that rests there now, if another. */
    private String price(Quote quote, Market market) {
        return resting(quote)
                        .filter(price -> !price.equals(quote.price()))
                        .map(price -> market.text(price) + " -> ")
                        .orElse("")
                + market.text(quote.price());
    }

    private Optional<Price> resting(Quote quote) {
        return core.tracker().live().stream()
                .filter(order -> order.role == Role.QUOTE
                        && order.side() == quote.side()
                        && order.layer == quote.layer()
                        && order.state == OrderState.OPEN)
                .map(OwnOrder::price)
                .findFirst();
    }

    private BigDecimal fees(List<Quote> quotes, Parameters parameters) {
        var market = core.facts().market();
        return quotes.stream()
                .map(quote -> market.notional(quote.price(), quote.quantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(core.facts().rates().fees(parameters).makerBp())
                .movePointLeft(4);
    }

    /** What a fill of the nearest quote earns or loses against mid, fee included. */
    private String margin(Quotes quotes, Parameters parameters) {
        var half = quotes.spread().movePointRight(2).divide(TWO, 1, RoundingMode.HALF_UP);
        var fee = core.facts().rates().fees(parameters).makerBp();
        var left = half.subtract(fee);
        return Words.say(
                left.signum() < 0 ? "engine.preview.loses" : "engine.preview.earns",
                plain(half),
                plain(fee),
                plain(left.abs()));
    }

    private static String percent(BigDecimal spread) {
        return plain(spread.setScale(3, RoundingMode.HALF_UP));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
