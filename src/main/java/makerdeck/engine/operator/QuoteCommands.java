package makerdeck.engine.operator;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.engine.execution.OrderGateway;
import makerdeck.engine.execution.Requoter;
import makerdeck.engine.log.Texts;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.parameters.CommandResult;
import makerdeck.engine.risk.SideStates;
import makerdeck.message.Message;

/** The operator takes quotes away. Engine thread only. */
public final class QuoteCommands {

    private final Clock clock;
    private final OrderTracker tracker;
    private final OrderGateway gateway;
    private final SideStates sideStates;
    private final Requoter requoter;

    public QuoteCommands(
            Clock clock, OrderTracker tracker, OrderGateway gateway, SideStates sideStates, Requoter requoter) {
        this.clock = clock;
        this.tracker = tracker;
        this.gateway = gateway;
        this.sideStates = sideStates;
        this.requoter = requoter;
    }

    CommandResult pause(DeskCommand.Pause command) {
        var length = command.length();
        var until = length == null ? null : clock.instant().plus(length);
        var sides = Sides.of(command.side());
        boolean isSo = length == null && arePaused(sides);
        sides.forEach(side -> sideStates.of(side).pause(until));
        int leaving = requoter.review(true).cancels();
        var said = length == null
                ? Message.count("engine.pause.done", leaving, Sides.words(sides))
                : Message.count("engine.pause.done-for", leaving, Sides.words(sides), Texts.length(length));
        return isSo && leaving == 0 ? CommandResult.unchanged(said) : CommandResult.done(said);
    }

    /** Already, and for good. */
    private boolean arePaused(List<Side> sides) {
        return sides.stream().allMatch(side -> sideStates.of(side).isPausedForGood());
    }

    CommandResult cancel(DeskCommand.Cancel command) {
        var tag = command.tag();
        if (tag != null) {
            return cancel(tag.toUpperCase(Locale.ROOT));
        }
        // Quotes cancelled by hand must not come back by themselves a second later.
        var sides = Sides.of(command.side());
        boolean isSo = arePaused(sides);
        sides.forEach(side -> sideStates.of(side).pause(null));
        long leaving = tracker.live().stream()
                .filter(order -> sides.contains(order.side()))
                .count();
        gateway.cancelAll(order -> sides.contains(order.side()));
        var said = Message.count("engine.cancel.done", leaving, Sides.words(sides));
        return isSo && leaving == 0 ? CommandResult.unchanged(said) : CommandResult.done(said);
    }

    private CommandResult cancel(String tag) {
        var found =
                tracker.live().stream().filter(order -> order.tag().equals(tag)).toList();
        if (found.isEmpty()) {
            return CommandResult.nothing(Message.of("engine.cancel.no-order", tag));
        }
        for (var order : found) {
            if (order.purpose() == OrderPurpose.QUOTE) {
                sideStates.of(order.side()).hold(order.layer());
            }
        }
        gateway.cancelAll(found::contains);
        return CommandResult.done(Message.of("engine.cancel.one-leaves", tag));
    }
}
