package makerdeck.engine.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * What the base asset held has cost, and what leaving it has earned: at average cost, or first in
 * first out. What is taken that was never there is owed, and settled by what comes in next. Whichever
 * way it is split, realised plus unrealised is the same to the last digit.
 *
 * <p>Engine thread only.
 */
final class CostBasis {

    private static final int DECIMALS = 12;

    /** So much base that came (positive) or is owed (negative), and what was paid for it. */
    private record Lot(BigDecimal quantity, BigDecimal cost) {

        private BigDecimal share(BigDecimal part) {
            return part.compareTo(quantity) == 0
                    ? cost
                    : cost.multiply(part).divide(quantity, DECIMALS, RoundingMode.HALF_EVEN);
        }

        private Lot without(BigDecimal part, BigDecimal itsCost) {
            return new Lot(quantity.subtract(part), cost.subtract(itsCost));
        }

        private Lot and(Lot other) {
            return new Lot(quantity.add(other.quantity), cost.add(other.cost));
        }
    }

    private final boolean averages;
    private final Deque<Lot> lots = new ArrayDeque<>();
    private BigDecimal realised = BigDecimal.ZERO;

    private CostBasis(boolean averages) {
        this.averages = averages;
    }

    static CostBasis average() {
        return new CostBasis(true);
    }

    static CostBasis firstInFirstOut() {
        return new CostBasis(false);
    }

    /**
     * Base came or went.
     *
     * @param quantity negative when it went
     * @param cost what was paid for it in quote, fees included; negative when it brought something in
     */
    void change(BigDecimal quantity, BigDecimal cost) {
        var rest = new Lot(quantity, cost);
        while (!lots.isEmpty()
                && lots.getFirst().quantity().signum() * rest.quantity().signum() < 0) {
            rest = settle(lots.removeFirst(), rest);
        }
        if (rest.quantity().signum() == 0) {
            realised = realised.subtract(rest.cost());
        } else {
            lots.addLast(averages && !lots.isEmpty() ? lots.removeLast().and(rest) : rest);
        }
    }

    /** Sets as much as possible of the two off against each other; what is left of {@code change}. */
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

    void write(String name, Map<String, BigDecimal> sums) {
        sums.put(name + " realised", realised);
        sums.put(name + " lots", BigDecimal.valueOf(lots.size()));
        int number = 0;
        for (var lot : lots) {
            sums.put(name + " quantity " + number, lot.quantity());
            sums.put(name + " cost " + number, lot.cost());
            number++;
        }
    }

    void read(String name, Map<String, BigDecimal> sums) {
        realised = Ledger.sum(sums, name + " realised");
        int count = Ledger.sum(sums, name + " lots").intValueExact();
        for (int number = 0; number < count; number++) {
            lots.addLast(new Lot(
                    Ledger.sum(sums, name + " quantity " + number), Ledger.sum(sums, name + " cost " + number)));
        }
    }

    BigDecimal realised() {
        return realised;
    }

    /** What the holdings are worth at a price beyond what they cost. */
    BigDecimal unrealised(BigDecimal price) {
        var gain = BigDecimal.ZERO;
        for (var lot : lots) {
            gain = gain.add(lot.quantity().multiply(price)).subtract(lot.cost());
        }
        return gain;
    }
}
