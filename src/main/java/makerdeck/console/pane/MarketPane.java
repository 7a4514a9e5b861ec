package makerdeck.console.pane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Collectors;
import makerdeck.command.ChartSpan;
import makerdeck.command.PaneName;
import makerdeck.console.history.Axis;
import makerdeck.console.history.MarketHistory;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.theme.Role;
import makerdeck.domain.Side;
import makerdeck.snapshot.OrderRow;
import org.jspecify.annotations.Nullable;

/** The market over time, and where we were in it: mid, own quotes and fills, share and value of what we hold. */
final class MarketPane implements Pane {

    private static final int WITH_AXIS = 4;
    private static final int WITH_STRIPS = 12;
    private static final int STRIP_OF = 8;
    private static final int HIGHEST_STRIP = 4;
    private static final int CLOCK = 5;

    /** Drawn when the history was last another one: beside them, prices change more often. */
    private MarketChart.@Nullable Lines lines;

    @Override
    public Inputs inputs(Area area, View view) {
        var desk = view.desk();
        var own = new ArrayList<OrderRow>();
        for (var side : Side.values()) {
            MarketHistory.nearest(desk.orders(), side).ifPresent(own::add);
        }
        return Inputs.of(
                Axis.of(view.options().span(), view.now(), view.zone()),
                view.history().seen(),
                own,
                view.mid(),
                MarketChart.isTrusted(view),
                stripRows(area.below(1)) == 0 ? null : desk.inventory(),
                desk.quoting().volatility(),
                desk.quoting().regime());
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        TitleRow.paint(canvas, area, view, PaneName.MARKET, Role.DIM, span(view), volatility(view));
        var body = area.below(1);
        canvas.blank(body);
        if (body.height() == 0) {
            return;
        }
        int axisRows = body.height() >= WITH_AXIS ? 1 : 0;
        int stripRows = stripRows(body);
        int chartRows = body.height() - axisRows - 2 * stripRows;
        var chart = MarketChart.of(view, canvas.glyphs(), body.width(), chartRows, stripRows > 0, lines);
        lines = chart.lines();
        chart.paint(canvas, body.top(chartRows));
        var rest = body.below(chartRows);
        if (axisRows > 0) {
            times(canvas, rest.top(1), chart.width(), view);
        }
        if (stripRows > 0) {
            chart.equity(canvas, rest.below(1).top(stripRows));
            chart.ratio(canvas, rest.below(1 + stripRows));
        }
    }

    /** Of the lines below the chart, each; none where it is low. */
    private static int stripRows(Area body) {
        return body.height() >= WITH_STRIPS ? Math.min(HIGHEST_STRIP, (body.height() - 1) / STRIP_OF) : 0;
    }

    /** Among all others while the keys would change it. */
    private static String span(View view) {
        var span = view.options().span();
        boolean chosen = view.options().focus().chosen() == PaneName.MARKET;
        return chosen
                ? Arrays.stream(ChartSpan.values())
                        .map(each -> each == span ? "<" + each.word() + ">" : each.word())
                        .collect(Collectors.joining(" "))
                : span.word();
    }

    private static String volatility(View view) {
        var volatility = view.desk().quoting().volatility();
        return volatility == null
                ? view.say("console.market.warming-up")
                : view.say("console.market.volatility", view.say("console.per-day", Figures.plain(volatility, 1))) + " "
                        + view.desk().quoting().regime();
    }

    /** The marks of the axis, each where its time begins, as far as one does not stand in the other. */
    private static void times(Canvas canvas, Area row, int width, View view) {
        var span = view.options().span();
        var axis = Axis.of(span, view.now(), view.zone());
        var strip = canvas.strip(row, 0);
        for (var mark : axis.marks()) {
            var time = mark.atZone(view.zone());
            var label = span == ChartSpan.WEEK
                    ? String.format("%02d-%02d", time.getMonthValue(), time.getDayOfMonth())
                    : Figures.clock(mark, view.zone()).substring(0, CLOCK);
            int column = axis.column(mark, width);
            if (column > strip.column() || column == 0) {
                strip.to(column).figure(Role.DIM, label);
            }
        }
        strip.end();
    }
}
