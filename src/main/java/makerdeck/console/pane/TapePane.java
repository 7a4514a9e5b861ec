package makerdeck.console.pane;

import makerdeck.console.theme.Role;
import makerdeck.domain.Side;

/** The market's own trades, newest first. */
final class TapePane implements Pane {

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        TitleRow.paint(canvas, area, "Tape", "");
        var body = area.below(1);
        canvas.blank(body);
        var market = view.desk().market();
        if (market == null) {
            return;
        }
        var trades = view.desk().trades();
        for (int row = 0; row < Math.min(body.height(), trades.size()); row++) {
            var trade = trades.get(trades.size() - 1 - row);
            boolean bought = trade.taker() == Side.BID;
            var role = bought ? Role.DIRECTION_UP : Role.DIRECTION_DOWN;
            canvas.strip(body, row)
                    .put(Role.DIM, " " + Figures.clock(trade.at(), view.zone()) + " ")
                    .left(role, bought ? "buy" : "sell", 5)
                    .right(role, market.text(trade.price()), 9)
                    .right(Role.TEXT, market.text(trade.quantity()), 11)
                    .end();
        }
    }
}
