package makerdeck.snapshot;

import java.time.Instant;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * One parameter as it stands.
 *
 * @param value as an operator would type it
 */
public record ParameterRow(
        String key, String value, @Nullable Message unit, ParameterSource source, Instant since) {}
