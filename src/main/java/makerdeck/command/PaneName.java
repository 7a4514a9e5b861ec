package makerdeck.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import makerdeck.message.Message;

/** The parts of the screen, in the order in which they are walked through. */
public enum PaneName {
    BOOK,
    ORDERS,
    BALANCES,
    MARKET,
    TAPE,
    PARAMETERS,
    HEALTH,
    FILLS,
    LOG;

    /** As it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it stands over the pane. */
    public Message title() {
        return Message.of("command.pane." + word());
    }

    static List<String> words() {
        return Arrays.stream(values()).map(PaneName::word).toList();
    }
}
