package makerdeck.console.pane;

import java.util.Locale;
import makerdeck.console.keys.KeyBinding;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.snapshot.Alert;

/** The gravest alert that nobody has acknowledged, and how many more there are. */
final class AlertRow implements Pane {

    static boolean isNeeded(View view) {
        return !view.alerts().isEmpty();
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var alerts = view.alerts();
        var gravest = alerts.get(0);
        for (var alert : alerts) {
            if (alert.severity().compareTo(gravest.severity()) >= 0) {
                gravest = alert;
            }
        }
        var role = role(gravest);
        var strip = canvas.strip(area, 0, role);
        int others = alerts.size() - 1;
        var end = (others > 0 ? view.say("console.alert.more", others) + "  " : "")
                + view.say("console.alert.acknowledge", KeyBinding.ACKNOWLEDGE.key()) + " ";
        var text = "!" + severity(gravest, view) + " " + Figures.clock(gravest.at(), view.zone()) + " "
                + view.say(gravest.text()) + (gravest.count() > 1 ? " x" + gravest.count() : "");
        int textRoom = Math.max(0, strip.room() - Widths.of(end) - 1);
        strip.left(role, text, textRoom);
        strip.right(role, end, strip.room()).end();
    }

    private static String severity(Alert alert, View view) {
        return view.say("engine.severity." + alert.severity().name().toLowerCase(Locale.ROOT));
    }

    private static Role role(Alert alert) {
        return switch (alert.severity()) {
            case INFO -> Role.ALERT_INFO;
            case WARN -> Role.ALERT_WARN;
            case CRITICAL -> Role.ALERT_CRITICAL;
        };
    }
}
