package makerdeck.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import makerdeck.domain.Candle;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.strategy.Guards;
import makerdeck.strategy.Regime;
import makerdeck.strategy.Volatility;
import makerdeck.strategy.Widening;
import org.jspecify.annotations.Nullable;

/** How the market moves, as far as the quotes depend on it. Engine thread only. */
final class Pulse {

    private @Nullable BigDecimal tick;
    private @Nullable BigDecimal last;
    private @Nullable Volatility estimate;
    private @Nullable Guards guards;

    /** Starts over when the grid has changed. */
    void market(Market market) {
        if (tick == null || tick.compareTo(market.tickSize()) != 0) {
            tick = market.tickSize();
            estimate = new Volatility(market.tickSize());
            guards = new Guards(market.tickSize());
        }
    }

    void moved(Instant now, BigDecimal mid) {
        last = mid;
        if (estimate != null && guards != null) {
            estimate.update(now, mid);
            guards.moved(now, mid, estimate.percentPerDay());
        }
    }

    /** The mid is still what it was. */
    void still(Instant now) {
        if (estimate != null && last != null) {
            estimate.update(now, last);
        }
    }

    /** Learns from past minutes, oldest first. */
    void warmUp(List<Candle> minutes) {
        if (estimate != null) {
            estimate.warmUp(minutes);
        }
    }

    void filled(Instant now, Side side) {
        if (guards != null) {
            guards.filled(now, side);
        }
    }

    OptionalDouble volatility() {
        return estimate == null ? OptionalDouble.empty() : estimate.percentPerDay();
    }

    Optional<Regime> regime() {
        return estimate == null ? Optional.empty() : estimate.regime();
    }

    Widening widening(Instant now) {
        return guards == null ? Widening.NONE : guards.widening(now);
    }

    @Nullable
    Side threatened(Instant now) {
        return guards == null ? null : guards.threatened(now).orElse(null);
    }
}
