package makerdeck.backpack.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One element of a list, read by itself so that an odd one costs no other. Immutable.
 *
 * @param message null when the element is no message of the kind asked for
 * @param members of an element that is no such message, as text: those that are a word, a number or a truth; any other
 *     stands as an ellipsis, an absent one is not there
 * @param trouble why it is no message, empty when it is one
 */
public record Row<T>(@Nullable T message, Map<String, String> members, String trouble) {

    static final String UNREADABLE = "\u2026";

    public Row {
        members = Map.copyOf(members);
    }

    static <T> Row<T> of(T message) {
        return new Row<>(message, Map.of(), "");
    }

    /** A member of an odd element, null when it is absent or is no text. */
    public @Nullable String member(String name) {
        var text = members.get(name);
        return UNREADABLE.equals(text) ? null : text;
    }

    /** Whether an odd element has a member of this name that is not null. */
    public boolean has(String name) {
        return members.containsKey(name);
    }
}
