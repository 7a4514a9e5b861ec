package makerdeck.simulator;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import makerdeck.domain.Side;
import makerdeck.simulator.model.PublicTrade;
import org.jspecify.annotations.Nullable;

/** Everybody who took: when, how much, how far into the book, and where the mid was seconds later. */
final class TakerStatistics {

    /** Where the size classes end: five of them hold the ordinary ones, the last the largest 3 %. */
    private static final double[] CLASSES = {0.2, 0.4, 0.6, 0.8, 0.9, 0.97};

    /** One order that took, with all its trades. */
    private static final class Taker {
        final long atNanos;
        final int sign;
        final double midBefore;
        long id;
        double quantity;
        double lastPrice;

        Taker(PublicTrade trade, double midBefore) {
            this.atNanos = trade.atNanos();
            this.sign = trade.taker().sign();
            this.midBefore = midBefore;
            this.id = id(trade);
        }

        static long id(PublicTrade trade) {
            return trade.taker() == Side.BID ? trade.buyOrderId() : trade.sellOrderId();
        }
    }

    /** The mid so long after each taker, against the one before it, in bp to its side. */
    private static final class Later {
        final long afterNanos;
        final Deque<Taker> waiting = new ArrayDeque<>();
        final Series sizes = new Series();
        final Series moves = new Series();

        Later(long seconds) {
            afterNanos = seconds * 1_000_000_000L;
        }

        void passed(long nowNanos, double mid) {
            while (!waiting.isEmpty() && waiting.getFirst().atNanos + afterNanos <= nowNanos) {
                var taker = waiting.removeFirst();
                sizes.add(taker.quantity);
                moves.add(taker.sign * Math.log(mid / taker.midBefore) * 1e4);
            }
        }

        double[] bySize() {
            double[] borders = DoubleStream.of(CLASSES).map(sizes::quantile).toArray();
            double[] sums = new double[borders.length + 1];
            long[] counts = new long[borders.length + 1];
            for (int i = 0; i < sizes.size(); i++) {
                double size = sizes.get(i);
                int bin = (int) DoubleStream.of(borders)
                        .filter(border -> size >= border)
                        .count();
                sums[bin] += moves.get(i);
                counts[bin]++;
            }
            return IntStream.range(0, sums.length)
                    .mapToDouble(bin -> sums[bin] / counts[bin])
                    .toArray();
        }
    }

    private final Series signs = new Series();
    private final Series reaches = new Series();
    private final Series gaps = new Series();
    private final Later afterFive = new Later(5);
    private final Later afterSixty = new Later(60);
    private @Nullable Taker current;
    private double mid;

    /** The mid is another one from now on. */
    void moved(long nowNanos, double next) {
        passed(nowNanos);
        mid = next;
    }

    void passed(long nowNanos) {
        afterFive.passed(nowNanos, mid);
        afterSixty.passed(nowNanos, mid);
    }

    void traded(PublicTrade trade) {
        var taker = current;
        if (taker == null || taker.id != Taker.id(trade)) {
            taker = begin(trade);
        }
        taker.quantity += trade.quantity().steps();
        taker.lastPrice = trade.price().ticks();
    }

    private Taker begin(PublicTrade trade) {
        var before = current;
        if (before != null) {
            reaches.add(before.sign * (before.lastPrice / before.midBefore - 1) * 1e4);
            gaps.add((trade.atNanos() - before.atNanos) / 1e9);
        }
        var taker = new Taker(trade, mid);
        signs.add(taker.sign);
        afterFive.waiting.addLast(taker);
        afterSixty.waiting.addLast(taker);
        current = taker;
        return taker;
    }

    int count() {
        return signs.size();
    }

    double signMemory(int lag) {
        return signs.autocorrelation(lag);
    }

    /** How far from the mid the farthest of so large a part of the takers went, in bp. */
    double reachBp(double part) {
        return reaches.quantile(part);
    }

    /** How unevenly they come: deviation of the time between two over its mean. */
    double gapVariation() {
        double mean = gaps.mean();
        return Math.sqrt(gaps.moment(2) / mean / mean - 1);
    }

    /** Mean move of the mid to the taker's side 5 s later, in bp, smallest class first. */
    double[] impactBySize() {
        return afterFive.bySize();
    }

    /** The same 60 s later. */
    double[] lastingImpactBySize() {
        return afterSixty.bySize();
    }

    double commonestSize() {
        var counts =
                afterFive.sizes.stream().boxed().collect(Collectors.groupingBy(size -> size, Collectors.counting()));
        return (double) Collections.max(counts.values()) / afterFive.sizes.size();
    }

    /** Spearman's rank correlation of a row with its order. */
    static double rankCorrelation(double[] row) {
        var sorted = row.clone();
        Arrays.sort(sorted);
        double squares = 0;
        for (int i = 0; i < row.length; i++) {
            squares += Math.pow(Arrays.binarySearch(sorted, row[i]) - (double) i, 2);
        }
        double n = row.length;
        return 1 - 6 * squares / (n * (n * n - 1));
    }
}
