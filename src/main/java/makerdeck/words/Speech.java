package makerdeck.words;

import makerdeck.message.Message;
import makerdeck.message.Said;
import makerdeck.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Turns messages into the sentences of one language. A key begins with the name of its bundle
 * ({@code engine.undo.nothing}); {@code {0}}, {@code {1}} stand for the values, which arrive as they are to be shown:
 * nothing is formatted here, but what they could do to a screen or a log is taken from them. Immutable; any thread.
 *
 * @param language the one it speaks
 */
public record Speech(Language language) {

    /** The sentence; messages among the values are said in it. Empty where nothing is said. */
    public String say(@Nullable Message message) {
        return message == null ? "" : filled(message.key(), message.values().toArray());
    }

    /** What a failure tells the operator; its own text where it knows no better. */
    public String say(Throwable failure) {
        return failure instanceof Said said ? say(said.said()) : String.valueOf(failure.getMessage());
    }

    /** The text of a key with its values in place, messages among them said; the key itself where there is none. */
    public String say(String key, @Nullable Object... values) {
        return filled(key, values);
    }

    /** A text that depends on a number, as {@link Message#count} has it. */
    public String count(String key, long number, @Nullable Object... values) {
        return say(Message.count(key, number, values));
    }

    private String told(@Nullable Object value) {
        return value instanceof Message inner ? say(inner) : String.valueOf(value);
    }

    /** One pass, so that a value with braces in it stays what it is. */
    String filled(String key, @Nullable Object... values) {
        var pattern = language.pattern(key);
        if (values.length == 0 || pattern.indexOf('{') < 0) {
            return pattern;
        }
        var text = new StringBuilder(pattern.length() + 16 * values.length);
        for (int at = 0; at < pattern.length(); at++) {
            char sign = pattern.charAt(at);
            int number = at + 2 < pattern.length() && sign == '{' && pattern.charAt(at + 2) == '}'
                    ? pattern.charAt(at + 1) - '0'
                    : -1;
            if (number >= 0 && number < values.length) {
                text.append(PlainText.lines(told(values[number])));
                at += 2;
            } else {
                text.append(sign);
            }
        }
        return text.toString();
    }
}
