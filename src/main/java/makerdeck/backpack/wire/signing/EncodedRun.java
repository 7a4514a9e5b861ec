package makerdeck.backpack.wire.signing;

/**
 * Signs that belong together in a text because base64, hexadecimal numbers and the like are spelt with them; those that
 * an address or JSON has escaped are among them as what they stand for.
 *
 * @param signs with one spelling of base64 for both of its alphabets
 * @param end where the text goes on
 */
record EncodedRun(String signs, int end) {

    /** Base64 of 24 bytes, or half a key in hexadecimal: no word or number of the protocol is as long. */
    private static final int SHORTEST_KEY = 32;

    /** JSON in JSON in JSON. */
    private static final int MOST_ESCAPES = 7;

    /** The longest run that begins there; an empty one ends where it begins. */
    static EncodedRun at(String text, int start) {
        var signs = new StringBuilder();
        int at = start;
        while (at < text.length()) {
            int next = end(text, at);
            if (next == at) {
                break;
            }
            signs.append(sign(text, at, next));
            at = next;
        }
        return new EncodedRun(signs.toString(), at);
    }

    /** A secret as it stands in a run. */
    static String plain(String secret) {
        var plain = new StringBuilder();
        for (int i = 0; i < secret.length(); i++) {
            plain.append(alphabet(secret.charAt(i)));
        }
        return plain.toString();
    }

    /** Where the sign ends that begins there; the same place when none does. */
    private static int end(String text, int at) {
        char first = text.charAt(at);
        if (isOfBase64(first)) {
            return at + 1;
        }
        if (first == '%') {
            int digits = text.startsWith("%25", at) ? at + 3 : at + 1;
            return isOfBase64(hex(text, digits, 2)) ? digits + 2 : at;
        }
        int sign = at;
        while (sign < text.length() && sign - at <= MOST_ESCAPES && text.charAt(sign) == '\\') {
            sign++;
        }
        if (sign == at || sign == text.length()) {
            return at;
        }
        if (text.charAt(sign) == 'u') {
            return isOfBase64(hex(text, sign + 1, 4)) ? sign + 5 : at;
        }
        return text.charAt(sign) == '/' ? sign + 1 : at;
    }

    private static char sign(String text, int at, int end) {
        char last = text.charAt(end - 1);
        if (end == at + 1 || text.charAt(end - 2) == '\\') {
            return alphabet(last);
        }
        return alphabet(text.charAt(at) == '%' ? hex(text, end - 2, 2) : hex(text, end - 4, 4));
    }

    /** The sign with that number, a blank when there is no such number. */
    private static char hex(String text, int at, int digits) {
        if (at + digits > text.length()) {
            return ' ';
        }
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return ' ';
            }
            number = number * 16 + digit;
        }
        return (char) number;
    }

    private static boolean isOfBase64(char sign) {
        return isDigit(sign)
                || isLetter(sign)
                || sign == '+'
                || sign == '/'
                || sign == '='
                || sign == '-'
                || sign == '_';
    }

    private static boolean isLetter(char sign) {
        return sign >= 'A' && sign <= 'Z' || sign >= 'a' && sign <= 'z';
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static char alphabet(char sign) {
        return sign == '-' ? '+' : sign == '_' ? '/' : sign;
    }

    /**
     * Words alone and numbers alone are none, however long; of letters alone words have few capitals, and
     * ends between them.
     */
    static boolean looksLikeAKey(String signs) {
        if (signs.length() < SHORTEST_KEY) {
            return false;
        }
        long letters = signs.chars().filter(sign -> isLetter((char) sign)).count();
        long capitals = signs.chars().filter(Character::isUpperCase).count();
        boolean digits = signs.chars().anyMatch(sign -> isDigit((char) sign));
        if (digits) {
            return letters > 0;
        }
        boolean oneCase = letters == signs.length() && (capitals == 0 || capitals == letters);
        return oneCase || letters > 0 && 4 * capitals >= letters && 4 * capitals <= 3 * letters;
    }
}
