package makerdeck.message;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What tests ask of messages: keys and values, never a sentence. */
public final class Keys {

    private Keys() {}

    /** {@code key[value, inner[value]]}; empty where nothing is said. */
    public static String of(@Nullable Message message) {
        return message == null ? "" : message.toString();
    }

    public static String of(Optional<Message> message) {
        return of(message.orElse(null));
    }

    /** What a failure says. */
    public static String of(Throwable failure) {
        return of(Message.about(failure));
    }

    public static List<String> of(Collection<Message> messages) {
        return messages.stream().map(Keys::of).toList();
    }

    /** Whether a key is said, by itself or within. */
    public static boolean says(@Nullable Message message, String key) {
        assertKnown(key);
        return message != null && withAll(message).anyMatch(inner -> inner.key().equals(key));
    }

    public static boolean says(Optional<Message> message, String key) {
        return says(message.orElse(null), key);
    }

    /** Those that say a key, by themselves or within. */
    public static List<Message> saying(Collection<Message> messages, String key) {
        assertKnown(key);
        return messages.stream().filter(message -> says(message, key)).toList();
    }

    /** {@code key[value]} of what is said with this key, by itself or within; fails where it is not said. */
    public static String part(@Nullable Message message, String key) {
        return of(find(message, key));
    }

    /** The values of what is said with this key, by itself or within; fails where it is not said. */
    public static List<Object> values(@Nullable Message message, String key) {
        return find(message, key).values();
    }

    /** Each message that has this key, itself or within. */
    public static List<Message> within(Message message, String key) {
        assertKnown(key);
        return withAll(message).filter(inner -> inner.key().equals(key)).toList();
    }

    private static Message find(@Nullable Message message, String key) {
        return Stream.ofNullable(message)
                .flatMap(Keys::withAll)
                .filter(inner -> inner.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not said in " + message));
    }

    /** That a key nobody knows is not said proves nothing. */
    private static void assertKnown(String key) {
        int dot = key.indexOf('.');
        if (!ResourceBundle.getBundle("makerdeck.words." + key.substring(0, dot), Locale.ROOT)
                .containsKey(key.substring(dot + 1))) {
            throw new AssertionError("no text has the key " + key);
        }
    }

    private static Stream<Message> withAll(Message message) {
        return Stream.concat(
                Stream.of(message),
                message.values().stream()
                        .filter(Message.class::isInstance)
                        .map(Message.class::cast)
                        .flatMap(Keys::withAll));
    }
}
