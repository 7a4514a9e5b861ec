package makerdeck.console.pane;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;

/**
 * The pictures that stand on the screen. One is painted again only when what it shows has changed, or when something else
 * was painted over any cell of it. UI thread only.
 */
final class Pictures {

    /** @param deepest how far the pane could be scrolled when it was painted */
    private record Picture(Pane pane, Inputs inputs, int deepest) {}

    private final Map<Area, Picture> standing = new HashMap<>();
    private Inputs look = Inputs.of();

    /** To be said before the first picture of a frame. */
    void begin(Canvas canvas, View view) {
        var now = look(canvas, view);
        if (!now.equals(look)) {
            standing.clear();
            look = now;
        }
    }

    /** What may change every picture: the means of drawing, and what the operator has made of the screen. */
    private static Inputs look(Canvas canvas, View view) {
        var options = view.options();
        var frozen = options.frozen();
        return Inputs.of(
                canvas.paper(),
                canvas.theme(),
                canvas.glyphs(),
                view.speech(),
                view.zone(),
                view.desk().market(),
                options.focus(),
                view.typedFilter(),
                options.span(),
                frozen,
                frozen == null ? "" : frozen.left(view),
                options.preset());
    }

    /** A pane that can be chosen, as it is now, whether or not that takes painting. */
    void show(Canvas canvas, PaneName name, Area area, View view, Pane pane) {
        canvas.places().put(name, area);
        canvas.places().deepest(name, shown(canvas, area, view, pane, () -> canvas.places()
                .deepest(name)));
    }

    /** Any other part of the screen, as it is now, whether or not that takes painting. */
    void show(Canvas canvas, Area area, View view, Pane pane) {
        shown(canvas, area, view, pane, () -> 0);
    }

    private int shown(Canvas canvas, Area area, View view, Pane pane, IntSupplier deepest) {
        var inputs = pane.inputs(area, view);
        var before = standing.get(area);
        if (before != null && before.pane() == pane && before.inputs().equals(inputs)) {
            return before.deepest();
        }
        over(area);
        pane.paint(canvas, area, view);
        var painted = new Picture(pane, inputs, deepest.getAsInt());
        standing.put(area, painted);
        return painted.deepest();
    }

    /** To be said before something is painted that is no pane: no picture stands any more where it is. */
    void over(Area area) {
        standing.keySet().removeIf(area::meets);
    }
}
