package makerdeck.console.pane;

import java.math.BigDecimal;
import java.time.Duration;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Phrase;
import makerdeck.console.theme.Role;
import makerdeck.snapshot.GuardianState;
import makerdeck.snapshot.HealthRow;
import org.jspecify.annotations.Nullable;

/** How the connection does, and what the screen costs. */
final class HealthPane implements Pane {

    /** Rows with the title. */
    static final int ROWS = 5;

    @Override
    public Inputs inputs(Area area, View view) {
        var health = view.desk().health();
        return Inputs.of(
                view.desk().venue(),
                health.publicUp(),
                health.privateUp(),
                frameAge(health, view),
                health.reconnects(),
                health.gaps(),
                offset(health.clockOffset()),
                requests(health, view),
                health.guardian(),
                health.guardiansElsewhere(),
                health.recording(),
                health.capture(),
                view.bytesPerSecond());
    }

    /** Empty before the first one. */
    private static String frameAge(HealthRow health, View view) {
        var at = health.lastFrameAt();
        return at == null ? "" : Figures.age(Duration.between(at, view.now()));
    }

    private static String requests(HealthRow health, View view) {
        return view.say("console.of", health.requestsLastMinute(), health.requestLimit());
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var health = view.desk().health();
        TitleRow.paint(
                canvas, area, view, PaneName.HEALTH, Role.DIM, view.desk().venue());
        var body = area.below(1);
        var streams = canvas.strip(body, 0)
                .put(upOrDown("console.health.public", health.publicUp(), view))
                .put(Phrase.of(Role.LABEL, " ").and(upOrDown("console.health.private", health.privateUp(), view)));
        var age = frameAge(health, view);
        if (!age.isEmpty()) {
            streams.labelled(" " + label(view, "console.health.last-frame"), Role.TEXT, age);
        }
        streams.end();
        canvas.strip(body, 1)
                .labelled(label(view, "console.health.reconnects"), Role.TEXT, Long.toString(health.reconnects()))
                .labelled(" " + label(view, "console.health.gaps"), Role.TEXT, Long.toString(health.gaps()))
                .labelled(" " + label(view, "console.health.clock"), Role.TEXT, offset(health.clockOffset()))
                .end();
        canvas.strip(body, 2)
                .labelled(label(view, "console.health.requests"), Role.TEXT, requests(health, view))
                .put(guardians(health, view))
                .end();
        var recording = health.recording();
        var screen = canvas.strip(body, 3)
                .labelled(label(view, "console.health.screen"), Role.TEXT, thousands(view.bytesPerSecond()) + " kB/s");
        if (recording != null) {
            screen.put(recorded("console.health.recording", recording, view));
        }
        var capture = health.capture();
        if (capture != null) {
            screen.put(recorded("console.health.capture", capture, view));
        }
        screen.end();
        canvas.blank(body.below(ROWS - 1));
    }

    private static String label(View view, String key) {
        return " " + view.say(key) + " ";
    }

    private static Phrase upOrDown(String key, boolean up, View view) {
        return Phrase.of(Role.LABEL, label(view, key))
                .and(up ? Role.FRESH : Role.STALE, view.say(up ? "console.health.up" : "console.health.down"));
    }

    private static Phrase recorded(String key, HealthRow.Recording recording, View view) {
        var label = Phrase.of(Role.LABEL, " " + label(view, key));
        if (recording.trouble() != null) {
            return label.and(Role.STALE, view.speech().say(recording.trouble()));
        }
        var lines =
                view.say("console.health.recording-lines", Figures.grouped(BigDecimal.valueOf(recording.lines()), 0));
        return recording.lost() == 0
                ? label.and(Role.TEXT, lines)
                : label.and(Role.TEXT, lines)
                        .and(Role.STALE, " " + view.say("console.health.recording-lost", recording.lost()));
    }

    /** Our own first, then those of other machines: by address, so that the one that is lost has a name. */
    private static Phrase guardians(HealthRow health, View view) {
        var all = Phrase.of(Role.LABEL, " " + label(view, "console.health.guardian"))
                .and(guardian(health.guardian(), view));
        for (var elsewhere : health.guardiansElsewhere()) {
            all = all.and(Role.LABEL, " " + elsewhere.address() + " ").and(guardian(elsewhere.state(), view));
        }
        return all;
    }

    private static Phrase guardian(GuardianState guardian, View view) {
        return switch (guardian) {
            case ON -> Phrase.of(Role.FRESH, view.say("console.guardian.on"));
            case STARTING -> Phrase.of(Role.TEXT, view.say("console.guardian.starting"));
            case OFF -> Phrase.of(Role.STALE, view.say("console.guardian.off"));
            case LOST -> Phrase.of(Role.STALE, view.say("console.guardian.lost"));
        };
    }

    private static String offset(@Nullable Duration offset) {
        return offset == null ? "?" : (offset.isNegative() ? "" : "+") + offset.toMillis() + "ms";
    }

    private static String thousands(int bytes) {
        return bytes / 1000 + "." + bytes % 1000 / 100;
    }
}
