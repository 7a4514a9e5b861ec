package makerdeck.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import makerdeck.command.DeskCommand;
import makerdeck.snapshot.Happening.Kind;
import makerdeck.strategy.Parameter;
import makerdeck.strategy.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Changes parameters, all or none, and moves the quotes at once; the only place where either happens.
 *
 * <p>Engine thread only.
 */
final class ParameterDesk {

    /** A preset that was loaded for a while, and how things were before. */
    private record Loan(String name, Map<String, String> before, Instant until) {}

    private final Parts parts;
    private final Core core;
    private @Nullable Loan loan;

    ParameterDesk(Parts parts) {
        this.parts = parts;
        core = parts.core();
    }

    Answer set(DeskCommand.SetParameters command, Instant askedAt) {
        return change(command.values(), "command", core.tuning().preset(), askedAt);
    }

    Answer load(DeskCommand.LoadPreset command, Instant askedAt) {
        var before = core.tuning().parameters();
        var answer = change(command.values(), "preset " + command.name(), command.name(), askedAt);
        if (!answer.ok()) {
            return answer;
        }
        var length = command.length();
        if (length == null) {
            loan = null;
            return answer;
        }
        var values = new LinkedHashMap<String, String>();
        command.values().keySet().forEach(key -> values.put(key, before.text(Parameter.named(key))));
        loan = new Loan(command.name(), values, core.now().plus(length));
        return Answer.done(answer.text() + ", for " + Texts.length(length));
    }

    private Answer change(Map<String, String> typed, String source, String preset, Instant askedAt) {
        Parameters next;
        try {
            next = core.tuning().parameters().with(typed);
        } catch (IllegalArgumentException illegal) {
            return Answer.refused(String.valueOf(illegal.getMessage()));
        }
        var changes = core.tuning().change(next, source, preset, core.now());
        tell(changes, source);
        next.warnings().forEach(warning -> core.diary().warn(core.now(), warning));
        return applied(changes, askedAt);
    }

    Answer undo(Instant askedAt) {
        return step(core.tuning().undo(), "undo", askedAt);
    }

    Answer redo(Instant askedAt) {
        return step(core.tuning().redo(), "redo", askedAt);
    }

    private Answer step(Optional<List<Parameters.Change>> changes, String word, Instant askedAt) {
        if (changes.isEmpty()) {
            return Answer.refused("nothing to " + word);
        }
        tell(changes.get(), word);
        return applied(changes.get(), askedAt);
    }

    Answer get(String key) {
        var parameters = List.of(Parameter.values());
        if (!key.isEmpty()) {
            try {
                parameters = List.of(Parameter.named(key));
            } catch (IllegalArgumentException unknown) {
                return Answer.refused(String.valueOf(unknown.getMessage()));
            }
        }
        return Answer.done(parameters.stream().map(this::line).collect(Collectors.joining("; ")));
    }

    private String line(Parameter parameter) {
        var origin = core.tuning().origin(parameter);
        var unit = parameter.unit().isEmpty() ? "" : " " + parameter.unit();
        return parameter.key() + " " + core.tuning().parameters().text(parameter) + unit + " (" + parameter.range()
                + ", " + origin.source() + " " + Texts.length(Duration.between(origin.since(), core.now())) + " ago)";
    }

    private void tell(List<Parameters.Change> changes, String source) {
        for (var change : changes) {
            var fields = Fields.of(
                    "key", change.parameter().key(), "old", change.before(), "new", change.after(), "source", source);
            core.diary().tell(core.now(), Kind.PARAMETER, change.text() + " (" + source + ")", fields);
        }
    }

    /** Moves the quotes and says how many, and how long all of it took. */
    private Answer applied(List<Parameters.Change> changes, Instant askedAt) {
        if (changes.isEmpty()) {
            return Answer.done("no differences");
        }
        int moving = parts.quoting().review(true).orders();
        var took = Math.max(0, Duration.between(askedAt, core.now()).toMillis());
        return Answer.done(changes.stream().map(Parameters.Change::text).collect(Collectors.joining(", "))
                + ", applied in " + took + " ms, " + moving + (moving == 1 ? " order moves" : " orders move"));
    }

    /** Takes a preset back whose time is over. */
    void tick(Instant now) {
        var over = loan;
        if (over == null || now.isBefore(over.until())) {
            return;
        }
        loan = null;
        var answer = change(over.before(), "preset " + over.name() + " is over", "", now);
        core.diary().info(now, "preset " + over.name() + " is over: " + answer.text());
    }
}
