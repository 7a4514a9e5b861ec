package makerdeck;

import java.util.EnumMap;
import java.util.Map;
import makerdeck.message.MistakeException;
import makerdeck.settings.DeskSettings;
import makerdeck.settings.PresetFile;
import makerdeck.snapshot.ParameterSource;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;

/** What the desk starts with: defaults, then the preset, then flags. */
record StartParameters(Parameters parameters, Map<Parameter, ParameterSource> sources) {

    /** Throws {@link MistakeException} naming what is wrong. */
    static StartParameters of(DeskSettings settings, PresetFile presets) {
        var parameters = Parameters.defaults();
        var sources = new EnumMap<Parameter, ParameterSource>(Parameter.class);
        var preset = settings.preset();
        if (preset != null) {
            var values = presets.read(preset);
            parameters = presets.applied(preset, values, parameters);
            values.keySet().forEach(key -> sources.put(Parameter.named(key), ParameterSource.preset(preset)));
        }
        parameters = parameters.with(settings.parameters());
        settings.parameters().keySet().forEach(key -> sources.put(Parameter.named(key), ParameterSource.FLAG));
        return new StartParameters(parameters, sources);
    }
}
