package makerdeck.console.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makerdeck.console.keys.Action;
import makerdeck.console.keys.KeyBinding;
import makerdeck.console.pane.KeyHint;
import makerdeck.console.pane.TitleRow;
import makerdeck.console.pane.View;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Cut;
import makerdeck.console.pane.widget.Strip;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import org.jspecify.annotations.Nullable;

/** A table that has the screen: a title, the names of the columns, and rows with a cursor in them. UI thread only. */
public final class TableScreen<T> implements FullScreen {

    private static final int MARGIN = 2;

    private final Table<T> table;
    private final List<Column<T>> columns;
    private final ColumnWidths widths;
    private final RowOrder<T> order;
    private final RowCursor<T> cursor;
    private String filter = "";

    // Of the last frame.
    private List<T> shown = List.of();
    private @Nullable View seen;
    private String filtered = "";
    private int width;
    private List<Integer> visible = List.of();
    private ColumnWidths.Placed places = ColumnWidths.Placed.NONE;
    private int firstRowAt;

    public TableScreen(Table<T> table) {
        this.table = table;
        columns = List.copyOf(table.columns());
        widths = new ColumnWidths(columns.size());
        order = new RowOrder<>(columns);
        cursor = new RowCursor<>(table::identity);
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var wanted = view.typedFilter().orElse(filter);
        if (area.width() != width || !wanted.equals(filtered)) {
            widths.forget();
            width = area.width();
            filtered = wanted;
        }
        seen = view;
        var all = table.rows(view);
        shown = order.sorted(matching(all, view));
        var body = area.below(2);
        var total = body.height() > 2 ? table.total(view) : Optional.<T>empty();
        var totalArea = body.below(body.height() - 1);
        body = total.isPresent() ? body.top(body.height() - 1) : body;
        firstRowAt = body.y();
        cursor.settle(shown, Math.max(1, body.height()));
        title(canvas, area, view, all.size(), body.height());
        rows(canvas, area, body, view, all.isEmpty(), total);
        total.ifPresent(row -> row(canvas.strip(totalArea, 0), places, told(row, view), false));
    }

    private List<T> matching(List<T> all, View view) {
        return filtered.isEmpty()
                ? all
                : all.stream()
                        .filter(row -> Filter.matches(said(row, view), filtered))
                        .toList();
    }

    /** All that is told of a row. */
    private String said(T row, View view) {
        return columns.stream()
                .map(column -> column.said().apply(row, view).whole())
                .collect(Collectors.joining(" "));
    }

    private void title(Canvas canvas, Area area, View view, int all, int room) {
        var name = view.say(table.name().title()) + (filtered.isEmpty() ? "" : " /" + filtered);
        var part = "";
        if (shown.size() > room) {
            int first = cursor.skipped() + 1;
            part = view.say("console.table.part", first, Math.min(shown.size(), first + room - 1), shown.size());
        } else if (shown.size() < all) {
            part = view.say("console.of", shown.size(), all);
        }
        TitleRow.paint(
                canvas,
                area,
                name,
                Stream.concat(Stream.of(part), table.summary(view).stream())
                        .filter(note -> !note.isEmpty())
                        .toArray(String[]::new));
    }

    private List<Cell> told(T row, View view) {
        return columns.stream().map(column -> column.said().apply(row, view)).toList();
    }

    private void rows(Canvas canvas, Area area, Area body, View view, boolean none, Optional<T> total) {
        var window =
                shown.subList(cursor.skipped(), Math.min(shown.size(), cursor.skipped() + Math.max(0, body.height())));
        var cells = window.stream().map(row -> told(row, view)).toList();
        for (int i = 0; i < columns.size(); i++) {
            for (var row : cells) {
                widths.see(i, row.get(i).widest(), row.get(i).narrowest());
            }
            if (total.isPresent()) {
                var cell = told(total.get(), view).get(i);
                widths.see(i, cell.widest(), cell.narrowest());
            }
        }
        int[] titles = new int[columns.size()];
        for (int i = 0; i < titles.length; i++) {
            titles[i] = Widths.of(view.say(columns.get(i).title())) + 1;
        }
        var placed = widths.place(columns, titles, area.width() - MARGIN);
        places = placed;
        visible = placed.columns();
        header(canvas.strip(area, 1), placed, canvas, view);
        canvas.blank(body);
        for (int i = 0; i < window.size(); i++) {
            boolean chosen = cursor.skipped() + i == cursor.at();
            var ground = chosen ? Role.POPUP_CHOSEN : Role.TEXT;
            row(canvas.strip(body, i, ground), placed, cells.get(i), chosen);
        }
        if (window.isEmpty()) {
            var why = none ? view.say(table.empty(view)) : view.say("console.table.no-match", filtered);
            TextRows.paint(canvas, body, why, Role.DIM);
        }
    }

    private void header(Strip strip, ColumnWidths.Placed placed, Canvas canvas, View view) {
        strip.put(Role.LABEL, " ".repeat(MARGIN));
        int gap = 0;
        for (int i : placed.columns()) {
            var column = columns.get(i);
            var name = view.say(column.title());
            char turn =
                    order.isDown() ? canvas.glyphs().down() : canvas.glyphs().up();
            var text = order.by() == i ? (column.right() ? turn + name : name + turn) : name;
            var role = order.by() == i ? Role.KEY : Role.LABEL;
            strip.skip(gap);
            if (column.right()) {
                strip.right(role, text, placed.widths()[i]);
            } else {
                strip.left(role, Cut.to(text, placed.widths()[i]), placed.widths()[i]);
            }
            gap = placed.gap();
        }
        strip.end();
    }

    private void row(Strip strip, ColumnWidths.Placed placed, List<Cell> cells, boolean chosen) {
        strip.put(chosen ? Role.POPUP_CHOSEN : Role.TEXT, chosen ? "> " : "  ");
        int gap = 0;
        for (int i : placed.columns()) {
            var cell = cells.get(i);
            int room = Math.min(placed.widths()[i], strip.room() - gap);
            var role = chosen ? Role.POPUP_CHOSEN : cell.role();
            strip.skip(gap);
            if (columns.get(i).right()) {
                strip.right(role, cell.within(room), room);
            } else {
                strip.left(role, cell.within(room), room);
            }
            gap = placed.gap();
        }
        strip.end();
    }

    @Override
    public List<KeyHint> hints(View view) {
        var hints = new ArrayList<KeyHint>();
        chosen().ifPresent(row -> {
            table.actions(row, view).forEach(action -> hints.add(new KeyHint(binding(action.key()), action.does())));
            if (table.open(row, view).isPresent()) {
                hints.add(KeyHint.of(KeyBinding.OPEN_ROW, "console.key.open"));
            }
        });
        hints.add(KeyHint.of(KeyBinding.BACK, "console.key.back"));
        hints.add(KeyHint.of(KeyBinding.NEXT_COLUMN, "console.key.sort"));
        hints.add(KeyHint.of(KeyBinding.TURN, "console.key.turn"));
        hints.add(KeyHint.of(KeyBinding.FILTER, "console.key.filter"));
        hints.add(KeyHint.of(KeyBinding.COPY, "console.key.copy"));
        hints.add(KeyHint.of(KeyBinding.PAGE_DOWN, "console.key.scroll"));
        hints.add(KeyHint.of(KeyBinding.HALT, "console.key.halt"));
        return hints;
    }

    private static KeyBinding binding(Action.Full key) {
        return key == Action.Full.EDIT ? KeyBinding.EDIT : KeyBinding.ACT;
    }

    /** The row under the cursor. */
    private Optional<T> chosen() {
        return shown.isEmpty() ? Optional.empty() : Optional.of(shown.get(cursor.at()));
    }

    @Override
    public void press(Action.Full key, ScreenErrands errands) {
        switch (key) {
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM -> cursor.move(key, shown);
            case LEFT -> order.next(-1, visible);
            case RIGHT -> order.next(1, visible);
            case TURN -> order.turn(visible);
            case NEXT -> {
                // There is one table.
            }
            case OPEN, COPY, ACT, EDIT -> chosen().ifPresent(row -> withRow(key, row, errands));
        }
    }

    private void withRow(Action.Full key, T row, ScreenErrands errands) {
        var view = seen;
        if (view == null) {
            return;
        }
        switch (key) {
            case OPEN -> table.open(row, view).ifPresent(errands::open);
            case COPY -> errands.copy(table.copied(row, view));
            default ->
                table.actions(row, view).stream()
                        .filter(action -> action.key() == key)
                        .findFirst()
                        .ifPresentOrElse(
                                action -> errands.command(action.line()), () -> errands.say(table.noAction(row)));
        }
    }

    @Override
    public boolean back() {
        if (filter.isEmpty()) {
            return false;
        }
        filter = "";
        return true;
    }

    @Override
    public void filter(String text) {
        filter = text;
    }

    @Override
    public void click(int row) {
        cursor.put(row - firstRowAt, shown);
    }
}
