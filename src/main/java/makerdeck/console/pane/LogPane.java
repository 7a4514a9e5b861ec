package makerdeck.console.pane;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.snapshot.Happening;
import makerdeck.snapshot.Severity;

/** What happened, newest first, with what the console itself has to say in between. */
final class LogPane implements Pane {

    private static final int TEXT_COLUMN = 15;

    private record Entry(Instant at, Role role, String kind, String text) {}

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        TitleRow.paint(canvas, area, "Log", "newest first");
        var body = area.below(1);
        int row = 0;
        for (var entry : newest(view, body.height())) {
            var lines = wrapped(entry.text(), body.width() - TEXT_COLUMN);
            for (int i = 0; i < lines.size() && row < body.height(); i++) {
                var strip = canvas.strip(body, row++);
                if (i == 0) {
                    strip.put(Role.DIM, " " + Figures.clock(entry.at(), view.zone()) + " ")
                            .left(entry.role(), entry.kind(), 4);
                }
                strip.to(TEXT_COLUMN).put(entry.role(), lines.get(i)).end();
            }
        }
        canvas.blank(body.below(row));
    }

    /** Both lists, oldest first each, as one, newest first. */
    private static List<Entry> newest(View view, int most) {
        var merged = new ArrayList<Entry>();
        int log = view.desk().log().size() - 1;
        int own = view.notices().size() - 1;
        while (merged.size() < most && (log >= 0 || own >= 0)) {
            var happening = log < 0 ? null : view.desk().log().get(log);
            var notice = own < 0 ? null : view.notices().get(own);
            if (happening == null || notice != null && notice.at().isAfter(happening.at())) {
                if (notice != null) {
                    merged.add(entry(notice));
                }
                own--;
            } else {
                if (isWorthARow(happening)) {
                    merged.add(entry(happening));
                }
                log--;
            }
        }
        return merged;
    }

    /** Orders and fills have panes of their own. */
    private static boolean isWorthARow(Happening happening) {
        return happening.severity() != Severity.INFO
                || happening.kind() != Happening.Kind.ORDER && happening.kind() != Happening.Kind.FILL;
    }

    private static Entry entry(Notice notice) {
        return switch (notice.kind()) {
            case INFO -> new Entry(notice.at(), Role.LOG_INFO, "info", notice.text());
            case WARNING -> new Entry(notice.at(), Role.LOG_WARN, "WARN", notice.text());
            case MISTAKE -> new Entry(notice.at(), Role.LOG_CRITICAL, "err", notice.text());
        };
    }

    private static Entry entry(Happening happening) {
        boolean command = happening.kind() == Happening.Kind.COMMAND || happening.kind() == Happening.Kind.PARAMETER;
        boolean plain = happening.severity() == Severity.INFO;
        return new Entry(
                happening.at(),
                command && plain ? Role.LOG_COMMAND : role(happening.severity()),
                label(happening.severity(), command ? "cmd" : "info"),
                happening.text());
    }

    private static Role role(Severity severity) {
        return switch (severity) {
            case INFO -> Role.LOG_INFO;
            case WARN -> Role.LOG_WARN;
            case CRITICAL -> Role.LOG_CRITICAL;
        };
    }

    private static String label(Severity severity, String otherwise) {
        return switch (severity) {
            case INFO -> otherwise;
            case WARN -> "WARN";
            case CRITICAL -> "CRIT";
        };
    }

    /** In rows of at most {@code width} columns, broken at blanks where there are any. */
    static List<String> wrapped(String text, int width) {
        var rows = new ArrayList<String>();
        var rest = text;
        while (Widths.of(rest) > width && width > 0 && rows.size() < 20) {
            int cut = fitting(rest, width);
            int blank = rest.lastIndexOf(' ', cut);
            int end = blank > cut / 2 ? blank : Math.max(Character.charCount(rest.codePointAt(0)), cut);
            rows.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        rows.add(rest);
        return rows;
    }

    /** How many characters from the start fit into {@code width} columns. */
    private static int fitting(String text, int width) {
        int columns = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            columns += Widths.of(codePoint);
            if (columns > width) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }
}
