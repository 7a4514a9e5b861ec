package makerdeck.console.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makerdeck.command.CommandLanguage;
import makerdeck.command.ParameterFacts;
import makerdeck.command.ScreenName;
import makerdeck.console.keys.Action;
import makerdeck.console.pane.View;
import makerdeck.console.theme.Role;
import makerdeck.message.Message;
import makerdeck.snapshot.ParameterRow;
import org.jspecify.annotations.Nullable;

/** All parameters, what bounds a loss first: what they are, where that comes from, and what they may be. */
final class ParametersTable implements Table<ParameterRow> {

    private final CommandLanguage language;
    private final Map<String, ParameterFacts> facts;

    ParametersTable(CommandLanguage language) {
        this.language = language;
        facts = language.parameters().stream()
                .collect(Collectors.toUnmodifiableMap(ParameterFacts::key, Function.identity()));
    }

    @Override
    public ScreenName name() {
        return ScreenName.PARAMETERS;
    }

    @Override
    public List<Column<ParameterRow>> columns() {
        return List.of(
                Column.word(
                        "console.column.parameter",
                        1,
                        12,
                        (row, view) -> Cell.name(
                                row.isChanged() ? Role.CHANGED : Role.LABEL, (row.isChanged() ? "*" : " ") + row.key()),
                        Comparator.comparing(ParameterRow::key)),
                Column.figure(
                        "console.column.is",
                        1,
                        (row, view) ->
                                Cell.figure(row.isChanged() ? Role.CHANGED : Role.TEXT, value(row, view), row.value()),
                        Comparator.comparing(ParameterRow::value)),
                Column.figure(
                        "console.column.default",
                        2,
                        (row, view) -> Cell.figure(Role.DIM, row.initial()),
                        Comparator.comparing(ParameterRow::initial)),
                Column.word(
                        "console.column.source",
                        3,
                        7,
                        (row, view) -> Cell.word(Role.DIM, view.say(row.source().text())),
                        Comparator.comparing(row -> row.source().kind())),
                Column.figure(
                        "console.column.preset-says",
                        4,
                        (row, view) -> Cell.figure(Role.LATE, Objects.requireNonNullElse(presetSays(row, view), "")),
                        Comparator.comparing(ParameterRow::key)),
                Column.word(
                        "console.column.range",
                        5,
                        12,
                        (row, view) -> Cell.word(Role.DIM, said(row, ParameterFacts::range, view)),
                        Comparator.comparing(ParameterRow::key)),
                Column.word(
                        "console.column.meaning",
                        6,
                        20,
                        (row, view) -> Cell.word(Role.DIM, said(row, ParameterFacts::help, view)),
                        Comparator.comparing(ParameterRow::key)));
    }

    @Override
    public List<ParameterRow> rows(View view) {
        var all = view.desk().parameters();
        return Stream.concat(
                        all.stream().filter(ParameterRow::limit), all.stream().filter(row -> !row.limit()))
                .toList();
    }

    @Override
    public Object identity(ParameterRow row) {
        return row.key();
    }

    @Override
    public List<String> summary(View view) {
        var notes = new ArrayList<String>();
        long changed = rows(view).stream().filter(ParameterRow::isChanged).count();
        notes.add(view.speech().count("console.parameters.changed", changed));
        var preset = view.desk().preset();
        if (!preset.isEmpty()) {
            long differing = rows(view).stream()
                    .filter(row -> presetSays(row, view) != null)
                    .count();
            notes.add(
                    differing == 0
                            ? view.say("console.parameters.preset", preset)
                            : view.speech().count("console.parameters.differences", differing, preset));
        }
        return notes;
    }

    @Override
    public Message empty(View view) {
        return Message.of("console.parameters.empty");
    }

    /** The page of help about it. */
    @Override
    public Optional<FullScreen> open(ParameterRow row, View view) {
        var lines = language.help(row.key()).stream()
                .flatMap(line -> line.said(view::say).stream())
                .toList();
        return Optional.of(TextScreen.fixed(view.say("console.title.help", row.key()), lines));
    }

    @Override
    public List<RowAction> actions(ParameterRow row, View view) {
        var set = new RowAction(Action.Full.EDIT, Message.of("console.key.set", row.key()), "set " + row.key() + " ");
        return !row.isChanged()
                ? List.of(set)
                : List.of(
                        set,
                        new RowAction(
                                Action.Full.ACT,
                                Message.of("console.key.default"),
                                "set " + row.key() + " " + row.initial()));
    }

    @Override
    public Message noAction(ParameterRow row) {
        return Message.of("console.parameters.at-default", row.key());
    }

    @Override
    public String copied(ParameterRow row, View view) {
        return row.key() + " " + row.value();
    }

    private static String value(ParameterRow row, View view) {
        return row.unit() == null ? row.value() : row.value() + " " + view.say(row.unit());
    }

    private String said(ParameterRow row, Function<ParameterFacts, Message> what, View view) {
        var known = facts.get(row.key());
        return known == null ? "" : view.say(what.apply(known));
    }

    /** What the preset in force has for it; null where it says the same or nothing. */
    private static @Nullable String presetSays(ParameterRow row, View view) {
        var says = view.options().preset().get(row.key());
        return says == null || says.equals(row.value()) ? null : says;
    }
}
