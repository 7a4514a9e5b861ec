package makerdeck.console.pane;

import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Phrase;
import makerdeck.console.theme.Role;

/** Equity and profit in a row of their own, on a screen whose first row has no room for them. */
final class EarnedPane implements Pane {

    @Override
    public Inputs inputs(Area area, View view) {
        return Inputs.of(
                view.desk().earnings(), view.desk().inventory(), view.desk().totals(), StatusParts.profitLabel(view));
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var strip = canvas.strip(area, 0);
        for (var phrase : StatusParts.apart(view, area.width())) {
            strip.put(Phrase.of(Role.LABEL, " ").and(phrase)).skip(1);
        }
        strip.end();
    }
}
