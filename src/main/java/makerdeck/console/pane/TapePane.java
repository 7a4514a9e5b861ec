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
import makerdeck.words.Words;

/** The market's own trades, newest first. */
final class TapePane implements Pane {

    private static final ScrolledRows.Rows<Trade> ROWS = ScrolledRows.rows(Trade::at, TapePane::side);

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var market = view.desk().market();
        var body = area.below(1);
        canvas.blank(body);
        var newestFirst = new ArrayList<>(view.desk().trades());
        Collections.reverse(newestFirst);
        var trades = ScrolledRows.of(PaneName.TAPE, newestFirst, ROWS, canvas, view, body.height());
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
                ? Words.say("console.tape.none")
                : Words.say(
                        "console.tape.last",
                        Figures.roughAge(Duration.between(newestFirst.get(0).at(), view.now())));
    }

    private static String side(Trade trade) {
        return trade.taker() == Side.BID ? Words.say("console.tape.buy") : Words.say("console.tape.sell");
    }

    private static void trade(Strip strip, Trade trade, Market market, View view) {
        var role = trade.taker() == Side.BID ? Role.DIRECTION_UP : Role.DIRECTION_DOWN;
        strip.put(Role.DIM, " " + Figures.clock(trade.at(), view.zone()) + " ")
                .left(role, side(trade), 5)
                .right(role, market.text(trade.price()), 9)
                .right(Role.TEXT, market.text(trade.quantity()), 11)
                .end();
    }
}
