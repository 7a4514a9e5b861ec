package makerdeck.console.screen;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import makerdeck.command.ScreenName;
import makerdeck.console.keys.Action;
import makerdeck.console.pane.View;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.theme.Role;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.snapshot.OrderRow;

/** All orders on the account, ours and others'. */
final class OrdersTable implements Table<OrderRow> {

    private static final String FOREIGN = "X";
    private static final String OPEN = "OPEN";

    private static final Comparator<OrderRow> BY_PRICE = Comparator.comparing(OrderRow::price);

    @Override
    public ScreenName name() {
        return ScreenName.ORDERS;
    }

    @Override
    public List<Column<OrderRow>> columns() {
        return List.of(
                Column.word(
                        "console.column.tag",
                        1,
                        3,
                        (row, view) -> Cell.word(own(row), row.tag()),
                        Comparator.comparing(OrderRow::tag)),
                Column.figure("console.column.price", 1, OrdersTable::price, BY_PRICE),
                Column.figure("console.column.left", 1, OrdersTable::left, Comparator.comparing(OrderRow::remaining)),
                Column.figure("console.column.distance", 2, OrdersTable::distance, BY_PRICE),
                Column.word("console.column.state", 3, 8, OrdersTable::state, Comparator.comparing(OrderRow::state)),
                Column.figure(
                        "console.column.age",
                        4,
                        (row, view) ->
                                Cell.figure(Role.DIM, Figures.roughAge(Duration.between(row.since(), view.now()))),
                        Comparator.comparing(OrderRow::since).reversed()),
                Column.figure(
                        "console.column.queue",
                        5,
                        OrdersTable::queue,
                        Comparator.comparing(
                                OrderRow::queueAhead, Comparator.nullsLast(Comparator.<Quantity>naturalOrder()))),
                Column.word(
                        "console.column.side",
                        6,
                        3,
                        (row, view) -> Cell.word(own(row), side(row, view)),
                        Comparator.comparing(OrderRow::side)),
                Column.figure(
                        "console.column.quantity", 7, OrdersTable::quantity, Comparator.comparing(OrderRow::quantity)),
                Column.figure("console.column.value", 8, OrdersTable::value, Comparator.comparing(OrdersTable::worth)),
                Column.word(
                        "console.column.order-id",
                        9,
                        8,
                        (row, view) -> Cell.name(Role.DIM, Objects.requireNonNullElse(row.orderId(), "")),
                        Comparator.comparing(
                                OrderRow::orderId, Comparator.nullsLast(Comparator.<String>naturalOrder()))));
    }

    @Override
    public List<OrderRow> rows(View view) {
        return view.desk().market() == null ? List.of() : view.desk().orders();
    }

    /** The tag goes from order to order; a foreign order has but the venue's id. */
    @Override
    public Object identity(OrderRow row) {
        return key(row);
    }

    static Object key(OrderRow row) {
        return isForeign(row) ? String.valueOf(row.orderId()) : row.clientId();
    }

    private static boolean isForeign(OrderRow row) {
        return row.tag().equals(FOREIGN);
    }

    @Override
    public List<String> summary(View view) {
        var orders = rows(view);
        long foreign = orders.stream().filter(OrdersTable::isForeign).count();
        long bids = orders.stream()
                .filter(row -> row.side() == Side.BID && !isForeign(row))
                .count();
        long asks = orders.size() - foreign - bids;
        return List.of(
                foreign == 0
                        ? view.say("console.orders.counts", asks, bids)
                        : view.say("console.orders.counts-foreign", asks, bids, foreign));
    }

    @Override
    public Message empty(View view) {
        var quoting = view.desk().quoting();
        var why = quoting.bidReason() == null ? quoting.askReason() : quoting.bidReason();
        return why == null ? Message.of("console.orders.empty") : Message.of("console.orders.no-quotes", why);
    }

    @Override
    public Optional<FullScreen> open(OrderRow row, View view) {
        var story = new OrderStory(row);
        return Optional.of(TextScreen.live(view.say("console.title.order", row.tag()), story::lines));
    }

    @Override
    public List<RowAction> actions(OrderRow row, View view) {
        return isForeign(row)
                ? List.of()
                : List.of(new RowAction(
                        Action.Full.ACT, Message.of("console.key.cancel", row.tag()), "cancel " + row.tag()));
    }

    @Override
    public Message noAction(OrderRow row) {
        return isForeign(row) ? Message.of("console.orders.foreign") : Table.super.noAction(row);
    }

    @Override
    public String copied(OrderRow row, View view) {
        return Objects.requireNonNullElse(row.orderId(), String.valueOf(row.clientId()));
    }

    private static Role own(OrderRow row) {
        return row.side() == Side.BID ? Role.OWN_BID : Role.OWN_ASK;
    }

    static String side(OrderRow row, View view) {
        return view.say(row.side() == Side.BID ? "console.side.bid" : "console.side.ask");
    }

    private static Cell price(OrderRow row, View view) {
        var market = view.desk().market();
        return market == null ? Cell.none() : Cell.figure(own(row), market.text(row.price()));
    }

    private static Cell left(OrderRow row, View view) {
        return quantity(row.remaining(), view);
    }

    private static Cell quantity(OrderRow row, View view) {
        return quantity(row.quantity(), view);
    }

    private static Cell quantity(Quantity quantity, View view) {
        var market = view.desk().market();
        return market == null
                ? Cell.none()
                : Cell.figure(Role.TEXT, market.text(quantity), Figures.rough(market.decimal(quantity)));
    }

    private static Cell value(OrderRow row, View view) {
        var market = view.desk().market();
        if (market == null) {
            return Cell.none();
        }
        var value = market.decimal(row.remaining()).multiply(market.decimal(row.price()));
        return Cell.figure(Role.TEXT, Figures.plain(value, market.decimals(value, 2)), Figures.rough(value));
    }

    /** In ticks times steps, to compare by. */
    private static BigDecimal worth(OrderRow row) {
        return BigDecimal.valueOf(row.price().ticks())
                .multiply(BigDecimal.valueOf(row.remaining().steps()));
    }

    private static Cell distance(OrderRow row, View view) {
        var market = view.desk().market();
        if (market == null) {
            return Cell.none();
        }
        return view.mid()
                .map(mid -> Figures.distance(market.decimal(row.price()), mid))
                .map((BigDecimal percent) -> Cell.figure(Role.TEXT, Figures.percent(percent)))
                .orElseGet(Cell::none);
    }

    private static Cell queue(OrderRow row, View view) {
        var market = view.desk().market();
        var ahead = row.queueAhead();
        if (market == null || ahead == null || !row.state().equals(OPEN)) {
            return Cell.none();
        }
        var quantity = market.decimal(ahead);
        return Cell.figure(
                Role.TEXT, Figures.brief(quantity, Math.max(0, market.stepSize().scale())), Figures.rough(quantity));
    }

    private static Cell state(OrderRow row, View view) {
        var word = view.say(
                "console.orders.state." + row.state().toLowerCase(Locale.ROOT).replace('_', '-'));
        return Cell.word(row.state().equals(OPEN) ? Role.DIM : Role.LATE, word);
    }
}
