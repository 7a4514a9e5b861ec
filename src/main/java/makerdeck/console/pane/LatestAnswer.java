package makerdeck.console.pane;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Cut;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Wrapped;
import makerdeck.console.theme.Role;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.Severity;

/** What the desk or the console has just said to the operator, for where the log is out of sight. Immutable. */
record LatestAnswer(String text, Role role) {

    private static final Duration IN_SIGHT = Duration.ofSeconds(10);
    private static final int LOOKED_AT = 20;
    private static final int MOST_ROWS = 2;

    /** The newest of the last seconds; empty when nothing was said. */
    static Optional<LatestAnswer> of(View view) {
        var since = view.now().minus(IN_SIGHT);
        var notice = notice(view, since);
        var event = event(view, since);
        boolean isNotice = event.isEmpty()
                || notice.isPresent() && !event.get().at().isAfter(notice.get().at());
        return isNotice
                ? notice.map(said -> new LatestAnswer(line(said.at(), said.text(), view), role(said)))
                : event.map(said -> new LatestAnswer(line(said.at(), view.say(said.text()), view), role(said)));
    }

    private static Optional<Notice> notice(View view, Instant since) {
        var notices = view.options().notices();
        return notices.isEmpty()
                ? Optional.empty()
                : Optional.of(notices.get(notices.size() - 1))
                        .filter(last -> last.at().isAfter(since));
    }

    private static Optional<DeskEvent> event(View view, Instant since) {
        var log = view.desk().log();
        for (int i = log.size() - 1; i >= Math.max(0, log.size() - LOOKED_AT); i--) {
            var event = log.get(i);
            if (!event.at().isAfter(since)) {
                break;
            }
            if (event.kind() == DeskEvent.Kind.COMMAND) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    private static String line(Instant at, String text, View view) {
        return Figures.clock(at, view.zone()) + " " + text;
    }

    private static Role role(DeskEvent event) {
        return event.severity() == Severity.INFO ? Role.LOG_COMMAND : Role.LOG_WARN;
    }

    private static Role role(Notice notice) {
        return switch (notice.kind()) {
            case INFO, PASSING -> Role.LOG_INFO;
            case WARNING -> Role.LOG_WARN;
            case MISTAKE -> Role.LOG_CRITICAL;
        };
    }

    /** As many rows as it takes, but few. */
    List<String> rows(int width) {
        var rows = Wrapped.rows(text, Math.max(1, width - 2), 2);
        if (rows.size() <= MOST_ROWS) {
            return rows;
        }
        var rest = String.join(
                " ",
                rows.subList(MOST_ROWS - 1, rows.size()).stream()
                        .map(String::strip)
                        .toList());
        return List.of(rows.get(0), Cut.to("  " + rest, Math.max(1, width - 2)));
    }

    void paint(Canvas canvas, Area area) {
        var rows = rows(area.width());
        for (int i = 0; i < area.height(); i++) {
            canvas.strip(area, i).put(role, " " + rows.get(i)).end();
        }
    }
}
