package makerdeck.console.pane;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Strip;
import makerdeck.console.theme.Role;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.domain.Trade;

/** The market's own trades, newest first. */
final class TapePane implements Pane {

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var market = view.desk().market();
        var body = area.below(1);
        canvas.blank(body);
        var newestFirst = new ArrayList<>(view.desk().trades());
        Collections.reverse(newestFirst);
        var rows = ScrolledRows.rows(Trade::at, (Trade trade) -> side(trade, view));
        var trades = ScrolledRows.of(PaneName.TAPE, newestFirst, rows, canvas, view, body.height());
        trades.title(PaneName.TAPE, canvas, area, view, last(newestFirst, view));
        if (market == null) {
            return;
        }
        for (int row = 0; row < Math.min(body.height(), trades.shown().size()); row++) {
            trade(canvas.strip(body, row), trades.shown().get(row), market, view);
        }
    }

    private static String last(List<Trade> newestFirst, View view) {
        return newestFirst.isEmpty()
                ? view.say("console.tape.none")
                : view.say(
                        "console.tape.last",
                        Figures.roughAge(Duration.between(newestFirst.get(0).at(), view.now())));
    }

    private static String side(Trade trade, View view) {
        return trade.taker() == Side.BID ? view.say("console.tape.buy") : view.say("console.tape.sell");
    }

    private static void trade(Strip strip, Trade trade, Market market, View view) {
        var role = trade.taker() == Side.BID ? Role.DIRECTION_UP : Role.DIRECTION_DOWN;
        strip.put(Role.DIM, " " + Figures.clock(trade.at(), view.zone()) + " ")
                .left(role, side(trade, view), 5)
                .right(role, market.text(trade.price()), 9)
                .right(Role.TEXT, market.text(trade.quantity()), 11)
                .end();
    }
}
