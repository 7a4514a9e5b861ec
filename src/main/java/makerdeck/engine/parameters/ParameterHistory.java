package makerdeck.engine.parameters;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import makerdeck.snapshot.ParameterRow;
import makerdeck.snapshot.ParameterSource;
import makerdeck.snapshot.UndoState;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import org.jspecify.annotations.Nullable;

/** The parameters in force, where each came from, and the way back. Engine thread only. */
public final class ParameterHistory {

    private static final int STEPS_BACK = 100;

    /** Where a value came from and when. */
    public record Origin(ParameterSource source, Instant since) {}

    /** Everything as it was before or after a change, and what made the change that led there. */
    private record Version(Parameters parameters, Map<Parameter, Origin> origins, String preset, Origin made) {}

    /** A change that can be taken back. */
    public record Step(List<Parameters.Change> changes, ParameterSource source, Instant at) {}

    private final Clock clock;

    private final Deque<Version> past = new ArrayDeque<>();
    private final Deque<Version> future = new ArrayDeque<>();
    private Version current;
    private int generation;
    private List<ParameterRow> rows;
    private UndoState undoState = UndoState.NONE;
    private @Nullable PresetLoan loan;

    public ParameterHistory(Parameters parameters, Map<Parameter, ParameterSource> sources, Clock clock) {
        this.clock = clock;
        var now = clock.instant();
        var origins = new EnumMap<Parameter, Origin>(Parameter.class);
        for (var parameter : Parameter.values()) {
            origins.put(parameter, new Origin(sources.getOrDefault(parameter, ParameterSource.DEFAULT), now));
        }
        current = new Version(parameters, origins, preset(sources), new Origin(ParameterSource.START, now));
        rows = rows(current);
    }

    /** The preset that some values come from at the start. */
    private static String preset(Map<Parameter, ParameterSource> sources) {
        return sources.values().stream()
                .map(ParameterSource::preset)
                .filter(preset -> !preset.isEmpty())
                .findFirst()
                .orElse("");
    }

    public Parameters parameters() {
        return current.parameters();
    }

    /** Goes up with every change: quotes of an older generation leave before newer ones come. */
    public int generation() {
        return generation;
    }

    /** The last preset loaded, empty when none. */
    public String preset() {
        return current.preset();
    }

    public Origin origin(Parameter parameter) {
        var origin = current.origins().get(parameter);
        if (origin == null) {
            throw new IllegalStateException("no origin for " + parameter);
        }
        return origin;
    }

    public List<ParameterRow> rows() {
        return rows;
    }

    /**
     * Goes over to other parameters and tells what changed; nothing when they are the same.
     *
     * @param from where each changed value comes from
     * @param source what makes the change
     */
    public List<Parameters.Change> change(
            Parameters next, Function<Parameter, Origin> from, ParameterSource source, String preset) {
        var changes = parameters().changesTo(next);
        if (changes.isEmpty() && preset.equals(current.preset())) {
            return changes;
        }
        if (changes.isEmpty()) {
            // Another name for the same values is nothing to take back.
            adopt(new Version(next, current.origins(), preset, current.made()));
            return changes;
        }
        past.push(current);
        if (past.size() > STEPS_BACK) {
            past.removeLast();
        }
        future.clear();
        adopt(new Version(next, origins(changes, from), preset, new Origin(source, clock.instant())));
        return changes;
    }

    /**
     * As {@link #change}, of what makes no difference now: it is taken back with the change before it, and costs a step
     * only where there is none.
     */
    public List<Parameters.Change> changeInPassing(Parameters next, Function<Parameter, Origin> from) {
        if (past.isEmpty() || !future.isEmpty()) {
            return change(next, from, ParameterSource.COMMAND, preset());
        }
        var changes = parameters().changesTo(next);
        adopt(new Version(next, origins(changes, from), preset(), current.made()));
        return changes;
    }

    private Map<Parameter, Origin> origins(List<Parameters.Change> changes, Function<Parameter, Origin> from) {
        var origins = new EnumMap<Parameter, Origin>(current.origins());
        changes.forEach(change -> origins.put(change.parameter(), from.apply(change.parameter())));
        return origins;
    }

    /** What can be taken back, the last change first. */
    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        var after = current;
        for (var before : past) {
            var made = after.made();
            steps.add(new Step(before.parameters().changesTo(after.parameters()), made.source(), made.since()));
            after = before;
        }
        return List.copyOf(steps);
    }

    /** What undo, redo and the end of a loan would set. Made anew only with a change. */
    public UndoState undoState() {
        return undoState;
    }

    /** What is in force for a while only, null when nothing is. */
    public @Nullable PresetLoan loan() {
        return loan;
    }

    public void lend(@Nullable PresetLoan loan) {
        this.loan = loan;
        undoState = undoStateNow();
    }

    /** What would have to be given back now, with where it came from. */
    public Map<Parameter, PresetLoan.Before> lent() {
        return loan == null ? Map.of() : loan.stillLent(current.origins());
    }

    /**
     * What the end of a preset's time leads to: what was in force before it, but never a value that was itself only
     * lent.
     *
     * @param keys what the preset names
     * @param lent what it makes of {@code before}
     */
    public Parameters givenBack(Set<String> keys, Parameters before, Parameters lent) {
        var values = new LinkedHashMap<String, String>();
        keys.stream().map(Parameter::named).forEach(parameter -> values.put(parameter.key(), before.text(parameter)));
        values.putAll(undoStateNow().lent());
        return lent.with(values);
    }

    private UndoState undoStateNow() {
        var lent = new LinkedHashMap<String, String>();
        lent().forEach((parameter, before) -> lent.put(parameter.key(), before.value()));
        return new UndoState(values(past), values(future), lent);
    }

    /** What so many undos lead to, or redos if negative; empty when there are not so many. */
    public Optional<Parameters> reachable(int undos) {
        return undos == 0
                ? Optional.of(parameters())
                : (undos > 0 ? past : future)
                        .stream()
                                .skip(Math.abs(undos) - 1L)
                                .map(Version::parameters)
                                .findFirst();
    }

    /** Steps from here on that are only imagined. */
    public ImaginedSteps imagined() {
        return new ImaginedSteps(parameters(), parameters(past), parameters(future));
    }

    private static Deque<Parameters> parameters(Deque<Version> versions) {
        return versions.stream().map(Version::parameters).collect(Collectors.toCollection(ArrayDeque::new));
    }

    private Map<String, String> values(Deque<Version> next) {
        var values = new LinkedHashMap<String, String>();
        if (!next.isEmpty()) {
            parameters()
                    .changesTo(next.element().parameters())
                    .forEach(change -> values.put(change.parameter().key(), change.after()));
        }
        return values;
    }

    /** Takes back the last change; empty when there is none. */
    public Optional<List<Parameters.Change>> undo() {
        return swap(past, future);
    }

    /** Makes an undone change again; empty when there is none. */
    public Optional<List<Parameters.Change>> redo() {
        return swap(future, past);
    }

    private Optional<List<Parameters.Change>> swap(Deque<Version> from, Deque<Version> to) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        var before = current;
        to.push(before);
        adopt(from.pop());
        return Optional.of(before.parameters().changesTo(current.parameters()));
    }

    private void adopt(Version version) {
        current = version;
        generation++;
        rows = rows(version);
        undoState = undoStateNow();
    }

    private static List<ParameterRow> rows(Version version) {
        var rows = new ArrayList<ParameterRow>();
        var defaults = Parameters.defaults();
        version.origins()
                .forEach((parameter, origin) -> rows.add(new ParameterRow(
                        parameter.key(),
                        version.parameters().text(parameter),
                        version.parameters().unit(parameter).orElse(null),
                        origin.source(),
                        origin.since(),
                        parameter.isLimit(),
                        defaults.text(parameter))));
        return List.copyOf(rows);
    }
}
