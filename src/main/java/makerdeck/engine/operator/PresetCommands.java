package makerdeck.engine.operator;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import makerdeck.command.DeskCommand;
import makerdeck.engine.execution.RebalanceTrigger;
import makerdeck.engine.input.Input;
import makerdeck.engine.input.PresetStore;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.parameters.CommandResult;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.engine.parameters.PresetLoan;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.snapshot.ParameterSource;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Loads, compares and saves presets. Files are not its business: it is handed what was read, and hands over what is to
 * be written.
 *
 * <p>Engine thread only.
 */
public final class PresetCommands {

    private final Clock clock;
    private final EventLog log;
    private final MarketData market;
    private final ParameterHistory history;
    private final RebalanceTrigger trigger;
    private final ParameterCommands parameters;
    private final AutoPreset autoPreset;
    private final PresetStore store;

    public PresetCommands(
            Clock clock,
            EventLog log,
            MarketData market,
            ParameterHistory history,
            RebalanceTrigger trigger,
            ParameterCommands parameters,
            AutoPreset autoPreset,
            PresetStore store) {
        this.clock = clock;
        this.log = log;
        this.market = market;
        this.history = history;
        this.parameters = parameters;
        this.trigger = trigger;
        this.autoPreset = autoPreset;
        this.store = store;
    }

    /** A preset loaded for good by hand ends {@code preset.auto}: the operator has chosen. */
    CommandResult load(DeskCommand.LoadPreset command, Instant askedAt) {
        var now = history.parameters();
        var length = command.length();
        var values = new LinkedHashMap<>(command.values());
        if (length == null && now.presetAuto()) {
            values.put(Parameter.PRESET_AUTO.key(), "off");
        }
        PresetLoan loan;
        try {
            loan = length == null
                    ? kept(command.name())
                    : lent(command, clock.instant().plus(length));
        } catch (MistakeException illegal) {
            return CommandResult.refused(Message.about(illegal));
        }
        boolean isNew =
                length != null || loan != history.loan() || !history.preset().equals(command.name());
        var result = parameters.change(values, ParameterSource.preset(command.name()), command.name(), askedAt);
        if (!result.ok()) {
            return result;
        }
        history.lend(loan);
        result = isNew && !result.isChange() ? CommandResult.done(result.said()) : result;
        return length == null
                ? result
                : CommandResult.applied(Message.of("engine.preset.for", result.text(), Texts.length(length)));
    }

    /** Loaded for good, a preset is not lent any more; others are. */
    private @Nullable PresetLoan kept(String name) {
        var running = history.loan();
        return running == null ? null : running.without(name);
    }

    /** What will have to be given back: never a value that was itself only lent. */
    private PresetLoan lent(DeskCommand.LoadPreset command, Instant until) {
        var now = history.parameters();
        var before = new EnumMap<Parameter, PresetLoan.Before>(Parameter.class);
        for (var key : command.values().keySet()) {
            var parameter = Parameter.named(key);
            before.put(parameter, new PresetLoan.Before(now.text(parameter), history.origin(parameter)));
        }
        before.putAll(history.lent());
        var running = history.loan();
        var names = new ArrayList<String>(running == null ? List.of() : running.names());
        names.remove(command.name());
        names.add(command.name());
        var agreed = history.givenBack(command.values().keySet(), now, now.with(command.values()));
        var preset = running == null ? history.preset() : running.presetBefore();
        return new PresetLoan(names, preset, before, agreed, until);
    }

    /** Takes a preset back whose time is over; follows the regime where that is wanted. */
    public void tick(Instant now) {
        var ended = history.loan();
        if (ended != null && !now.isBefore(ended.until())) {
            giveBack(ended, now);
        }
        autoPreset.tick(now, history.loan() == null);
    }

    private void giveBack(PresetLoan ended, Instant now) {
        var values = new LinkedHashMap<String, String>();
        var origins = new EnumMap<Parameter, ParameterHistory.Origin>(Parameter.class);
        history.lent().forEach((parameter, before) -> {
            values.put(parameter.key(), before.value());
            origins.put(parameter, before.origin());
        });
        var source = ParameterSource.presetOver(ended.name());
        var unasked = isUnasked(ended, values);
        if (unasked && market.mid().isEmpty()) {
            // Whether it would trade shows when there is a book again; until then nothing is quoted either.
            return;
        }
        history.lend(null);
        if (unasked) {
            values.put(Parameter.REBALANCE.key(), "off");
            origins.put(Parameter.REBALANCE, new ParameterHistory.Origin(source, now));
        }
        var preset = ended.names().contains(history.preset()) ? ended.presetBefore() : history.preset();
        var result = parameters.restore(values, origins, source, preset, now);
        var line = Message.of("engine.preset.over", ended.name(), result.text());
        if (result.ok() && !unasked) {
            log.info(now, line);
        } else {
            var told = unasked ? Message.of("engine.preset.over-disarmed", line) : line;
            log.alert(now, Severity.WARN, told, ended.name());
        }
    }

    /** Whether giving back would have the desk trade by itself otherwise than the operator was told. */
    private boolean isUnasked(PresetLoan ended, Map<String, String> values) {
        var now = history.parameters();
        Parameters back;
        try {
            back = now.with(values);
        } catch (MistakeException illegal) {
            return false;
        }
        boolean same = back.rebalancesAs(now) || back.rebalancesAs(ended.agreed());
        boolean fires = !now.rebalance() || market.mid().isEmpty() || trigger.isTriggered(back);
        return back.rebalance() && !same && fires;
    }

    /** The file that the pilot asked for. */
    public void read(Input.PresetRead input) {
        if (history.loan() == null) {
            autoPreset.read(input);
        }
    }

    CommandResult diff(DeskCommand.DiffPreset command) {
        var now = history.parameters();
        Parameters next;
        try {
            next = now.with(command.values());
        } catch (MistakeException illegal) {
            return CommandResult.refused(Message.about(illegal));
        }
        var changes = now.changesTo(next);
        changes.forEach(change -> log.info(clock.instant(), change.text()));
        return CommandResult.unchanged(
                changes.isEmpty()
                        ? Message.of("engine.set.no-differences")
                        : Message.count("engine.preset.differences", changes.size()));
    }

    CommandResult save(DeskCommand.SavePreset command) {
        var changes = Parameters.defaults().changesTo(history.parameters()).stream()
                .filter(change -> change.parameter().isForPresets())
                .toList();
        if (changes.isEmpty()) {
            return CommandResult.nothing(Message.of("engine.preset.nothing-to-save"));
        }
        var values = new LinkedHashMap<String, String>();
        changes.forEach(change -> values.put(change.parameter().key(), change.after()));
        var text = Message.list(changes.stream()
                .map(change -> change.parameter().key() + " " + change.after())
                .toList());
        log.info(clock.instant(), Message.of("engine.preset.writing", command.name(), text));
        store.write(command.name(), values, command.replace());
        return CommandResult.done(Message.count("engine.preset.saves", changes.size()));
    }
}
