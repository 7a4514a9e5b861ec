package makerdeck.strategy;

import java.util.Locale;

/** What decided the width of the quotes. */
public enum SpreadReason {
    SPREAD,
    FEES,
    VOLATILITY,
    MAX;

    /** As the screen shows it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
