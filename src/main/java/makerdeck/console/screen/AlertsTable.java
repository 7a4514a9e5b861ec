package makerdeck.console.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import makerdeck.command.ScreenName;
import makerdeck.console.keys.Action;
import makerdeck.console.keys.KeyBinding;
import makerdeck.console.pane.View;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.theme.Role;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.Severity;

/** What nobody has acknowledged, the gravest first, of those the newest. */
final class AlertsTable implements Table<Alert> {

    private static final Comparator<Alert> GRAVEST_FIRST =
            Comparator.comparing(Alert::severity).thenComparing(Alert::at).reversed();

    @Override
    public ScreenName name() {
        return ScreenName.ALERTS;
    }

    @Override
    public List<Column<Alert>> columns() {
        return List.of(
                Column.word(
                        "console.column.severity",
                        1,
                        4,
                        (row, view) -> Cell.word(role(row), severity(row, view)),
                        Comparator.comparing(Alert::severity)),
                Column.figure(
                        "console.column.time",
                        2,
                        (row, view) -> Cell.figure(Role.DIM, Figures.moment(row.at(), view.now(), view.zone())),
                        Comparator.comparing(Alert::at)),
                Column.figure(
                        "console.column.count",
                        3,
                        (row, view) -> Cell.figure(Role.TEXT, row.count() > 1 ? "x" + row.count() : ""),
                        Comparator.comparing(Alert::count)),
                Column.word(
                        "console.column.text",
                        1,
                        16,
                        (row, view) -> Cell.word(Role.TEXT, view.say(row.text())),
                        Comparator.comparing(row -> row.text().key())));
    }

    @Override
    public List<Alert> rows(View view) {
        var alerts = new ArrayList<>(view.alerts());
        alerts.sort(GRAVEST_FIRST);
        return alerts;
    }

    /** The same again is the same row: only its count and time change. */
    @Override
    public Object identity(Alert row) {
        return row.text();
    }

    @Override
    public List<String> summary(View view) {
        var alerts = view.alerts();
        long critical = alerts.stream()
                .filter(alert -> alert.severity() == Severity.CRITICAL)
                .count();
        return alerts.isEmpty() ? List.of() : List.of(view.say("console.alerts.sums", alerts.size(), critical));
    }

    @Override
    public Message empty(View view) {
        return Message.of("console.alerts.empty");
    }

    @Override
    public Optional<FullScreen> open(Alert row, View view) {
        return Optional.of(TextScreen.live(view.say("console.title.alert"), now -> about(latest(row, now), now)));
    }

    /** As it has come again, unless several say the same or it is acknowledged. */
    private static Alert latest(Alert row, View view) {
        var alike = view.alerts().stream()
                .filter(alert -> alert.text().equals(row.text()))
                .toList();
        return alike.size() == 1 ? alike.get(0) : row;
    }

    private static List<TextLine> about(Alert row, View now) {
        return new Facts(now)
                .add("console.column.severity", role(row), severity(row, now))
                .add(
                        "console.column.time",
                        row.at().atZone(now.zone()).toOffsetDateTime().toString())
                .add("console.column.count", String.valueOf(row.count()))
                .sentence(Role.TEXT, "")
                .sentence(Role.TEXT, now.say(row.text()))
                .sentence(Role.TEXT, "")
                .sentence(Role.DIM, now.say("console.alerts.how-to-ack", KeyBinding.ACKNOWLEDGE.key()))
                .lines();
    }

    @Override
    public List<RowAction> actions(Alert row, View view) {
        return List.of(new RowAction(Action.Full.ACT, Message.of("console.key.ack-all"), "ack"));
    }

    @Override
    public String copied(Alert row, View view) {
        return view.say(row.text());
    }

    private static String severity(Alert alert, View view) {
        return view.say("engine.severity." + alert.severity().name().toLowerCase(Locale.ROOT));
    }

    private static Role role(Alert alert) {
        return switch (alert.severity()) {
            case INFO -> Role.LOG_INFO;
            case WARN -> Role.LOG_WARN;
            case CRITICAL -> Role.LOG_CRITICAL;
        };
    }
}
