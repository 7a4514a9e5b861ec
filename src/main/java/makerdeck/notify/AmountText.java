package makerdeck.notify;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Money in a note, rounded for reading. */
final class AmountText {

    private static final int DECIMALS = 4;

    private AmountText() {}

    static String of(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
