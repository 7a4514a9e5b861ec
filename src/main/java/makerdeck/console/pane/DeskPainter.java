package makerdeck.console.pane;

import com.googlecode.lanterna.TerminalPosition;
import makerdeck.console.theme.Role;
import makerdeck.snapshot.DeskSnapshot;

/**
 * Lays the panes out for the size there is: a tiny screen, then below 100 columns, below 160, and wider. Every size
 * shows something.
 */
public final class DeskPainter {

    private static final int SMALL_COLUMNS = 60;
    private static final int SMALL_ROWS = 16;
    private static final int WIDE = 100;
    private static final int FULL = 160;
    private static final int HINT_ROWS = 8;

    private final StatusRow status = new StatusRow();
    private final AlertRow alert = new AlertRow();
    private final BookPane book = new BookPane();
    private final OrdersPane orders = new OrdersPane();
    private final BalancesPane balances = new BalancesPane();
    private final MarketPane market = new MarketPane();
    private final FillsPane fills = new FillsPane();
    private final LogPane log = new LogPane();
    private final TapePane tape = new TapePane();
    private final ParametersPane parameters = new ParametersPane();
    private final HealthPane health = new HealthPane();
    private final OverlayPane overlay = new OverlayPane();
    private final MenuPane menu = new MenuPane();

    /** Columns of the prompt in front of what is typed. */
    public static int promptWidth(DeskSnapshot desk) {
        return LinePane.prompt(desk).length();
    }

    /** Draws the whole screen and says where the cursor belongs. */
    public TerminalPosition paint(Canvas canvas, View view) {
        var whole = canvas.whole();
        if (whole.height() < 2) {
            new LinePane(false).paint(canvas, whole, view);
            return LinePane.cursor(whole, false, view);
        }
        status.paint(canvas, whole.top(1), view);
        boolean hints = whole.height() >= HINT_ROWS;
        int lineRows = LinePane.rows(view, Math.max(1, whole.height() / 4)) + (hints ? 1 : 0);
        var line = whole.below(whole.height() - lineRows);
        var between = whole.below(1).top(whole.height() - 1 - lineRows);
        if (AlertRow.isNeeded(view) && between.height() > 0) {
            alert.paint(canvas, between.top(1), view);
            between = between.below(1);
        }
        body(canvas, between, view);
        new LinePane(hints).paint(canvas, line, view);
        int menuRows = MenuPane.rows(view.line().menu(), between.height());
        if (menuRows > 0) {
            menu.paint(canvas, between.below(between.height() - menuRows), view);
        }
        return LinePane.cursor(line, hints, view);
    }

    private void body(Canvas canvas, Area area, View view) {
        var whole = canvas.whole();
        if (view.overlay().isOpen()) {
            overlay.paint(canvas, area, view);
        } else if (whole.width() < SMALL_COLUMNS || whole.height() < SMALL_ROWS) {
            tiny(canvas, area, view);
        } else if (whole.width() < WIDE) {
            narrow(canvas, area, view);
        } else if (whole.width() < FULL) {
            wide(canvas, area, view);
        } else {
            full(canvas, area, view);
        }
    }

    /** Own orders, the ratio bar, and the log if a row is left. */
    private void tiny(Canvas canvas, Area area, View view) {
        var inventory = view.desk().inventory();
        int ratioRows = inventory == null ? 0 : Math.min(2, area.height() / 2);
        int logRows = area.height() - ratioRows > 7 ? 3 : 0;
        int orderRows = area.height() - ratioRows - logRows;
        OrdersPane.rows(canvas, area.top(orderRows), view);
        var ratio = area.below(orderRows).top(ratioRows);
        if (inventory != null && ratioRows > 0) {
            BalancesPane.bar(canvas, ratio, 0, inventory);
            if (ratioRows > 1) {
                BalancesPane.numbers(canvas.strip(ratio, 1), inventory);
            }
        }
        if (logRows > 0) {
            log.paint(canvas, area.below(orderRows + ratioRows), view);
        }
    }

    /** Book beside orders and balances; fills and log below. */
    private void narrow(Canvas canvas, Area area, View view) {
        int top = clamp(area.height() * 13 / 21, 8, 31);
        var upper = area.top(top);
        var lower = area.below(top);
        int bookWidth = area.width() / 2 - 1;
        book.paint(canvas, upper.left(bookWidth), view);
        wall(canvas, upper, bookWidth);
        desk(canvas, upper.behind(bookWidth + 1), view, false);
        int fillRows = lower.height() / 2;
        fills.paint(canvas, lower.top(fillRows), view);
        log.paint(canvas, lower.below(fillRows), view);
    }

    private void wide(Canvas canvas, Area area, View view) {
        int top = clamp(area.height() * 3 / 5, 8, 41);
        var upper = area.top(top);
        var lower = area.below(top);
        int bookWidth = clamp(area.width() * 2 / 5, 40, 56);
        book.paint(canvas, upper.left(bookWidth), view);
        wall(canvas, upper, bookWidth);
        desk(canvas, upper.behind(bookWidth + 1), view, true);
        int fillRows = lower.height() / 2;
        fills.paint(canvas, lower.top(fillRows), view);
        log.paint(canvas, lower.below(fillRows), view);
    }

    /** A third column: tape, parameters, health. Fills and log side by side. */
    private void full(Canvas canvas, Area area, View view) {
        int top = clamp(area.height() * 2 / 3, 8, 45);
        var upper = area.top(top);
        var lower = area.below(top);
        int bookWidth = 56;
        int deskWidth = clamp(area.width() - bookWidth - 62, 48, 76);
        book.paint(canvas, upper.left(bookWidth), view);
        wall(canvas, upper, bookWidth);
        desk(canvas, upper.behind(bookWidth + 1).left(deskWidth), view, true);
        wall(canvas, upper, bookWidth + 1 + deskWidth);
        third(canvas, upper.behind(bookWidth + deskWidth + 2), view);
        int fillWidth = area.width() / 2;
        fills.paint(canvas, lower.left(fillWidth), view);
        wall(canvas, lower, fillWidth);
        log.paint(canvas, lower.behind(fillWidth + 1), view);
    }

    /** Orders, balances, and the market if there is room. */
    private void desk(Canvas canvas, Area area, View view, boolean withMarket) {
        int balanceRows = Math.min(BalancesPane.ROWS, Math.max(2, area.height() - 3));
        int others = area.height() - balanceRows;
        int marketRows = withMarket && others >= 14 ? others - Math.max(8, others * 2 / 5) : 0;
        int orderRows = others - marketRows;
        orders.paint(canvas, area.top(orderRows), view);
        balances.paint(canvas, area.below(orderRows).top(balanceRows), view);
        if (marketRows > 0) {
            market.paint(canvas, area.below(orderRows + balanceRows), view);
        }
    }

    private void third(Canvas canvas, Area area, View view) {
        int healthRows = Math.min(HealthPane.ROWS, area.height());
        int others = area.height() - healthRows;
        int parameterRows = Math.min(view.desk().parameters().size() + 1, others * 2 / 3);
        int tapeRows = others - parameterRows;
        tape.paint(canvas, area.top(tapeRows), view);
        parameters.paint(canvas, area.below(tapeRows).top(parameterRows), view);
        health.paint(canvas, area.below(tapeRows + parameterRows), view);
    }

    private static void wall(Canvas canvas, Area area, int column) {
        var wall = area.behind(column).left(1);
        for (int row = 0; row < wall.height(); row++) {
            canvas.strip(wall, row).put(Role.RULE, canvas.glyphs().wall(), 1).end();
        }
    }

    private static int clamp(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }
}
