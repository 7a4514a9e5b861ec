package makerdeck.simulator.matching;

import java.math.BigDecimal;
import makerdeck.domain.Market;
import makerdeck.domain.Side;

/** What an order counts in, exact: a step is so much of the base asset, a tick times a step so much of the quote asset. */
public final class Units {

    public final String base;
    public final String quote;
    private final Amount size;
    private final Amount value;

    public Units(Market rules) {
        base = rules.base();
        quote = rules.quote();
        size = new Amount(rules.stepSize());
        value = new Amount(rules.tickSize().multiply(rules.stepSize()));
    }

    /** Base asset. */
    public Amount size(long steps, Amount into) {
        return into.set(steps, size);
    }

    /** Quote asset. */
    public Amount value(long ticksTimesSteps, Amount into) {
        return into.set(ticksTimesSteps, value);
    }

    /** Quote asset. */
    BigDecimal value(long ticksTimesSteps) {
        return value(ticksTimesSteps, new Amount()).decimal();
    }

    /** What an order of a side locks: ticks times steps of the quote asset for a bid, steps of the base asset for an ask. */
    public Amount lock(Side side, long count, Amount into) {
        return side == Side.BID ? value(count, into) : size(count, into);
    }
}
