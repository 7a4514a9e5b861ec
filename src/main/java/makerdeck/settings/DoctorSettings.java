package makerdeck.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the doctor is to look at. Immutable.
 *
 * @param keys null: only what everybody may see
 * @param keyFile null when the keys are from the environment
 * @param preset with {@code parameters} over it, what a desk would run with
 * @param order whether one order may be placed
 */
public record DoctorSettings(
        String symbol,
        URI rest,
        URI socket,
        @Nullable ApiKeys keys,
        @Nullable Path keyFile,
        @Nullable String preset,
        Map<String, String> parameters,
        boolean json,
        boolean order) {

    public DoctorSettings {
        parameters = Map.copyOf(parameters);
    }
}
