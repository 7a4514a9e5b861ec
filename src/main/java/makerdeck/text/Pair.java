package makerdeck.text;

import java.util.ArrayList;
import java.util.List;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;

/**
 * A key and its value as they stand in a file: {@code key = value}, {@code key: value} or {@code key value}, as
 * property files have them, with their escapes and with lines that go on after a backslash. Immutable.
 *
 * @param line where it begins
 * @param key plain
 * @param value plain
 * @param wording the value as it was written, for what people read
 */
public record Pair(int line, String key, String value, String wording) {

    /**
     * The pairs of a text in their order. Throws {@link MistakeException} naming the file and the line that
     * cannot be read, that is no pair, or whose key stands there already.
     */
    public static List<Pair> of(Object file, List<Line> lines) {
        var pairs = new ArrayList<Pair>();
        for (var at = 0; at < lines.size(); at++) {
            var first = lines.get(at);
            if (first.isRemark()) {
                continue;
            }
            var text = new StringBuilder(text(file, first).strip());
            while (goesOn(text)) {
                text.setLength(text.length() - 1);
                at++;
                text.append(at < lines.size() ? text(file, lines.get(at)).strip() : "");
            }
            var pair = pair(file, first.number(), text.toString());
            for (var other : pairs) {
                if (other.key().equals(pair.key())) {
                    throw refusal(file, pair.line(), Message.of("text.twice", pair.key(), other.line()));
                }
            }
            pairs.add(pair);
        }
        return pairs;
    }

    private static String text(Object file, Line line) {
        var flaw = line.flaw();
        if (flaw != null) {
            throw refusal(file, line.number(), flaw);
        }
        return line.text();
    }

    private static MistakeException refusal(Object file, int line, Message why) {
        return new MistakeException(Message.of("text.refusal", file, line, why));
    }

    /** An odd number of backslashes at the end. */
    private static boolean goesOn(CharSequence text) {
        var slashes = 0;
        while (slashes < text.length() && text.charAt(text.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static Pair pair(Object file, int line, String text) {
        var end = 0;
        while (end < text.length() && !parts(text.charAt(end)) && !Plain.isBlank(text.charAt(end))) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, text.length());
        var from = end;
        while (from < text.length() && (Plain.isBlank(text.charAt(from)) || Plain.isUnseen(text.charAt(from)))) {
            from++;
        }
        if (from < text.length() && parts(text.charAt(from))) {
            from++;
        }
        var key = Plain.of(unescaped(file, line, text.substring(0, end)));
        var wording = unescaped(file, line, text.substring(from)).strip();
        if (key.isEmpty()) {
            throw refusal(file, line, Message.of("text.no-key"));
        }
        return new Pair(line, key, Plain.of(wording), wording);
    }

    private static boolean parts(char sign) {
        var plain = Plain.of((int) sign);
        return plain == '=' || plain == ':';
    }

    private static String unescaped(Object file, int line, String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var plain = new StringBuilder();
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) != '\\' || at + 1 == text.length()) {
                plain.append(text.charAt(at));
                continue;
            }
            at++;
            if (text.charAt(at) == 'u') {
                plain.append(escaped(file, line, text, at + 1));
                at += 4;
            } else {
                plain.append(text.charAt(at));
            }
        }
        return plain.toString();
    }

    private static char escaped(Object file, int line, String text, int from) {
        try {
            return (char) Integer.parseInt(text, from, Math.min(from + 4, text.length()), 16);
        } catch (NumberFormatException | IndexOutOfBoundsException none) {
            throw refusal(file, line, Message.of("text.no-escape"));
        }
    }
}
