package makerdeck.strategy.quoting;

import java.util.Locale;
import makerdeck.words.Words;

/** What decided the width of the quotes. */
public enum SpreadReason {
    SPREAD,
    FEES,
    VOLATILITY,
    MAX;

    /** As programs read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For the operator. */
    public String text() {
        return Words.say("strategy.spread-reason." + word());
    }
}
