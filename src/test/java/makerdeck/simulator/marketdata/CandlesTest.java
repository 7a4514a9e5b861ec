package makerdeck.simulator.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.simulator.Fixture;
import makerdeck.simulator.model.PublicTrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandlesTest {

    private final Candles candles = new Candles(Fixture.SOL.rules());

    private void trade(Duration afterStart, long ticks, long steps) {
        candles.add(new PublicTrade(1, Side.BID, 1, 2, new Price(ticks), new Quantity(steps), at(afterStart)));
    }

    private static long at(Duration afterStart) {
        return Fixture.START + afterStart.toNanos();
    }

    @Test
    void minuteSumsItsTrades() {
        trade(Duration.ofSeconds(1), 15_000, 100);
        trade(Duration.ofSeconds(2), 15_020, 50);
        trade(Duration.ofSeconds(59), 14_990, 10);

        var minute = candles.between(
                        CandleInterval.MINUTE_1, Fixture.START, at(Duration.ofMinutes(1)), at(Duration.ofMinutes(1)))
                .get(0);

        assertEquals(new Price(15_000), minute.open());
        assertEquals(new Price(15_020), minute.high());
        assertEquals(new Price(14_990), minute.low());
        assertEquals(new Price(14_990), minute.close());
        assertEquals(160, minute.volume().steps());
        assertEquals(0, minute.quoteVolume().compareTo(Fixture.decimal("240.09")));
        assertEquals(3, minute.trades());
    }

    @Test
    void aVolumeMayBeLargerThanALong() {
        var product = BigDecimal.ZERO;
        long[] ticks = {1, 3_000_000_000L, 3_000_000_000L, 4_000_000_000L, 7, 5_000_000_000L};
        for (long price : ticks) {
            trade(Duration.ofSeconds(price % 60), price, price);
            product = product.add(BigDecimal.valueOf(price).pow(2));
        }

        var hour = candles.between(
                        CandleInterval.HOUR_1, Fixture.START, at(Duration.ofHours(1)), at(Duration.ofHours(1)))
                .get(0);

        assertEquals(product.movePointLeft(4), hour.quoteVolume());
    }

    @Test
    void minutesWithoutTradesAreThereWithoutPrices() {
        trade(Duration.ZERO, 15_000, 1);
        trade(Duration.ofMinutes(2), 15_001, 1);

        var minutes =
                candles.between(CandleInterval.MINUTE_1, 0, at(Duration.ofMinutes(9)), at(Duration.ofSeconds(150)));

        assertEquals(
                List.of(1L, 0L, 1L),
                minutes.stream().map(ExchangeCandle::trades).toList());
        assertNull(minutes.get(1).open());
    }

    @Test
    void hourIsMadeOfItsMinutes() {
        trade(Duration.ofMinutes(5), 15_000, 1);
        trade(Duration.ofMinutes(59), 15_100, 2);
        trade(Duration.ofMinutes(61), 15_200, 4);

        var hours = candles.between(
                CandleInterval.HOUR_1, Fixture.START, at(Duration.ofHours(3)), at(Duration.ofMinutes(62)));

        assertEquals(
                List.of(3L, 4L), hours.stream().map(c -> c.volume().steps()).toList());
        assertEquals(new Price(15_100), hours.get(0).close());
    }

    @Test
    void dayForgetsWhatIsOlderThanADay() {
        trade(Duration.ZERO, 14_000, 1);
        trade(Duration.ofHours(25), 15_000, 2);
        trade(Duration.ofHours(26), 15_500, 2);

        var day = candles.lastDay(at(Duration.ofHours(26))).orElseThrow();

        assertEquals(new Price(15_000), day.first());
        assertEquals(new Price(15_500), day.last());
        assertEquals(4, day.volume().steps());
        assertTrue(candles.lastDay(at(Duration.ofHours(60))).isEmpty());
    }

    @Test
    void secondsReachBackTwoHours() {
        trade(Duration.ZERO, 15_000, 1);
        trade(Duration.ofHours(5), 15_001, 1);

        var seconds = candles.between(CandleInterval.SECOND_1, 0, Long.MAX_VALUE, at(Duration.ofHours(6)));

        assertEquals(3_601, seconds.size());
        assertEquals(1, seconds.get(0).trades());
    }

    @ParameterizedTest
    @CsvSource({
        "MINUTE_15, 2026-09-01T16:52:07Z, 2026-09-01T16:45:00Z, 2026-09-01T17:00:00Z",
        "WEEK_1, 2026-09-02T16:52:07Z, 2026-08-31T00:00:00Z, 2026-09-07T00:00:00Z",
        "MONTH_1, 2026-02-02T16:52:07Z, 2026-02-01T00:00:00Z, 2026-03-01T00:00:00Z"
    })
    void intervalsBeginWhereCalendarsSay(CandleInterval interval, Instant at, Instant start, Instant end) {
        assertEquals(nanos(start), interval.startOf(nanos(at)));
        assertEquals(nanos(end), interval.endOf(nanos(start)));
    }

    private static long nanos(Instant instant) {
        return Duration.between(Instant.EPOCH, instant).toNanos();
    }
}
