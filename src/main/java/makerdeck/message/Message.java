package makerdeck.message;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said: the key of a text ({@code engine.gate.silent}) and the values for its places, in order.
 * Immutable; any thread.
 *
 * @param key of a text in the bundles
 * @param values each a {@link String}, {@link Long}, {@link BigDecimal} or {@code Message}; amounts arrive as they are
 *     to be shown
 */
public record Message(String key, List<Object> values) {

    private static final Pattern FIGURE = Pattern.compile("[-+]?[0-9]");

    public Message {
        for (var value : values) {
            if (!isPlain(value)) {
                throw new IllegalArgumentException(
                        "a message holds texts, whole numbers as long, decimals and messages, not " + value.getClass());
            }
        }
        values = List.copyOf(values);
    }

    /** Anything that is neither a number nor a message goes in as its text; null as {@code null}. */
    public static Message of(String key, @Nullable Object... values) {
        return new Message(key, Arrays.stream(values).map(Message::argument).toList());
    }

    /** What somebody else has said, word for word: the exchange, the machine, a library, a command. */
    public static Message plain(String text) {
        return new Message("message.plain", List.of(text));
    }

    /** What a failure tells the operator; its own text where it knows no better. */
    public static Message about(Throwable failure) {
        return failure instanceof Said said ? said.said() : plain(String.valueOf(failure.getMessage()));
    }

    /**
     * A text that depends on a number: that of {@code key.one} for 1, else that of {@code key.many}. The number is
     * {@code {0}}, the values follow.
     */
    public static Message count(String key, long number, @Nullable Object... values) {
        var all = new @Nullable Object[values.length + 1];
        all[0] = number;
        System.arraycopy(values, 0, all, 1, values.length);
        return of(number == 1 ? key + ".one" : key + ".many", all);
    }

    /** Items one after the other: {@code a, b, c}. */
    public static Message list(Collection<?> items) {
        return joined("message.comma", items);
    }

    /** Longer things one after the other: {@code a; b; c}. */
    public static Message sequence(Collection<?> items) {
        return joined("message.semicolon", items);
    }

    private static Message joined(String key, Collection<?> items) {
        Message all = null;
        for (var item : items) {
            var next = item instanceof Message message ? message : plain(String.valueOf(item));
            all = all == null ? next : of(key, all, next);
        }
        return all == null ? plain("") : all;
    }

    /** Whether it says the same of the same thing: keys and names are equal, figures need not be. */
    public boolean isLike(Message other) {
        if (!key.equals(other.key) || values.size() != other.values.size()) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (!isLike(values.get(i), other.values.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLike(Object mine, Object theirs) {
        if (mine instanceof Message inner && theirs instanceof Message its) {
            return inner.isLike(its);
        }
        return isFigure(mine) && isFigure(theirs) || mine.equals(theirs);
    }

    private static boolean isFigure(Object value) {
        return value instanceof Number
                || value instanceof String text && FIGURE.matcher(text).lookingAt();
    }

    private static Object argument(@Nullable Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Optional) {
            throw new IllegalArgumentException("what may be empty is no value of a message: " + value);
        }
        return value != null && isPlain(value) ? value : String.valueOf(value);
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
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
