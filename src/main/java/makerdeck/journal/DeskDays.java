package makerdeck.journal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report tells of one desk besides its {@link DeskEarnings}. Money in the quote asset. Immutable.
 *
 * @param days those of the earnings, in their order
 * @param whole all of them, and the days between on which nothing was written
 * @param lately of the account, in the 30 days before it was read
 * @param programme of the months of those days; only the last few are kept
 * @param curve what the account was worth, oldest first
 */
public record DeskDays(
        DeskEarnings earnings,
        List<Day> days,
        Day whole,
        Lately lately,
        List<ProgrammeMonth> programme,
        List<Mark> curve) {

    /** How many days before {@code now} the venue counts. */
    public static final Duration LATELY = Duration.ofDays(30);

    public DeskDays {
        days = List.copyOf(days);
        programme = List.copyOf(programme);
        curve = List.copyOf(curve);
    }

    /**
     * A day by the UTC calendar, or several.
     *
     * @param date the first
     * @param time how long each side was quoted; null when nobody wrote it down
     * @param wall how long it was since the desk's first life, by the clock of the world
     */
    public record Day(LocalDate date, Roles roles, Worth worth, DeskResults.@Nullable Time time, Duration wall) {}

    /** Volume of our own orders' fills, in the quote asset, by side and role. */
    public record Roles(
            BigDecimal boughtAsMaker, BigDecimal boughtAsTaker, BigDecimal soldAsMaker, BigDecimal soldAsTaker) {

        static final Roles NONE = new Roles(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Roles plus(Roles other) {
            return new Roles(
                    boughtAsMaker.add(other.boughtAsMaker),
                    boughtAsTaker.add(other.boughtAsTaker),
                    soldAsMaker.add(other.soldAsMaker),
                    soldAsTaker.add(other.soldAsTaker));
        }
    }

    /**
     * What came of the account's value, as often as it was valued: by the minute for 90 days, by the hour before. Each is
     * null when nobody knows it.
     *
     * @param equity at the end
     * @param held what the holdings of the beginning would have gained untouched, with what came by transfer since then
     * @param drawdown the farthest that the profit fell back from its highest until then; transfers are none
     */
    public record Worth(
            @Nullable BigDecimal equity,
            @Nullable BigDecimal held,
            @Nullable BigDecimal drawdown) {

        static final Worth UNKNOWN = new Worth(null, null, null);
    }

    /**
     * What the venue's fee tier goes by.
     *
     * @param volumes of all the account's fills in this journal, others' orders too, by symbol, each in its quote asset
     * @param maker what fills of this market cost; {@code taker} likewise
     */
    public record Lately(Map<String, BigDecimal> volumes, Paid maker, Paid taker) {

        public Lately {
            volumes = Map.copyOf(volumes);
        }
    }

    /** Fees in base and quote, and the volume they were paid on. */
    public record Paid(BigDecimal fees, BigDecimal volume) {

        static final Paid NONE = new Paid(BigDecimal.ZERO, BigDecimal.ZERO);

        Paid plus(BigDecimal fee, BigDecimal worth) {
            return new Paid(fees.add(fee), volume.add(worth));
        }
    }

    /** What the account was worth at an instant, and the least and the most since the mark before. */
    public record Mark(Instant at, BigDecimal low, BigDecimal last, BigDecimal high) {

        Mark with(Mark later) {
            return new Mark(later.at, low.min(later.low), later.last, high.max(later.high));
        }
    }
}
