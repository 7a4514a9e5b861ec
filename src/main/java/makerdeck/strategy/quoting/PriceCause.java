package makerdeck.strategy.quoting;

import java.util.Locale;

/** What can move the nearest price of a side, in the order in which it is asked. */
public enum PriceCause {
    /** Half the parameter spread. */
    SPREAD,
    /** What the mid moves in a minute is more than that. */
    VOLATILITY,
    /** The parameter spread.max allows no more. */
    MAX,
    /** Less would not pay the fees. */
    FEES,
    /** The mid has jumped. */
    JUMP,
    /** Several fills of the side in quick succession. */
    FILLS,
    /** The mid is far from its mean of the last minute, towards the side. */
    TREND,
    /** Much more rests at the best price of the other side than at this one's. */
    IMBALANCE,
    /** The inventory is off its target: both sides move the same way. */
    SKEW,
    /** Prices of the market are whole ticks, and ours behind the other side. */
    TICK,
    /** What is nearer is not wanted. */
    LAYER;

    /** As programs read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
