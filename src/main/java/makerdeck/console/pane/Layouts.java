package makerdeck.console.pane;

import java.util.EnumMap;
import java.util.Map;
import makerdeck.command.LayoutName;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;

/**
 * Lays the panes out for the size there is: a tiny screen, then below 100 columns, below 160, and wider; or one pane
 * alone.
 */
final class Layouts {

    private static final int SMALL_COLUMNS = 60;
    private static final int SMALL_ROWS = 16;
    private static final int WIDE = 100;
    private static final int FULL = 160;
    /** Columns from which the tape has a column of its own. */
    private static final int FOURTH = 190;

    // Columns that are enough for what a pane has to show.
    private static final int BOOK = 52;
    private static final int TAPE = 36;
    private static final int THIRD = 46;
    private static final int FILLS = 88;

    /** Choices lie over these rows. */
    private static final int LOWER_LEAST = 8;

    private static final int MARKET_LEAST = 6;

    /** Rows of orders and log on a tiny screen, of which one may go. */
    private static final int EARNED_LEAST = 5;

    private final Pictures pictures;
    private final Pane wall = new WallPane();
    private final Pane untitledOrders = new OrdersPane(false);
    private final Pane earned = new EarnedPane();
    private final Pane ratio = new RatioPane();
    private final Map<PaneName, Pane> panes = new EnumMap<>(Map.of(
            PaneName.BOOK, new BookPane(),
            PaneName.ORDERS, new OrdersPane(true),
            PaneName.BALANCES, new BalancesPane(),
            PaneName.MARKET, new MarketPane(),
            PaneName.TAPE, new TapePane(),
            PaneName.PARAMETERS, new ParametersPane(),
            PaneName.HEALTH, new HealthPane(),
            PaneName.FILLS, new FillsPane(),
            PaneName.LOG, new LogPane()));

    Layouts(Pictures pictures) {
        this.pictures = pictures;
    }

    /** The layout asked for, or the greatest that fits if that is smaller. */
    private static LayoutName fitting(Area whole, LayoutName asked) {
        var greatest = LayoutName.FULL;
        if (whole.width() < SMALL_COLUMNS || whole.height() < SMALL_ROWS) {
            greatest = LayoutName.TINY;
        } else if (whole.width() < WIDE) {
            greatest = LayoutName.NARROW;
        } else if (whole.width() < FULL) {
            greatest = LayoutName.WIDE;
        }
        return asked == LayoutName.AUTO || asked.compareTo(greatest) > 0 ? greatest : asked;
    }

    /** Rows at the bottom over which something else may lie: neither book nor orders nor balances. */
    int coverable(Area whole, Area area, View view) {
        if (view.options().focus().zoomed()) {
            return 0;
        }
        return area.height() - upperRows(fitting(whole, view.options().layout()), area, view);
    }

    /** Rows of book, orders and balances: their share; on a great screen also what fills and log have no use for. */
    private static int upperRows(LayoutName layout, Area area, View view) {
        int share =
                switch (layout) {
                    case AUTO, TINY -> area.height();
                    case NARROW -> clamp(area.height() * 13 / 21, 8, 31);
                    case WIDE -> clamp(area.height() * 3 / 5, 8, 41);
                    case FULL -> clamp(area.height() * 2 / 3, 8, 45);
                };
        if (layout != LayoutName.FULL) {
            // A row of the ladder costs more bytes than all others together.
            return share;
        }
        int wanted = Math.max(Wanted.fills(view), Wanted.log(view));
        int spare = area.height() - share - Math.max(wanted, LOWER_LEAST);
        return share + Math.max(0, Math.min(spare, Wanted.ladder(view) - share));
    }

    void paint(Canvas canvas, Area area, View view) {
        var focus = view.options().focus();
        if (focus.zoomed()) {
            pane(canvas, focus.target(), area, view);
            return;
        }
        var layout = fitting(canvas.whole(), view.options().layout());
        int top = upperRows(layout, area, view);
        switch (layout) {
            case AUTO, TINY -> tiny(canvas, area, view);
            case NARROW -> narrow(canvas, area.top(top), area.below(top), view);
            case WIDE -> wide(canvas, area.top(top), area.below(top), view);
            case FULL -> full(canvas, area.top(top), area.below(top), view);
        }
    }

    private void pane(Canvas canvas, PaneName name, Area area, View view) {
        pictures.show(canvas, name, area, view, of(name));
    }

    Pane of(PaneName name) {
        var pane = panes.get(name);
        if (pane == null) {
            throw new IllegalStateException("no pane " + name);
        }
        return pane;
    }

    /** Own orders, equity where the first row has no room for it, the ratio bar, and the log if rows are left. */
    private void tiny(Canvas canvas, Area area, View view) {
        var inventory = view.desk().inventory();
        int ratioRows = inventory == null ? 0 : Math.min(2, area.height() / 2);
        boolean earns = area.height() - ratioRows >= EARNED_LEAST
                && !StatusParts.apart(view, area.width()).isEmpty();
        int earnedRows = earns ? 1 : 0;
        int logRows = area.height() - ratioRows - earnedRows > 7 ? 3 : 0;
        int orderRows = area.height() - ratioRows - logRows - earnedRows;
        pictures.show(canvas, PaneName.ORDERS, area.top(orderRows), view, untitledOrders);
        int above = orderRows + earnedRows;
        pictures.show(canvas, area.below(orderRows).top(earnedRows), view, earned);
        pictures.show(canvas, area.below(above).top(ratioRows), view, ratio);
        if (logRows > 0) {
            pane(canvas, PaneName.LOG, area.below(above + ratioRows), view);
        }
    }

    /** Book beside orders and balances; fills and log below. */
    private void narrow(Canvas canvas, Area upper, Area lower, View view) {
        int bookWidth = upper.width() / 2 - 1;
        pane(canvas, PaneName.BOOK, upper.left(bookWidth), view);
        wall(canvas, upper, bookWidth, view);
        desk(canvas, upper.behind(bookWidth + 1), view, false);
        stacked(canvas, lower, view);
    }

    private void wide(Canvas canvas, Area upper, Area lower, View view) {
        int bookWidth = clamp(upper.width() * 2 / 5, 40, 56);
        pane(canvas, PaneName.BOOK, upper.left(bookWidth), view);
        wall(canvas, upper, bookWidth, view);
        desk(canvas, upper.behind(bookWidth + 1), view, true);
        stacked(canvas, lower, view);
    }

    /** Half each, unless one of them has less to show. */
    private void stacked(Canvas canvas, Area lower, View view) {
        int half = lower.height() / 2;
        int fillRows = Math.min(Wanted.fills(view), Math.max(half, lower.height() - Wanted.log(view)));
        pane(canvas, PaneName.FILLS, lower.top(fillRows), view);
        pane(canvas, PaneName.LOG, lower.below(fillRows), view);
    }

    /** A third column: parameters and health, and the tape above them or in a fourth. Fills and log side by side. */
    private void full(Canvas canvas, Area upper, Area lower, View view) {
        int tapeWidth = upper.width() >= FOURTH ? TAPE : 0;
        int deskWidth = upper.width() - BOOK - THIRD - 2 - (tapeWidth > 0 ? tapeWidth + 1 : 0);
        pane(canvas, PaneName.BOOK, upper.left(BOOK), view);
        wall(canvas, upper, BOOK, view);
        desk(canvas, upper.behind(BOOK + 1).left(deskWidth), view, true);
        wall(canvas, upper, BOOK + 1 + deskWidth, view);
        var rest = upper.behind(BOOK + deskWidth + 2);
        if (tapeWidth > 0) {
            pane(canvas, PaneName.TAPE, rest.left(tapeWidth), view);
            wall(canvas, rest, tapeWidth, view);
            third(canvas, rest.behind(tapeWidth + 1), view, false);
        } else {
            third(canvas, rest, view, true);
        }
        int fillWidth = Math.min(FILLS, lower.width() / 2);
        pane(canvas, PaneName.FILLS, lower.left(fillWidth), view);
        wall(canvas, lower, fillWidth, view);
        pane(canvas, PaneName.LOG, lower.behind(fillWidth + 1), view);
    }

    /** Orders, balances, and the market if there is room. */
    private void desk(Canvas canvas, Area area, View view, boolean withMarket) {
        int balanceRows = Math.min(BalancesPane.ROWS, Math.max(2, area.height() - 3));
        int others = area.height() - balanceRows;
        int orderRows = withMarket ? Math.min(Wanted.orders(view), Math.max(8, others * 3 / 5)) : others;
        if (others - orderRows < MARKET_LEAST) {
            orderRows = others;
        }
        pane(canvas, PaneName.ORDERS, area.top(orderRows), view);
        pane(canvas, PaneName.BALANCES, area.below(orderRows).top(balanceRows), view);
        if (orderRows < others) {
            pane(canvas, PaneName.MARKET, area.below(orderRows + balanceRows), view);
        }
    }

    private void third(Canvas canvas, Area area, View view, boolean withTape) {
        int healthRows = Math.min(HealthPane.ROWS, area.height());
        int others = area.height() - healthRows;
        int wanted = view.desk().parameters().size() + 1;
        int parameterRows = withTape ? Math.min(wanted, others * 2 / 3) : others;
        int tapeRows = others - parameterRows;
        if (withTape) {
            pane(canvas, PaneName.TAPE, area.top(tapeRows), view);
        }
        pane(canvas, PaneName.PARAMETERS, area.below(tapeRows).top(parameterRows), view);
        pane(canvas, PaneName.HEALTH, area.below(tapeRows + parameterRows), view);
    }

    private void wall(Canvas canvas, Area area, int column, View view) {
        pictures.show(canvas, area.behind(column).left(1), view, wall);
    }

    private static int clamp(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }
}
