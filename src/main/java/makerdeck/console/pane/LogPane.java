package makerdeck.console.pane;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Recent;
import makerdeck.console.pane.widget.Wrapped;
import makerdeck.console.theme.Role;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/** What happened, newest first, with what the console itself has to say in between. */
final class LogPane implements Pane {

    private static final int TEXT_COLUMN = 15;
    private static final String INFO = "console.log.info";
    private static final String WARN = "console.log.warn";
    private static final Duration ONE_COMMAND = Duration.ofMillis(300);
    private static final Duration ALIKE_WITHIN = Duration.ofMinutes(1);
    /** Rows among which those alike are looked for. */
    private static final int AMONG = 8;

    private static final ScrolledRows.Rows<Entry> ROWS =
            ScrolledRows.rows(Entry::at, entry -> entry.kind() + " " + entry.text());

    /**
     * One row.
     *
     * @param alike what it says, when others that say the same of the same thing are counted in it
     */
    private record Entry(
            Instant at,
            Role role,
            String kind,
            String said,
            @Nullable Message alike,
            int count) {

        Entry(Instant at, Role role, String kind, String said) {
            this(at, role, kind, said, null, 1);
        }

        String text() {
            return count == 1 ? said : said + " x" + count;
        }

        Entry counting(int more) {
            return new Entry(at, role, kind, said, alike, count + more);
        }
    }

    @Override
    public Inputs inputs(Area area, View view) {
        var still = view.still();
        var log = still.desk().log();
        var notices = still.options().notices();
        int fresh = 0;
        for (var event : log) {
            fresh += Recent.isRecent(event.at(), view.now()) ? 1 : 0;
        }
        for (var notice : notices) {
            fresh += Recent.isRecent(notice.at(), view.now()) ? 1 : 0;
        }
        return Inputs.of(log, notices, fresh);
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var still = view.still();
        var merged = newest(still);
        var body = area.below(1);
        var scrolled = ScrolledRows.of(PaneName.LOG, merged, ROWS, canvas, view, body.height());
        int row = 0;
        int told = 0;
        for (var entry : scrolled.shown()) {
            if (row >= body.height()) {
                break;
            }
            told++;
            var lines = Wrapped.rows(entry.text(), body.width() - TEXT_COLUMN, 0, body.height() - row);
            for (int i = 0; i < lines.size(); i++) {
                var strip = canvas.strip(body, row++);
                if (i == 0) {
                    strip.figure(Role.DIM, " " + Figures.clock(entry.at(), view.zone()) + " ")
                            .left(isAlarming(entry, view) ? Role.FLASH : entry.role(), entry.kind(), 4);
                }
                strip.to(TEXT_COLUMN).put(entry.role(), lines.get(i)).end();
            }
        }
        canvas.blank(body.below(row));
        scrolled.title(
                PaneName.LOG, canvas, area, view, scrolled.more(view, told), view.say("console.log.newest-first"));
    }

    /** What has just gone wrong, and not many times before. */
    private static boolean isAlarming(Entry entry, View view) {
        return entry.count() == 1
                && (entry.role() == Role.LOG_WARN || entry.role() == Role.LOG_CRITICAL)
                && Recent.isRecent(entry.at(), view.now());
    }

    /** Both lists, oldest first each, as one, newest first. */
    private static List<Entry> newest(View view) {
        var merged = new ArrayList<Entry>();
        var commandAt = Instant.MAX;
        int log = view.desk().log().size() - 1;
        int own = view.options().notices().size() - 1;
        while (log >= 0 || own >= 0) {
            boolean noticeNext = log < 0
                    || own >= 0
                            && view.options()
                                    .notices()
                                    .get(own)
                                    .at()
                                    .isAfter(view.desk().log().get(log).at());
            if (noticeNext) {
                var notice = view.options().notices().get(own--);
                if (notice.kind() != Notice.Kind.PASSING) {
                    merged.add(entry(notice, view));
                }
                continue;
            }
            var event = view.desk().log().get(log--);
            if (isWorthARow(event, commandAt) && !isCounted(event, merged)) {
                merged.add(entry(event, view));
            }
            if (event.kind() == DeskEvent.Kind.COMMAND) {
                commandAt = event.at();
            }
        }
        return merged;
    }

    /** A warning that keeps coming is one row with its number, as an alert is; it would push out all else. */
    private static boolean isCounted(DeskEvent event, List<Entry> newer) {
        for (int i = newer.size() - 1; i >= Math.max(0, newer.size() - AMONG); i--) {
            var entry = newer.get(i);
            var alike = entry.alike();
            if (alike != null
                    && role(event.severity()) == entry.role()
                    && alike.isLike(event.text())
                    && entry.at().isBefore(event.at().plus(ALIKE_WITHIN))) {
                newer.set(i, entry.counting(1));
                return true;
            }
        }
        return false;
    }

    /** Orders and fills have panes of their own, and a command tells itself what it changed. */
    private static boolean isWorthARow(DeskEvent event, Instant commandAt) {
        if (event.severity() != Severity.INFO) {
            return true;
        }
        if (event.isPassing()) {
            return false;
        }
        return switch (event.kind()) {
            case ORDER, FILL -> false;
            case PARAMETER -> commandAt == Instant.MAX || event.at().isBefore(commandAt.minus(ONE_COMMAND));
            case STATE, COMMAND, ALERT, INFO, REPORT -> true;
        };
    }

    private static Entry entry(Notice notice, View view) {
        return switch (notice.kind()) {
            case INFO, PASSING -> new Entry(notice.at(), Role.LOG_INFO, view.say(INFO), notice.text());
            case WARNING -> new Entry(notice.at(), Role.LOG_WARN, view.say(WARN), notice.text());
            case MISTAKE -> new Entry(notice.at(), Role.LOG_CRITICAL, view.say("console.log.mistake"), notice.text());
        };
    }

    private static Entry entry(DeskEvent event, View view) {
        boolean command = event.kind() == DeskEvent.Kind.COMMAND || event.kind() == DeskEvent.Kind.PARAMETER;
        boolean plain = event.severity() == Severity.INFO;
        return new Entry(
                event.at(),
                command && plain ? Role.LOG_COMMAND : role(event.severity()),
                label(event.severity(), command ? "console.log.command" : INFO, view),
                view.say(event.text()),
                plain || command ? null : event.text(),
                1);
    }

    private static Role role(Severity severity) {
        return switch (severity) {
            case INFO -> Role.LOG_INFO;
            case WARN -> Role.LOG_WARN;
            case CRITICAL -> Role.LOG_CRITICAL;
        };
    }

    private static String label(Severity severity, String otherwise, View view) {
        return view.say(
                switch (severity) {
                    case INFO -> otherwise;
                    case WARN -> WARN;
                    case CRITICAL -> "console.log.critical";
                });
    }
}
