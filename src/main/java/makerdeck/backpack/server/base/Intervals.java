package makerdeck.backpack.server.base;

import java.util.Map;
import makerdeck.simulator.marketdata.CandleInterval;

/** Candle lengths as the wire names them. */
public final class Intervals {

    public static final Map<String, CandleInterval> BY_NAME = Map.ofEntries(
            Map.entry("1s", CandleInterval.SECOND_1),
            Map.entry("1m", CandleInterval.MINUTE_1),
            Map.entry("3m", CandleInterval.MINUTE_3),
            Map.entry("5m", CandleInterval.MINUTE_5),
            Map.entry("15m", CandleInterval.MINUTE_15),
            Map.entry("30m", CandleInterval.MINUTE_30),
            Map.entry("1h", CandleInterval.HOUR_1),
            Map.entry("2h", CandleInterval.HOUR_2),
            Map.entry("4h", CandleInterval.HOUR_4),
            Map.entry("6h", CandleInterval.HOUR_6),
            Map.entry("8h", CandleInterval.HOUR_8),
            Map.entry("12h", CandleInterval.HOUR_12),
            Map.entry("1d", CandleInterval.DAY_1),
            Map.entry("3d", CandleInterval.DAY_3),
            Map.entry("1w", CandleInterval.WEEK_1),
            Map.entry("1month", CandleInterval.MONTH_1));

    private Intervals() {}
}
