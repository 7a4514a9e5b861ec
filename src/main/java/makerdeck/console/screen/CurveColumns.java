package makerdeck.console.screen;

import java.math.BigDecimal;
import makerdeck.console.pane.View;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Strip;
import makerdeck.console.theme.Role;
import makerdeck.snapshot.CurveRow.Figure;
import makerdeck.snapshot.CurveRow.Point;

/** The fill curve as a table: as many of its columns as there is room for. */
final class CurveColumns {

    private static final int DISTANCE = 4;
    private static final int VALUE = 8;
    private static final int INTERVAL = 16;
    private static final int OWN = 5;
    private static final int VOLUME = 9;

    private final int interval;
    private final boolean own;
    private final boolean volume;
    private final BigDecimal fee;

    CurveColumns(int width, BigDecimal fee) {
        this.fee = fee;
        int figures = DISTANCE + 3 * VALUE;
        interval = width >= figures + 2 * INTERVAL ? INTERVAL : 0;
        int taken = figures + 2 * interval;
        own = width >= taken + OWN + VALUE;
        volume = own && width >= taken + OWN + VALUE + VOLUME;
    }

    void names(Strip strip, View view) {
        boolean brief = interval == 0;
        var fills = view.say(brief ? "console.curve.fills.brief" : "console.curve.fills");
        var edge = view.say(brief ? "console.curve.edge.brief" : "console.curve.edge");
        strip.right(Role.LABEL, view.say("console.curve.distance"), DISTANCE)
                .right(Role.LABEL, fills, VALUE + interval)
                .right(Role.LABEL, edge, VALUE + interval)
                .right(Role.LABEL, view.say("console.curve.net"), VALUE);
        if (own) {
            strip.right(Role.LABEL, view.say("console.curve.own"), OWN + VALUE);
        }
        if (volume) {
            strip.right(Role.LABEL, view.say("console.curve.volume"), VOLUME);
        }
        strip.end();
    }

    void row(Strip strip, View view, Point point) {
        strip.column(Role.LABEL, DISTANCE, Figures.plain(point.distance(), 0));
        bounded(strip, point.fills());
        var edge = point.edge();
        if (edge == null) {
            strip.right(Role.DIM, view.say("console.curve.few"), VALUE + interval + VALUE);
        } else {
            bounded(strip, edge);
            var net = edge.value().subtract(fee);
            strip.column(net.signum() < 0 ? Role.PNL_LOSS : Role.PNL_PROFIT, VALUE, Figures.signed(net, 1));
        }
        var ours = point.ownEdge();
        if (own) {
            strip.column(Role.TEXT, OWN, ours == null ? "" : Long.toString(point.own()))
                    .column(Role.TEXT, VALUE, ours == null ? "" : Figures.signed(ours.value(), 1));
        }
        if (volume) {
            strip.column(Role.DIM, VOLUME, Figures.plain(point.volume(), 0), Figures.shorter(point.volume()));
        }
        strip.end();
    }

    private void bounded(Strip strip, Figure figure) {
        strip.column(Role.TEXT, VALUE, Figures.plain(figure.value(), 1), Figures.shorter(figure.value()));
        var low = figure.low();
        var high = figure.high();
        if (interval > 0 && low != null && high != null) {
            strip.column(Role.DIM, interval, "[" + Figures.plain(low, 1) + ".." + Figures.plain(high, 1) + "]");
        } else {
            strip.skip(interval);
        }
    }
}
