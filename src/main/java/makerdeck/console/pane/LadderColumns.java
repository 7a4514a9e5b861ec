package makerdeck.console.pane;

import java.util.List;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Strip;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.domain.Market;
import makerdeck.domain.Quantity;

/**
 * Widths of the ladder's columns, the same for all its rows; 0 for what there is no room for. Where it gets narrow the
 * sums go first, then the digits of the sizes, the quantities of our own orders, and the sizes. Immutable.
 */
record LadderColumns(int width, int price, int size, int sum, int bar, int own, boolean bare) {

    static final String PRICE = "console.book.price";
    static final String SIZE = "console.book.size";
    static final String MINE = "console.book.mine";

    private static final int MARK = 2;
    private static final int BAR_LEAST = 4;
    private static final int WIDE = 46;
    private static final int SUM = 6;
    private static final int ROUGH = 5;

    static LadderColumns of(View view, int width, Market market, List<Ladder.Rung> asks, List<Ladder.Rung> bids) {
        int price = Widths.of(view.say(PRICE));
        int size = Widths.of(view.say(SIZE));
        int own = Widths.of(view.say(MINE));
        int tags = 2;
        for (var rungs : List.of(asks, bids)) {
            for (var rung : rungs) {
                price = Math.max(price, market.text(rung.price()).length());
                size = Math.max(size, market.text(rung.size()).length());
                own = Math.max(own, rung.mine(market).length());
                tags = Math.max(tags, rung.tags().length());
            }
        }
        int roughSize = Math.min(size, ROUGH);
        for (var columns : List.of(
                new LadderColumns(width, price, size, width >= WIDE ? SUM : 0, 0, own, false).withBar(),
                new LadderColumns(width, price, size, 0, 0, own, false).withBar(),
                new LadderColumns(width, price, roughSize, 0, 0, own, false).withBar(),
                new LadderColumns(width, price, roughSize, 0, 0, tags, true).withBar())) {
            if (columns.bar >= (columns.sum > 0 ? BAR_LEAST : 0)) {
                return columns;
            }
        }
        return new LadderColumns(width, price, 0, 0, 0, tags, true);
    }

    private LadderColumns withBar() {
        int taken = MARK + price + 2 + size + 1 + (sum > 0 ? sum + 1 : 0) + 1 + own + 1;
        return new LadderColumns(width, price, size, sum, width - taken, own, bare);
    }

    void header(Strip strip, View view) {
        strip.skip(MARK)
                .right(Role.LABEL, view.say(PRICE), price)
                .skip(2)
                .right(Role.LABEL, view.say(SIZE), size)
                .skip(1);
        if (sum > 0) {
            strip.right(Role.LABEL, view.say("console.book.sum"), sum).skip(1);
        }
        var depth = view.say("console.book.depth");
        strip.left(Role.LABEL, Widths.of(depth) <= bar ? depth : "", bar)
                .skip(1)
                .right(Role.LABEL, view.say(MINE), own)
                .end();
    }

    /** The size as its column spells it. */
    void size(Strip strip, Role role, Quantity quantity, Market market) {
        var exact = market.text(quantity);
        strip.column(role, size, exact, Figures.shorter(market.decimal(quantity)));
    }

    /** Our orders at a level as the last column spells them. */
    String mine(Ladder.Rung rung, Market market) {
        return bare ? rung.tags() : rung.mine(market);
    }
}
