package makerdeck.simulator.agents;

import java.time.Duration;
import makerdeck.domain.Side;
import makerdeck.simulator.floor.AgentMarket;
import makerdeck.simulator.matching.BookOrder;
import makerdeck.simulator.schedule.EventQueue;
import org.jspecify.annotations.Nullable;

/** Deep quotes far from the touch, so that a side is never empty. */
final class BackstopLiquidity implements Runnable {

    private static final long PERIOD = Duration.ofSeconds(1).toNanos();
    private static final double[] DISTANCE_PIPS = {40, 80, 160};
    private static final double[] LOTS = {50, 100, 200};

    private final AgentMarket market;
    private final EventQueue queue;
    private final Fundamental fundamental;
    private final @Nullable BookOrder[] bids = new BookOrder[DISTANCE_PIPS.length];
    private final @Nullable BookOrder[] asks = new BookOrder[DISTANCE_PIPS.length];

    BackstopLiquidity(AgentMarket market, EventQueue queue, Fundamental fundamental) {
        this.market = market;
        this.queue = queue;
        this.fundamental = fundamental;
    }

    @Override
    public void run() {
        quote(Side.BID, bids);
        quote(Side.ASK, asks);
        queue.after(PERIOD, this);
    }

    /** Somebody may have taken everything: called at the end of every event. */
    void restore() {
        if (market.isEmpty(Side.BID)) {
            quote(Side.BID, bids);
        }
        if (market.isEmpty(Side.ASK)) {
            quote(Side.ASK, asks);
        }
    }

    private void quote(Side side, @Nullable BookOrder[] quotes) {
        double middle = fundamental.ticks(queue.now(), 0);
        for (int level = 0; level < quotes.length; level++) {
            market.withdraw(quotes[level]);
            double price = middle - side.sign() * DISTANCE_PIPS[level] * AgentMarket.pip(middle);
            quotes[level] = market.rest(side, Math.round(price), market.steps(LOTS[level]));
        }
    }
}
