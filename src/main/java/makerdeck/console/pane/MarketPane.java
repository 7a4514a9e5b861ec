package makerdeck.console.pane;

import java.util.Collections;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Series;
import makerdeck.console.theme.Role;

/** The mid of the last hour as a line, between its lowest and highest. */
final class MarketPane implements Pane {

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var mids = view.mids();
        var volatility = view.desk().quoting().volatility();
        var note = volatility == null
                ? view.say("console.market.warming-up")
                : view.say("console.market.volatility", view.say("console.per-day", Figures.plain(volatility, 1))) + " "
                        + view.desk().quoting().regime();
        TitleRow.paint(canvas, area, view, PaneName.MARKET, Role.DIM, note);
        var body = area.below(1);
        canvas.blank(body);
        if (mids.size() < 2 || body.height() == 0) {
            return;
        }
        int decimals = view.priceDecimals() + 1;
        int labels = Figures.plain(mids.get(mids.size() - 1), decimals).length() + 3;
        int width = Math.max(1, body.width() - labels - 1);
        var rows = Series.rows(mids, width, body.height(), canvas.glyphs());
        for (int row = 0; row < rows.length; row++) {
            var label = row == 0 ? Collections.max(mids) : row == rows.length - 1 ? Collections.min(mids) : null;
            canvas.strip(body, row)
                    .right(Role.DIM, label == null ? "" : Figures.plain(label, decimals), labels - 1)
                    .skip(1)
                    .put(Role.SERIES, rows[row])
                    .end();
        }
    }
}
