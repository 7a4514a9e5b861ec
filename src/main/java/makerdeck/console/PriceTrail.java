package makerdeck.console;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The mid of the last hour, one value every other second. UI thread only. */
final class PriceTrail {

    private static final int MOST = 1800;
    private static final int DROPPED_AT_ONCE = 300;
    private static final long STEP_NANOS = 2_000_000_000L;

    private List<BigDecimal> mids = List.of();
    private long nextAt = Long.MIN_VALUE;
    private BigDecimal last = BigDecimal.ZERO;
    private int direction;

    /** The mid as it is now. */
    void see(BigDecimal mid, long nanos) {
        int moved = mid.compareTo(last);
        if (moved != 0) {
            direction = last.signum() == 0 ? 0 : moved;
            last = mid;
        }
        if (nextAt != Long.MIN_VALUE && nanos - nextAt < 0) {
            return;
        }
        nextAt = nanos + STEP_NANOS;
        var longer = new ArrayList<>(mids);
        longer.add(mid);
        mids = List.copyOf(longer.size() > MOST ? longer.subList(DROPPED_AT_ONCE, longer.size()) : longer);
    }

    /** Oldest first. */
    List<BigDecimal> mids() {
        return mids;
    }

    /** Of the last move: above zero for up, below for down, zero when nothing has moved. */
    int direction() {
        return direction;
    }
}
