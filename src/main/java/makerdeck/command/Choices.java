package makerdeck.command;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import makerdeck.message.Message;

/**
 * Words to choose from, within a message: all of them, or as many as there is room for, then how many more there are
 * and what lists them.
 */
public final class Choices {

    private static final String ALL = "command.choices";
    private static final String SEPARATOR = ", ";

    /** What a command lists; of everything else the completion does. */
    private static final Set<String> LISTED = Set.of("command", "parameter", "preset", "order", "topic", "fault");

    private Choices() {}

    /** All words of a kind, at least one. */
    static Message of(String kind, List<String> words) {
        return Message.of(
                ALL,
                String.join(SEPARATOR, words),
                Message.of("command.all." + (LISTED.contains(kind) ? kind : "other")));
    }

    /** A message with as many of its choices as fit, at least one of each list. */
    public static Message fitted(Message message, Predicate<Message> fits) {
        var shown = message;
        for (int most = most(message) - 1; most > 0 && !fits.test(shown); most--) {
            shown = shortened(message, most);
        }
        return shown;
    }

    /** The longest list within. */
    private static int most(Message message) {
        return message.key().equals(ALL)
                ? words(message).size()
                : messages(message).mapToInt(Choices::most).max().orElse(0);
    }

    private static Message shortened(Message message, int most) {
        if (!message.key().equals(ALL)) {
            return new Message(
                    message.key(),
                    message.values().stream()
                            .map(value -> value instanceof Message inner ? shortened(inner, most) : value)
                            .toList());
        }
        var words = words(message);
        return words.size() <= most
                ? message
                : Message.of(
                        "command.choices-more",
                        String.join(SEPARATOR, words.subList(0, most)),
                        words.size() - most,
                        message.values().get(1));
    }

    private static Stream<Message> messages(Message message) {
        return message.values().stream().filter(Message.class::isInstance).map(Message.class::cast);
    }

    private static List<String> words(Message choices) {
        return List.of(String.valueOf(choices.values().get(0)).split(SEPARATOR));
    }
}
