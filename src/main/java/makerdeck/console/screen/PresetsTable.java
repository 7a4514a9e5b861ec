package makerdeck.console.screen;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import makerdeck.command.CommandLanguage;
import makerdeck.command.PresetFacts;
import makerdeck.command.ScreenName;
import makerdeck.console.keys.Action;
import makerdeck.console.pane.View;
import makerdeck.console.theme.Role;
import makerdeck.message.Message;
import makerdeck.snapshot.ParameterRow;

/** All presets, each with what loading it would change. */
final class PresetsTable implements Table<PresetFacts> {

    private final CommandLanguage language;

    // What was worked out last, and for which parameters: that they change is seldom.
    private List<ParameterRow> seen = List.of();
    private long seenSecond = Long.MIN_VALUE;
    private List<PresetFacts> rows = List.of();

    PresetsTable(CommandLanguage language) {
        this.language = language;
    }

    @Override
    public ScreenName name() {
        return ScreenName.PRESETS;
    }

    @Override
    public List<Column<PresetFacts>> columns() {
        return List.of(
                Column.word(
                        "console.column.preset",
                        1,
                        10,
                        (row, view) -> Cell.name(
                                isLoaded(row, view) ? Role.CHANGED : Role.TEXT,
                                (isLoaded(row, view) ? "*" : " ") + row.name()),
                        Comparator.comparing(PresetFacts::name)),
                Column.figure(
                        "console.column.differences",
                        2,
                        (row, view) -> Cell.figure(
                                row.changes().isEmpty() ? Role.DIM : Role.TEXT,
                                row.flaw() == null
                                        ? String.valueOf(row.changes().size())
                                        : ""),
                        Comparator.comparing(row -> row.changes().size())),
                Column.word(
                        "console.column.changes",
                        3,
                        16,
                        (row, view) -> Cell.word(row.flaw() == null ? Role.TEXT : Role.LATE, changes(row, view)),
                        Comparator.comparing(row -> row.changes().size())),
                Column.word(
                        "console.column.note",
                        4,
                        16,
                        (row, view) -> Cell.word(Role.DIM, row.note()),
                        Comparator.comparing(PresetFacts::note)));
    }

    /** Worked out anew when a parameter changes, and each second, for the files may have changed. */
    @Override
    public List<PresetFacts> rows(View view) {
        var now = view.desk().parameters();
        long second = view.now().getEpochSecond();
        if (second != seenSecond || !now.equals(seen)) {
            seen = now;
            seenSecond = second;
            rows = language.presets();
        }
        return rows;
    }

    @Override
    public Object identity(PresetFacts row) {
        return row.name();
    }

    private static boolean isLoaded(PresetFacts row, View view) {
        return row.name().equals(view.desk().preset());
    }

    private static String changes(PresetFacts row, View view) {
        if (row.flaw() != null) {
            return view.say(row.flaw());
        }
        return row.changes().isEmpty()
                ? view.say("console.presets.no-difference")
                : row.changes().stream().map(change -> view.say(change.text())).collect(Collectors.joining(", "));
    }

    @Override
    public List<String> summary(View view) {
        var preset = view.desk().preset();
        return List.of(
                preset.isEmpty()
                        ? view.say("console.parameters.no-preset")
                        : view.say("console.parameters.preset", preset));
    }

    @Override
    public Message empty(View view) {
        return Message.of("console.presets.empty");
    }

    @Override
    public Optional<FullScreen> open(PresetFacts row, View view) {
        return Optional.of(
                TextScreen.live(view.say("console.title.preset", row.name()), now -> about(latest(row, now), now)));
    }

    private PresetFacts latest(PresetFacts row, View view) {
        return rows(view).stream()
                .filter(one -> one.name().equals(row.name()))
                .findFirst()
                .orElse(row);
    }

    private static List<TextLine> about(PresetFacts row, View view) {
        var facts = new Facts(view);
        if (!row.note().isEmpty()) {
            facts.sentence(Role.TEXT, row.note());
        }
        if (row.flaw() != null) {
            return facts.sentence(Role.LATE, view.say(row.flaw())).lines();
        }
        if (row.changes().isEmpty()) {
            return facts.sentence(Role.DIM, view.say("console.presets.no-difference"))
                    .lines();
        }
        facts.heading("console.presets.would-change");
        row.changes().forEach(change -> facts.sentence(Role.CHANGED, "  " + view.say(change.text())));
        return facts.heading("console.presets.load")
                .sentence(Role.KEY, "  " + load(row))
                .lines();
    }

    @Override
    public List<RowAction> actions(PresetFacts row, View view) {
        return row.flaw() != null
                ? List.of()
                : List.of(
                        new RowAction(Action.Full.ACT, Message.of("console.key.load"), load(row)),
                        new RowAction(Action.Full.EDIT, Message.of("console.key.load-for"), load(row) + " for "));
    }

    /** As it is typed. */
    private static String load(PresetFacts row) {
        return String.join(" ", "load", "preset", row.name());
    }

    @Override
    public Message noAction(PresetFacts row) {
        return row.flaw() == null ? Table.super.noAction(row) : row.flaw();
    }

    @Override
    public String copied(PresetFacts row, View view) {
        return row.name();
    }
}
