package makerdeck.console.pane;

import java.time.Duration;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Strip;
import makerdeck.console.theme.Role;
import makerdeck.snapshot.GuardianState;
import org.jspecify.annotations.Nullable;

/** How the connection does, and what the screen costs. */
final class HealthPane implements Pane {

    /** Rows with the title. */
    static final int ROWS = 5;

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var health = view.desk().health();
        TitleRow.paint(canvas, area, view, PaneName.HEALTH, view.desk().venue());
        var body = area.below(1);
        var streams = canvas.strip(body, 0).put(Role.LABEL, label(view, "console.health.public"));
        upOrDown(streams, health.publicUp(), view).put(Role.LABEL, " " + label(view, "console.health.private"));
        upOrDown(streams, health.privateUp(), view);
        var frame = health.lastFrameAt();
        if (frame != null) {
            streams.put(Role.LABEL, " " + label(view, "console.health.last-frame"))
                    .put(Role.TEXT, Figures.age(Duration.between(frame, view.now())));
        }
        streams.end();
        canvas.strip(body, 1)
                .put(Role.LABEL, label(view, "console.health.reconnects"))
                .put(Role.TEXT, Long.toString(health.reconnects()))
                .put(Role.LABEL, " " + label(view, "console.health.gaps"))
                .put(Role.TEXT, Long.toString(health.gaps()))
                .put(Role.LABEL, " " + label(view, "console.health.clock"))
                .put(Role.TEXT, offset(health.clockOffset()))
                .end();
        var third = canvas.strip(body, 2)
                .put(Role.LABEL, label(view, "console.health.requests"))
                .put(Role.TEXT, view.say("console.of", health.requestsLastMinute(), health.requestLimit()))
                .put(Role.LABEL, " " + label(view, "console.health.guardian"));
        guardian(third, health.guardian(), view).end();
        canvas.strip(body, 3)
                .put(Role.LABEL, label(view, "console.health.screen"))
                .put(Role.TEXT, thousands(view.bytesPerSecond()) + " kB/s")
                .end();
        canvas.blank(body.below(ROWS - 1));
    }

    private static String label(View view, String key) {
        return " " + view.say(key) + " ";
    }

    private static Strip upOrDown(Strip strip, boolean up, View view) {
        return up
                ? strip.put(Role.FRESH, view.say("console.health.up"))
                : strip.put(Role.STALE, view.say("console.health.down"));
    }

    private static Strip guardian(Strip strip, GuardianState guardian, View view) {
        return switch (guardian) {
            case ON -> strip.put(Role.FRESH, view.say("console.guardian.on"));
            case STARTING -> strip.put(Role.TEXT, view.say("console.guardian.starting"));
            case OFF -> strip.put(Role.STALE, view.say("console.guardian.off"));
            case LOST -> strip.put(Role.STALE, view.say("console.guardian.lost"));
        };
    }

    private static String offset(@Nullable Duration offset) {
        return offset == null ? "?" : (offset.isNegative() ? "" : "+") + offset.toMillis() + "ms";
    }

    private static String thousands(int bytes) {
        return bytes / 1000 + "." + bytes % 1000 / 100;
    }
}
