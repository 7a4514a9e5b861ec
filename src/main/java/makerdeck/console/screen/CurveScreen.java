package makerdeck.console.screen;

import java.util.ArrayList;
import java.util.List;
import makerdeck.console.keys.Action;
import makerdeck.console.keys.KeyBinding;
import makerdeck.console.pane.KeyHint;
import makerdeck.console.pane.TitleRow;
import makerdeck.console.pane.View;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Scrolling;
import makerdeck.console.pane.widget.Wrapped;
import makerdeck.console.theme.Role;
import makerdeck.snapshot.CurveRow;
import makerdeck.snapshot.CurveRow.Figure;

/**
 * How often quotes are filled by their distance from the mid and what such fills are worth: in a few words, as two lines,
 * and as a table that follows the desk. UI thread only.
 */
public final class CurveScreen implements FullScreen {

    /** With fewer rows there is no plot, with still fewer no formula. */
    private static final int WITH_PLOT = 20;

    private static final int WITH_FORMULA = 14;
    private static final int LEAST_PLOT = 6;
    private static final int NAMES = 1;

    private final Scrolling scrolling = new Scrolling();

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        canvas.blank(area);
        var curve = view.desk().curve();
        TitleRow.paint(
                canvas,
                area,
                view.say("console.curve.title"),
                view.say("console.curve.watched", Figures.span(curve.watched())));
        var body = area.below(1);
        var said = said(view, curve, area.height() >= WITH_FORMULA).stream()
                .flatMap(line -> Wrapped.table(line, Math.max(1, area.width() - 2)).stream())
                .toList();
        for (int i = 0; i < said.size(); i++) {
            canvas.strip(body, i).put(Role.TEXT, " " + said.get(i)).end();
        }
        if (curve.points().isEmpty()) {
            return;
        }
        body = body.below(said.size());
        if (area.height() >= WITH_PLOT) {
            int rows = Math.max(LEAST_PLOT, body.height() / 3);
            CurvePlot.paint(canvas, body.top(rows), view, curve);
            body = body.below(rows);
        }
        table(canvas, body, view, curve);
    }

    private static List<String> said(View view, CurveRow curve, boolean formula) {
        if (curve.points().isEmpty()) {
            return List.of(
                    view.say("engine.expected.young", Figures.span(curve.watched()), Figures.span(curve.enough())));
        }
        var lines = new ArrayList<String>();
        var fit = curve.fit();
        if (formula) {
            lines.add(
                    fit == null
                            ? view.say("engine.curve.no-fit")
                            : view.say(
                                    "engine.curve.fit",
                                    figure(view, fit.a(), 0),
                                    figure(view, fit.k(), 3),
                                    Figures.plain(fit.from(), 1)));
        }
        lines.add(evenly(view, curve));
        return lines;
    }

    private static String evenly(View view, CurveRow curve) {
        var even = curve.breakEven();
        var fee = Figures.plain(curve.fee(), 1);
        if (even == null) {
            return view.say("engine.curve.no-break-even", fee);
        }
        var high = even.high();
        return view.say(
                "engine.curve.break-even",
                Figures.plain(even.half(), 1),
                Figures.plain(even.low(), 1),
                high == null ? view.say("engine.unknown") : Figures.plain(high, 1),
                fee);
    }

    private static String figure(View view, Figure figure, int decimals) {
        var low = figure.low();
        var high = figure.high();
        return low == null || high == null
                ? Figures.plain(figure.value(), decimals)
                : view.say(
                        "engine.expected.figure",
                        Figures.plain(figure.value(), decimals),
                        Figures.plain(low, decimals),
                        Figures.plain(high, decimals));
    }

    private void table(Canvas canvas, Area area, View view, CurveRow curve) {
        var columns = new CurveColumns(area.width(), curve.fee());
        columns.names(canvas.strip(area, 0), view);
        var body = area.below(NAMES);
        var points = curve.points();
        scrolling.fit(points.size(), body.height());
        for (int i = 0; i < body.height() && scrolling.skipped() + i < points.size(); i++) {
            columns.row(canvas.strip(body, i), view, points.get(scrolling.skipped() + i));
        }
    }

    @Override
    public List<KeyHint> hints(View view) {
        var hints = new ArrayList<KeyHint>();
        hints.add(KeyHint.of(KeyBinding.BACK, "console.key.back"));
        if (scrolling.moves()) {
            hints.add(KeyHint.of(KeyBinding.PAGE_DOWN, "console.key.scroll"));
        }
        hints.add(KeyHint.of(KeyBinding.HALT, "console.key.halt"));
        return hints;
    }

    @Override
    public void press(Action.Full key, ScreenErrands errands) {
        scrolling.press(key);
    }
}
