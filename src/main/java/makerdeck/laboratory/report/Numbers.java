package makerdeck.laboratory.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import makerdeck.laboratory.statistics.Estimate;
import makerdeck.message.Message;

/** Figures as reports spell them. Pure. */
public final class Numbers {

    private static final Message NONE = Message.plain("-");

    private Numbers() {}

    /** With so many decimals; {@code -} for what is no number. */
    public static Message of(double value, int decimals) {
        return Double.isFinite(value) ? Message.plain(rounded(value, decimals).toPlainString()) : NONE;
    }

    /** With its sign, also {@code +}; nothing before zero. */
    public static Message signed(double value, int decimals) {
        return Double.isFinite(value) ? Message.plain(spelled(value, decimals)) : NONE;
    }

    /** {@code +0.36 +-0.52}; without an interval where there is none, {@code -} where there is nothing. */
    public static Message estimate(Estimate estimate, int decimals) {
        if (!estimate.hasInterval()) {
            return signed(estimate.mean(), decimals);
        }
        return Message.of(
                "laboratory.report.estimate",
                spelled(estimate.mean(), decimals),
                rounded(estimate.halfWidth(), decimals).toPlainString());
    }

    /** Half to even, and no minus before zero. */
    public static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static String spelled(double value, int decimals) {
        var rounded = rounded(value, decimals);
        return (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString();
    }
}
