package makerdeck.engine.operator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import makerdeck.command.DeskCommand;
import makerdeck.engine.execution.Requoter;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.parameters.CommandResult;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.ParameterSource;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Changes parameters, all or none, and moves the quotes at once; the only place where either happens.
 *
 * <p>Engine thread only.
 */
public final class ParameterCommands {

    private final Clock clock;
    private final EventLog log;
    private final ParameterHistory history;
    private final Requoter requoter;
    private final ChangeEffect effect;

    public ParameterCommands(
            Clock clock, EventLog log, ParameterHistory history, Requoter requoter, ChangeEffect effect) {
        this.effect = effect;
        this.requoter = requoter;
        this.clock = clock;
        this.log = log;
        this.history = history;
    }

    CommandResult set(DeskCommand.SetParameters command, Instant askedAt) {
        return change(command.values(), ParameterSource.COMMAND, history.preset(), askedAt);
    }

    /** All or none; {@code preset} is the one that is then in force. */
    CommandResult change(Map<String, String> typed, ParameterSource source, String preset, Instant askedAt) {
        return change(
                typed, source, parameter -> new ParameterHistory.Origin(source, clock.instant()), preset, askedAt);
    }

    /** As {@link #change}, but everything is again what it was before, its origin too. */
    CommandResult restore(
            Map<String, String> values,
            Map<Parameter, ParameterHistory.Origin> origins,
            ParameterSource source,
            String preset,
            Instant askedAt) {
        return change(values, source, origins::get, preset, askedAt);
    }

    private CommandResult change(
            Map<String, String> typed,
            ParameterSource source,
            Function<Parameter, ParameterHistory.Origin> origins,
            String preset,
            Instant askedAt) {
        Parameters next;
        try {
            next = history.parameters().with(typed);
        } catch (MistakeException illegal) {
            return CommandResult.refused(Message.about(illegal));
        }
        var warned = history.parameters().warnings();
        var nothing = source == ParameterSource.COMMAND
                ? effect.nothing(history.parameters(), next)
                : Optional.<Message>empty();
        var expected = source == ParameterSource.COMMAND
                ? effect.expected(history.parameters(), next)
                : Optional.<Message>empty();
        var changes = nothing.isPresent()
                ? history.changeInPassing(next, origins)
                : history.change(next, origins, source, preset);
        tell(changes, source);
        expected.ifPresent(makes -> log.info(clock.instant(), makes));
        next.warnings().stream()
                .filter(warning -> !warned.contains(warning))
                .forEach(warning -> log.warn(clock.instant(), warning));
        return applied(changes, nothing.orElse(null), askedAt);
    }

    CommandResult undo(Instant askedAt) {
        return step(history.undo(), ParameterSource.UNDO, Message.of("engine.undo.nothing"), askedAt);
    }

    CommandResult redo(Instant askedAt) {
        return step(history.redo(), ParameterSource.REDO, Message.of("engine.redo.nothing"), askedAt);
    }

    CommandResult undoList() {
        var steps = history.steps();
        int number = 0;
        for (var step : steps) {
            number++;
            log.info(
                    clock.instant(),
                    Message.of(
                            "engine.undo.step",
                            number,
                            texts(step.changes()),
                            step.source().text(),
                            Texts.length(Duration.between(step.at(), clock.instant()))));
        }
        return CommandResult.unchanged(
                steps.isEmpty() ? Message.of("engine.undo.nothing") : Message.count("engine.undo.steps", steps.size()));
    }

    private static Message texts(List<Parameters.Change> changes) {
        return Message.list(changes.stream().map(Parameters.Change::text).toList());
    }

    private CommandResult step(
            Optional<List<Parameters.Change>> changes, ParameterSource source, Message nothing, Instant askedAt) {
        if (changes.isEmpty()) {
            return CommandResult.nothing(nothing);
        }
        tell(changes.get(), source);
        return applied(changes.get(), null, askedAt);
    }

    CommandResult get(String key) {
        var parameters = List.of(Parameter.values());
        if (!key.isEmpty()) {
            try {
                parameters = List.of(Parameter.named(key));
            } catch (MistakeException unknown) {
                return CommandResult.refused(Message.about(unknown));
            }
        }
        return CommandResult.done(
                Message.sequence(parameters.stream().map(this::line).toList()));
    }

    private Message line(Parameter parameter) {
        var origin = history.origin(parameter);
        return Message.of(
                "engine.get.line",
                parameter.key(),
                history.parameters().shown(parameter),
                parameter.range(),
                origin.source().text(),
                Texts.length(Duration.between(origin.since(), clock.instant())));
    }

    private void tell(List<Parameters.Change> changes, ParameterSource source) {
        for (var change : changes) {
            var news = new DeskNews.ParameterChanged(
                    change.parameter().key(), change.before(), change.after(), source.word());
            log.tell(clock.instant(), news, Message.of("engine.set.changed", change.text(), source.text()));
        }
    }

    /** Moves the quotes and says how many, and how long all of it took. */
    private CommandResult applied(List<Parameters.Change> changes, @Nullable Message nothing, Instant askedAt) {
        if (changes.isEmpty()) {
            return CommandResult.unchanged(Message.of("engine.set.no-differences"));
        }
        var before = requoter.wanted();
        var moves = requoter.review(true);
        boolean begins = moves.isABeginning() && !before.equals(requoter.wanted());
        var took = Math.max(0, Duration.between(askedAt, clock.instant()).toMillis());
        var applied = Message.count("engine.set.applied", moves.orders(), texts(changes), took);
        var rest = nothing == null && begins ? effect.inTheEnd() : nothing;
        return CommandResult.applied(rest == null ? applied : Message.of("engine.set.and", applied, rest));
    }
}
