package makerdeck.strategy.quoting;

import java.util.Locale;
import makerdeck.message.Message;

/** What decided the width of the quotes. */
public enum SpreadReason {
    SPREAD,
    FEES,
    VOLATILITY,
    MAX;

    /** Whether the operator's own width is what is quoted. */
    public boolean isTheSpread() {
        return this == SPREAD;
    }

    /** As programs read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    PriceCause cause() {
        return PriceCause.valueOf(name());
    }

    /** For the operator. */
    public Message text() {
        return Message.of("strategy.spread-reason." + word());
    }
}
