package makerdeck.engine.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import makerdeck.domain.Candle;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.quoting.Widening;
import makerdeck.strategy.signals.Regime;
import makerdeck.strategy.signals.ToxicFlowGuard;
import makerdeck.strategy.signals.Volatility;
import org.jspecify.annotations.Nullable;

/** How the market moves, as far as the quotes depend on it. Engine thread only. */
public final class MarketSignals {

    private @Nullable BigDecimal tick;
    private List<Candle> past = List.of();
    private @Nullable BigDecimal last;
    private @Nullable Volatility estimate;
    private @Nullable ToxicFlowGuard guards;

    /** Starts over when the grid has changed. */
    public void market(Market rules) {
        if (tick == null || tick.compareTo(rules.tickSize()) != 0) {
            tick = rules.tickSize();
            estimate = new Volatility(rules.tickSize());
            guards = new ToxicFlowGuard(rules.tickSize());
        }
    }

    public void moved(Instant now, BigDecimal mid) {
        last = mid;
        if (estimate != null && guards != null) {
            estimate.update(now, mid);
            guards.moved(now, mid, estimate.percentPerDay());
        }
    }

    /** Takes what rests at the best prices, from -1 when all of it is to sell to 1. */
    public void touched(Instant now, double imbalance) {
        if (guards != null) {
            guards.touched(now, imbalance);
        }
    }

    /** Mid and best prices are still what they were. */
    void still(Instant now) {
        if (estimate != null && last != null) {
            estimate.update(now, last);
        }
        if (guards != null) {
            guards.still(now, volatility());
        }
    }

    /** Learns from past minutes, oldest first. */
    void warmUp(List<Candle> minutes) {
        past = List.copyOf(minutes);
        if (estimate != null) {
            estimate.warmUp(minutes);
        }
    }

    /** The past minutes that were learned from last, oldest first. */
    public List<Candle> past() {
        return past;
    }

    /** Of the best prices of everybody else, when they moved last; empty before the first. */
    Optional<BigDecimal> mid() {
        return Optional.ofNullable(last);
    }

    public void filled(Instant now, Side side) {
        if (guards != null) {
            guards.filled(now, side);
        }
    }

    public OptionalDouble volatility() {
        return estimate == null ? OptionalDouble.empty() : estimate.percentPerDay();
    }

    public Optional<Regime> regime() {
        return estimate == null ? Optional.empty() : estimate.regime();
    }

    public Widening widening(Parameters parameters, Instant now) {
        return guards == null ? Widening.NONE : guards.widening(parameters, now);
    }

    public @Nullable Side threatened(Instant now) {
        return guards == null ? null : guards.threatened(now).orElse(null);
    }
}
