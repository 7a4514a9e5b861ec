package makerdeck.snapshot;

import java.time.Instant;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * One parameter as it stands.
 *
 * @param value as an operator would type it
 * @param limit whether it bounds what the desk may send, hold or lose
 * @param initial what it is when nobody has set it, spelled as {@code value} is
 */
public record ParameterRow(
        String key,
        String value,
        @Nullable Message unit,
        ParameterSource source,
        Instant since,
        boolean limit,
        String initial) {

    /** Whether it is not what it would be if nobody had set it. */
    public boolean isChanged() {
        return !value.equals(initial);
    }
}
