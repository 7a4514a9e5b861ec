package makerdeck.console.pane;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.PaneAreas;
import org.jspecify.annotations.Nullable;

/**
 * What the operator looks at: the pane chosen, whether it has the screen to itself, what is scrolled and filtered.
 * Immutable; each method gives what comes of one key.
 *
 * @param chosen null while nobody has chosen
 * @param filtered the pane of which only rows with {@code filter} in them are shown; empty for all
 */
public record PaneFocus(
        @Nullable PaneName chosen, boolean zoomed, Map<PaneName, Scroll> scrolls, PaneName filtered, String filter) {

    private static final int WHEEL = 3;

    public static final PaneFocus NONE = new PaneFocus(null, false, Map.of(), PaneName.LOG, "");

    public PaneFocus {
        scrolls = Map.copyOf(scrolls);
    }

    /** The pane that keys without a pane of their own mean. */
    PaneName target() {
        return chosen == null ? PaneName.LOG : chosen;
    }

    Scroll scroll(PaneName pane) {
        return scrolls.getOrDefault(pane, Scroll.FOLLOWING);
    }

    /** The next pane on the screen, or the one before; with one pane alone, any pane. */
    public PaneFocus next(int step, PaneAreas areas) {
        var panes = zoomed ? List.of(PaneName.values()) : areas.shown();
        if (panes.isEmpty()) {
            return this;
        }
        int at = chosen == null ? -1 : panes.indexOf(chosen);
        int next = at < 0 ? (step > 0 ? 0 : panes.size() - 1) : Math.floorMod(at + step, panes.size());
        return choose(panes.get(next));
    }

    private PaneFocus choose(@Nullable PaneName pane) {
        return new PaneFocus(pane, zoomed && pane != null, scrolls, filtered, filter);
    }

    /** The chosen pane alone, or all of them again. */
    public PaneFocus toggleZoom() {
        return new PaneFocus(chosen, !zoomed && chosen != null, scrolls, filtered, filter);
    }

    /** A pane alone; null goes back to all. */
    public PaneFocus zoom(@Nullable PaneName pane) {
        return new PaneFocus(pane == null ? chosen : pane, pane != null, scrolls, filtered, filter);
    }

    /** One step out: of the zoom, then of the filter, then of the choice. */
    public PaneFocus back() {
        if (zoomed) {
            return zoom(null);
        }
        return filter.isEmpty() ? choose(null) : filter("");
    }

    /** By pages, down for a positive number. */
    public PaneFocus page(int pages, PaneAreas areas, Instant now) {
        return scrolled(target(), pages * areas.page(target()), areas, now);
    }

    /** What a turn of the mouse's wheel does to the pane under it. */
    public PaneFocus wheel(int step, int column, int row, PaneAreas areas, Instant now) {
        return areas.at(column, row)
                .map(pane -> scrolled(pane, step * WHEEL, areas, now))
                .orElse(this);
    }

    /** Chooses the pane under the mouse. */
    public PaneFocus click(int column, int row, PaneAreas areas) {
        return areas.at(column, row).map(this::choose).orElse(this);
    }

    /** The first row, standing still. */
    public PaneFocus top(Instant now) {
        return scrolled(target(), Scroll.top(now));
    }

    /** The first row, and whatever comes. */
    public PaneFocus follow() {
        return scrolled(target(), Scroll.FOLLOWING);
    }

    /** Only rows with this text in them; empty for all. */
    public PaneFocus filter(String text) {
        return new PaneFocus(chosen, zoomed, scrolls, target(), text);
    }

    private PaneFocus scrolled(PaneName pane, int rows, PaneAreas areas, Instant now) {
        int deepest = areas.deepest(pane);
        var before = scroll(pane);
        // The book has its middle to scroll away from, in both directions.
        return scrolled(
                pane,
                pane == PaneName.BOOK
                        ? new Scroll(null, Math.max(-deepest, Math.min(deepest, before.skipped() + rows)))
                        : before.by(rows, deepest, now));
    }

    private PaneFocus scrolled(PaneName pane, Scroll scroll) {
        var changed = new EnumMap<PaneName, Scroll>(PaneName.class);
        changed.putAll(scrolls);
        changed.put(pane, scroll);
        return new PaneFocus(chosen, zoomed, changed, filtered, filter);
    }
}
