package makerdeck.strategy.signals;

import java.util.Locale;
import makerdeck.message.Message;

/** How lively the market is: below 2 % per day, 2 to 5, above 5. */
public enum Regime {
    LOW("low-vol"),
    MID("mid-vol"),
    HIGH("high-vol");

    private final String preset;

    Regime(String preset) {
        this.preset = preset;
    }

    /** For the operator. */
    public Message text() {
        return Message.of("strategy.regime." + name().toLowerCase(Locale.ROOT));
    }

    /** The shipped preset made for it. */
    public String preset() {
        return preset;
    }
}
