package makerdeck.console.pane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import makerdeck.console.pane.widget.Figures;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.snapshot.OrderRow;

/** One side of the book with our own orders in it, best price first. */
final class Ladder {

    private static final String EXTERNAL = "X";

    /**
     * One price.
     *
     * @param size what rests there, ours included
     * @param sum of all sizes from the best price to here
     * @param distance from mid, only for an order of ours with prices left out in front of it
     * @param more levels of ours that lie still further out and are not shown
     */
    record Rung(Side side, Price price, Quantity size, Quantity sum, List<OrderRow> own, String distance, int more) {

        boolean isMine() {
            return !own.isEmpty();
        }

        Rung pinned(String howFar) {
            return new Rung(side, price, size, sum, own, howFar, more);
        }

        Rung with(int further) {
            return new Rung(side, price, size, sum, own, distance, further);
        }

        boolean isPinned() {
            return !distance.isEmpty();
        }

        /** Of our orders at this price. */
        String tags() {
            if (own.size() < 2) {
                return own.isEmpty() ? "" : own.get(0).tag();
            }
            return own.stream().map(OrderRow::tag).collect(Collectors.joining(","));
        }

        /** Tags and quantity of our orders at this price. */
        String mine(Market market) {
            if (own.isEmpty()) {
                return "";
            }
            var quantity = own.stream().map(OrderRow::remaining).reduce(Quantity.ZERO, Quantity::plus);
            return tags() + " "
                    + Figures.plain(
                            market.decimal(quantity),
                            Math.max(0, market.stepSize().scale()));
        }
    }

    private Ladder() {}

    /**
     * At most {@code rows} rungs: the best prices and, pinned at the outer edge, those of our orders nearest to them
     * that lie further out; the last one knows how many more there are.
     */
    static List<Rung> of(View view, Side side, int rows) {
        if (rows <= 0) {
            return List.of();
        }
        var all = all(view, side);
        int mine = (int) all.stream().skip(rows).filter(Rung::isMine).count();
        if (mine == 0) {
            return all.subList(0, Math.min(rows, all.size()));
        }
        // Pinning takes rows away, which may push more of ours over the edge: at most half the rows go.
        int best = rows - Math.max(1, rows / 2);
        while (best + all.stream().skip(best + 1L).filter(Rung::isMine).count() < rows) {
            best++;
        }
        var shown = new ArrayList<>(all.subList(0, Math.min(best, all.size())));
        int further = 0;
        for (int i = best; i < all.size(); i++) {
            var rung = all.get(i);
            if (!rung.isMine()) {
                continue;
            }
            if (shown.size() == rows) {
                further++;
            } else {
                shown.add(i == shown.size() ? rung : rung.pinned(distance(view, rung)));
            }
        }
        if (further > 0) {
            var last = shown.get(rows - 1);
            var far = last.isPinned() ? last : last.pinned(distance(view, last));
            shown.set(rows - 1, far.with(further));
        }
        return shown;
    }

    /** Every known price of the side, best first. */
    private static List<Rung> all(View view, Side side) {
        Comparator<Price> bestFirst = side == Side.BID ? Comparator.reverseOrder() : Comparator.naturalOrder();
        var own = new TreeMap<Price, List<OrderRow>>(bestFirst);
        for (var order : view.desk().orders()) {
            if (order.side() == side && !order.tag().equals(EXTERNAL)) {
                own.computeIfAbsent(order.price(), price -> new ArrayList<>()).add(order);
            }
        }
        var sizes = new TreeMap<Price, Quantity>(bestFirst);
        own.forEach((price, orders) ->
                sizes.put(price, orders.stream().map(OrderRow::remaining).reduce(Quantity.ZERO, Quantity::plus)));
        for (var level : view.book().levels(side)) {
            sizes.put(level.price(), level.quantity());
        }
        var rungs = new ArrayList<Rung>();
        var sum = Quantity.ZERO;
        for (var level : sizes.entrySet()) {
            sum = sum.plus(level.getValue());
            var mine = own.getOrDefault(level.getKey(), List.of());
            rungs.add(new Rung(side, level.getKey(), level.getValue(), sum, mine, "", 0));
        }
        return rungs;
    }

    private static String distance(View view, Rung rung) {
        var market = view.desk().market();
        var mid = view.mid();
        if (market == null || mid.isEmpty()) {
            return view.say("console.book.further-out");
        }
        return Figures.percent(Figures.distance(market.decimal(rung.price()), mid.get()));
    }
}
