package makerdeck.simulator.marketdata;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** The lengths of candles. */
public enum CandleInterval {
    SECOND_1(Duration.ofSeconds(1)),
    MINUTE_1(Duration.ofMinutes(1)),
    MINUTE_3(Duration.ofMinutes(3)),
    MINUTE_5(Duration.ofMinutes(5)),
    MINUTE_15(Duration.ofMinutes(15)),
    MINUTE_30(Duration.ofMinutes(30)),
    HOUR_1(Duration.ofHours(1)),
    HOUR_2(Duration.ofHours(2)),
    HOUR_4(Duration.ofHours(4)),
    HOUR_6(Duration.ofHours(6)),
    HOUR_8(Duration.ofHours(8)),
    HOUR_12(Duration.ofHours(12)),
    DAY_1(Duration.ofDays(1)),
    DAY_3(Duration.ofDays(3)),
    /** Starts on Mondays. */
    WEEK_1(Duration.ofDays(7)),
    /** A calendar month, UTC; its duration is only nominal. */
    MONTH_1(Duration.ofDays(30));

    private static final long FIRST_MONDAY = Duration.ofDays(4).toNanos();

    private final long nanos;

    CandleInterval(Duration length) {
        this.nanos = length.toNanos();
    }

    /** Start of the candle that contains a moment, both in nanoseconds since 1970. */
    public long startOf(long atNanos) {
        if (this == MONTH_1) {
            var day = Instant.ofEpochSecond(0, atNanos).atOffset(ZoneOffset.UTC).toLocalDate();
            return nanos(day.withDayOfMonth(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        long offset = this == WEEK_1 ? FIRST_MONDAY : 0;
        return Math.floorDiv(atNanos - offset, nanos) * nanos + offset;
    }

    /** End of the candle that begins at a moment. */
    long endOf(long startNanos) {
        if (this == MONTH_1) {
            var start = Instant.ofEpochSecond(0, startNanos).atOffset(ZoneOffset.UTC);
            return nanos(start.plusMonths(1).toInstant());
        }
        return startNanos + nanos;
    }

    private static long nanos(Instant instant) {
        return Duration.between(Instant.EPOCH, instant).toNanos();
    }
}
