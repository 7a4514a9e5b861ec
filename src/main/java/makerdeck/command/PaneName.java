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

    /** What it shows, what its signs mean, and what it is good for. */
    public List<Message> about() {
        return about(word());
    }

    /** The same of a part of the screen that is no pane: {@code status} and {@code line}. */
    public static List<Message> about(String part) {
        return List.of(
                Message.of("command.about." + part + ".shows"),
                Message.of("command.about." + part + ".signs"),
                Message.of("command.about." + part + ".use"));
    }

    static List<String> words() {
        return Arrays.stream(values()).map(PaneName::word).toList();
    }
}
