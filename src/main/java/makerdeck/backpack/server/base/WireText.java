package makerdeck.backpack.server.base;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;

/** Numbers and times as the wire spells them: trimmed in REST, padded to tick and step on the socket. */
public final class WireText {

    private static final DateTimeFormatter ISO_MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS");
    private static final DateTimeFormatter ISO_SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter SPACED_SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Market rules;

    public WireText(Market rules) {
        this.rules = rules;
    }

    public static String trimmed(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    public String trimmed(Price price) {
        return trimmed(rules.decimal(price));
    }

    public String trimmed(Quantity quantity) {
        return trimmed(rules.decimal(quantity));
    }

    public String padded(Price price) {
        return rules.text(price);
    }

    public String padded(Quantity quantity) {
        return rules.text(quantity);
    }

    /** Zero is bare even on the socket where a cumulative amount is meant. */
    public String cumulative(Quantity quantity) {
        return quantity.isZero() ? "0" : padded(quantity);
    }

    public String cumulative(BigDecimal quote) {
        return quote.signum() == 0 ? "0" : quote.toPlainString();
    }

    public static String side(Side side) {
        return side == Side.BID ? "Bid" : "Ask";
    }

    public static long micros(long nanos) {
        return nanos / 1_000;
    }

    public static long millis(long nanos) {
        return nanos / 1_000_000;
    }

    public static String isoMillis(long nanos) {
        return ISO_MILLIS.format(utc(nanos));
    }

    public static String isoSeconds(long nanos) {
        return ISO_SECONDS.format(utc(nanos));
    }

    public static String spacedSeconds(long nanos) {
        return SPACED_SECONDS.format(utc(nanos));
    }

    private static LocalDateTime utc(long nanos) {
        return LocalDateTime.ofInstant(
                Instant.ofEpochSecond(nanos / 1_000_000_000, nanos % 1_000_000_000), ZoneOffset.UTC);
    }
}
