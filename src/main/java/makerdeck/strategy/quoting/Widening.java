package makerdeck.strategy.quoting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Rule;

/** How many times wider than usual each side is quoted, and why. Immutable. */
public record Widening(Guard bid, Guard ask) {

    public static final BigDecimal BY_JUMP = BigDecimal.valueOf(2);

    /** On the one side that a trend or the touch threatens. */
    public static final BigDecimal BY_FLOW = BigDecimal.valueOf(2);

    public static final Widening NONE = new Widening(Guard.NONE, Guard.NONE);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;
    private static final int PERCENT_DECIMALS = 3;

    public Guard side(Side side) {
        return side == Side.BID ? bid : ask;
    }

    /**
     * What becomes of the usual width, for the operator: {@code 0.2 x2 jump 3s}, or {@code bids 0.1 + asks 0.1 x1.5 run
     * of fills}; empty while nothing widens.
     *
     * @param half from the reference to the nearest quote before any widening, a fraction
     */
    public Optional<Message> text(BigDecimal half) {
        var bids = reason(Side.BID);
        var asks = reason(Side.ASK);
        if (bids.isEmpty() && asks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                bids.equals(asks)
                        ? width(half.add(half), bids)
                        : Message.of("strategy.widening.each", width(half, bids), width(half, asks)));
    }

    private static Message width(BigDecimal fraction, Optional<Message> reason) {
        var percent = percent(fraction);
        return reason.map(why -> Message.of("strategy.widening.width", percent, why))
                .orElseGet(() -> Message.plain(percent));
    }

    private Optional<Message> reason(Side side) {
        var guard = side(side);
        var factor = guard.factor().setScale(DECIMALS, RoundingMode.HALF_UP);
        if (factor.compareTo(BigDecimal.ONE) == 0) {
            return Optional.empty();
        }
        var times = Rule.Range.plain(factor);
        return Optional.of(
                guard.cause() == PriceCause.FILLS
                        ? Message.of("strategy.widening.fills", times)
                        : Message.of(
                                "strategy.widening." + guard.cause().word(),
                                times,
                                guard.left().plusMillis(999).toSeconds()));
    }

    private static String percent(BigDecimal fraction) {
        return Rule.Range.plain(fraction.multiply(HUNDRED).setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP));
    }
}
