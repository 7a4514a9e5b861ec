package makerdeck.console.pane;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Phrase;
import makerdeck.console.pane.widget.Strip;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.snapshot.FillRow;
import makerdeck.snapshot.Totals;
import org.jspecify.annotations.Nullable;

/** Our executions, newest first: what, at what cost, what the market did after it, and the ratio it left. */
final class FillsPane implements Pane {

    private static final int MOST_DECIMALS = 10;

    private static final int SIZE = 5;
    private static final int MARKOUT = 7;
    /** Time, side and the blanks around them. */
    private static final int SIDE_ENDS = 15;

    private static final int FEE = 11;

    /** What the rows have in common: the widths of sizes and prices. */
    private record Columns(Market market, int size, int price) {}

    @Override
    public Inputs inputs(Area area, View view) {
        var still = view.still();
        var totals = still.desk().totals();
        return Inputs.of(
                still.desk().fills(),
                totals.fills(),
                totals.buys(),
                totals.feesQuote(),
                totals.feesApart(),
                totals.volumeBase(),
                view.recent().fills());
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var desk = view.still().desk();
        var market = desk.market();
        var body = area.below(1);
        canvas.blank(body);
        var fills = ScrolledRows.of(PaneName.FILLS, desk.fills(), rows(view), canvas, view, body.height());
        var totals = desk.totals();
        fills.title(
                PaneName.FILLS,
                canvas,
                area,
                view,
                fills.more(view, body.height()),
                view.say("console.fills.count", totals.fills(), totals.buys()),
                view.say("console.fills.fees", fees(totals, market)),
                view.say("console.fills.volume", volume(totals, market)));
        if (market == null) {
            return;
        }
        var shown =
                fills.shown().subList(0, Math.min(body.height(), fills.shown().size()));
        int size = widest(shown, row -> market.textOfQuantity(row.fill().quantity()), SIZE);
        int price = widest(shown, row -> market.textOfPrice(row.fill().price()), 0);
        var recent = view.recent();
        for (int row = 0; row < shown.size(); row++) {
            var fill = shown.get(row);
            var ground = recent.fills().contains(fill.fill()) ? Role.FLASH : Role.TEXT;
            fill(canvas.strip(body, row, ground), fill, new Columns(market, size, price), view);
        }
    }

    private static int widest(List<FillRow> rows, Function<FillRow, String> text, int least) {
        return rows.stream().mapToInt(row -> text.apply(row).length()).reduce(least, Math::max);
    }

    private static ScrolledRows.Rows<FillRow> rows(View view) {
        return ScrolledRows.rows(
                row -> row.fill().at(), row -> row.tag() + " " + side(row, view) + " " + maker(row, view));
    }

    private static String volume(Totals totals, @Nullable Market market) {
        return market == null
                ? Figures.brief(totals.volumeBase(), 2)
                : Figures.plain(
                                totals.volumeBase(),
                                Math.max(0, market.stepSize().scale())) + " " + market.base();
    }

    private static String fees(Totals totals, @Nullable Market market) {
        var fees = totals.feesQuote();
        var text = Figures.plain(fees, market == null ? 2 : market.decimals(fees, 2));
        return totals.feesApart().isEmpty() ? text : text + " + " + totals.feesApartText();
    }

    private static String side(FillRow row, View view) {
        return row.fill().side() == Side.BID ? view.say("console.fills.buy") : view.say("console.fills.sell");
    }

    private static String maker(FillRow row, View view) {
        return row.fill().maker() ? view.say("console.fills.maker") : view.say("console.fills.taker");
    }

    /** From the left, as far as there is room for whole figures. */
    private static void fill(Strip strip, FillRow row, Columns columns, View view) {
        var fill = row.fill();
        var market = columns.market();
        boolean buy = fill.side() == Side.BID;
        strip.figure(Role.DIM, " " + Figures.clock(fill.at(), view.zone()) + " ")
                .left(buy ? Role.SIDE_BID : Role.SIDE_ASK, side(row, view), 4)
                .put(Role.TEXT, " ")
                .column(
                        Role.TEXT,
                        columns.size(),
                        market.textOfQuantity(fill.quantity()),
                        Figures.shorter(fill.quantity()))
                .labelled(" @ ", Role.TEXT, market.textOfPrice(fill.price()), Figures.shorter(fill.price()));
        strip.to(SIDE_ENDS + columns.size() + 3 + columns.price())
                .skip(2)
                .left(buy ? Role.OWN_BID : Role.OWN_ASK, row.tag(), 3)
                .put(Role.TEXT, maker(row, view));
        var fee = fee(fill.fee()) + " " + fill.feeAsset();
        strip.put(Phrase.of(Role.LABEL, "  " + view.say("console.fills.fee") + " ")
                        .and(Role.TEXT, fee + " ".repeat(Math.max(0, FEE - Widths.of(fee)))))
                .skip(1);
        markout(strip, row);
        var ratio = row.ratioAfter();
        if (ratio != null) {
            strip.labelled(" -> ", Role.TEXT, Figures.plain(ratio, 1) + "%");
        }
        strip.end();
    }

    private static void markout(Strip strip, FillRow row) {
        var markout = row.markout5s();
        var text = markout == null ? ".." : Figures.percent(markout);
        var role = markout == null ? Role.DIM : markout.signum() < 0 ? Role.PNL_LOSS : Role.PNL_PROFIT;
        strip.put(Phrase.of(Role.LABEL, "5s ").and(role, text + " ".repeat(Math.max(0, MARKOUT - text.length()))));
    }

    /** Small fees need their digits: at least two that say something. */
    private static String fee(BigDecimal fee) {
        int decimals = fee.abs().compareTo(new BigDecimal("0.1")) >= 0 ? 2 : 4;
        var exact = fee.stripTrailingZeros();
        return Figures.brief(fee, Math.max(decimals, Math.min(exact.scale() - exact.precision() + 2, MOST_DECIMALS)));
    }
}
