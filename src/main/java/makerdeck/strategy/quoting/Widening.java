package makerdeck.strategy.quoting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Rule;

/**
 * How many times wider than usual each side is quoted; 1 when nothing is wrong. Immutable.
 *
 * @param jump how long a jump of the mid still widens both sides, zero when none does
 */
public record Widening(BigDecimal bid, BigDecimal ask, Duration jump) {

    public static final BigDecimal BY_JUMP = BigDecimal.valueOf(2);

    public static final Widening NONE = new Widening(BigDecimal.ONE, BigDecimal.ONE, Duration.ZERO);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;
    private static final int PERCENT_DECIMALS = 3;

    public BigDecimal side(Side side) {
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
        var factor = side(side).setScale(DECIMALS, RoundingMode.HALF_UP);
        if (factor.compareTo(BigDecimal.ONE) == 0) {
            return Optional.empty();
        }
        boolean jumped = !jump.isZero() && side(side).compareTo(BY_JUMP) <= 0;
        var times = Rule.Range.plain(factor);
        return Optional.of(
                jumped
                        ? Message.of(
                                "strategy.widening.jump",
                                times,
                                jump.plusMillis(999).toSeconds())
                        : Message.of("strategy.widening.fills", times));
    }

    private static String percent(BigDecimal fraction) {
        return Rule.Range.plain(fraction.multiply(HUNDRED).setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP));
    }
}
