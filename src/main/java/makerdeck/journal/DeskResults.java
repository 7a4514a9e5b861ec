package makerdeck.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/**
 * What one desk has made of its market, over all its lives. Money in the quote asset. Immutable; lists are oldest
 * first.
 *
 * @param asOf when the books were last valued, null when they never were
 * @param hours those that are still told apart; what is older is in {@code days} alone
 * @param days by the UTC calendar, all of them
 * @param parts by layer, from 1; 0 are quotes whose layer nobody knows, -1 rebalances
 * @param sides of all fills by side; {@code regimes} by how lively the market was, empty where nobody knows
 * @param rest what belongs to no fill: inventory, interest, conversions, time
 * @param programme of this month, one for each pair of bands
 * @param curve what the account was worth
 */
public record DeskResults(
        String base,
        String quote,
        @Nullable Instant asOf,
        List<Period> hours,
        List<Period> days,
        Map<Integer, Sums> parts,
        Map<Side, Sums> sides,
        Map<String, Sums> regimes,
        Sums rest,
        Sums total,
        List<ProgrammeMonth> programme,
        List<Valued> curve) {

    public DeskResults {
        hours = List.copyOf(hours);
        days = List.copyOf(days);
        parts = Map.copyOf(parts);
        sides = Map.copyOf(sides);
        regimes = Map.copyOf(regimes);
        programme = List.copyOf(programme);
        curve = List.copyOf(curve);
    }

    /** What came together from an instant on. */
    public record Period(Instant from, Sums sums) {}

    /** The account's value at an instant. */
    public record Valued(Instant at, BigDecimal equity) {}

    /** How the market went after fills, for us: {@code gain} on so much {@code volume}, both in the quote asset. */
    public record Markout(long fills, BigDecimal gain, BigDecimal volume, Squares squares) {

        Markout plus(Markout other) {
            return new Markout(
                    fills + other.fills, gain.add(other.gain), volume.add(other.volume), squares.plus(other.squares));
        }
    }

    /** Sums over fills of gain squared, gain times volume, and volume squared: how far fills differ. */
    public record Squares(BigDecimal gain, BigDecimal gainByVolume, BigDecimal volume) {

        Squares plus(Squares other) {
            return new Squares(gain.add(other.gain), gainByVolume.add(other.gainByVolume), volume.add(other.volume));
        }
    }

    /** Milliseconds that the desk ran, that each side was allowed to be quoted, and that it was. */
    public record Time(long ran, long bidsAllowed, long bidsQuoted, long asksAllowed, long asksQuoted) {

        static final Time NONE = new Time(0, 0, 0, 0, 0);

        Time plus(Time other) {
            return new Time(
                    ran + other.ran,
                    bidsAllowed + other.bidsAllowed,
                    bidsQuoted + other.bidsQuoted,
                    asksAllowed + other.asksAllowed,
                    asksQuoted + other.asksQuoted);
        }
    }

    /**
     * Sums of fills.
     *
     * @param fees of quotes; those of rebalances are part of {@code rebalanced}
     * @param rebalanced what rebalances made against the mid, fees included
     * @param rebalanceFees those fees
     */
    public record Traded(
            long fills,
            BigDecimal volumeBase,
            BigDecimal volumeQuote,
            BigDecimal captured,
            BigDecimal fees,
            BigDecimal rebalanced,
            BigDecimal rebalanceFees) {

        static final Traded NONE = new Traded(
                0,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);

        Traded plus(Traded other) {
            return new Traded(
                    fills + other.fills,
                    volumeBase.add(other.volumeBase),
                    volumeQuote.add(other.volumeQuote),
                    captured.add(other.captured),
                    fees.add(other.fees),
                    rebalanced.add(other.rebalanced),
                    rebalanceFees.add(other.rebalanceFees));
        }
    }

    /**
     * All sums of a time or of a part.
     *
     * @param feesApart taken in third assets that had no price, by asset; negative when more was converted than taken
     * @param converted fees in third assets that were converted
     * @param inventory what the holdings gained by the market, as far as they have been valued
     * @param markouts by seconds after the fill
     */
    public record Sums(
            Traded traded,
            Map<String, BigDecimal> feesApart,
            BigDecimal converted,
            BigDecimal interest,
            BigDecimal inventory,
            Map<Integer, Markout> markouts,
            Time time) {

        public static final Sums NONE =
                new Sums(Traded.NONE, Map.of(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Map.of(), Time.NONE);

        public Sums {
            feesApart = Map.copyOf(feesApart);
            markouts = Map.copyOf(markouts);
        }

        public Sums plus(Sums other) {
            return new Sums(
                    traded.plus(other.traded),
                    merged(feesApart, other.feesApart, BigDecimal::add),
                    converted.add(other.converted),
                    interest.add(other.interest),
                    inventory.add(other.inventory),
                    merged(markouts, other.markouts, Markout::plus),
                    time.plus(other.time));
        }

        private static <K, V> Map<K, V> merged(Map<K, V> one, Map<K, V> other, BinaryOperator<V> sum) {
            if (other.isEmpty()) {
                return one;
            }
            var all = new HashMap<>(one);
            other.forEach((key, value) -> all.merge(key, value, sum));
            return all;
        }

        /** All fees that are in the profit. */
        public BigDecimal allFees() {
            return traded.fees.add(traded.rebalanceFees).add(converted);
        }

        /** All the profit that is not {@link #inventory}: known as soon as it is booked. */
        BigDecimal booked() {
            return traded.captured
                    .subtract(traded.fees)
                    .subtract(converted)
                    .add(traded.rebalanced)
                    .add(interest);
        }

        /** Change of equity, transfers excluded, less what was converted. */
        public BigDecimal pnl() {
            return booked().add(inventory);
        }
    }
}
