package makerdeck.console.pane;

import java.util.Locale;
import makerdeck.console.keys.KeyBinding;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Cut;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.snapshot.Alert;

/** The gravest alert that nobody has acknowledged, and how many more there are. */
final class AlertRow implements Pane {

    /** Columns of the text itself. */
    private static final int LEAST = 30;

    static boolean isNeeded(View view) {
        return !view.alerts().isEmpty();
    }

    @Override
    public Inputs inputs(Area area, View view) {
        var alerts = view.alerts();
        return Inputs.of(alerts, moment(Alert.gravest(alerts).orElseThrow(), view), opens(view));
    }

    private static String moment(Alert alert, View view) {
        return Figures.moment(alert.at(), view.now(), view.zone());
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var alerts = view.alerts();
        var gravest = Alert.gravest(alerts).orElseThrow();
        var role = role(gravest);
        var strip = canvas.strip(area, 0, role);
        int others = alerts.size() - 1;
        var end = (others > 0 ? view.say("console.alert.more", others) + "  " : "");
        var times = gravest.count() > 1 ? " x" + gravest.count() : "";
        var key = view.say("console.alert.acknowledge", KeyBinding.ACKNOWLEDGE.key()) + " ";
        var text = "!" + severity(gravest, view) + " " + moment(gravest, view) + " " + view.say(gravest.text());
        var open = view.say("console.alert.open", KeyBinding.ACKNOWLEDGE.key()) + " ";
        if (opens(view) && strip.room() > Widths.of(text) + times.length() + Widths.of(end) + Widths.of(open) + 1) {
            key = open;
        }
        // How often and how many more is said even where there is no room for the key.
        boolean tight = strip.room() < Widths.of(end) + Widths.of(key) + LEAST;
        var behind = tight ? end : end + key;
        int room = Math.max(0, strip.room() - Widths.of(behind) - 1);
        strip.put(role, Cut.to(text, Math.max(0, room - times.length())) + times);
        strip.right(role, behind, strip.room()).end();
    }

    /** Whether the key that ends a line shows what the alert is about: it has nothing nearer to end or to open. */
    private static boolean opens(View view) {
        var options = view.options();
        return view.line().text().isEmpty()
                && options.question() == null
                && options.page() == null
                && options.focus().chosen() == null;
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
