package makerdeck.engine.log;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.OrderStage;
import makerdeck.venue.Refusal;

/** How the desk's lines spell things. */
public final class Texts {

    private Texts() {}

    /** For programs: {@code bid} or {@code ask}, in every language. */
    public static String side(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    /** {@code bids} or {@code asks}. */
    public static Message quotes(Side side) {
        return Message.of("engine.quotes." + side(side));
    }

    /** {@code BUY} or {@code SELL}. */
    public static Message deed(Side side) {
        return Message.of("engine.deed." + side(side));
    }

    public static Message fill(Fill fill, Market rules) {
        return Message.of(
                "engine.order." + side(fill.side()),
                rules.textOfQuantity(fill.quantity()),
                rules.textOfPrice(fill.price()));
    }

    /** {@code bid 2.50 @ 148.17}. */
    public static Message order(Side side, Quantity quantity, Price price, Market rules) {
        return Message.of("engine.order." + side(side), rules.text(quantity), rules.text(price));
    }

    public static Message state(DeskState state) {
        return Message.of("engine.state." + key(state));
    }

    public static Message state(OrderStage stage) {
        return Message.of("engine.order-state." + key(stage));
    }

    /** What the venue says of an order it refused, with the kind of the refusal. */
    public static Message refusal(Refusal why, Message words) {
        return Message.of("engine.refused.by." + key(why), words);
    }

    /** As keys spell it: {@code pending-cancel}. */
    public static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Rounded for reading, with its sign. */
    public static String signed(BigDecimal value, int decimals) {
        var rounded = rounded(value, decimals);
        return value.signum() >= 0 ? "+" + rounded : rounded;
    }

    public static String rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** {@code 45s}, {@code 10m}, {@code 1h30m}, {@code 3d4h}. */
    public static String length(Duration length) {
        var days = length.toDays();
        var hours = length.toHoursPart();
        var minutes = length.toMinutesPart();
        var seconds = length.toSecondsPart();
        var text = (days > 0 ? days + "d" : "")
                + (hours > 0 ? hours + "h" : "")
                + (minutes > 0 ? minutes + "m" : "")
                + (seconds > 0 ? seconds + "s" : "");
        return text.isEmpty() ? "0s" : text;
    }
}
