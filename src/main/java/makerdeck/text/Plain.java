package makerdeck.text;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import makerdeck.message.Message;

/**
 * What a person sees in a text, in plain ASCII where there is such a sign: wide signs become narrow ones, every blank
 * a space, every hyphen a minus, and what nobody can see is left out. Pure.
 */
public final class Plain {

    private static final Set<Character.UnicodeScript> EASTERN = EnumSet.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.HANGUL,
            Character.UnicodeScript.BOPOMOFO);

    private static final int WIDE_FIRST = 0xFF01;
    private static final int WIDE_LAST = 0xFF5E;
    private static final int WIDE_TO_NARROW = 0xFEE0;

    private Plain() {}

    /** The text as it looks, without blanks at its ends. */
    public static String of(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            if (!isUnseen(sign)) {
                plain.appendCodePoint(of(sign));
            }
        });
        return plain.toString().strip();
    }

    /** The sign that it looks like. */
    public static int of(int sign) {
        if (sign >= WIDE_FIRST && sign <= WIDE_LAST) {
            return sign - WIDE_TO_NARROW;
        }
        return switch (sign) {
            case 0x2010, 0x2011, 0x2212, 0xFE63 -> '-';
            case 0x3002 -> '.';
            default -> isBlank(sign) ? ' ' : sign;
        };
    }

    /** Any space, narrow, wide or not to be broken. */
    public static boolean isBlank(int sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }

    /** Has no width and no meaning: a byte order mark, a zero-width blank, a joiner, a mark of direction. */
    public static boolean isUnseen(int sign) {
        return switch (sign) {
            case 0x00AD, 0x034F, 0x061C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0xFEFF -> true;
            default -> sign >= 0x2060 && sign <= 0x2064 || sign >= 0xFE00 && sign <= 0xFE0F;
        };
    }

    /**
     * Names the first sign that makes a text other than it looks: one that turns the direction of reading, or steers
     * a terminal. Empty when there is none.
     */
    public static String misleading(String text) {
        if (isPrintedAscii(text)) {
            return "";
        }
        return named(text.codePoints()
                .filter(sign -> sign >= 0x202A && sign <= 0x202E
                        || sign >= 0x2066 && sign <= 0x2069
                        || Character.isISOControl(sign) && !isBlank(sign))
                .findFirst()
                .orElse(-1));
    }

    /** Nothing of that misleads; almost every line of a file of numbers is no more. */
    private static boolean isPrintedAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' || text.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }

    /** What was typed, for an error about it, with the first sign in it that may only look like a plain one. */
    public static Message told(String typed) {
        var sign = stranger(typed);
        return sign.isEmpty() ? Message.of("text.typed", typed) : Message.of("text.stranger", typed, sign);
    }

    /**
     * Names the first sign that is not ASCII and may look like one that is: of another alphabet or another set of
     * digits. Empty when there is none.
     */
    public static String stranger(String text) {
        return named(text.codePoints()
                .filter(sign -> sign > 0x7E && !EASTERN.contains(Character.UnicodeScript.of(sign)))
                .findFirst()
                .orElse(-1));
    }

    private static String named(int sign) {
        if (sign < 0) {
            return "";
        }
        return "U+" + "0".repeat(Math.max(0, 4 - Integer.toHexString(sign).length()))
                + Integer.toHexString(sign).toUpperCase(Locale.ROOT);
    }
}
