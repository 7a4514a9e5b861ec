package makerdeck.message;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
        return message != null
                && (message.key().equals(key)
                        || message.values().stream()
                                .anyMatch(value -> value instanceof Message inner && says(inner, key)));
    }

    public static boolean says(Optional<Message> message, String key) {
        return says(message.orElse(null), key);
    }
}
