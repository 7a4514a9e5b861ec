package makerdeck.console.pane;

import java.time.Duration;
import makerdeck.command.PaneName;
import makerdeck.console.theme.Role;
import makerdeck.snapshot.Guarding;
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
        var streams = canvas.strip(body, 0).put(Role.LABEL, " public ");
        upOrDown(streams, health.publicUp()).put(Role.LABEL, "  private ");
        upOrDown(streams, health.privateUp());
        var frame = health.lastFrameAt();
        if (frame != null) {
            streams.put(Role.LABEL, "  last frame ").put(Role.TEXT, Figures.age(Duration.between(frame, view.now())));
        }
        streams.end();
        canvas.strip(body, 1)
                .put(Role.LABEL, " reconnects ")
                .put(Role.TEXT, Long.toString(health.reconnects()))
                .put(Role.LABEL, "  gaps ")
                .put(Role.TEXT, Long.toString(health.gaps()))
                .put(Role.LABEL, "  clock ")
                .put(Role.TEXT, offset(health.clockOffset()))
                .end();
        var third = canvas.strip(body, 2)
                .put(Role.LABEL, " requests/min ")
                .put(Role.TEXT, health.requestsLastMinute() + " of " + health.requestLimit())
                .put(Role.LABEL, "  guardian ");
        guardian(third, health.guardian()).end();
        canvas.strip(body, 3)
                .put(Role.LABEL, " screen ")
                .put(Role.TEXT, thousands(view.bytesPerSecond()) + " kB/s")
                .end();
        canvas.blank(body.below(ROWS - 1));
    }

    private static Strip upOrDown(Strip strip, boolean up) {
        return up ? strip.put(Role.FRESH, "up") : strip.put(Role.STALE, "DOWN");
    }

    private static Strip guardian(Strip strip, Guarding guardian) {
        return switch (guardian) {
            case ON -> strip.put(Role.FRESH, "on");
            case STARTING -> strip.put(Role.TEXT, "starting");
            case OFF -> strip.put(Role.STALE, "OFF");
            case LOST -> strip.put(Role.STALE, "LOST");
        };
    }

    private static String offset(@Nullable Duration offset) {
        return offset == null ? "?" : (offset.isNegative() ? "" : "+") + offset.toMillis() + "ms";
    }

    private static String thousands(int bytes) {
        return bytes / 1000 + "." + bytes % 1000 / 100;
    }
}
