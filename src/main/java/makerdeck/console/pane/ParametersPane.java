package makerdeck.console.pane;

import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;

/** All parameters as they stand; those not at their default stand out. */
final class ParametersPane implements Pane {

    private static final String DEFAULT = "default";

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var parameters = view.desk().parameters();
        var preset = view.desk().preset();
        TitleRow.paint(canvas, area, "Parameters", preset.isEmpty() ? "" : "preset " + preset);
        var body = area.below(1);
        canvas.blank(body);
        int keys =
                parameters.stream().mapToInt(row -> Widths.of(row.key())).max().orElse(0);
        int values = parameters.stream()
                .mapToInt(row -> Widths.of(row.value()) + Widths.of(row.unit()) + 1)
                .max()
                .orElse(0);
        for (int i = 0; i < Math.min(body.height(), parameters.size()); i++) {
            var parameter = parameters.get(i);
            boolean changed = !parameter.source().equals(DEFAULT);
            canvas.strip(body, i)
                    .put(changed ? Role.CHANGED : Role.LABEL, changed ? "*" : " ")
                    .left(Role.LABEL, parameter.key(), keys + 2)
                    .left(changed ? Role.CHANGED : Role.TEXT, parameter.value() + " " + parameter.unit(), values + 2)
                    .put(Role.DIM, changed ? parameter.source() : "")
                    .end();
        }
    }
}
