package makerdeck.engine.parameters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import makerdeck.snapshot.ParameterSource;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Presets that were loaded for a while, one on top of the other, and how things were before. Immutable.
 *
 * @param names the last one is in force
 * @param presetBefore the one in force before all of them
 * @param before what has to be given back unless it is changed meanwhile
 * @param agreed what giving back led to when the operator was asked
 */
public record PresetLoan(
        List<String> names, String presetBefore, Map<Parameter, Before> before, Parameters agreed, Instant until) {

    /** A value and where it came from. */
    public record Before(String value, ParameterHistory.Origin origin) {}

    public String name() {
        return names.get(names.size() - 1);
    }

    /** Without a preset that is loaded for good, null when there is no other. */
    public @Nullable PresetLoan without(String name) {
        var left = new ArrayList<>(names);
        left.remove(name);
        return left.isEmpty() ? null : new PresetLoan(left, presetBefore, before, agreed, until);
    }

    /** What is still lent: not what was changed since by hand, or for good. */
    Map<Parameter, Before> stillLent(Map<Parameter, ParameterHistory.Origin> origins) {
        var lent = new EnumMap<Parameter, Before>(Parameter.class);
        before.forEach((parameter, value) -> {
            var origin = origins.get(parameter);
            if (origin != null
                    && names.stream()
                            .anyMatch(name -> ParameterSource.preset(name).equals(origin.source()))) {
                lent.put(parameter, value);
            }
        });
        return lent;
    }
}
