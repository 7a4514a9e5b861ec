package makerdeck.console.pane;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.theme.Role;
import org.jspecify.annotations.Nullable;

/** The rows of a list that a pane shows, newest or first of all on top, as it is filtered and scrolled. Immutable. */
record ScrolledRows<T>(List<T> shown, long fresh, Scroll scroll) {

    /** What a list is made of. */
    interface Rows<T> {
        /** When it came; null for rows that only stand there. */
        @Nullable
        Instant at(T row);

        /** What a filter looks into. */
        String text(T row);
    }

    static <T> ScrolledRows<T> of(PaneName pane, List<T> list, Rows<T> rows, Canvas canvas, View view, int room) {
        var filter = view.filter(pane);
        var matching = filter.isEmpty()
                ? list
                : list.stream()
                        .filter(row -> Figures.contains(rows.text(row), filter))
                        .toList();
        var scroll = view.options().focus().scroll(pane);
        var pausedAt = scroll.pausedAt();
        long fresh = pausedAt == null
                ? 0
                : matching.stream()
                        .filter(row -> isAfter(rows.at(row), pausedAt))
                        .count();
        int old = matching.size() - (int) fresh;
        int deepest = Math.max(0, old - Math.max(1, room));
        canvas.places().deepest(pane, deepest);
        int first = (int) fresh + Math.min(deepest, scroll.skipped());
        return new ScrolledRows<>(matching.subList(first, matching.size()), fresh, scroll);
    }

    private static boolean isAfter(@Nullable Instant at, Instant pausedAt) {
        return at != null && at.isAfter(pausedAt);
    }

    static <T> Rows<T> rows(Function<T, @Nullable Instant> at, Function<T, String> text) {
        return new Rows<>() {
            @Override
            public @Nullable Instant at(T row) {
                return at.apply(row);
            }

            @Override
            public String text(T row) {
                return text.apply(row);
            }
        };
    }

    /** How many rows lie below, {@code +12 more}; empty when {@code room} has all of them. */
    String more(View view, int room) {
        int below = shown.size() - Math.max(0, room);
        return below > 0 ? view.say("console.list.more", below) : "";
    }

    /** The title of a pane that can be frozen, paused or filtered, with what sums it up, what matters most in front. */
    void title(PaneName pane, Canvas canvas, Area area, View view, String... notes) {
        var frozen = view.options().frozen();
        if (frozen != null && isFreezable(pane)) {
            TitleRow.paint(canvas, area, view, pane, Role.LATE, frozen.left(view), notes[0]);
        } else if (!scroll.isFollowing()) {
            TitleRow.paint(canvas, area, view, pane, Role.LATE, view.say("console.list.paused", fresh), notes[0]);
        } else {
            TitleRow.paint(canvas, area, view, pane, Role.DIM, notes);
        }
    }

    /** What the title of a list without times adds when it is scrolled. */
    static String position(View view, PaneName pane) {
        int skipped = view.options().focus().scroll(pane).skipped();
        return skipped == 0 ? "" : view.say("console.list.from-row", skipped + 1);
    }

    private static boolean isFreezable(PaneName pane) {
        return pane == PaneName.FILLS || pane == PaneName.LOG;
    }
}
