package makerdeck.engine;

import java.time.Clock;
import java.util.Locale;
import makerdeck.command.DeskCommand;
import makerdeck.words.Words;

/** The operator takes quotes away. Engine thread only. */
final class QuoteCommands {

    private final Clock clock;
    private final OrderTracker tracker;
    private final OrderDesk desk;
    private final SideGuards guards;
    private final QuotingDesk quoting;

    QuoteCommands(Clock clock, OrderTracker tracker, OrderDesk desk, SideGuards guards, QuotingDesk quoting) {
        this.clock = clock;
        this.tracker = tracker;
        this.desk = desk;
        this.guards = guards;
        this.quoting = quoting;
    }

    Answer pause(DeskCommand.Pause command) {
        var length = command.length();
        var until = length == null ? null : clock.instant().plus(length);
        var sides = Sides.of(command.side());
        sides.forEach(side -> guards.of(side).pause(until));
        int leaving = quoting.review(true).cancels();
        return Answer.done(
                length == null
                        ? Words.count("engine.pause.done", leaving, Sides.words(sides))
                        : Words.count("engine.pause.done-for", leaving, Sides.words(sides), Texts.length(length)));
    }

    Answer cancel(DeskCommand.Cancel command) {
        var tag = command.tag();
        if (tag != null) {
            return cancel(tag.toUpperCase(Locale.ROOT));
        }
        // Quotes cancelled by hand must not come back by themselves a second later.
        var sides = Sides.of(command.side());
        sides.forEach(side -> guards.of(side).pause(null));
        long leaving = tracker.live().stream()
                .filter(order -> sides.contains(order.side()))
                .count();
        desk.cancelAll(order -> sides.contains(order.side()));
        return Answer.done(Words.count("engine.cancel.done", leaving, Sides.words(sides)));
    }

    private Answer cancel(String tag) {
        var found =
                tracker.live().stream().filter(order -> order.tag().equals(tag)).toList();
        if (found.isEmpty()) {
            return Answer.refused(Words.say("engine.cancel.no-order", tag));
        }
        for (var order : found) {
            if (order.role() == Role.QUOTE) {
                guards.of(order.side()).hold(order.layer());
            }
        }
        desk.cancelAll(found::contains);
        return Answer.done(Words.say("engine.cancel.one-leaves", tag));
    }
}
