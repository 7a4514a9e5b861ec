package makerdeck.console.screen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import makerdeck.command.CommandLanguage;
import makerdeck.command.ScreenName;
import makerdeck.console.keys.Action;
import makerdeck.console.pane.View;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.theme.Role;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** What can go wrong on purpose on the simulated venue; what does, stands first. */
final class FaultsTable implements Table<FaultsTable.Row> {

    /** @param until when it ends by itself, null while it is not on */
    record Row(String name, Message help, @Nullable Instant until) {

        boolean isOn() {
            return until != null;
        }
    }

    private static final Comparator<Row> ON_FIRST =
            Comparator.comparing((Row row) -> !row.isOn()).thenComparing(Row::name);

    private final CommandLanguage language;

    FaultsTable(CommandLanguage language) {
        this.language = language;
    }

    @Override
    public ScreenName name() {
        return ScreenName.FAULTS;
    }

    @Override
    public List<Column<Row>> columns() {
        return List.of(
                Column.word(
                        "console.column.fault",
                        1,
                        12,
                        (row, view) -> Cell.name(role(row), (row.isOn() ? "*" : " ") + row.name()),
                        Comparator.comparing(Row::name)),
                Column.word(
                        "console.column.state", 2, 3, (row, view) -> Cell.word(role(row), state(row, view)), ON_FIRST),
                Column.figure(
                        "console.column.until",
                        3,
                        (row, view) -> Cell.figure(role(row), until(row, view)),
                        Comparator.comparing(Row::until, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))),
                Column.word(
                        "console.column.meaning",
                        4,
                        16,
                        (row, view) -> Cell.word(Role.DIM, view.say(row.help())),
                        Comparator.comparing(Row::name)));
    }

    @Override
    public List<Row> rows(View view) {
        var on = view.desk().faults();
        var rows = new ArrayList<Row>();
        language.venueFaults().forEach((name, help) -> rows.add(new Row(name, help, on.get(name))));
        rows.sort(ON_FIRST);
        return rows;
    }

    @Override
    public Object identity(Row row) {
        return row.name();
    }

    @Override
    public List<String> summary(View view) {
        var rows = rows(view);
        long on = rows.stream().filter(Row::isOn).count();
        return rows.isEmpty() ? List.of() : List.of(view.say("console.faults.sums", on, rows.size()));
    }

    @Override
    public Message empty(View view) {
        return Message.of("console.faults.none-here", view.desk().venue());
    }

    @Override
    public Optional<FullScreen> open(Row row, View view) {
        return Optional.of(
                TextScreen.live(view.say("console.title.fault", row.name()), now -> about(latest(row, now), now)));
    }

    private Row latest(Row row, View view) {
        return new Row(row.name(), row.help(), view.desk().faults().get(row.name()));
    }

    private static List<TextLine> about(Row row, View view) {
        return new Facts(view)
                .sentence(Role.TEXT, view.say(row.help()))
                .sentence(Role.TEXT, "")
                .add("console.column.state", role(row), state(row, view))
                .add("console.column.until", until(row, view))
                .heading("console.faults.how")
                .sentence(Role.KEY, "  " + inject(row))
                .sentence(Role.KEY, "  " + calm())
                .lines();
    }

    @Override
    public List<RowAction> actions(Row row, View view) {
        var withLength = new RowAction(Action.Full.EDIT, Message.of("console.key.inject-for"), inject(row) + " ");
        return row.isOn()
                ? List.of(new RowAction(Action.Full.ACT, Message.of("console.key.calm"), calm()), withLength)
                : List.of(new RowAction(Action.Full.ACT, Message.of("console.key.inject"), inject(row)), withLength);
    }

    @Override
    public String copied(Row row, View view) {
        return row.name();
    }

    /** As it is typed. */
    private static String inject(Row row) {
        return String.join(" ", "venue", "fault", row.name());
    }

    private static String calm() {
        return String.join(" ", "venue", "calm");
    }

    private static Role role(Row row) {
        return row.isOn() ? Role.LATE : Role.TEXT;
    }

    private static String state(Row row, View view) {
        return view.say(row.isOn() ? "console.faults.on" : "console.faults.off");
    }

    private static String until(Row row, View view) {
        return row.until() == null ? "" : Figures.clock(row.until(), view.zone());
    }
}
