package makerdeck.snapshot;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a desk has made over all its lives, as its journal says. Immutable; times are those of the UTC calendar.
 *
 * @param asOf when the books were last valued, null when they never were
 * @param hours newest first, of the last weeks
 * @param days newest first, all of them
 * @param layers the nearest to the mid first, then what is of no layer
 * @param sides bids and asks, then how lively the market was
 * @param programme the nearer band and the farther one; empty when nothing was counted
 * @param curve what the account was worth, oldest first
 */
public record Results(
        String base,
        String quote,
        @Nullable Instant asOf,
        List<ResultRow> hours,
        List<ResultRow> days,
        List<ResultRow> layers,
        List<ResultRow> sides,
        ResultRow total,
        List<Programme> programme,
        List<Valued> curve) {

    /**
     * What a market-maker programme counts of this month so far, over the wall clock.
     *
     * @param points how far the band reaches from the mid, in basis points
     * @param bids value that rested in it, in the quote asset; {@code asks} likewise
     * @param both how long both sides had something in it, in %
     * @param maker our share of what was traded while the tape was heard, in %; null when nothing was
     */
    public record Programme(
            BigDecimal points,
            BigDecimal bids,
            BigDecimal asks,
            BigDecimal both,
            @Nullable BigDecimal maker) {}

    /** The account's value at an instant. */
    public record Valued(Instant at, BigDecimal equity) {}

    /**
     * What is known of them at the moment.
     *
     * @param results the last that were read, null before the first
     * @param trouble why there are no newer ones, null when nothing is wrong
     */
    public record Answer(
            @Nullable Results results, @Nullable Message trouble) {

        public static final Answer NONE_YET = new Answer(null, null);
    }

    public Results {
        hours = List.copyOf(hours);
        days = List.copyOf(days);
        layers = List.copyOf(layers);
        sides = List.copyOf(sides);
        programme = List.copyOf(programme);
        curve = List.copyOf(curve);
    }
}
