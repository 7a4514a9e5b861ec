package makerdeck.backpack.client;

import java.math.BigDecimal;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/** Members of the wire's messages, which may be absent or absurd. */
final class WireText {

    /** Longer than any honest amount; a short text cannot make a huge number. */
    private static final int LONGEST_DECIMAL = 40;

    private WireText() {}

    static <T> T present(@Nullable T member, String name) throws UnreadableException {
        if (member == null) {
            throw new UnreadableException(Words.say("client.unreadable.missing", name));
        }
        return member;
    }

    /** A plain decimal. Exponents, NaN and endless digits are refused: nobody trades at them. */
    static BigDecimal decimal(@Nullable String member, String name) throws UnreadableException {
        var text = present(member, name);
        if (text.isEmpty() || text.length() > LONGEST_DECIMAL || !isPlain(text)) {
            throw new UnreadableException(Words.say("client.unreadable.not-plain", name));
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new UnreadableException(Words.say("client.unreadable.no-decimal", name));
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && (c != '-' || i > 0)) {
                return false;
            }
        }
        return true;
    }
}
