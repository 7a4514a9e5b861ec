package makerdeck.snapshot;

import java.time.Instant;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * One parameter as it stands.
 *
 * @param value as an operator would type it
 * @param source for programs: {@code default}, {@code flag}, {@code preset NAME} or {@code command}
 */
public record ParameterRow(
        String key, String value, @Nullable Message unit, String source, Instant since) {

    /** Where the value comes from, for people. */
    public Message origin() {
        return origin(source);
    }

    /** What changes parameters, for people: a source, or {@code undo}, {@code redo}, {@code preset-over NAME}. */
    public static Message origin(String source) {
        int space = source.indexOf(' ');
        return space < 0
                ? Message.of("snapshot.source." + source)
                : Message.of("snapshot.source." + source.substring(0, space), source.substring(space + 1));
    }
}
