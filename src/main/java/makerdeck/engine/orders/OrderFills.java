package makerdeck.engine.orders;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What has executed of an order: by the venue's word, and by the fills that came.
 *
 * <p>Engine thread only.
 */
final class OrderFills {

    /** A history may lag by seconds. */
    private static final Duration WITHOUT_FILLS = Duration.ofSeconds(4);

    private Quantity filled = Quantity.ZERO;
    private Instant filledAsOf = Instant.MIN;
    private Instant filledSince = Instant.MIN;
    private Quantity forgiven = Quantity.ZERO;
    private @Nullable Instant firstWithout;
    private BigDecimal executed = BigDecimal.ZERO;
    private Quantity booked = Quantity.ZERO;

    /** What had executed before this desk knew the order; {@code executed} is booked of it, or in other books. */
    void before(Quantity filled, BigDecimal executed, Market rules) {
        this.filled = filled;
        this.executed = executed;
        booked = rules.observed(executed);
    }

    /** The venue says that so much of it has executed in all. */
    void told(Quantity inAll, Instant now) {
        if (inAll.compareTo(filled) > 0) {
            filled = inAll;
            filledSince = now;
            firstWithout = null;
        }
    }

    /** Nothing of it can execute any more. */
    void ended() {
        filledAsOf = Instant.MAX;
    }

    /** A fill came. {@code cumulative}: what had executed in all with it, 0 where that is not told. */
    void book(Fill fill, BigDecimal cumulative, Market rules, Instant now) {
        executed = executed.add(fill.quantity());
        booked = rules.observed(executed);
        told(rules.observed(cumulative.max(executed)), now);
        if (cumulative.signum() > 0 && fill.at().isAfter(filledAsOf)) {
            filledAsOf = fill.at();
        }
    }

    /**
     * Every fill known to the venue when it was {@code asked} is booked. True when what has executed and no fill came
     * for in two such readings is no longer waited for from now on.
     */
    boolean givesUp(Instant asked) {
        if (!filledSince.isBefore(asked)) {
            return false;
        }
        if (firstWithout == null) {
            firstWithout = asked;
            return false;
        }
        if (Duration.between(firstWithout, asked).compareTo(WITHOUT_FILLS) < 0) {
            return false;
        }
        forgiven = filled.minus(booked);
        return true;
    }

    /** Whether every execution the venue speaks of has been booked, or is no longer waited for. */
    boolean isSettled() {
        return booked.plus(forgiven).compareTo(filled) >= 0;
    }

    /** What can still fill of so much, as far as is known; never negative. */
    Quantity remaining(Quantity whole) {
        var done = filled.compareTo(booked) > 0 ? filled : booked;
        return done.compareTo(whole) >= 0 ? Quantity.ZERO : whole.minus(done);
    }

    /** What the venue says has executed. */
    Quantity filled() {
        return filled;
    }

    /** Up to when, on the venue's clock, {@link #filled} is all that has executed. */
    Instant filledAsOf() {
        return filledAsOf;
    }

    /** When it was last found to be more. */
    Instant filledSince() {
        return filledSince;
    }

    /** What has been booked, fill by fill, in base units. */
    BigDecimal executed() {
        return executed;
    }

    /** The same in steps. */
    Quantity booked() {
        return booked;
    }
}
