package makerdeck.text;

import java.util.Locale;

/**
 * Text that somebody else has written, made harmless to show: no escape sequence, no other control character, nothing
 * that turns the direction of writing or cannot be seen. Each such character stands as a question mark. Any thread.
 */
public final class PlainText {

    private static final int LONGEST_LINE = 400;
    private static final char INSTEAD = '?';

    private PlainText() {}

    /** As one line, cut when it is long. */
    public static String line(String text) {
        var cut = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "\u2026" : text;
        return cleaned(cut, false);
    }

    /** Its lines and tabs stay. */
    public static String lines(String text) {
        return cleaned(text, true);
    }

    /** JSON in which the same characters stand as escapes: nothing is lost, and nothing does harm. */
    public static String escaped(String json) {
        if (json.codePoints().noneMatch(PlainText::isHostile)) {
            return json;
        }
        var escaped = new StringBuilder();
        json.codePoints().forEach(sign -> {
            var same = Character.toString(sign);
            if (isHostile(sign)) {
                same.chars().forEach(half -> escaped.append(String.format(Locale.ROOT, "\\u%04x", half)));
            } else {
                escaped.append(same);
            }
        });
        return escaped.toString();
    }

    private static String cleaned(String text, boolean keepsLines) {
        StringBuilder clean = null;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            boolean pair = at + 1 < text.length() && Character.isSurrogatePair(sign, text.charAt(at + 1));
            if (pair && !isHostile(text.codePointAt(at))) {
                at++;
            } else if (isHostile(sign) && !(keepsLines && (sign == '\n' || sign == '\t'))) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(at, sign == '\n' || sign == '\t' ? ' ' : INSTEAD);
            }
        }
        return clean == null ? text : clean.toString();
    }

    private static boolean isHostile(int sign) {
        if (sign >= ' ' && sign < 0x7F) {
            return false;
        }
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
