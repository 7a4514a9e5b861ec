package makerdeck.backpack.client.base;

import java.math.BigDecimal;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** Members of the wire's messages, which may be absent or absurd. */
public final class WireFields {

    /** Longer than any honest amount; a short text cannot make a huge number. */
    private static final int LONGEST_DECIMAL = 40;

    /** More than there is of anything. */
    private static final BigDecimal MOST = BigDecimal.TEN.pow(18);

    private static final int SHOWN = 24;

    private WireFields() {}

    public static <T> T present(@Nullable T member, String name) throws DecodeException {
        if (member == null) {
            throw new DecodeException(Message.of("client.unreadable.missing", name));
        }
        return member;
    }

    /** A plain decimal. Exponents, NaN and endless digits are refused: nobody trades at them. */
    public static BigDecimal decimal(@Nullable String member, String name) throws DecodeException {
        var text = present(member, name);
        if (text.isEmpty() || text.length() > LONGEST_DECIMAL || !isPlain(text)) {
            throw new DecodeException(Message.of("client.unreadable.not-plain", name, shown(text)));
        }
        try {
            var value = new BigDecimal(text);
            if (value.abs().compareTo(MOST) < 0) {
                return value;
            }
            throw new DecodeException(Message.of("client.unreadable.too-large", name, shown(text)));
        } catch (NumberFormatException e) {
            throw new DecodeException(Message.of("client.unreadable.no-decimal", name, shown(text)));
        }
    }

    /** A decimal that must lie between two others, both included. */
    static BigDecimal decimal(@Nullable String member, String name, long least, long most) throws DecodeException {
        var value = decimal(member, name);
        if (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new DecodeException(
                    Message.of("client.unreadable.not-between", name, least, most, shown(String.valueOf(member))));
        }
        return value;
    }

    /** Enough of an absurd value to recognise it. */
    static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "\u2026" : text;
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
