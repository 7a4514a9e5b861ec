package makerdeck.console.pane;

import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.theme.Role;

/** The ratio bar and its numbers alone, on a screen that has no room for the balances. */
final class RatioPane implements Pane {

    @Override
    public Inputs inputs(Area area, View view) {
        return Inputs.of(view.desk().inventory(), hasFilled(view));
    }

    /** Here, a fill has no other row. */
    private static boolean hasFilled(View view) {
        return !view.recent().fills().isEmpty();
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var inventory = view.desk().inventory();
        if (inventory == null) {
            canvas.blank(area);
            return;
        }
        BalancesPane.bar(canvas, area, 0, inventory);
        if (area.height() > 1) {
            var ground = hasFilled(view) ? Role.FLASH : Role.TEXT;
            BalancesPane.numbers(canvas.strip(area, 1, ground), inventory, view);
        }
    }
}
