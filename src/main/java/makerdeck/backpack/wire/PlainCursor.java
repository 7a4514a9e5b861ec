package makerdeck.backpack.wire;

import java.util.List;

/**
 * Goes through a text once, expecting what it is told to. What it does not find where it stands makes it fail, and from
 * then on it finds nothing more. For one text, on one thread.
 */
final class PlainCursor {

    private static final int LONGEST_WORD = 64;

    /** No more fit into a long whatever they are. */
    private static final int MOST_DIGITS = 18;

    private static final int FAILED = -1;

    private final String text;
    private int at;

    /** @param text must end with a brace, which is none of what is looked for: all looking ends before the text does */
    PlainCursor(String text) {
        this.text = text;
    }

    /** Whether the whole text was as expected. */
    boolean isAtEnd() {
        return at == text.length();
    }

    void pass(String expected) {
        at = at != FAILED && text.startsWith(expected, at) ? at + expected.length() : FAILED;
    }

    /** As {@link #pass}, but what stands there instead is no failure. */
    boolean passes(String expected) {
        boolean found = at != FAILED && text.startsWith(expected, at);
        at += found ? expected.length() : 0;
        return found;
    }

    /** A whole number, not negative. */
    long number() {
        if (at == FAILED) {
            return 0;
        }
        int from = at;
        long value = 0;
        char sign;
        while (isDigit(sign = text.charAt(at))) {
            value = 10 * value + sign - '0';
            at++;
        }
        int digits = at - from;
        if (digits == 0 || digits > MOST_DIGITS || digits > 1 && text.charAt(from) == '0') {
            at = FAILED;
        }
        return value;
    }

    /** What stands before the next quote, which is passed: letters, digits and the signs of a name or of a decimal. */
    String word() {
        return word("");
    }

    /** @param expected the same word of another time, returned when it stands here again */
    String word(String expected) {
        if (at == FAILED) {
            return "";
        }
        int from = at;
        int end = from + expected.length();
        if (text.startsWith(expected, from) && text.charAt(end) == '"') {
            at = end + 1;
            return expected;
        }
        end = from;
        while (isOfWord(text.charAt(end))) {
            end++;
        }
        boolean isWord = end > from && end - from <= LONGEST_WORD && text.charAt(end) == '"';
        at = isWord ? end + 1 : FAILED;
        return isWord ? text.substring(from, end) : "";
    }

    /** Levels up to the bracket that closes them, which is passed. */
    List<List<String>> levels() {
        if (at == FAILED) {
            return List.of();
        }
        int from = at;
        if (text.charAt(at) == ']') {
            at++;
            return List.of();
        }
        do {
            level();
        } while (at != FAILED && text.charAt(at++) == ',');
        if (at == FAILED || text.charAt(at - 1) != ']') {
            at = FAILED;
            return List.of();
        }
        return new LevelText(text, from, at - 1);
    }

    private void level() {
        if (text.charAt(at) == '[' && text.charAt(at + 1) == '"') {
            int price = amount(at + LevelText.TO_PRICE);
            if (price != FAILED && text.charAt(price + 1) == ',' && text.charAt(price + 2) == '"') {
                int quantity = amount(price + LevelText.TO_QUANTITY);
                if (quantity != FAILED && text.charAt(quantity + 1) == ']') {
                    at = quantity + LevelText.TO_END;
                    return;
                }
            }
        }
        at = FAILED;
    }

    /** Where the quote is that closes a decimal which begins at {@code from}. */
    private int amount(int from) {
        int end = from;
        char sign;
        while ((sign = text.charAt(end)) == '.' || isDigit(sign)) {
            end++;
        }
        return sign == '"' && end > from && end - from <= LONGEST_WORD ? end : FAILED;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static boolean isOfWord(char sign) {
        return sign >= 'a' && sign <= 'z'
                || sign >= 'A' && sign <= 'Z'
                || isDigit(sign)
                || sign == '.'
                || sign == '_'
                || sign == '-';
    }
}
