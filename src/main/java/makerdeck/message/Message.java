package makerdeck.message;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said: the key of a text ({@code engine.gate.silent}) and the values for its places, in order.
 * Immutable; any thread.
 *
 * @param key of a text in the bundles
 * @param values each a {@link String}, {@link Integer}, {@link Long}, {@link BigDecimal} or {@code Message}; amounts
 *     arrive as they are to be shown
 */
public record Message(String key, List<Object> values) {

    public Message {
        for (var value : values) {
            if (!isPlain(value)) {
                throw new IllegalArgumentException(
                        "a message holds texts, numbers and messages, not " + value.getClass());
            }
        }
        values = List.copyOf(values);
    }

    /** Anything that is neither a number nor a message goes in as its text; null as {@code null}. */
    public static Message of(String key, @Nullable Object... values) {
        return new Message(key, Arrays.stream(values).map(Message::plain).toList());
    }

    private static Object plain(@Nullable Object value) {
        return value != null && isPlain(value) ? value : String.valueOf(value);
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || value instanceof Integer
                || value instanceof Long
                || value instanceof BigDecimal
                || value instanceof Message;
    }

    /** For logs of last resort and for tests: key and values, no sentence. */
    @Override
    public String toString() {
        return values.isEmpty() ? key : key + values;
    }
}
