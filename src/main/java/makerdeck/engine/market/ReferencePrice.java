package makerdeck.engine.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import makerdeck.message.Message;

/**
 * What the market was lately: the median of the last minute's mids, which one mad price does not move.
 *
 * <p>Engine thread only.
 */
public final class ReferencePrice {

    private static final int SAMPLES = 60;
    private static final BigDecimal ABSURD = new BigDecimal("0.25");
    private static final BigDecimal TWO = new BigDecimal("2");
    private static final Duration ABSURD_AT_MOST = Duration.ofSeconds(10);
    private static final Duration BELIEVED_AFTER = Duration.ofMinutes(1);

    private final MarketData market;
    private final Deque<BigDecimal> mids = new ArrayDeque<>();
    private final List<BigDecimal> sorted = new ArrayList<>();
    private Optional<BigDecimal> median = Optional.empty();
    private Instant sampleDue = Instant.MIN;
    private Instant absurdSince = Instant.MAX;

    public ReferencePrice(MarketData market) {
        this.market = market;
    }

    /** Takes a sample a second. */
    public void tick(Instant now) {
        var mid = market.mid();
        if (mid.isEmpty() || !market.bookLost().isEmpty()) {
            return;
        }
        if (isAbsurd(now) || now.isBefore(sampleDue)) {
            return;
        }
        sampleDue = now.plusSeconds(1);
        mids.addLast(mid.get());
        sorted.add(place(mid.get()), mid.get());
        if (mids.size() > SAMPLES) {
            sorted.remove(place(mids.removeFirst()));
        }
        median = Optional.of(middle());
    }

    /** Where among the sorted ones it is, or would be. */
    private int place(BigDecimal mid) {
        int place = Collections.binarySearch(sorted, mid);
        return place < 0 ? -place - 1 : place;
    }

    /** Of an even number halfway between the two in the middle. */
    private BigDecimal middle() {
        var lower = sorted.get((sorted.size() - 1) / 2);
        var upper = sorted.get(sorted.size() / 2);
        return lower.add(upper).divide(TWO);
    }

    /** What cannot be true is not learned from; what stays for a minute is true after all. */
    private boolean isAbsurd(Instant now) {
        if (absurdity().isEmpty()) {
            absurdSince = Instant.MAX;
            return false;
        }
        absurdSince = absurdSince.equals(Instant.MAX) ? now : absurdSince;
        if (Duration.between(absurdSince, now).compareTo(BELIEVED_AFTER) < 0) {
            return true;
        }
        mids.clear();
        sorted.clear();
        return false;
    }

    /** Empty before the first sample. */
    public Optional<BigDecimal> value() {
        return median;
    }

    /** Why the market's price cannot be true, empty when it can. */
    public Optional<Message> absurdity() {
        var mid = market.mid();
        if (median.isEmpty() || mid.isEmpty()) {
            return Optional.empty();
        }
        var off = mid.get().subtract(median.get()).abs();
        return off.compareTo(median.get().multiply(ABSURD)) > 0
                ? Optional.of(Message.of("engine.absurd", plain(mid.get()), plain(median.get())))
                : Optional.empty();
    }

    /** Whether it has been absurd for too long to be a slip. */
    public boolean isAbsurdForLong(Instant now) {
        return now.isAfter(absurdSince) && Duration.between(absurdSince, now).compareTo(ABSURD_AT_MOST) >= 0;
    }

    private static String plain(BigDecimal price) {
        return price.round(MathContext.DECIMAL32).stripTrailingZeros().toPlainString();
    }
}
