package makerdeck.console.screen;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import makerdeck.command.ScreenName;
import makerdeck.console.pane.View;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.theme.Role;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.snapshot.FillRow;
import org.jspecify.annotations.Nullable;

/** Our latest executions, newest first. */
final class FillsTable implements Table<FillRow> {

    private static final int FEE_DECIMALS = 10;

    @Override
    public ScreenName name() {
        return ScreenName.FILLS;
    }

    @Override
    public List<Column<FillRow>> columns() {
        return List.of(
                Column.figure(
                        "console.column.time",
                        1,
                        (row, view) ->
                                Cell.figure(Role.DIM, Figures.moment(row.fill().at(), view.now(), view.zone())),
                        Comparator.comparing(row -> row.fill().at())),
                Column.word(
                        "console.column.side",
                        3,
                        4,
                        (row, view) -> Cell.word(side(row), side(row, view)),
                        Comparator.comparing(row -> row.fill().side())),
                Column.figure("console.column.quantity", 1, FillsTable::quantity, Comparator.comparing(row -> row.fill()
                        .quantity())),
                Column.figure("console.column.price", 1, FillsTable::price, Comparator.comparing(row -> row.fill()
                        .price())),
                Column.word(
                        "console.column.tag",
                        2,
                        3,
                        (row, view) -> Cell.word(own(row), row.tag()),
                        Comparator.comparing(FillRow::tag)),
                Column.figure(
                        "console.column.markout",
                        4,
                        (row, view) -> markout(row),
                        Comparator.comparing(
                                FillRow::markout5s, Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()))),
                Column.figure(
                        "console.column.fee",
                        5,
                        (row, view) -> Cell.figure(Role.TEXT, fee(row)),
                        Comparator.<FillRow, String>comparing(row -> row.fill().feeAsset())
                                .thenComparing(row -> row.fill().fee())),
                Column.figure(
                        "console.column.ratio",
                        6,
                        (row, view) -> ratio(row),
                        Comparator.comparing(
                                FillRow::ratioAfter, Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()))),
                Column.word(
                        "console.column.liquidity",
                        7,
                        5,
                        (row, view) -> Cell.word(row.fill().maker() ? Role.DIM : Role.LATE, liquidity(row, view)),
                        Comparator.comparing(row -> row.fill().maker())),
                Column.figure("console.column.value", 8, FillsTable::value, Comparator.comparing(row -> row.fill()
                        .price()
                        .multiply(row.fill().quantity()))),
                Column.word(
                        "console.column.trade-id",
                        9,
                        6,
                        (row, view) -> Cell.name(Role.DIM, tradeId(row)),
                        Comparator.comparing(row -> row.fill().tradeId())),
                Column.word(
                        "console.column.order-id",
                        10,
                        8,
                        (row, view) -> Cell.name(Role.DIM, row.fill().orderId()),
                        Comparator.comparing(row -> row.fill().orderId())));
    }

    @Override
    public List<FillRow> rows(View view) {
        var desk = view.still().desk();
        return desk.market() == null ? List.of() : desk.fills();
    }

    /** A trade with oneself gives two rows with one trade id. */
    @Override
    public Object identity(FillRow row) {
        return List.of(row.fill().orderId(), row.fill().tradeId());
    }

    @Override
    public List<String> summary(View view) {
        var desk = view.still().desk();
        var totals = desk.totals();
        var notes = new ArrayList<>(List.of(view.say("console.fills.count", totals.fills(), totals.buys())));
        var markouts = rows(view).stream()
                .map(FillRow::markout5s)
                .filter(Objects::nonNull)
                .toList();
        if (!markouts.isEmpty()) {
            var mean = markouts.stream()
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(markouts.size()), 6, RoundingMode.HALF_UP);
            notes.add(view.say("console.fills.mean-markout", Figures.percent(mean), markouts.size()));
        }
        return notes;
    }

    @Override
    public Message empty(View view) {
        return Message.of("console.fills.empty");
    }

    @Override
    public Optional<FullScreen> open(FillRow row, View view) {
        return Optional.of(
                TextScreen.live(view.say("console.title.fill", tradeId(row)), now -> about(latest(row, now), now)));
    }

    /** Its markout comes later than the fill. */
    private FillRow latest(FillRow row, View view) {
        return view.desk().fills().stream()
                .filter(one -> identity(one).equals(identity(row)))
                .findFirst()
                .orElse(row);
    }

    private static List<TextLine> about(FillRow row, View view) {
        var fill = row.fill();
        var market = view.desk().market();
        var facts = new Facts(view)
                .add(
                        "console.column.time",
                        fill.at().atZone(view.zone()).toOffsetDateTime().toString())
                .add("console.column.side", side(row), side(row, view))
                .add("console.column.quantity", quantity(row, view).whole() + base(market))
                .add("console.column.price", price(row, view).whole() + quote(market))
                .add("console.column.value", value(row, view).whole() + quote(market))
                .add("console.column.tag", row.tag())
                .add("console.column.liquidity", liquidity(row, view))
                .add("console.column.fee", fee(row))
                .add("console.column.markout", row.markout5s() == null ? "" : Figures.percent(row.markout5s()))
                .add("console.column.ratio", row.ratioAfter() == null ? "" : Figures.brief(row.ratioAfter(), 2) + "%")
                .add("console.column.trade-id", tradeId(row))
                .add("console.column.order-id", fill.orderId());
        if (fill.clientId() != null) {
            facts.add("console.column.client-id", String.valueOf(fill.clientId().value()));
        }
        return facts.lines();
    }

    @Override
    public String copied(FillRow row, View view) {
        return row.fill().isNameless() ? row.fill().orderId() : tradeId(row);
    }

    private static String base(@Nullable Market market) {
        return market == null ? "" : " " + market.base();
    }

    private static String quote(@Nullable Market market) {
        return market == null ? "" : " " + market.quote();
    }

    private static String tradeId(FillRow row) {
        return row.fill().isNameless() ? "-" : String.valueOf(row.fill().tradeId());
    }

    private static boolean isBuy(FillRow row) {
        return row.fill().side() == Side.BID;
    }

    private static Role side(FillRow row) {
        return isBuy(row) ? Role.SIDE_BID : Role.SIDE_ASK;
    }

    private static Role own(FillRow row) {
        return isBuy(row) ? Role.OWN_BID : Role.OWN_ASK;
    }

    private static String side(FillRow row, View view) {
        return view.say(isBuy(row) ? "console.fills.buy" : "console.fills.sell");
    }

    private static String liquidity(FillRow row, View view) {
        return view.say(row.fill().maker() ? "console.fills.maker" : "console.fills.taker");
    }

    private static Cell price(FillRow row, View view) {
        var market = view.desk().market();
        return market == null
                ? Cell.none()
                : Cell.figure(Role.TEXT, market.textOfPrice(row.fill().price()));
    }

    private static Cell quantity(FillRow row, View view) {
        var market = view.desk().market();
        var quantity = row.fill().quantity();
        return market == null
                ? Cell.none()
                : Cell.figure(Role.TEXT, market.textOfQuantity(quantity), Figures.rough(quantity));
    }

    private static Cell value(FillRow row, View view) {
        var market = view.desk().market();
        if (market == null) {
            return Cell.none();
        }
        var value = row.fill().price().multiply(row.fill().quantity());
        return Cell.figure(Role.TEXT, Figures.plain(value, market.decimals(value, 2)), Figures.rough(value));
    }

    private static Cell markout(FillRow row) {
        var markout = row.markout5s();
        return markout == null
                ? Cell.figure(Role.DIM, "..")
                : Cell.figure(markout.signum() < 0 ? Role.PNL_LOSS : Role.PNL_PROFIT, Figures.percent(markout));
    }

    private static Cell ratio(FillRow row) {
        var ratio = row.ratioAfter();
        return ratio == null ? Cell.none() : Cell.figure(Role.TEXT, Figures.brief(ratio, 1) + "%");
    }

    /** Small fees need their digits: at least two that say something. */
    private static String fee(FillRow row) {
        var fee = row.fill().fee();
        var exact = fee.stripTrailingZeros();
        int decimals = Math.max(2, Math.min(exact.scale() - exact.precision() + 2, FEE_DECIMALS));
        return Figures.brief(fee, Math.max(4, decimals)) + " " + row.fill().feeAsset();
    }
}
