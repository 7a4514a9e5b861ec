package makerdeck.console.screen;

import java.util.List;
import java.util.stream.Stream;
import makerdeck.command.ScreenName;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;

/** Where there is more to see of what an alert tells. */
public final class AlertSubject {

    /** How the keys of alerts begin that speak of orders. */
    private static final List<String> ORDERS = List.of(
            "engine.resting.", "engine.exposed.", "engine.leftover", "engine.unreadable-order.", "engine.refused.");

    private AlertSubject() {}

    /** The screen that an alert is best looked into on: the orders if it speaks of orders, else that of the alerts. */
    public static ScreenName screen(Alert alert) {
        return isAboutOrders(alert.text()) ? ScreenName.ORDERS : ScreenName.ALERTS;
    }

    private static boolean isAboutOrders(Message text) {
        return keys(text).anyMatch(key -> ORDERS.stream().anyMatch(key::startsWith));
    }

    private static Stream<String> keys(Message text) {
        return Stream.concat(
                Stream.of(text.key()),
                text.values().stream()
                        .filter(Message.class::isInstance)
                        .map(Message.class::cast)
                        .flatMap(AlertSubject::keys));
    }
}
