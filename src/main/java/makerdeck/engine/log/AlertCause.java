package makerdeck.engine.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;

/**
 * What an alert is about: the keys of what is said and the names in it. Figures are no part of it, or a loss that grows
 * would be many alerts; what is told apart by a figure alone, as orders are, has to be named as the subject.
 *
 * @param said keys and names, in order
 * @param subject what is told apart beyond that
 */
record AlertCause(Severity severity, List<String> said, List<String> subject) {

    /** With what belongs to it: {@code -0.5%}, {@code 12:00:03Z}; but no part of a name such as {@code night-2}. */
    private static final Pattern FIGURE = Pattern.compile("(?<![\\p{L}\\p{N}_-])[-+]?[0-9][\\p{L}\\p{N}_.,:%-]*");

    /** What depends on a number is said by one of two keys. */
    private static final Pattern NUMBER = Pattern.compile("\\.(one|many)$");

    AlertCause {
        said = List.copyOf(said);
        subject = List.copyOf(subject);
    }

    static AlertCause of(Severity severity, Message text, List<?> subject) {
        var said = new ArrayList<String>();
        collect(text, said);
        return new AlertCause(
                severity, said, subject.stream().map(String::valueOf).toList());
    }

    /** The same for the same cause, in every life of the desk: 12 hexadecimal digits. */
    String id() {
        var words = new StringBuilder(severity.name());
        said.forEach(word -> words.append('\n').append(word));
        words.append('\n');
        subject.forEach(word -> words.append('\n').append(word));
        return String.format(
                Locale.ROOT,
                "%08x%04x",
                words.toString().hashCode(),
                words.reverse().toString().hashCode() & 0xFFFF);
    }

    private static void collect(Message message, List<String> said) {
        said.add(NUMBER.matcher(message.key()).replaceFirst(""));
        for (var value : message.values()) {
            if (value instanceof Message inner) {
                collect(inner, said);
            } else if (value instanceof String words) {
                said.add(FIGURE.matcher(words).replaceAll("#"));
            }
        }
    }
}
