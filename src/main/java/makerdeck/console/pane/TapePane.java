package makerdeck.console.pane;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.theme.Role;
import makerdeck.domain.Side;
import makerdeck.domain.Trade;
import org.jspecify.annotations.Nullable;

/** The market's own trades, newest first. */
final class TapePane implements Pane {

    private static final int PRICE = 9;
    private static final int SIZE = 11;

    @Override
    public Inputs inputs(Area area, View view) {
        var trades = view.desk().trades();
        return Inputs.of(trades, last(trades.isEmpty() ? null : trades.get(trades.size() - 1), view));
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var market = view.desk().market();
        var body = area.below(1);
        canvas.blank(body);
        var newestFirst = new ArrayList<>(view.desk().trades());
        Collections.reverse(newestFirst);
        var rows = ScrolledRows.rows(Trade::at, (Trade trade) -> side(trade, view));
        var trades = ScrolledRows.of(PaneName.TAPE, newestFirst, rows, canvas, view, body.height());
        trades.title(
                PaneName.TAPE,
                canvas,
                area,
                view,
                trades.more(view, body.height()),
                last(newestFirst.isEmpty() ? null : newestFirst.get(0), view));
        if (market == null) {
            return;
        }
        var shown =
                trades.shown().subList(0, Math.min(body.height(), trades.shown().size()));
        int price = PRICE;
        int size = SIZE;
        for (var trade : shown) {
            price = Math.max(price, market.text(trade.price()).length() + 1);
            size = Math.max(size, market.text(trade.quantity()).length() + 2);
        }
        for (int row = 0; row < shown.size(); row++) {
            var trade = shown.get(row);
            var role = trade.taker() == Side.BID ? Role.DIRECTION_UP : Role.DIRECTION_DOWN;
            canvas.strip(body, row)
                    .figure(Role.DIM, " " + Figures.clock(trade.at(), view.zone()) + " ")
                    .left(role, side(trade, view), 5)
                    .column(role, price, market.text(trade.price()), Figures.shorter(market.decimal(trade.price())))
                    .column(
                            Role.TEXT,
                            size,
                            market.text(trade.quantity()),
                            Figures.shorter(market.decimal(trade.quantity())))
                    .end();
        }
    }

    private static String last(@Nullable Trade trade, View view) {
        return trade == null
                ? view.say("console.tape.none")
                : view.say("console.tape.last", Figures.roughAge(Duration.between(trade.at(), view.now())));
    }

    private static String side(Trade trade, View view) {
        return trade.taker() == Side.BID ? view.say("console.tape.buy") : view.say("console.tape.sell");
    }
}
