package makerdeck.message;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said: the key of a text ({@code engine.gate.silent}) and the values for its places, in order. Whether
 * two say the same is asked of their keys ({@link #says}), never of how they read. Immutable; any thread.
 *
 * @param key of a text in the bundles
 * @param values each a {@link String}, {@link Integer}, {@link Long}, {@link BigDecimal}, {@code Message}, or a list of
 *     messages; amounts arrive as they are to be shown
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

    /**
     * That of {@code key.one} for 1, else that of {@code key.many}. The number is the first value, the others follow.
     */
    public static Message count(String key, long number, @Nullable Object... values) {
        var all = new @Nullable Object[values.length + 1];
        all[0] = number;
        System.arraycopy(values, 0, all, 1, values.length);
        return of(key + (number == 1 ? ".one" : ".many"), all);
    }

    /** Several, one after the other, parted as the text of the key does it. */
    public static Message list(String key, List<Message> parts) {
        return new Message(key, List.of(List.copyOf(parts)));
    }

    /** Whether it is this text, whatever its values. */
    public boolean says(String other) {
        return key.equals(other);
    }

    /** Whether both say the same, whatever numbers and names are in it: one key, and so for every message inside. */
    public boolean isSame(Message other) {
        return key.equals(other.key) && inner(values).equals(inner(other.values));
    }

    private static List<Object> inner(List<?> values) {
        return values.stream()
                .<Object>mapMulti((value, keys) -> {
                    if (value instanceof Message message) {
                        keys.accept(message.key);
                        keys.accept(inner(message.values));
                    } else if (value instanceof List<?> messages) {
                        keys.accept(inner(messages));
                    }
                })
                .toList();
    }

    private static Object plain(@Nullable Object value) {
        return value != null && isPlain(value) ? value : String.valueOf(value);
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || value instanceof Integer
                || value instanceof Long
                || value instanceof BigDecimal
                || value instanceof Message
                || value instanceof List<?> list && list.stream().allMatch(Message.class::isInstance);
    }

    /** For logs of last resort and for tests: key and values, no sentence. */
    @Override
    public String toString() {
        return values.isEmpty() ? key : key + values;
    }
}
