package makerdeck.simulator.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import makerdeck.domain.Side;
import makerdeck.domain.TimeInForce;
import makerdeck.simulator.Campaign;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.Fixture;
import makerdeck.simulator.Heard;
import makerdeck.simulator.LayeredDesk;
import makerdeck.simulator.MarketStatistics;
import makerdeck.simulator.marketdata.CandleInterval;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.Expiry;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.OrderRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulated markets look like. */
class MarketAgentsTest {

    @ParameterizedTest
    @CsvSource({"CALM, 1.5", "NORMAL, 3.5", "WILD, 8"})
    void twoHoursLookLikeTheirPreset(MarketPreset preset, double volatility) {
        var market = MarketStatistics.of(preset, 11, Duration.ofHours(2));

        double minute = market.volatilityPercent(60);
        assertBetween(0.4, 2.5, market.spreadBp(), market);
        assertBetween(0.5 * volatility, 1.7 * volatility, minute, market);
        assertBetween(0.7 * minute, 1.3 * minute, market.volatilityPercent(1), market);
        assertBetween(4, 120, market.kurtosis(), market);
        assertBetween(0.2, 0.65, market.takerSignMemory(1), market);
        assertBetween(0, 0.1, market.takerSignMemory(50), market);
        assertBetween(0.5, 1, MarketStatistics.growth(market.impactBySize()), market);
        assertBetween(0.25, 2, market.farDepth(), market);
        assertBetween(0, 0.1, market.commonestSize(), market);
    }

    @ParameterizedTest
    @CsvSource({"CALM, 1.5", "NORMAL, 3.5", "WILD, 8"})
    void threeDaysKeepTheStylisedFacts(MarketPreset preset, double volatility) {
        Campaign.only();
        var days = LongStream.of(11, 12, 13)
                .mapToObj(seed -> MarketStatistics.of(preset, seed, Duration.ofHours(24)))
                .toList();

        double minute = mean(days, day -> day.volatilityPercent(60));
        assertBetween(0.75 * volatility, 1.25 * volatility, minute, days);
        assertBetween(0.85 * minute, 1.15 * minute, mean(days, day -> day.volatilityPercent(1)), days);
        assertBetween(0.5, 2, mean(days, MarketStatistics::spreadBp), days);
        assertBetween(5, 60, mean(days, MarketStatistics::kurtosis), days);
        assertBetween(0.2, 1, mean(days, MarketStatistics::clustering), days);
        assertBetween(0.3, 1, mean(days, day -> day.takerSignMemory(1)), days);
        assertBetween(0.01, 0.05, mean(days, day -> day.takerSignMemory(50)), days);
        assertBetween(0.25, 2, mean(days, MarketStatistics::farDepth), days);
        assertImpactGrowsAndStays(days);
    }

    /** The larger an order, the more the mid gives way, and most of it does not come back. */
    private static void assertImpactGrowsAndStays(List<MarketStatistics> days) {
        double[] soon = meanOfEach(days, MarketStatistics::impactBySize);
        double[] later = meanOfEach(days, MarketStatistics::lastingImpactBySize);
        assertBetween(0.8, 1, MarketStatistics.growth(soon), days);
        int largest = soon.length - 1;
        assertBetween(1 / 3.0, 3, later[largest] / soon[largest], days);
        assertBetween(
                1 / 3.0, 3, DoubleStream.of(later).sum() / DoubleStream.of(soon).sum(), days);
    }

    private static double[] meanOfEach(List<MarketStatistics> days, Function<MarketStatistics, double[]> row) {
        var rows = days.stream().map(row).toList();
        return IntStream.range(0, rows.get(0).length)
                .mapToDouble(i ->
                        rows.stream().mapToDouble(each -> each[i]).average().orElseThrow())
                .toArray();
    }

    @ParameterizedTest
    @EnumSource(
            value = MarketPreset.class,
            names = {"DEAD"},
            mode = EnumSource.Mode.EXCLUDE)
    void farQuotesAreFilledInADayAndNoFillIsAGift(MarketPreset preset) {
        Campaign.only();
        var plan = new LayeredDesk.Plan(List.of(10.0, 15.0, 20.0), 1.5, Duration.ofMillis(50));
        var desks = LongStream.of(11, 12, 13)
                .mapToObj(seed -> new LayeredDesk(preset, seed, plan).run(Duration.ofHours(24)))
                .toList();

        for (double half : plan.halfSpreadsBp()) {
            desks.forEach(desk -> assertTrue(desk.fillsPerHour(half) > 0, "no fills at " + half));
        }
        if (preset == MarketPreset.NORMAL) {
            double edge = desks.stream()
                    .mapToDouble(desk -> desk.edgeBp(10, 30))
                    .average()
                    .orElseThrow();
            assertBetween(0, 10, edge, preset);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTC_USDC", "BONK_USDC", "USDT_USDC", "PYTH_USDC"})
    void everyMarketHasALivelyBook(String symbol) {
        var listed = ListedMarkets.find(symbol).orElseThrow();

        var market = MarketStatistics.of(listed, MarketPreset.NORMAL, 5, Duration.ofMinutes(20));

        assertBetween(0.3, 2.5, market.spreadBp(), market);
        assertBetween(60, 500, market.takersPerMinute(), market);
    }

    @Test
    void deadMarketTradesAboutOnceAMinute() {
        var market = MarketStatistics.of(MarketPreset.DEAD, 11, Duration.ofHours(3));

        assertBetween(0.4, 2, market.takersPerMinute(), market);
    }

    @Test
    void flashCrashFallsAndRecoversWithinTheFirstQuarterOfAnHour() {
        var exchange =
                new Exchange(Fixture.settings(new MarketSource.Agents(MarketPreset.FLASH_CRASH), 3), new Heard());

        exchange.advanceTo(Fixture.START + Duration.ofMinutes(15).toNanos());

        var day = exchange.lastDay().orElseThrow();
        double fall = 1.0 * day.low().ticks() / day.first().ticks();
        double recovered = 1.0 * day.last().ticks() / day.low().ticks();
        assertBetween(0.93, 0.97, fall, day);
        assertBetween(1.02, 1.06, recovered, day);
    }

    @Test
    void trendMovesThePriceFurtherThanItsVolatility() {
        var exchange = new Exchange(Fixture.settings(new MarketSource.Agents(MarketPreset.TREND), 3), new Heard());

        exchange.advanceTo(Fixture.START + Duration.ofMinutes(30).toNanos());

        assertTrue(exchange.lastPrice().ticks() > 15_030, "price " + exchange.lastPrice());
    }

    @ParameterizedTest
    @EnumSource(MarketPreset.class)
    void warmUpEndsNearTheStartPriceWithABookAndCandles(MarketPreset preset) {
        var settings = new ExchangeSettings(
                Fixture.SOL,
                Fixture.SOL.startPrice(),
                new MarketSource.Agents(preset),
                9,
                Fixture.START,
                Duration.ofHours(1));
        var heard = new Heard();

        var exchange = new Exchange(settings, heard);

        assertEquals(List.of(), heard.events);
        assertBetween(14_970, 15_030, exchange.depth(1).bids().get(0).price().ticks(), preset);
        var hour = exchange.candles(
                CandleInterval.MINUTE_1, Fixture.START - Duration.ofHours(2).toNanos(), Fixture.START);
        assertBetween(preset == MarketPreset.DEAD ? 20 : 59, 60, hour.size(), preset);
        assertEquals(Fixture.START, exchange.now());
    }

    @Test
    void emptiedSideIsRefilledBeforeAnybodySeesIt() {
        var heard = new Heard();
        var exchange = new Exchange(Fixture.settings(new MarketSource.Agents(MarketPreset.NORMAL), 4), heard);
        var whale = Fixture.account(exchange, "0", "900000000");

        var swept = Fixture.accepted(exchange.submit(
                whale,
                OrderRequest.limit(Side.BID, new BigDecimal("250"), new BigDecimal("100000"))
                        .with(TimeInForce.IOC)));

        assertEquals(Expiry.IMMEDIATE_OR_CANCEL, swept.expiry());
        assertBetween(15_001, 15_100, exchange.depth(1).asks().get(0).price().ticks(), swept);
        assertTrue(heard.tops.stream().allMatch(top -> top.ask() != null));
    }

    private static double mean(List<MarketStatistics> days, ToDoubleFunction<MarketStatistics> number) {
        return days.stream().mapToDouble(number).average().orElseThrow();
    }

    private static void assertBetween(double low, double high, double value, Object seen) {
        assertTrue(low <= value && value <= high, value + " is not within " + low + ".." + high + ": " + seen);
    }
}
