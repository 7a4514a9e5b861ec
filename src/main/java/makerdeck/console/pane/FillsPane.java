package makerdeck.console.pane;

import java.math.BigDecimal;
import java.util.Optional;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Strip;
import makerdeck.console.theme.Role;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.snapshot.FillRow;
import makerdeck.snapshot.Totals;
import org.jspecify.annotations.Nullable;

/** Our executions, newest first: what, at what cost, what the market did after it, and the ratio it left. */
final class FillsPane implements Pane {

    private static final int MOST_DECIMALS = 10;

    private static final int FEE = 11;

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var desk = view.still().desk();
        var market = desk.market();
        var body = area.below(1);
        canvas.blank(body);
        var fills = ScrolledRows.of(PaneName.FILLS, desk.fills(), rows(view), canvas, view, body.height());
        fills.title(PaneName.FILLS, canvas, area, view, sums(desk.totals(), market, view));
        if (market == null) {
            return;
        }
        for (int row = 0; row < Math.min(body.height(), fills.shown().size()); row++) {
            fill(canvas.strip(body, row), fills.shown().get(row), market, view);
        }
    }

    private static ScrolledRows.Rows<FillRow> rows(View view) {
        return ScrolledRows.rows(
                row -> row.fill().at(), row -> row.tag() + " " + side(row, view) + " " + maker(row, view));
    }

    private static String sums(Totals totals, @Nullable Market market, View view) {
        return view.say(
                "console.fills.sums", totals.fills(), totals.buys(), volume(totals, market), fees(totals, market));
    }

    private static String volume(Totals totals, @Nullable Market market) {
        return market == null
                ? Figures.brief(totals.volumeBase(), 2)
                : Figures.brief(
                                totals.volumeBase(),
                                Math.max(2, market.stepSize().scale())) + " " + market.base();
    }

    private static String fees(Totals totals, @Nullable Market market) {
        var fees = totals.feesQuote();
        var text = Figures.brief(fees, market == null ? 2 : market.decimals(fees, 2));
        return totals.feesApart().isEmpty() ? text : text + " + " + totals.feesApartText();
    }

    private static String side(FillRow row, View view) {
        return row.fill().side() == Side.BID ? view.say("console.fills.buy") : view.say("console.fills.sell");
    }

    private static String maker(FillRow row, View view) {
        return row.fill().maker() ? view.say("console.fills.maker") : view.say("console.fills.taker");
    }

    private static void fill(Strip strip, FillRow row, Market market, View view) {
        var fill = row.fill();
        boolean buy = fill.side() == Side.BID;
        var price = market.textOfPrice(fill.price());
        strip.put(Role.DIM, " " + Figures.clock(fill.at(), view.zone()) + " ")
                .left(buy ? Role.SIDE_BID : Role.SIDE_ASK, side(row, view), 4)
                .right(
                        Role.TEXT,
                        market.textOfQuantity(fill.quantity()),
                        4 + Math.max(2, market.stepSize().scale()))
                .put(Role.DIM, " @ ")
                .put(Role.TEXT, price)
                .skip(2)
                .left(buy ? Role.OWN_BID : Role.OWN_ASK, row.tag(), 3)
                .put(Role.TEXT, maker(row, view))
                .put(Role.LABEL, "  " + view.say("console.fills.fee") + " ")
                .left(Role.TEXT, fee(fill.fee()) + " " + fill.feeAsset(), FEE)
                .skip(1);
        markout(strip, row);
        ratio(strip, row).end();
    }

    private static void markout(Strip strip, FillRow row) {
        var markout = row.markout5s();
        if (strip.room() < 11) {
            return;
        }
        strip.put(Role.LABEL, "5s ");
        if (markout == null) {
            strip.left(Role.DIM, "..", 7);
        } else {
            strip.left(markout.signum() < 0 ? Role.PNL_LOSS : Role.PNL_PROFIT, Figures.percent(markout), 7);
        }
    }

    private static Strip ratio(Strip strip, FillRow row) {
        return Optional.ofNullable(row.ratioAfter())
                .filter(ratio -> strip.room() > 10)
                .map(ratio -> strip.put(Role.LABEL, " -> ").put(Role.TEXT, Figures.brief(ratio, 1) + "%"))
                .orElse(strip);
    }

    /** Small fees need their digits: at least two that say something. */
    private static String fee(BigDecimal fee) {
        int decimals = fee.abs().compareTo(new BigDecimal("0.1")) >= 0 ? 2 : 4;
        var exact = fee.stripTrailingZeros();
        return Figures.brief(fee, Math.max(decimals, Math.min(exact.scale() - exact.precision() + 2, MOST_DECIMALS)));
    }
}
