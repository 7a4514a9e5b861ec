package makerdeck.console.pane;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Phrase;
import makerdeck.console.pane.widget.Strip;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.domain.Market;

/**
 * The columns that all rows of orders have in common, as wide as what stands in them; 0 for those there is no room for.
 * Figures of a column have the same decimals. Immutable.
 */
record OrderColumns(Market market, int price, int size, int distance, int age, int queue) {

    static final int TAG = 3;

    private static final int DISTANCE = 6;
    private static final int AGE = 5;
    /** With the longest spelling of how many more there are. */
    private static final int LAST = 8;

    private static final int ROUGH = 5;

    private static final BigDecimal HALF_A_TENTH = new BigDecimal("0.05");

    static OrderColumns of(List<NearestOrders.Row> rows, Market market, int width) {
        int price = 1;
        int size = 1;
        int queue = 0;
        for (var row : rows) {
            var order = row.order();
            if (order != null) {
                price = Math.max(price, market.text(order.price()).length());
                size = Math.max(
                        size, size(market.decimal(order.remaining()), market).length());
                var ahead = order.queueAhead();
                queue = ahead == null
                        ? queue
                        : Math.max(queue, queue(market.decimal(ahead), market).length());
            }
        }
        int room = width - 1 - TAG - price;
        if (room >= size + DISTANCE + LAST + 6) {
            return new OrderColumns(market, price + 2, size + 4, DISTANCE + 2, AGE, queue);
        }
        if (room >= size + 1 + DISTANCE + AGE) {
            return new OrderColumns(market, price, size + 1, DISTANCE, AGE - 1, queue);
        }
        int fewest = Math.min(size, ROUGH) + 1;
        if (room >= fewest + DISTANCE) {
            return new OrderColumns(market, price, room - DISTANCE >= size + 1 ? size + 1 : fewest, DISTANCE, 0, 0);
        }
        return new OrderColumns(market, price, room >= fewest ? fewest : 0, 0, 0, 0);
    }

    String size(BigDecimal size) {
        return size(size, market);
    }

    private static String size(BigDecimal size, Market market) {
        return Figures.plain(size, Math.max(0, market.stepSize().scale()));
    }

    /** To a tenth; what is less is said to be, for only nothing is nothing. */
    private static String queue(BigDecimal ahead, Market market) {
        boolean isLittle = ahead.signum() > 0 && ahead.compareTo(HALF_A_TENTH) < 0;
        return isLittle
                ? "<0.1"
                : Figures.plain(ahead, Math.max(0, Math.min(1, market.stepSize().scale())));
    }

    /** How much rests in front of an order. */
    void queue(Strip strip, BigDecimal ahead, View view) {
        var exact = queue(ahead, market);
        var aligned = " ".repeat(Math.max(0, queue - exact.length())) + exact;
        var whole = "  " + view.say("console.orders.queue") + " ";
        var label = view.say("console.orders.queue-short");
        int room = strip.room();
        var name = Widths.of(whole) + queue <= room ? whole : "  " + label + " ";
        var spellings = new ArrayList<>(List.of(
                Phrase.of(Role.LABEL, name).and(Role.TEXT, aligned),
                Phrase.of(Role.LABEL, " " + label + " ").and(Role.TEXT, exact)));
        for (var text : Figures.shorter(ahead)) {
            spellings.add(Phrase.of(Role.LABEL, " " + label + " ").and(Role.TEXT, text));
        }
        strip.put(spellings);
    }
}
