package makerdeck.console.pane;

import java.math.BigDecimal;
import java.util.List;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.BarScale;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.console.pane.widget.Phrase;
import makerdeck.console.pane.widget.Recent;
import makerdeck.console.pane.widget.Strip;
import makerdeck.console.theme.Role;
import makerdeck.domain.Market;
import makerdeck.domain.Side;

/**
 * The order book as a ladder around a fixed middle row: asks above, bids below, each with its size, its depth as a bar,
 * and our own quote in it.
 */
final class BookPane implements Pane {

    @Override
    public Inputs inputs(Area area, View view) {
        var still = view.still();
        return Inputs.of(
                still.book(),
                still.desk().orders(),
                view.bookAgeText(),
                view.bookTrust(),
                view.direction(),
                still.recent().fills());
    }

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
        var columns = LadderColumns.of(view, area.width(), market, asks, bids);
        if (header) {
            columns.header(canvas.strip(body, 0), view);
        }
        boolean stale = isStale(live);
        var look = new Look(market, columns, scale(asks, bids), stale, canvas.glyphs(), view.recent());
        for (int row = 0; row < ladder.height(); row++) {
            if (row < middle) {
                look.row(canvas, ladder, row, asks, middle - 1 - row);
            } else if (row > middle) {
                look.row(canvas, ladder, row, bids, row - middle - 1);
            }
        }
        middle(canvas.strip(ladder, middle), canvas.glyphs(), view, stale);
    }

    private static BarScale scale(List<Ladder.Rung> asks, List<Ladder.Rung> bids) {
        return BarScale.of(Math.max(largest(asks), largest(bids)));
    }

    private static long largest(List<Ladder.Rung> rungs) {
        long largest = 1;
        for (var rung : rungs) {
            largest = Math.max(largest, rung.size().steps());
        }
        return largest;
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
        var note = view.bookAge() == null ? view.say("console.book.none") : view.bookAgeText();
        var role = isStale(view) ? Role.STALE : Role.DIM;
        var frozen = view.options().frozen();
        if (frozen != null) {
            TitleRow.paint(
                    canvas, area, view, PaneName.BOOK, isStale(view) ? Role.STALE : Role.LATE, note, frozen.left(view));
            return;
        }
        var away = scrolled(view) == 0 ? "" : view.say("console.book.centre");
        TitleRow.paint(canvas, area, view, PaneName.BOOK, role, note, away);
    }

    private static void middle(Strip strip, Glyphs glyphs, View view, boolean stale) {
        var mid = view.mid().orElse(BigDecimal.ZERO);
        int direction = view.direction();
        var arrow = direction == 0 ? "  " : " " + (direction > 0 ? glyphs.up() : glyphs.down());
        var arrowRole = direction >= 0 ? Role.DIRECTION_UP : Role.DIRECTION_DOWN;
        var spread = view.bookSpread();
        var label = " " + view.say("console.book.mid") + " ";
        var text = Figures.plain(mid, view.priceDecimals() + 1);
        var width = Phrase.of(stale ? Role.DIM : arrowRole, arrow)
                .and(Role.LABEL, " " + view.say("console.book.spread") + " ")
                .and(stale ? Role.DIM : Role.TEXT, Figures.plain(spread, view.priceDecimals()))
                .and(Role.LABEL, "  ");
        strip.put(Role.RULE, glyphs.rule(), 1)
                .put(
                        Phrase.of(stale ? Role.DIM : Role.MID, label + text),
                        Phrase.of(stale ? Role.DIM : Role.MID, " " + text))
                .put(width, Phrase.of(stale ? Role.DIM : arrowRole, arrow + " "))
                .put(Phrase.of(Role.LABEL, Figures.plain(Figures.distance(mid.add(spread), mid), 3) + "% "))
                .put(Role.RULE, glyphs.rule(), strip.room())
                .end();
    }

    /** What the rows of one ladder share. */
    private record Look(
            Market market, LadderColumns columns, BarScale scale, boolean stale, Glyphs glyphs, Recent recent) {

        private static final int MARK = 2;

        void row(Canvas canvas, Area area, int row, List<Ladder.Rung> rungs, int index) {
            if (index >= rungs.size()) {
                canvas.strip(area, row).end();
                return;
            }
            var rung = rungs.get(index);
            var strip = canvas.strip(area, row, ground(rung));
            boolean bid = rung.side() == Side.BID;
            var own = bid ? Role.OWN_BID : Role.OWN_ASK;
            var level = rung.isMine() ? own : bid ? Role.SIDE_BID : Role.SIDE_ASK;
            var price = market.decimal(rung.price());
            strip.put(own, mark(rung, bid))
                    .column(
                            stale ? Role.DIM : level,
                            columns.price(),
                            market.text(rung.price()),
                            Figures.shorter(price));
            if (rung.isPinned()) {
                pinned(strip, rung, bid);
            } else {
                strip.skip(2);
                columns.size(strip, stale ? Role.DIM : Role.TEXT, rung.size(), market);
                strip.skip(1);
                depth(strip, rung, bid, columns.bar());
            }
            strip.to(columns.width() - columns.own() - 1)
                    .right(own, columns.mine(rung, market), columns.own())
                    .end();
        }

        private Role ground(Ladder.Rung rung) {
            if (!recent.fills().isEmpty() && isFilled(rung)) {
                return Role.FLASH;
            }
            return rung.isMine() && !rung.isPinned() ? Role.OWN_LEVEL : Role.TEXT;
        }

        private boolean isFilled(Ladder.Rung rung) {
            return rung.own().stream().anyMatch(order -> recent.hasFilled(order.orderId()))
                    || recent.fills().stream()
                            .anyMatch(fill -> fill.side() == rung.side()
                                    && fill.price().compareTo(market.decimal(rung.price())) == 0);
        }

        private String mark(Ladder.Rung rung, boolean bid) {
            if (!rung.isMine()) {
                return "  ";
            }
            return rung.isPinned() ? (bid ? glyphs.down() : glyphs.up()) + " " : "> ";
        }

        /** How far out it lies, and how many more do: behind its bar, or where that is too short, instead of it. */
        private void pinned(Strip strip, Ladder.Rung rung, boolean bid) {
            var distance = Phrase.of(Role.DIM, rung.distance());
            var more = Phrase.of(Role.LATE, rung.more() > 0 ? " +" + rung.more() : "");
            var said = distance.and(more);
            int bar = columns.bar() - said.width() - 1;
            if (bar > 0) {
                strip.skip(2);
                columns.size(strip, stale ? Role.DIM : Role.TEXT, rung.size(), market);
                strip.skip(1);
                depth(strip, rung, bid, bar);
            }
            int end = columns.width() - columns.own() - 2;
            strip.to(Math.max(MARK + columns.price() + 1, end - said.width()));
            strip.put(said.width() <= end - strip.column() ? said : more.width() > 0 ? more : distance);
        }

        private void depth(Strip strip, Ladder.Rung rung, boolean bid, int room) {
            if (columns.sum() > 0) {
                strip.column(Role.DIM, columns.sum(), Figures.rough(market.decimal(rung.sum())))
                        .skip(1);
            }
            int cells = Math.min(room, scale.cells(rung.size(), columns.bar()));
            if (stale) {
                strip.put(Role.DIM, glyphs.bar(), cells);
            } else if (bid) {
                strip.bar(Role.DEPTH_BID, Role.DEPTH_BID_FAR, cells, columns.bar(), glyphs);
            } else {
                strip.bar(Role.DEPTH_ASK, Role.DEPTH_ASK_FAR, cells, columns.bar(), glyphs);
            }
        }
    }
}
