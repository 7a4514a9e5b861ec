package makerdeck.console.pane;

import java.math.BigDecimal;
import java.util.List;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.console.pane.widget.Strip;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.domain.Market;
import makerdeck.domain.Side;

/**
 * The order book as a ladder around a fixed middle row: asks above, bids below, each with its size, its depth as a bar,
 * and our own quote in it.
 */
final class BookPane implements Pane {

    private static final int MARK = 2;
    private static final int BAR_LEAST = 4;
    private static final int WIDE = 46;
    private static final int SUM = 6;
    private static final int PERCENT_ROOM = 9;

    private static final String PRICE = "console.book.price";
    private static final String SIZE = "console.book.size";
    private static final String MINE = "console.book.mine";

    /** Widths of the columns, the same for all rows. */
    private record Columns(int price, int size, int sum, int bar, int own) {}

    @Override
    public void paint(Canvas canvas, Area area, View live) {
        title(canvas, area, live);
        var body = area.below(1);
        var view = live.still();
        var market = view.desk().market();
        if (market == null || view.mid().isEmpty()) {
            canvas.blank(body);
            canvas.strip(body, body.height() / 2)
                    .put(Role.DIM, "   " + view.say("console.book.waiting"))
                    .end();
            return;
        }
        boolean header = body.height() % 2 == 0 && body.height() > 2;
        var ladder = header ? body.below(1) : body;
        int perSide = ladder.height() / 2;
        canvas.places().deepest(PaneName.BOOK, perSide);
        int middle = perSide - Math.max(-perSide, Math.min(perSide, scrolled(view)));
        var asks = Ladder.of(view, Side.ASK, middle);
        var bids = Ladder.of(view, Side.BID, ladder.height() - 1 - middle);
        var columns = columns(view, area.width(), market, asks, bids);
        if (header) {
            header(canvas.strip(body, 0), view, columns);
        }
        boolean stale = isStale(live);
        var look = new Look(market, columns, BarScale.of(asks, bids), stale, canvas.glyphs(), area.width());
        for (int row = 0; row < ladder.height(); row++) {
            if (row < middle) {
                look.row(canvas.strip(ladder, row), asks, middle - 1 - row);
            } else if (row > middle) {
                look.row(canvas.strip(ladder, row), bids, row - middle - 1);
            }
        }
        middle(canvas.strip(ladder, middle), canvas.glyphs(), view, stale);
    }

    /** Rows by which the middle was moved up. */
    private static int scrolled(View view) {
        return view.options().focus().scroll(PaneName.BOOK).skipped();
    }

    private static boolean isStale(View view) {
        return switch (view.bookTrust()) {
            case FRESH, LAG -> false;
            case STALE, DOWN -> true;
        };
    }

    private static void title(Canvas canvas, Area area, View view) {
        var bookAge = view.bookAge();
        var age = bookAge == null ? view.say("console.book.none") : Figures.age(bookAge);
        var note = isStale(view) && bookAge != null ? view.say("console.trust.stale") + " " + age : age;
        var role = isStale(view) ? Role.STALE : Role.DIM;
        var frozen = view.options().frozen();
        if (frozen != null) {
            note = frozen.left(view) + "  " + note;
            role = isStale(view) ? Role.STALE : Role.LATE;
        } else if (scrolled(view) != 0) {
            note = view.say("console.book.centre") + "  " + note;
        }
        TitleRow.paint(canvas, area, view, PaneName.BOOK, role, note);
    }

    private static Columns columns(
            View view, int width, Market market, List<Ladder.Rung> asks, List<Ladder.Rung> bids) {
        int price = Widths.of(view.say(PRICE));
        int size = Widths.of(view.say(SIZE));
        int own = Widths.of(view.say(MINE));
        for (var side : List.of(asks, bids)) {
            for (var rung : side) {
                price = Math.max(price, Widths.of(market.text(rung.price())));
                size = Math.max(size, Widths.of(market.text(rung.size())));
                own = Math.max(own, Widths.of(rung.mine(market)));
            }
        }
        int sum = width >= WIDE ? SUM : 0;
        int left = width - MARK - price - 2 - size - 1 - (sum > 0 ? sum + 1 : 0) - 1 - own - 1;
        return left < BAR_LEAST
                ? new Columns(price, size, 0, Math.max(0, left + (sum > 0 ? sum + 1 : 0)), own)
                : new Columns(price, size, sum, left, own);
    }

    private static void header(Strip strip, View view, Columns columns) {
        strip.skip(MARK)
                .right(Role.LABEL, view.say(PRICE), columns.price())
                .skip(2)
                .right(Role.LABEL, view.say(SIZE), columns.size())
                .skip(1);
        if (columns.sum() > 0) {
            strip.right(Role.LABEL, view.say("console.book.sum"), columns.sum()).skip(1);
        }
        strip.left(Role.LABEL, view.say("console.book.depth"), columns.bar())
                .skip(1)
                .right(Role.LABEL, view.say(MINE), columns.own())
                .end();
    }

    private static void middle(Strip strip, Glyphs glyphs, View view, boolean stale) {
        var mid = view.mid().orElse(BigDecimal.ZERO);
        int direction = view.direction();
        var arrow = direction == 0 ? "  " : " " + (direction > 0 ? glyphs.up() : glyphs.down());
        var arrowRole = direction >= 0 ? Role.DIRECTION_UP : Role.DIRECTION_DOWN;
        var spread = view.bookSpread();
        strip.put(Role.RULE, glyphs.rule(), 1)
                .put(
                        stale ? Role.DIM : Role.MID,
                        " " + view.say("console.book.mid") + " " + Figures.plain(mid, view.priceDecimals() + 1))
                .put(stale ? Role.DIM : arrowRole, arrow)
                .put(Role.LABEL, " " + view.say("console.book.spread") + " ")
                .put(stale ? Role.DIM : Role.TEXT, Figures.plain(spread, view.priceDecimals()))
                .put(Role.LABEL, " ");
        if (strip.room() > PERCENT_ROOM) {
            strip.put(Role.LABEL, " " + Figures.plain(Figures.distance(mid.add(spread), mid), 3) + "% ");
        }
        strip.put(Role.RULE, glyphs.rule(), strip.room()).end();
    }

    /** What the rows of one ladder share. */
    private record Look(Market market, Columns columns, BarScale scale, boolean stale, Glyphs glyphs, int width) {

        void row(Strip strip, List<Ladder.Rung> rungs, int index) {
            if (index >= rungs.size()) {
                strip.end();
                return;
            }
            var rung = rungs.get(index);
            boolean bid = rung.side() == Side.BID;
            var own = bid ? Role.OWN_BID : Role.OWN_ASK;
            var level = rung.isMine() ? own : bid ? Role.SIDE_BID : Role.SIDE_ASK;
            strip.put(own, rung.isMine() ? "> " : "  ")
                    .right(stale ? Role.DIM : level, market.text(rung.price()), columns.price())
                    .skip(2)
                    .right(stale ? Role.DIM : Role.TEXT, market.text(rung.size()), columns.size())
                    .skip(1);
            if (rung.isPinned()) {
                strip.left(Role.DIM, rung.distance(), Math.max(0, width - columns.own() - 2 - strip.column()));
            } else {
                depth(strip, rung, bid);
            }
            strip.to(width - columns.own() - 1)
                    .right(own, rung.mine(market), columns.own())
                    .end();
        }

        private void depth(Strip strip, Ladder.Rung rung, boolean bid) {
            if (columns.sum() > 0) {
                strip.right(Role.DIM, Figures.rough(market.decimal(rung.sum())), columns.sum())
                        .skip(1);
            }
            var role = stale ? Role.DIM : bid ? Role.DEPTH_BID : Role.DEPTH_ASK;
            strip.put(role, glyphs.bar(), scale.cells(rung.size(), columns.bar()));
        }
    }
}
