package makerdeck.domain;

/** A price in whole ticks of its {@link Market}; never negative. Equal prices print the same. */
public record Price(long ticks) implements Comparable<Price> {

    public Price {
        if (ticks < 0) {
            throw new IllegalArgumentException("price ticks must not be negative, was " + ticks);
        }
    }

    /** This price moved by whole ticks, which may be negative. */
    public Price plus(long more) {
        return new Price(Math.addExact(ticks, more));
    }

    /** Moved {@code distance} ticks away from the spread: down for a bid, up for an ask. */
    public Price behind(Side side, long distance) {
        return plus(-side.sign() * distance);
    }

    /** Whether this price is nearer to the other side than {@code other}, for orders of {@code side}. */
    public boolean betterThan(Price other, Side side) {
        return side == Side.BID ? ticks > other.ticks : ticks < other.ticks;
    }

    @Override
    public int compareTo(Price other) {
        return Long.compare(ticks, other.ticks);
    }
}
