package makerdeck.simulator.agents;

import java.time.Duration;
import makerdeck.domain.Side;
import makerdeck.simulator.floor.AgentMarket;
import makerdeck.simulator.matching.BookOrder;
import makerdeck.simulator.schedule.EventQueue;
import makerdeck.simulator.schedule.RandomDraws;
import org.jspecify.annotations.Nullable;

/** Patient quotes away from the touch, so that the book goes on there and a side is never empty. */
final class BackstopLiquidity implements Runnable {

    private static final long PERIOD = Duration.ofMillis(250).toNanos();
    private static final int LEVELS = 14;
    private static final double NEAREST_PIPS = 14;
    private static final double SPACING = 1.2;
    private static final double LOTS_PER_PIP = 0.66;
    private static final double SIZE_DEVIATION = 0.5;
    /** What part of its distance a quote may be off before it is renewed. */
    private static final double PATIENCE = 0.1;

    private final AgentMarket market;
    private final EventQueue queue;
    private final Fundamental fundamental;
    private final RandomDraws sizes;
    private final double[] distances = new double[LEVELS];
    private final @Nullable BookOrder[] bids = new BookOrder[LEVELS];
    private final @Nullable BookOrder[] asks = new BookOrder[LEVELS];

    BackstopLiquidity(AgentMarket market, EventQueue queue, Fundamental fundamental, long seed) {
        this.market = market;
        this.queue = queue;
        this.fundamental = fundamental;
        this.sizes = new RandomDraws(seed, "backstop sizes");
        for (int level = 0; level < LEVELS; level++) {
            distances[level] = NEAREST_PIPS * StrictMath.pow(SPACING, level);
        }
    }

    @Override
    public void run() {
        double mood = sizes.logNormal(0, SIZE_DEVIATION);
        renew(Side.BID, bids, mood);
        renew(Side.ASK, asks, mood);
        queue.after(PERIOD, this);
    }

    /** Somebody may have taken everything: called at the end of every event. */
    void restore() {
        if (market.isEmpty(Side.BID)) {
            renew(Side.BID, bids, 1);
        }
        if (market.isEmpty(Side.ASK)) {
            renew(Side.ASK, asks, 1);
        }
    }

    private void renew(Side side, @Nullable BookOrder[] quotes, double mood) {
        double middle = fundamental.ticks(queue.now(), 0);
        double pip = AgentMarket.pip(middle);
        for (int level = 0; level < LEVELS; level++) {
            double distance = distances[level] * pip;
            double price = middle - side.sign() * distance;
            var quote = quotes[level];
            if (quote != null && quote.isResting() && Math.abs(quote.ticks - price) <= PATIENCE * distance) {
                continue;
            }
            market.withdraw(quote);
            quotes[level] = market.rest(side, Math.round(price), market.steps(LOTS_PER_PIP * distances[level] * mood));
        }
    }
}
