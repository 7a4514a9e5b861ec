package makerdeck.console.pane;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Phrase;
import makerdeck.console.pane.widget.Recent;
import makerdeck.console.pane.widget.Strip;
import makerdeck.console.pane.widget.Wrapped;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.snapshot.OrderRow;

/** Our orders as they stand in the ladder: distance from mid, age, and what rests in front of them. */
final class OrdersPane implements Pane {

    private static final String OPEN = "OPEN";
    /** Rows that a reason may take. */
    private static final int REASON = 3;

    private static final ScrolledRows.Rows<OrderRow> ROWS =
            ScrolledRows.rows(row -> null, row -> row.tag() + " " + row.side() + " " + row.state());

    private final boolean titled;

    /** @param titled whether the first row is the pane's title */
    OrdersPane(boolean titled) {
        this.titled = titled;
    }

    @Override
    public Inputs inputs(Area area, View view) {
        var desk = view.desk();
        var ages = new ArrayList<String>();
        for (var order : desk.orders()) {
            ages.add(age(order, view));
        }
        return Inputs.of(
                desk.orders(),
                ages,
                view.mid(),
                desk.quoting().bidReason(),
                desk.quoting().askReason(),
                view.recent());
    }

    private static String age(OrderRow order, View view) {
        return Figures.age(Duration.between(order.since(), view.now()));
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        if (titled) {
            title(canvas, area, view);
        }
        rows(canvas, titled ? area.below(1) : area, view);
    }

    private static void title(Canvas canvas, Area area, View view) {
        var orders = view.desk().orders();
        var rejected = rejected(view);
        TitleRow.paint(
                canvas,
                area,
                view,
                PaneName.ORDERS,
                rejected.isEmpty() ? Role.DIM : Role.FLASH,
                rejected,
                view.say("console.orders.open", orders.size()),
                ScrolledRows.position(view, PaneName.ORDERS));
    }

    /** The order that the venue has just refused, empty when it has not. */
    private static String rejected(View view) {
        var order = view.recent().rejected();
        return order == null
                ? ""
                : view.say(
                        order.side() == Side.BID ? "console.orders.bid-rejected" : "console.orders.ask-rejected",
                        order.price().toPlainString());
    }

    private static void rows(Canvas canvas, Area body, View view) {
        canvas.blank(body);
        var market = view.desk().market();
        var orders = view.desk().orders();
        var reasons = reasons(view, body, Math.min(2, orders.size()));
        int room = Math.max(0, body.height() - reasons.size());
        int row = 0;
        if (market != null) {
            var scrolled = ScrolledRows.of(PaneName.ORDERS, orders, ROWS, canvas, view, room);
            var shown = scrolled.scroll().skipped() > 0
                    ? scrolled.shown().stream().limit(room).toList()
                    : scrolled.shown();
            var nearest = NearestOrders.of(shown, room).rows();
            var recent = view.recent();
            var columns = OrderColumns.of(nearest, market, body.width());
            for (var each : nearest) {
                row(canvas.strip(body, row++, ground(each, recent)), each, columns, view);
            }
        }
        for (var reason : reasons) {
            canvas.strip(body, row++).put(Role.LOG_WARN, reason).end();
        }
    }

    /** Why sides are empty, in rows, while as many rows are left for orders as there have to be. */
    private static List<String> reasons(View view, Area body, int orders) {
        var reasons = reasons(view);
        int most = Math.max(1, (body.height() - orders) / Math.max(1, reasons.size()));
        return reasons.stream()
                .flatMap(reason -> Wrapped.rows(reason, body.width() - 1, 1, Math.min(most, REASON)).stream())
                .map(row -> " " + row)
                .limit(body.height())
                .toList();
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

    private static Role ground(NearestOrders.Row row, Recent recent) {
        var order = row.order();
        return order != null && recent.hasFilled(order.orderId()) ? Role.FLASH : Role.TEXT;
    }

    private static void row(Strip strip, NearestOrders.Row row, OrderColumns columns, View view) {
        var order = row.order();
        if (order != null) {
            order(strip, order, row.asks() + row.bids(), columns, view);
        } else {
            strip.put(Role.DIM, " " + view.say("console.orders.counts", row.asks(), row.bids()))
                    .end();
        }
    }

    private static void order(Strip strip, OrderRow order, int more, OrderColumns columns, View view) {
        var own = order.side() == Side.BID ? Role.OWN_BID : Role.OWN_ASK;
        var market = columns.market();
        var size = market.decimal(order.remaining());
        strip.put(Role.TEXT, " ").left(own, order.tag(), OrderColumns.TAG);
        strip.column(own, columns.price(), market.text(order.price()), Figures.shorter(market.decimal(order.price())));
        strip.column(Role.TEXT, columns.size(), columns.size(size), Figures.shorter(size));
        strip.column(Role.TEXT, columns.distance(), distance(order, market, view));
        if (more > 0) {
            more(strip, more, view);
        } else {
            strip.column(Role.DIM, columns.age(), age(order, view));
        }
        var ahead = order.queueAhead();
        if (!order.state().equals(OPEN)) {
            var state = view.say("console.orders.state."
                    + order.state().toLowerCase(Locale.ROOT).replace('_', '-'));
            strip.put(Role.LATE, (strip.room() > Widths.of(state) + 1 ? "  " : " ") + state);
        } else if (ahead != null && more == 0) {
            columns.queue(strip, market.decimal(ahead), view);
        }
        strip.end();
    }

    /** In place of its age: how many stand behind it. */
    private static void more(Strip strip, int more, View view) {
        strip.put(Phrase.of(Role.LATE, " " + view.say("console.orders.more", more)), Phrase.of(Role.LATE, " +" + more));
    }

    private static String distance(OrderRow order, Market market, View view) {
        return view.mid()
                .map(mid -> Figures.percent(Figures.distance(market.decimal(order.price()), mid)))
                .orElse("");
    }
}
