package makerdeck.console.pane;

import java.util.List;
import java.util.stream.Stream;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.snapshot.ParameterRow;
import makerdeck.snapshot.ParameterSource;

/** All parameters as they stand, limits first; those not at their default stand out. */
final class ParametersPane implements Pane {

    private static String value(ParameterRow row, View view) {
        return row.value() + " " + view.speech().say(row.unit());
    }

    @Override
    public Inputs inputs(Area area, View view) {
        return Inputs.of(view.desk().parameters(), view.desk().preset());
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var all = view.desk().parameters();
        var body = area.below(1);
        canvas.blank(body);
        int keys = all.stream().mapToInt(row -> Widths.of(row.key())).max().orElse(0);
        int values =
                all.stream().mapToInt(row -> Widths.of(value(row, view))).max().orElse(0);
        var scrolled = ScrolledRows.of(PaneName.PARAMETERS, limitsFirst(all), rows(view), canvas, view, body.height());
        var rows = scrolled.shown();
        TitleRow.paint(
                canvas,
                area,
                view,
                PaneName.PARAMETERS,
                Role.DIM,
                scrolled.more(view, body.height()),
                ScrolledRows.position(view, PaneName.PARAMETERS),
                note(view));
        for (int i = 0; i < Math.min(body.height(), rows.size()); i++) {
            var parameter = rows.get(i);
            boolean changed = parameter.isChanged();
            boolean isSet = !parameter.source().equals(ParameterSource.DEFAULT);
            var strip = canvas.strip(body, i)
                    .put(changed ? Role.CHANGED : Role.LABEL, changed ? "*" : " ")
                    .left(Role.LABEL, parameter.key(), Math.min(keys + 2, Math.max(0, area.width() - values - 1)))
                    .left(changed ? Role.CHANGED : Role.TEXT, value(parameter, view), values + 2)
                    .put(Role.DIM, isSet ? view.say(parameter.source().text()) : "");
            if (differs(parameter, view)) {
                var says = String.valueOf(view.options().preset().get(parameter.key()));
                strip.put(Role.LATE, "  " + view.say("console.parameters.preset-says", says));
            }
            strip.end();
        }
    }

    /** What bounds a loss is looked for first. */
    private static List<ParameterRow> limitsFirst(List<ParameterRow> all) {
        return Stream.concat(
                        all.stream().filter(ParameterRow::limit), all.stream().filter(row -> !row.limit()))
                .toList();
    }

    private static ScrolledRows.Rows<ParameterRow> rows(View view) {
        return ScrolledRows.rows(
                row -> null,
                row -> row.key() + " " + row.value() + " "
                        + view.say(row.source().text()));
    }

    private static String note(View view) {
        var preset = view.desk().preset();
        if (preset.isEmpty()) {
            return view.say("console.parameters.no-preset");
        }
        long differing = view.desk().parameters().stream()
                .filter(row -> differs(row, view))
                .count();
        return differing == 0
                ? view.say("console.parameters.preset", preset)
                : view.speech().count("console.parameters.differences", differing, preset);
    }

    /** Whether the preset says something else. */
    private static boolean differs(ParameterRow row, View view) {
        var said = view.options().preset().get(row.key());
        return said != null && !said.equals(row.value());
    }
}
