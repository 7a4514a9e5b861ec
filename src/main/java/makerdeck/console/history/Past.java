package makerdeck.console.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import makerdeck.domain.Side;

/** What earlier runs of a desk left to be drawn, oldest first. Immutable. */
public record Past(List<Valuation> valuations, List<Mark> fills) {

    /** How far one valuation is from the next. */
    static final Duration VALUED_EVERY = Duration.ofMinutes(1);

    public static final Past NONE = new Past(List.of(), List.of());

    /** {@code ratio}: share of the base asset in %. */
    public record Valuation(Instant at, BigDecimal mid, BigDecimal ratio, BigDecimal equity) {}

    /** A fill of ours. */
    public record Mark(Instant at, Side side, BigDecimal price) {}

    public Past {
        valuations = List.copyOf(valuations);
        fills = List.copyOf(fills);
    }
}
