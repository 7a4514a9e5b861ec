package makerdeck.console.pane;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Strip;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.snapshot.OrderRow;

/** Our orders as they stand in the ladder: distance from mid, age, and what rests in front of them. */
final class OrdersPane implements Pane {

    private static final String OPEN = "OPEN";
    private static final int TIGHT = 36;

    private static final ScrolledRows.Rows<OrderRow> ROWS =
            ScrolledRows.rows(row -> null, row -> row.tag() + " " + row.side() + " " + row.state());

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var orders = view.desk().orders();
        TitleRow.paint(
                canvas,
                area,
                view,
                PaneName.ORDERS,
                ScrolledRows.position(view, PaneName.ORDERS) + view.say("console.orders.open", orders.size()));
        rows(canvas, area.below(1), view);
    }

    /** Without a title. */
    static void rows(Canvas canvas, Area body, View view) {
        canvas.blank(body);
        var market = view.desk().market();
        var reasons = reasons(view);
        int room = Math.max(0, body.height() - reasons.size());
        int row = 0;
        if (market != null) {
            var orders = ScrolledRows.of(PaneName.ORDERS, view.desk().orders(), ROWS, canvas, view, room);
            var shown = orders.scroll().skipped() > 0
                    ? orders.shown().stream().limit(room).toList()
                    : orders.shown();
            for (var each : NearestOrders.of(shown, room).rows()) {
                row(canvas.strip(body, row++), each, market, view);
            }
        }
        for (var reason : reasons) {
            canvas.strip(body, row++).put(Role.LOG_WARN, " " + reason).end();
        }
    }

    /** Why a side is empty. */
    private static List<String> reasons(View view) {
        var quoting = view.desk().quoting();
        if (quoting.askReason() != null && quoting.askReason().equals(quoting.bidReason())) {
            return List.of(view.say("console.orders.no-quotes", quoting.askReason()));
        }
        var asks = quoting.askReason() == null
                ? List.<String>of()
                : List.of(view.say("console.orders.no-asks", quoting.askReason()));
        return quoting.bidReason() == null
                ? asks
                : Stream.concat(asks.stream(), Stream.of(view.say("console.orders.no-bids", quoting.bidReason())))
                        .toList();
    }

    private static void row(Strip strip, NearestOrders.Row row, Market market, View view) {
        var order = row.order();
        if (order != null) {
            order(strip, order, row.asks() + row.bids(), market, view);
        } else {
            strip.put(Role.DIM, " " + view.say("console.orders.counts", row.asks(), row.bids()))
                    .end();
        }
    }

    private static void order(Strip strip, OrderRow order, int more, Market market, View view) {
        var own = order.side() == Side.BID ? Role.OWN_BID : Role.OWN_ASK;
        boolean tight = strip.room() < TIGHT;
        int decimals = Math.max(0, market.stepSize().scale());
        var price = market.text(order.price());
        strip.put(Role.TEXT, " ")
                .left(own, order.tag(), 3)
                .right(own, price, Math.max(tight ? 0 : 8, price.length()))
                .right(
                        Role.TEXT,
                        Figures.plain(market.decimal(order.remaining()), decimals),
                        decimals + (tight ? 4 : 6))
                .right(Role.TEXT, distance(order, market, view), tight ? 6 : 8);
        if (more > 0) {
            more(strip, more, view);
        } else {
            strip.right(Role.DIM, Figures.age(Duration.between(order.since(), view.now())), tight ? 4 : 5);
        }
        var ahead = order.queueAhead();
        if (!order.state().equals(OPEN)) {
            strip.put(
                    Role.LATE,
                    "  "
                            + view.say("console.orders.state."
                                    + order.state().toLowerCase(Locale.ROOT).replace('_', '-')));
        } else if (ahead != null && more == 0) {
            queue(strip, market.decimal(ahead), view);
        }
        strip.end();
    }

    /** In place of its age: how many stand behind it. */
    private static void more(Strip strip, int more, View view) {
        var words = " " + view.say("console.orders.more", more);
        strip.put(Role.LATE, Widths.of(words) <= strip.room() ? words : " +" + more);
    }

    /** As much as there is room for, but never half a number. */
    private static void queue(Strip strip, BigDecimal ahead, View view) {
        var label = view.say(strip.room() > 14 ? "console.orders.queue" : "console.orders.queue-short");
        var exact = Figures.brief(ahead, 1);
        int room = strip.room() - Widths.of(label);
        var text = exact.length() + 2 <= room ? exact : Figures.rough(ahead);
        if (text.length() + 1 <= room) {
            strip.put(Role.LABEL, text.length() + 3 <= room ? "  " : " ")
                    .put(Role.LABEL, label)
                    .put(Role.LABEL, text.length() + 2 <= room ? " " : "")
                    .put(Role.TEXT, text);
        }
    }

    private static String distance(OrderRow order, Market market, View view) {
        return view.mid()
                .map(mid -> Figures.percent(Figures.distance(market.decimal(order.price()), mid)))
                .orElse("");
    }
}
