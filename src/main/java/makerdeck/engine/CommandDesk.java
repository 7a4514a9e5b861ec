package makerdeck.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.snapshot.Happening.Kind;
import makerdeck.snapshot.Preview;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what the operator asks, and answers each command with exactly one line.
 *
 * <p>Engine thread only.
 */
final class CommandDesk implements DeskCommand.Listener {

    private final Parts parts;
    private final Core core;
    private final ParameterDesk parameters;
    private final PresetDesk presets;
    private final Shows shows;
    private final Halting halting;
    private final Rehearsal rehearsal;

    private final Previewer previewer;
    private final RebalanceDesk rebalances;

    private Preview preview = Preview.NONE;
    private Instant askedAt = Instant.MIN;
    private Answer answer = Answer.done("");

    CommandDesk(Parts parts, ParameterDesk parameters, PresetDesk presets, Halting halting, Rehearsal rehearsal) {
        this.parts = parts;
        this.core = parts.core();
        this.parameters = parameters;
        this.presets = presets;
        this.halting = halting;
        this.rehearsal = rehearsal;
        shows = new Shows(parts);
        previewer = new Previewer(parts);
        rebalances = new RebalanceDesk(parts, previewer);
    }

    /** What the last preview asked for said. */
    Preview preview() {
        return preview;
    }

    void obey(Input.FromOperator input) {
        askedAt = input.at();
        answer = Answer.done("");
        try {
            if (core.ids().isWatching() && concernsOrders(input.command())) {
                answer = Answer.refused(DeskStatus.watching());
            } else {
                input.command().deliverTo(this);
            }
        } finally {
            if (!(input.command() instanceof DeskCommand.Preview)) {
                tell(input);
            }
        }
    }

    /** One line: what was asked, what it came to, and how long that took, unless the answer says so. */
    private void tell(Input.FromOperator input) {
        var result = answer.text();
        var took = Long.toString(
                Math.max(0, Duration.between(input.at(), core.now()).toMillis()));
        core.diary()
                .tell(
                        core.now(),
                        Kind.COMMAND,
                        text(input.line(), took),
                        Fields.of(
                                "line",
                                input.line(),
                                "result",
                                result,
                                "ok",
                                Boolean.toString(answer.ok()),
                                "ms",
                                took));
    }

    private String text(String line, String took) {
        if (answer.text().isEmpty()) {
            return Words.say("engine.command.took", line, took);
        }
        return Words.say(
                answer.saysHowLong() ? "engine.command.answered" : "engine.command.answered-in",
                line,
                answer.text(),
                took);
    }

    private static boolean concernsOrders(DeskCommand command) {
        return command instanceof DeskCommand.Pause
                || command instanceof DeskCommand.Resume
                || command instanceof DeskCommand.Halt
                || command instanceof DeskCommand.Cancel
                || command instanceof DeskCommand.Rebalance rebalance
                        && rebalance.mode() != DeskCommand.Rebalance.Mode.DRY;
    }

    @Override
    public void on(DeskCommand.SetParameters command) {
        answer = parameters.set(command, askedAt);
    }

    @Override
    public void on(DeskCommand.GetParameter command) {
        answer = parameters.get(command.key());
    }

    @Override
    public void on(DeskCommand.LoadPreset command) {
        answer = presets.load(command, askedAt);
    }

    @Override
    public void on(DeskCommand.SavePreset command) {
        answer = presets.save(command);
    }

    @Override
    public void on(DeskCommand.DiffPreset command) {
        answer = presets.diff(command);
    }

    @Override
    public void on(DeskCommand.Undo command) {
        answer = parameters.undo(askedAt);
    }

    @Override
    public void on(DeskCommand.UndoList command) {
        answer = parameters.undoList();
    }

    @Override
    public void on(DeskCommand.Redo command) {
        answer = parameters.redo(askedAt);
    }

    @Override
    public void on(DeskCommand.Pause command) {
        var length = command.length();
        var until = length == null ? null : core.now().plus(length);
        var sides = sides(command.side());
        sides.forEach(side -> parts.guard(side).pause(until));
        int leaving = parts.quoting().review(true).cancels();
        answer = Answer.done(
                length == null
                        ? Words.count("engine.pause.done", leaving, words(sides))
                        : Words.count("engine.pause.done-for", leaving, words(sides), Texts.length(length)));
    }

    @Override
    public void on(DeskCommand.Resume command) {
        if (parts.stopper().isStopping()) {
            answer = Answer.refused(Words.say("engine.resume.stopping"));
            return;
        }
        if (parts.status().isFinished()) {
            answer = Answer.refused(Words.say("engine.resume.finished"));
            return;
        }
        if (parts.status().isHalted()) {
            halting.unhalt();
        }
        parts.restraint().defect("");
        var sides = sides(command.side());
        sides.forEach(side -> parts.guard(side).resume());
        parts.quoting().review(true);
        var waits = sides.stream()
                .map(parts.status()::reason)
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .map(reason -> Words.say("engine.resume.waits", words(sides), reason))
                .orElseGet(() -> Words.say("engine.resume.done", words(sides)));
        answer = Answer.done(waits);
    }

    @Override
    public void on(DeskCommand.Halt command) {
        int live = core.tracker().live().size();
        halting.halt(command.reason().isEmpty() ? Words.say("engine.halt.by-you") : command.reason(), false);
        answer = Answer.done(Words.count("engine.halt.done", live));
    }

    @Override
    public void on(DeskCommand.Cancel command) {
        var tag = command.tag();
        if (tag != null) {
            cancel(tag.toUpperCase(Locale.ROOT));
            return;
        }
        // Quotes cancelled by hand must not come back by themselves a second later.
        var sides = sides(command.side());
        sides.forEach(side -> parts.guard(side).pause(null));
        long leaving = core.tracker().live().stream()
                .filter(order -> sides.contains(order.side()))
                .count();
        parts.desk().cancelAll(order -> sides.contains(order.side()));
        answer = Answer.done(Words.count("engine.cancel.done", leaving, words(sides)));
    }

    private void cancel(String tag) {
        var found = core.tracker().live().stream()
                .filter(order -> order.tag().equals(tag))
                .toList();
        if (found.isEmpty()) {
            answer = Answer.refused(Words.say("engine.cancel.no-order", tag));
            return;
        }
        for (var order : found) {
            if (order.role == Role.QUOTE) {
                parts.guard(order.side()).hold(order.layer);
            }
            order.unwanted = true;
        }
        parts.desk().sweep();
        answer = Answer.done(Words.say("engine.cancel.one-leaves", tag));
    }

    @Override
    public void on(DeskCommand.Rebalance command) {
        answer = rebalances.obey(command);
    }

    @Override
    public void on(DeskCommand.Show command) {
        var lines = shows.lines(command.subject());
        lines.forEach(line -> core.diary().info(core.now(), line));
        answer = Answer.done(Words.count("engine.show.lines", lines.size()));
    }

    @Override
    public void on(DeskCommand.Acknowledge command) {
        int count = core.diary().acknowledge();
        answer = Answer.done(Words.count("engine.acknowledged", count));
    }

    @Override
    public void on(DeskCommand.Quit command) {
        parts.rebalance().stop(Words.say("engine.rebalance.desk-stops"));
        parts.stopper().begin(command.keep() || core.ids().isWatching());
        if (core.ids().isWatching()) {
            answer = Answer.done(Words.say("engine.quit.leaving"));
        } else {
            answer = Answer.done(Words.say(command.keep() ? "engine.quit.keeping" : "engine.quit.cancelling"));
        }
    }

    @Override
    public void on(DeskCommand.Rehearse command) {
        try {
            answer = Answer.done(rehearsal.act(command));
        } catch (IllegalArgumentException impossible) {
            answer = Answer.refused(String.valueOf(impossible.getMessage()));
        }
    }

    @Override
    public void on(DeskCommand.Preview command) {
        preview = new Preview(command.number(), previewer.rows(command.commands()));
    }

    private static List<Side> sides(@Nullable Side side) {
        return side == null ? List.of(Side.values()) : List.of(side);
    }

    private static String words(List<Side> sides) {
        return sides.size() == 1 ? Texts.quotes(sides.get(0)) : Words.say("engine.quotes.both");
    }
}
