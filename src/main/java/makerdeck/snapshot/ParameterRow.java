package makerdeck.snapshot;

import java.time.Instant;
import makerdeck.words.Words;

/**
 * One parameter as it stands.
 *
 * @param value as an operator would type it
 * @param source for programs: {@code default}, {@code flag}, {@code preset NAME} or {@code command}
 */
public record ParameterRow(String key, String value, String unit, String source, Instant since) {

    /** Where the value comes from, for people. */
    public String origin() {
        return origin(source);
    }

    /** The words for what changes parameters: a source, or {@code undo}, {@code redo}, {@code preset-over NAME}. */
    public static String origin(String source) {
        int space = source.indexOf(' ');
        return space < 0
                ? Words.say("snapshot.source." + source)
                : Words.say("snapshot.source." + source.substring(0, space), source.substring(space + 1));
    }
}
