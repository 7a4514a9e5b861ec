package makerdeck.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import makerdeck.domain.Side;
import makerdeck.domain.TimeInForce;
import org.jspecify.annotations.Nullable;

/** Price-time priority in the plainest way, to check the real engine against. One list, searched anew each time. */
final class NaiveEngine {

    private static final class Resting {
        final long id;
        final int owner;
        final Side side;
        final long ticks;
        long left;

        Resting(long id, int owner, Side side, long ticks, long left) {
            this.id = id;
            this.owner = owner;
            this.side = side;
            this.ticks = ticks;
            this.left = left;
        }
    }

    private final List<Resting> resting = new ArrayList<>();

    /** Trades made so far, as maker:taker:steps@ticks. */
    final List<String> trades = new ArrayList<>();

    /** Submits a limit order with self-trade prevention RejectTaker. */
    void limit(long id, int owner, Side side, long ticks, long steps, TimeInForce lifetime) {
        long left = steps;
        while (left > 0) {
            var maker = bestAgainst(side, ticks);
            if (maker == null) {
                if (lifetime == TimeInForce.GTC) {
                    resting.add(new Resting(id, owner, side, ticks, left));
                }
                return;
            }
            if (maker.owner == owner) {
                return;
            }
            long traded = Math.min(left, maker.left);
            trades.add(maker.id + ":" + id + ":" + traded + "@" + maker.ticks);
            left -= traded;
            maker.left -= traded;
            if (maker.left == 0) {
                resting.remove(maker);
            }
        }
    }

    boolean wouldTake(Side side, long ticks) {
        return bestAgainst(side, ticks) != null;
    }

    /** Whether all of it would trade at once. */
    boolean fillsCompletely(int owner, Side side, long ticks, long steps) {
        var copy = new NaiveEngine();
        resting.forEach(
                order -> copy.resting.add(new Resting(order.id, order.owner, order.side, order.ticks, order.left)));
        copy.limit(-1, owner, side, ticks, steps, TimeInForce.IOC);
        long traded = copy.trades.stream()
                .mapToLong(trade -> Long.parseLong(trade.substring(trade.lastIndexOf(':') + 1, trade.indexOf('@'))))
                .sum();
        return traded == steps;
    }

    private @Nullable Resting bestAgainst(Side side, long ticks) {
        Resting best = null;
        for (var order : resting) {
            boolean matches = side == Side.BID ? order.ticks <= ticks : order.ticks >= ticks;
            if (order.side == side || !matches) {
                continue;
            }
            if (best == null || (side == Side.BID ? order.ticks < best.ticks : order.ticks > best.ticks)) {
                best = order;
            }
        }
        return best;
    }

    boolean cancel(long id) {
        return resting.removeIf(order -> order.id == id);
    }

    /** Zero when nothing rests. */
    long anyOpen(SplittableRandom random) {
        return resting.isEmpty() ? 0 : resting.get(random.nextInt(resting.size())).id;
    }

    long total(Side side, long ticks) {
        return resting.stream()
                .filter(order -> order.side == side && order.ticks == ticks)
                .mapToLong(order -> order.left)
                .sum();
    }

    List<Long> openIds() {
        return resting.stream().map(order -> order.id).sorted().toList();
    }
}
