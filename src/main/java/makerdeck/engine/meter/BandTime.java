package makerdeck.engine.meter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import makerdeck.domain.Market;
import makerdeck.journal.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What rested in one band around the mid, times how long, exact to the nanosecond. Large numbers are made only when what
 * rests becomes another. Engine thread only.
 */
final class BandTime {

    private static final int THOUSANDTHS = 3;
    private static final long WHOLE = 10_000_000;
    private static final int NANOS = 9;

    private final BigDecimal points;
    private final long thousandths;

    // In ticks times steps, as it is now.
    private long bids;
    private long asks;

    // How long it has been so, and what was before; nanoseconds.
    private long held;
    private BigInteger bidsTime = BigInteger.ZERO;
    private BigInteger asksTime = BigInteger.ZERO;
    private long both;

    /** @param points basis points, from the mid to either side; what is finer than a thousandth of one is cut off */
    BandTime(BigDecimal points) {
        this.points = points;
        thousandths = points.movePointRight(THOUSANDTHS).longValue();
    }

    BigDecimal points() {
        return points;
    }

    /** How far twice a price may be from {@code doubleMid}, both in ticks, to be inside. */
    long reach(long doubleMid) {
        // Exact: twice the mid * thousandths / 10^7, rounded down, without leaving 64 bits on the way.
        return doubleMid / WHOLE * thousandths + doubleMid % WHOLE * thousandths / WHOLE;
    }

    void rests(long bidsNow, long asksNow) {
        if (bidsNow != bids || asksNow != asks) {
            settle();
            bids = bidsNow;
            asks = asksNow;
        }
    }

    void passed(long nanos) {
        held += nanos;
    }

    private void settle() {
        if (held == 0) {
            return;
        }
        var length = BigInteger.valueOf(held);
        bidsTime = bidsTime.add(BigInteger.valueOf(bids).multiply(length));
        asksTime = asksTime.add(BigInteger.valueOf(asks).multiply(length));
        both += bids > 0 && asks > 0 ? held : 0;
        held = 0;
    }

    /**
     * All of it since the last call; what rests goes on.
     *
     * @param rules null while the market is not known: nothing has counted then
     */
    Entry.Rested take(@Nullable Market rules) {
        settle();
        var taken = new Entry.Rested(points, amount(bidsTime, rules), amount(asksTime, rules), Duration.ofNanos(both));
        bidsTime = BigInteger.ZERO;
        asksTime = BigInteger.ZERO;
        both = 0;
        return taken;
    }

    private static BigDecimal amount(BigInteger time, @Nullable Market rules) {
        if (rules == null) {
            return BigDecimal.ZERO;
        }
        return new BigDecimal(time)
                .multiply(rules.tickSize())
                .multiply(rules.stepSize())
                .movePointLeft(NANOS);
    }
}
