package makerdeck.strategy.signals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import makerdeck.domain.Candle;
import org.jspecify.annotations.Nullable;

/**
 * What past minutes say of the variance of the mid: squared returns between the prices where minutes
 * meet, less the bounce.
 *
 * <p>A trade is off the mid by half the spread and by what its taker swept. Where two minutes meet, the last
 * trade of one and the first of the next are apart by two such errors and hardly by anything else, so that
 * half their squared distance measures one (Roll's bounce, at a point where it is seen alone). Highs and lows
 * hold the largest error of their minute: on sweeps they overstate the volatility up to three times.
 */
final class PastMinutes {

    private static final double MINUTE = Candle.LENGTH.toSeconds();
    /** Where so much of a minute lies between two trades, a price says little, and their distance is no bounce. */
    private static final double LONGEST_PAUSE = MINUTE / 2;
    /** A single odd minute counts as six deviations of what is usual, by the upper quartile of a squared normal. */
    private static final double OUTLIER = 36 / 1.32;

    private PastMinutes() {}

    /** Where two minutes meet, and the square of what its price is likely to be off. */
    private record Meeting(double logPrice, double error) {}

    /**
     * The variance a second of each minute.
     *
     * @param minutes oldest first
     * @param tick of the market's prices; no minute is cut below a move of two
     */
    static double[] variances(List<Candle> minutes, double tick) {
        var variances = new double[minutes.size()];
        Meeting before = null;
        for (int i = 0; i < variances.length; i++) {
            var minute = minutes.get(i);
            var after = i + 1 < variances.length ? meeting(minute, minutes.get(i + 1)) : null;
            variances[i] = variance(minute, before, after);
            before = after;
        }
        return winsorised(variances, minutes, tick);
    }

    private static @Nullable Meeting meeting(Candle earlier, Candle later) {
        if (!earlier.end().equals(later.start())) {
            return null;
        }
        double last = log(earlier.close());
        double first = log(later.open());
        return new Meeting((last + first) / 2, (last - first) * (last - first) / 4);
    }

    private static double variance(Candle minute, @Nullable Meeting before, @Nullable Meeting after) {
        double from = before == null ? log(minute.open()) : before.logPrice();
        double to = after == null ? log(minute.close()) : after.logPrice();
        double error = (before == null ? 0 : before.error()) + (after == null ? 0 : after.error());
        double square = (to - from) * (to - from);
        double pause = Math.min(LONGEST_PAUSE, 2 * MINUTE / (minute.trades() + 1));
        // Never below half: where trades are rare, what lies between two of them is no error alone.
        return Math.max(square / 2, square - error) / (MINUTE - pause);
    }

    private static double[] winsorised(double[] variances, List<Candle> minutes, double tick) {
        var sorted = variances.clone();
        Arrays.sort(sorted);
        double usual = sorted.length == 0 ? 0 : sorted[sorted.length * 3 / 4];
        for (int i = 0; i < variances.length; i++) {
            double grain = 2 * tick / minutes.get(i).low().doubleValue();
            variances[i] = Math.min(variances[i], Math.max(OUTLIER * usual, grain * grain / MINUTE));
        }
        return variances;
    }

    private static double log(BigDecimal price) {
        return Math.log(price.doubleValue());
    }
}
