package makerdeck.console.screen;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import makerdeck.console.keys.Action;
import makerdeck.console.keys.KeyBinding;
import makerdeck.console.pane.KeyHint;
import makerdeck.console.pane.View;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.theme.Role;
import makerdeck.message.Message;
import makerdeck.snapshot.ResultRow;
import makerdeck.snapshot.Results;

/**
 * What the desk has made over all its lives: the value of the account as a curve, and a table by day, hour or layer.
 * What stands here was read elsewhere. UI thread only.
 */
final class ResultsScreen implements FullScreen {

    /** With fewer rows there is the table alone. */
    private static final int WITH_CURVE = 16;

    private static final int LEAST_CURVE = 4;

    /** Title, names of the columns, total. */
    private static final int TABLE_FRAME = 3;

    private final FreshResults read;
    private final Map<ResultsTable.By, TableScreen<ResultRow>> tables = new EnumMap<>(ResultsTable.By.class);
    private ResultsTable.By by = ResultsTable.By.DAY;

    ResultsScreen(ResultsSource source) {
        read = new FreshResults(source);
    }

    private TableScreen<ResultRow> table() {
        return tables.computeIfAbsent(by, each -> new TableScreen<>(new ResultsTable(read, each, null)));
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        read.look(view.now());
        var results = read.latest().results();
        int rows = results == null || results.curve().size() < 2 || area.height() < WITH_CURVE
                ? 0
                : curveRows(area.height(), results);
        if (results != null && rows > 0) {
            EquityCurve.paint(canvas, area.top(rows), view, results.curve());
        }
        if (results != null && rows > 0 && !results.programme().isEmpty()) {
            programme(canvas, area.below(rows).top(1), view, results.programme());
            rows++;
        }
        table().paint(canvas, area.below(rows), view);
    }

    /** One row: what a market-maker programme counts of this month. */
    private static void programme(Canvas canvas, Area row, View view, List<Results.Programme> bands) {
        var parts = new ArrayList<String>();
        for (var band : bands) {
            parts.add(view.say(
                    "console.results.programme-band",
                    band.points().stripTrailingZeros().toPlainString(),
                    Figures.rough(band.bids()),
                    Figures.rough(band.asks()),
                    Figures.plain(band.both(), 1)));
        }
        bands.stream()
                .map(Results.Programme::maker)
                .filter(maker -> maker != null)
                .findFirst()
                .ifPresent(maker -> parts.add(view.say("console.results.programme-maker", Figures.plain(maker, 2))));
        var strip = canvas.strip(row, 0);
        strip.put(Role.DIM, view.say("console.results.programme")).skip(1);
        strip.put(Role.TEXT, String.join(" | ", parts));
        strip.end();
    }

    /** A short table leaves room. */
    private int curveRows(int height, Results results) {
        int table = TABLE_FRAME
                + (results.programme().isEmpty() ? 0 : 1)
                + switch (by) {
                    case DAY -> results.days().size();
                    case HOUR -> results.hours().size();
                    case LAYER -> results.layers().size();
                    case SIDE -> results.sides().size();
                };
        return Math.max(height / LEAST_CURVE, Math.min(height * 2 / 3, height - table));
    }

    @Override
    public List<KeyHint> hints(View view) {
        var hints = new ArrayList<KeyHint>();
        hints.add(new KeyHint(
                KeyBinding.NEXT_TABLE,
                Message.of("console.results.by." + by.next().name().toLowerCase(Locale.ROOT))));
        hints.addAll(table().hints(view));
        return hints;
    }

    @Override
    public void press(Action.Full key, ScreenErrands errands) {
        if (key == Action.Full.NEXT) {
            by = by.next();
        } else {
            table().press(key, errands);
        }
    }

    @Override
    public boolean back() {
        return table().back();
    }

    @Override
    public void filter(String text) {
        table().filter(text);
    }

    @Override
    public void click(int row) {
        table().click(row);
    }
}
