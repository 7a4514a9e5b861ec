package makerdeck.console.pane.widget;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.command.PaneName;

/** Where the panes of a frame are, and how far each can be scrolled. UI thread only. */
public final class PaneAreas {

    private final Map<PaneName, Area> areas = new EnumMap<>(PaneName.class);
    private final Map<PaneName, Integer> deepest = new EnumMap<>(PaneName.class);

    public void put(PaneName pane, Area area) {
        areas.put(pane, area);
    }

    /** Where a pane is; empty when it is not on the screen. */
    public Optional<Area> of(PaneName pane) {
        return Optional.ofNullable(areas.get(pane));
    }

    public void deepest(PaneName pane, int rows) {
        deepest.put(pane, rows);
    }

    /** The panes on the screen, in their order. */
    public List<PaneName> shown() {
        return List.copyOf(areas.keySet());
    }

    /** Rows that can be skipped. */
    public int deepest(PaneName pane) {
        return deepest.getOrDefault(pane, 0);
    }

    /** Rows to scroll at once, so that one stays in sight. */
    public int page(PaneName pane) {
        var area = areas.get(pane);
        return area == null ? 1 : Math.max(1, area.height() - 2);
    }

    /** The pane under a cell. */
    public Optional<PaneName> at(int column, int row) {
        return areas.entrySet().stream()
                .filter(entry -> entry.getValue().contains(column, row))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
