package makerdeck.engine.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** First in first out in the plainest words: what every figure is summed up from, all of it each time. */
final class WholeLots {

    private static final int DECIMALS = 12;

    record Lot(BigDecimal quantity, BigDecimal cost) {

        private BigDecimal share(BigDecimal part) {
            return part.compareTo(quantity) == 0
                    ? cost
                    : cost.multiply(part).divide(quantity, DECIMALS, RoundingMode.HALF_EVEN);
        }

        private Lot without(BigDecimal part, BigDecimal itsCost) {
            return new Lot(quantity.subtract(part), cost.subtract(itsCost));
        }
    }

    private final Deque<Lot> lots = new ArrayDeque<>();
    private BigDecimal realised = BigDecimal.ZERO;

    void change(BigDecimal quantity, BigDecimal cost) {
        var rest = new Lot(quantity, cost);
        while (!lots.isEmpty()
                && lots.getFirst().quantity().signum() * rest.quantity().signum() < 0) {
            rest = settle(lots.removeFirst(), rest);
        }
        if (rest.quantity().signum() == 0) {
            realised = realised.subtract(rest.cost());
        } else {
            lots.addLast(rest);
        }
    }

    private Lot settle(Lot first, Lot change) {
        var part = first.quantity().abs().min(change.quantity().abs());
        var ofFirst = part.multiply(BigDecimal.valueOf(first.quantity().signum()));
        var ofChange = ofFirst.negate();
        var firstCost = first.share(ofFirst);
        var changeCost = change.share(ofChange);
        realised = realised.subtract(firstCost).subtract(changeCost);
        var left = first.without(ofFirst, firstCost);
        if (left.quantity().signum() != 0) {
            lots.addFirst(left);
        }
        return change.without(ofChange, changeCost);
    }

    List<Lot> lots() {
        return List.copyOf(lots);
    }

    BigDecimal realised() {
        return realised;
    }

    BigDecimal unrealised(BigDecimal price) {
        var gain = BigDecimal.ZERO;
        for (var lot : lots) {
            gain = gain.add(lot.quantity().multiply(price)).subtract(lot.cost());
        }
        return gain;
    }
}
