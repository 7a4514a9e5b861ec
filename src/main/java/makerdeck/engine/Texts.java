package makerdeck.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import makerdeck.domain.Market;
import makerdeck.domain.Side;

/** How the desk's lines spell things. */
final class Texts {

    private Texts() {}

    static String side(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    /** {@code bids} or {@code asks}. */
    static String quotes(Side side) {
        return side(side) + "s";
    }

    /** {@code bid 2.50 @ 148.17}. */
    static String order(OwnOrder order, Market market) {
        return side(order.side()) + " " + market.text(order.terms.quantity()) + " @ " + market.text(order.price());
    }

    /** {@code 1 order}, {@code 2 orders}. */
    static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** Rounded for reading, with its sign. */
    static String signed(BigDecimal value, int decimals) {
        var rounded = rounded(value, decimals);
        return value.signum() >= 0 ? "+" + rounded : rounded;
    }

    static String rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** {@code 45s}, {@code 10m}, {@code 1h30m}. */
    static String length(Duration length) {
        var hours = length.toHours();
        var minutes = length.toMinutesPart();
        var seconds = length.toSecondsPart();
        var text = (hours > 0 ? hours + "h" : "")
                + (minutes > 0 ? minutes + "m" : "")
                + (seconds > 0 ? seconds + "s" : "");
        return text.isEmpty() ? "0s" : text;
    }
}
