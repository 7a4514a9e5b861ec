package makerdeck.domain;

import java.math.RoundingMode;

/** The side of the book an order rests on. */
public enum Side {
    BID,
    ASK;

    /** The other side. */
    public Side opposite() {
        return this == BID ? ASK : BID;
    }

    /** +1 for a bid, -1 for an ask: what a fill on this side does to the base asset. */
    public int sign() {
        return this == BID ? 1 : -1;
    }

    /** Rounding of somebody else's off-grid price, so that the spread never looks wider than it is. */
    public RoundingMode towardsSpread() {
        return this == BID ? RoundingMode.CEILING : RoundingMode.FLOOR;
    }

    /** Rounding of our own wanted price, so that a quote is never tighter than asked for. */
    public RoundingMode awayFromSpread() {
        return this == BID ? RoundingMode.FLOOR : RoundingMode.CEILING;
    }
}
