package makerdeck.engine.operator;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.engine.execution.WantedQuotes;
import makerdeck.engine.lifecycle.QuotePermission;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.parameters.ImaginedSteps;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.quoting.QuoteLadder;
import makerdeck.strategy.quoting.Quotes;
import org.jspecify.annotations.Nullable;

/**
 * What a change of parameters makes of the quotes at this moment, in a few words: above all why it makes nothing of
 * them. Sends nothing.
 *
 * <p>Engine thread only.
 */
public final class ChangeEffect {

    /** Decide how wide the quotes are, and nothing else. */
    private static final Set<Parameter> WIDTH =
            EnumSet.of(Parameter.SPREAD, Parameter.SPREAD_MODE, Parameter.SPREAD_MAX);

    /** Decide how many orders a side has. */
    private static final Set<Parameter> DEPTH = EnumSet.of(Parameter.LAYERS, Parameter.LAYER_GROWTH);

    /** Decide how often and how well the quotes are filled. */
    private static final Set<Parameter> MAKES_MORE_OR_LESS = EnumSet.of(
            Parameter.SPREAD,
            Parameter.SPREAD_MODE,
            Parameter.SPREAD_MAX,
            Parameter.FEE_FLOOR,
            Parameter.LAYERS,
            Parameter.LAYER_GROWTH,
            Parameter.QUANTITY);

    private final Clock clock;
    private final MarketData market;
    private final ParameterHistory history;
    private final WantedQuotes quotes;
    private final QuotePermission permission;
    private final RebalancePreview rebalances;
    private final Expectations expectations;

    public ChangeEffect(
            Clock clock,
            MarketData market,
            ParameterHistory history,
            WantedQuotes quotes,
            QuotePermission permission,
            RebalancePreview rebalances,
            Expectations expectations) {
        this.clock = clock;
        this.market = market;
        this.history = history;
        this.quotes = quotes;
        this.permission = permission;
        this.rebalances = rebalances;
        this.expectations = expectations;
    }

    /** Why a change of what only shapes the quotes leaves them as they are; empty when it does not, or nobody knows. */
    Optional<Message> nothing(Parameters now, Parameters next) {
        var changed = changed(now, next);
        boolean shapes = changed.stream().allMatch(one -> WIDTH.contains(one) || DEPTH.contains(one));
        if (changed.isEmpty() || !shapes || !isKnown()) {
            return Optional.empty();
        }
        var after = imagined(next);
        return isSame(imagined(now), after)
                ? Optional.of(Message.of("engine.effect.none", why(changed, next, after)))
                : Optional.empty();
    }

    /** One line while commands that only change parameters are being typed; null when there is nothing to say. */
    @Nullable
    Message of(List<DeskCommand> commands) {
        var steps = history.imagined();
        commands.forEach(command -> carriedOn(steps, command));
        return of(history.parameters(), steps.parameters());
    }

    /** Goes on as that command would; false when it changes no parameters, or there is no step for it. */
    boolean carriedOn(ImaginedSteps steps, DeskCommand command) {
        if (command instanceof DeskCommand.SetParameters set) {
            var next = steps.parameters().with(set.values());
            steps.change(next, nothing(steps.parameters(), next).isPresent());
            return true;
        }
        if (command instanceof DeskCommand.LoadPreset load) {
            steps.change(steps.parameters().with(load.values()), false);
            return true;
        }
        return command instanceof DeskCommand.Undo && steps.undo()
                || command instanceof DeskCommand.Redo && steps.redo();
    }

    private @Nullable Message of(Parameters now, Parameters next) {
        var none = nothing(now, next);
        if (none.isPresent() || now.equals(next) || !isKnown()) {
            return none.orElse(null);
        }
        var parts = new ArrayList<Message>();
        var after = imagined(next);
        if (changed(now, next).contains(Parameter.SPREAD) && !after.reason().isTheSpread()) {
            parts.add(Message.of("engine.effect.only-to", decides(after)));
        }
        if (changed(now, next).stream().anyMatch(DEPTH::contains)) {
            depth(next, after).ifPresent(parts::add);
        }
        rebalances.traded(parts, now, next);
        orders(imagined(now), after).ifPresent(parts::add);
        expected(now, next).ifPresent(parts::add);
        return parts.isEmpty() ? null : Message.list(parts);
    }

    /** What the quotes may be expected to make after a change of how wide, deep or large they are. */
    Optional<Message> expected(Parameters now, Parameters next) {
        return isKnown() && changed(now, next).stream().anyMatch(MAKES_MORE_OR_LESS::contains)
                ? expectations.of(imagined(next), next)
                : Optional.empty();
    }

    private boolean isKnown() {
        return market.isKnown() && market.mid().isPresent();
    }

    private Quotes imagined(Parameters parameters) {
        return quotes.imagined(parameters, true, clock.instant());
    }

    private static Set<Parameter> changed(Parameters now, Parameters next) {
        return now.changesTo(next).stream().map(Parameters.Change::parameter).collect(Collectors.toSet());
    }

    private static boolean isSame(Quotes before, Quotes after) {
        return isSame(before.bids(), after.bids()) && isSame(before.asks(), after.asks());
    }

    /** How its price came about may be another way. */
    private static boolean isSame(QuoteLadder before, QuoteLadder after) {
        return before.quotes().equals(after.quotes())
                && before.limit().equals(after.limit())
                && before.slack() == after.slack()
                && Objects.equals(before.reason(), after.reason());
    }

    private static Message why(Set<Parameter> changed, Parameters next, Quotes after) {
        if (changed.stream().anyMatch(WIDTH::contains)) {
            var empty = after.bids().reason();
            return empty != null && after.asks().reason() != null ? empty : decides(after);
        }
        return depth(next, after).orElseGet(() -> Message.of("engine.effect.no-order"));
    }

    /** {@code fee floor 0.18 %}. */
    private static Message decides(Quotes quotes) {
        var width = CommandPreview.percent(quotes.spread());
        var decided = Message.of("engine.effect." + quotes.reason().word(), width);
        return quotes.guards() == null ? decided : Message.of("engine.effect.widened", decided, quotes.guards());
    }

    /** Where layers are left out, and why. */
    private static Optional<Message> depth(Parameters next, Quotes after) {
        for (var side : Side.values()) {
            var ladder = after.side(side);
            int quoted = ladder.quotes().size();
            if (quoted < next.layers()) {
                var why = ladder.omitted() != null ? ladder.omitted() : ladder.reason();
                return Optional.of(Message.of(
                        "engine.effect.layers",
                        Texts.quotes(side),
                        quoted,
                        next.layers(),
                        why == null ? Message.of("engine.effect.no-room") : why));
            }
        }
        return Optional.empty();
    }

    /** What rests once all of it is done, which the first orders sent are only a part of. */
    Message inTheEnd() {
        var after = imagined(history.parameters());
        var rules = market.rules();
        return Message.of(
                "engine.set.in-the-end",
                after.bids().quotes().size(),
                CommandPreview.amount(worth(after.bids()), rules),
                after.asks().quotes().size(),
                CommandPreview.amount(worth(after.asks()), rules),
                rules.quote());
    }

    private BigDecimal worth(QuoteLadder ladder) {
        return ladder.quotes().stream()
                .map(quote -> market.rules().notional(quote.price(), quote.quantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How many orders are other ones, or why none is out. */
    private Optional<Message> orders(Quotes before, Quotes after) {
        var blocked = List.of(permission.reason(Side.BID), permission.reason(Side.ASK));
        if (blocked.stream().allMatch(Optional::isPresent)) {
            return Optional.of(
                    Message.of("engine.effect.not-quoting", blocked.get(0).orElseThrow()));
        }
        int other = 0;
        for (var side : Side.values()) {
            var now = before.side(side).quotes();
            var then = after.side(side).quotes();
            other += Math.max(
                    (int) now.stream().filter(quote -> !then.contains(quote)).count(),
                    (int) then.stream().filter(quote -> !now.contains(quote)).count());
        }
        return other == 0 ? Optional.empty() : Optional.of(Message.count("engine.effect.orders", other));
    }
}
