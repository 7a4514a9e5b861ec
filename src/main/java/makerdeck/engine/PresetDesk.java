package makerdeck.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import makerdeck.command.DeskCommand;
import makerdeck.snapshot.Happening.Kind;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.Parameter;
import makerdeck.strategy.Parameters;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Loads, compares and saves presets. Files are not its business: it is handed what was read, and tells
 * what is to be written.
 *
 * <p>Engine thread only.
 */
final class PresetDesk {

    /**
     * Presets that were loaded for a while, one on top of the other, and how things were before.
     *
     * @param names the last one is in force
     */
    private record Loan(List<String> names, String presetBefore, Map<Parameter, Before> before, Instant until) {

        private String name() {
            return names.get(names.size() - 1);
        }
    }

    private record Before(String value, Tuning.Origin origin) {}

    private final Core core;
    private final ParameterDesk parameters;
    private final PresetPilot pilot;
    private @Nullable Loan loan;

    PresetDesk(Parts parts, ParameterDesk parameters) {
        core = parts.core();
        this.parameters = parameters;
        pilot = new PresetPilot(parts, parameters);
    }

    /** A preset loaded for good by hand ends {@code preset.auto}: the operator has chosen. */
    Answer load(DeskCommand.LoadPreset command, Instant askedAt) {
        var now = core.tuning().parameters();
        var lent = loanAfter(command);
        var values = new LinkedHashMap<>(command.values());
        if (command.length() == null && now.presetAuto()) {
            values.put(Parameter.PRESET_AUTO.key(), "off");
        }
        var answer = parameters.change(values, source(command.name()), command.name(), askedAt);
        if (!answer.ok()) {
            return answer;
        }
        loan = lent;
        var length = command.length();
        return length == null
                ? answer
                : Answer.applied(Words.say("engine.preset.for", answer.text(), Texts.length(length)));
    }

    /** What will have to be given back: never a value that was itself only lent. */
    private @Nullable Loan loanAfter(DeskCommand.LoadPreset command) {
        var running = loan;
        var length = command.length();
        if (length == null) {
            return running == null ? null : without(running, command.name());
        }
        var before = new EnumMap<Parameter, Before>(Parameter.class);
        for (var key : command.values().keySet()) {
            var parameter = Parameter.named(key);
            var value = core.tuning().parameters().text(parameter);
            before.put(parameter, new Before(value, core.tuning().origin(parameter)));
        }
        var names = new ArrayList<String>();
        if (running != null) {
            before.putAll(stillLent(running));
            names.addAll(running.names());
        }
        names.remove(command.name());
        names.add(command.name());
        var preset = running == null ? core.tuning().preset() : running.presetBefore();
        return new Loan(names, preset, before, core.now().plus(length));
    }

    /** Loaded for good, a preset is not lent any more; others are. */
    private static @Nullable Loan without(Loan running, String name) {
        var names = new ArrayList<>(running.names());
        names.remove(name);
        return names.isEmpty() ? null : new Loan(names, running.presetBefore(), running.before(), running.until());
    }

    /** What was changed since by hand, or for good, is not lent any more. */
    private Map<Parameter, Before> stillLent(Loan running) {
        var lent = new EnumMap<Parameter, Before>(Parameter.class);
        running.before().forEach((parameter, before) -> {
            var source = core.tuning().origin(parameter).source();
            if (running.names().stream().anyMatch(name -> source.equals(source(name)))) {
                lent.put(parameter, before);
            }
        });
        return lent;
    }

    private static String source(String preset) {
        return "preset " + preset;
    }

    /** Takes a preset back whose time is over; follows the regime where that is wanted. */
    void tick(Instant now) {
        var over = loan;
        if (over != null && !now.isBefore(over.until())) {
            loan = null;
            giveBack(over, now);
        }
        pilot.tick(now, loan == null);
    }

    private void giveBack(Loan over, Instant now) {
        var values = new LinkedHashMap<String, String>();
        var origins = new EnumMap<Parameter, Tuning.Origin>(Parameter.class);
        stillLent(over).forEach((parameter, before) -> {
            values.put(parameter.key(), before.value());
            origins.put(parameter, before.origin());
        });
        var preset = over.names().contains(core.tuning().preset())
                ? over.presetBefore()
                : core.tuning().preset();
        var answer = parameters.restore(values, origins, "preset-over " + over.name(), preset, now);
        var line = Words.say("engine.preset.over", over.name(), answer.text());
        if (answer.ok()) {
            core.diary().info(now, line);
        } else {
            core.diary().alert(now, Severity.WARN, line);
        }
    }

    /** The file that the pilot asked for. */
    void read(Input.PresetRead input) {
        if (loan == null) {
            pilot.read(input);
        }
    }

    Answer diff(DeskCommand.DiffPreset command) {
        var now = core.tuning().parameters();
        Parameters next;
        try {
            next = now.with(command.values());
        } catch (IllegalArgumentException illegal) {
            return Answer.refused(String.valueOf(illegal.getMessage()));
        }
        var changes = now.changesTo(next);
        changes.forEach(change -> core.diary().info(core.now(), change.text()));
        return Answer.done(
                changes.isEmpty()
                        ? Words.say("engine.set.no-differences")
                        : Words.count("engine.preset.differences", changes.size()));
    }

    Answer save(DeskCommand.SavePreset command) {
        var changes = Parameters.defaults().changesTo(core.tuning().parameters()).stream()
                .filter(change -> change.parameter().isForPresets())
                .toList();
        if (changes.isEmpty()) {
            return Answer.refused(Words.say("engine.preset.nothing-to-save"));
        }
        var fields = new LinkedHashMap<>(
                Fields.of("do", "save", "name", command.name(), "replace", Boolean.toString(command.replace())));
        changes.forEach(change -> fields.put(change.parameter().key(), change.after()));
        var text = Texts.list(changes.stream()
                .map(change -> change.parameter().key() + " " + change.after())
                .toList());
        core.diary().tell(core.now(), Kind.PRESET, Words.say("engine.preset.writing", command.name(), text), fields);
        return Answer.done(Words.count("engine.preset.saves", changes.size()));
    }
}
