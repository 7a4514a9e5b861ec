package makerdeck.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import makerdeck.message.Message;

/** The full screens, in the order in which they are offered. */
public enum ScreenName {
    ORDERS,
    FILLS,
    PARAMETERS,
    PRESETS,
    FAULTS,
    ALERTS,
    RESULTS;

    /** As it is typed behind {@code show}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it stands over the screen. */
    public Message title() {
        return Message.of("command.screen." + word());
    }

    /** The screen that shows this, if it is shown on one. */
    public static Optional<ScreenName> of(DeskCommand.Show.Subject subject) {
        return Arrays.stream(values())
                .filter(screen -> screen.name().equals(subject.name()))
                .findFirst();
    }
}
