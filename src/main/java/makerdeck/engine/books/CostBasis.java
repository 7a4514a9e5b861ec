package makerdeck.engine.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import makerdeck.journal.Entry.Lot;
import makerdeck.journal.Entry.Lots;

/**
 * What the base asset held has cost, and what leaving it has earned: at average cost, or first in
 * first out. What is taken that was never there is owed, and settled by what comes in next. Whichever
 * way it is split, realised plus unrealised is the same to the last digit.
 *
 * <p>A change takes time by the lots that it consumes, all else none by their number. Engine thread only.
 */
final class CostBasis {

    private static final int DECIMALS = 12;

    private final boolean averages;
    private final Deque<Lot> lots = new ArrayDeque<>();
    private BigDecimal realised = BigDecimal.ZERO;

    /** Of all lots together. */
    private BigDecimal quantity = BigDecimal.ZERO;

    private BigDecimal cost = BigDecimal.ZERO;

    /** The number of the next lot, and what it was when they were last written down. */
    private long end;

    private long keptEnd;

    /** Since it was written down, if it was. */
    private boolean firstShrank;

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
     * @param change negative when it went
     * @param itsCost what was paid for it in quote, fees included; negative when it brought something in
     */
    void change(BigDecimal change, BigDecimal itsCost) {
        var rest = new Lot(end, change, itsCost);
        while (!lots.isEmpty()
                && lots.getFirst().quantity().signum() * rest.quantity().signum() < 0) {
            rest = settle(lots.removeFirst(), rest);
        }
        if (rest.quantity().signum() == 0) {
            realised = realised.subtract(rest.cost());
        } else {
            hold(rest);
        }
    }

    /** Sets as much as possible of the two off against each other; what is left of {@code change}. */
    private Lot settle(Lot first, Lot change) {
        var part = first.quantity().abs().min(change.quantity().abs());
        var ofFirst = part.multiply(BigDecimal.valueOf(first.quantity().signum()));
        var ofChange = ofFirst.negate();
        var firstCost = share(first, ofFirst);
        var changeCost = share(change, ofChange);
        realised = realised.subtract(firstCost).subtract(changeCost);
        quantity = quantity.subtract(ofFirst);
        cost = cost.subtract(firstCost);
        var left = without(first, ofFirst, firstCost);
        firstShrank = left.quantity().signum() != 0;
        if (firstShrank) {
            lots.addFirst(left);
        }
        return without(change, ofChange, changeCost);
    }

    private void hold(Lot rest) {
        boolean isFirst = lots.isEmpty();
        quantity = isFirst ? rest.quantity() : quantity.add(rest.quantity());
        cost = isFirst ? rest.cost() : cost.add(rest.cost());
        if (averages && !isFirst) {
            lots.addLast(new Lot(lots.removeLast().number(), quantity, cost));
        } else {
            lots.addLast(rest);
            end++;
        }
    }

    private static BigDecimal share(Lot lot, BigDecimal part) {
        return part.compareTo(lot.quantity()) == 0
                ? lot.cost()
                : lot.cost().multiply(part).divide(lot.quantity(), DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static Lot without(Lot lot, BigDecimal part, BigDecimal itsCost) {
        return new Lot(lot.number(), lot.quantity().subtract(part), lot.cost().subtract(itsCost));
    }

    /** What changed of the lots since they were last written down: from now on this is. */
    Lots keep() {
        long first = end - lots.size();
        long unkept = Math.max(first, keptEnd);
        var changed = new ArrayList<Lot>();
        var newest = lots.descendingIterator();
        for (long number = unkept; number < end; number++) {
            changed.add(newest.next());
        }
        if (firstShrank && first < unkept) {
            changed.add(lots.getFirst());
        }
        Collections.reverse(changed);
        keptEnd = end;
        firstShrank = false;
        return new Lots(first, end, changed);
    }

    /** Goes on with what was written down; throws {@link IllegalArgumentException} when a lot of it is missing. */
    void restore(BigDecimal realisedThen, Lots kept) {
        realised = realisedThen;
        end = kept.first();
        for (var lot : kept.changed()) {
            if (lot.number() != end) {
                throw new IllegalArgumentException("books without lot " + end);
            }
            quantity = quantity.add(lot.quantity());
            cost = cost.add(lot.cost());
            lots.addLast(lot);
            end++;
        }
        if (end != kept.end()) {
            throw new IllegalArgumentException("books without lot " + end);
        }
        keptEnd = end;
    }

    Collection<Lot> lots() {
        return Collections.unmodifiableCollection(lots);
    }

    BigDecimal realised() {
        return realised;
    }

    /** What the holdings are worth at a price beyond what they cost; its zeros at the end would tell of lots long gone. */
    BigDecimal unrealised(BigDecimal price) {
        return quantity.multiply(price).subtract(cost).stripTrailingZeros();
    }

    /** At average cost and first in first out. */
    static final class Both {

        private static final String AVERAGE = "average ";
        private static final String FIFO = "fifo ";

        private final CostBasis average = CostBasis.average();
        private final CostBasis fifo = CostBasis.firstInFirstOut();

        /** Base came, or went when negative, at such a cost. */
        void change(BigDecimal quantity, BigDecimal cost) {
            average.change(quantity, cost);
            fifo.change(quantity, cost);
        }

        CostBasis average() {
            return average;
        }

        CostBasis firstInFirstOut() {
            return fifo;
        }

        /** All but the lots of first in first out, which {@link #keep} tells. */
        void write(Map<String, BigDecimal> sums) {
            write(AVERAGE, average, sums);
            write(FIFO, fifo, sums);
            int number = 0;
            for (var lot : average.lots()) {
                sums.put(AVERAGE + "quantity " + number, lot.quantity());
                sums.put(AVERAGE + "cost " + number, lot.cost());
                number++;
            }
        }

        private static void write(String name, CostBasis basis, Map<String, BigDecimal> sums) {
            sums.put(name + "realised", basis.realised());
            sums.put(name + "lots", BigDecimal.valueOf(basis.lots().size()));
        }

        /** Throws {@link IllegalArgumentException} or {@link ArithmeticException} when a figure or a lot is missing. */
        void read(Map<String, BigDecimal> sums, Lots lots) {
            average.restore(Ledger.sum(sums, AVERAGE + "realised"), averageLots(sums));
            fifo.restore(Ledger.sum(sums, FIFO + "realised"), lots);
            if (Ledger.sum(sums, FIFO + "lots").intValueExact() != fifo.lots().size()) {
                throw new IllegalArgumentException("books with " + fifo.lots().size() + " lots");
            }
        }

        private static Lots averageLots(Map<String, BigDecimal> sums) {
            int count = Ledger.sum(sums, AVERAGE + "lots").intValueExact();
            var lots = new ArrayList<Lot>();
            for (int number = 0; number < count; number++) {
                lots.add(new Lot(
                        number,
                        Ledger.sum(sums, AVERAGE + "quantity " + number),
                        Ledger.sum(sums, AVERAGE + "cost " + number)));
            }
            return new Lots(0, lots.size(), lots);
        }
    }
}
