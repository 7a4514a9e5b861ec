package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.Fixture;
import makerdeck.simulator.Heard;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.strategy.signals.Regime;
import makerdeck.strategy.signals.Volatility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a desk that starts thinks of the volatility, against what the mid really did. */
class FirstVolatilityTest {

    private static final int SEEDS = 4;
    /** What the embedded venue trades by itself before it opens. */
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private record Start(double estimate, Regime regime, double realised) {

        double ratio() {
            return estimate / realised;
        }

        /** Near a border both are right. */
        boolean isRegimeRight() {
            return regime == regime(0.9 * realised) || regime == regime(1.1 * realised);
        }

        private static Regime regime(double percentPerDay) {
            if (percentPerDay < 2) {
                return Regime.LOW;
            }
            return percentPerDay > 5 ? Regime.HIGH : Regime.MID;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f of %.2f %s", estimate, realised, regime);
        }
    }

    private static Exchange exchange(MarketPreset preset, long seed) {
        return new Exchange(
                new ExchangeSettings(
                        Fixture.SOL,
                        Fixture.SOL.startPrice(),
                        new MarketSource.Agents(preset),
                        seed,
                        Fixture.START,
                        HALF_AN_HOUR),
                new Heard());
    }

    private static Volatility learned(Exchange exchange) {
        var venue = new ExchangeAccount(exchange, exchange.open(Map.of(), ExchangeSettings.STANDARD_FEES));
        var now = Instant.ofEpochSecond(0, exchange.now());
        var volatility = new Volatility(exchange.market().rules().tickSize());
        volatility.warmUp(venue.minutes(now.minus(HALF_AN_HOUR), now));
        return volatility;
    }

    /** In % per day, from the mids at whole minutes over half an hour from now on. */
    private static double realised(Exchange exchange) {
        double squares = 0;
        double before = mid(exchange);
        for (int minute = 1; minute <= HALF_AN_HOUR.toMinutes(); minute++) {
            exchange.advanceTo(exchange.now() + Duration.ofMinutes(1).toNanos());
            double now = mid(exchange);
            squares += Math.pow(Math.log(now / before), 2);
            before = now;
        }
        return 100 * Math.sqrt(squares / HALF_AN_HOUR.toMinutes() * 1440);
    }

    private static double mid(Exchange exchange) {
        var book = exchange.depth(1);
        return (book.bids().get(0).price().ticks() + book.asks().get(0).price().ticks()) / 2.0;
    }

    @ParameterizedTest
    @EnumSource(
            value = MarketPreset.class,
            names = {"CALM", "NORMAL", "WILD", "DEMO"})
    void aDeskThatRestartsFindsWhatTheMidDid(MarketPreset preset) {
        var starts = new ArrayList<Start>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            var exchange = exchange(preset, seed);
            double realised = realised(exchange);
            var learned = learned(exchange);
            starts.add(new Start(
                    learned.percentPerDay().orElseThrow(), learned.regime().orElseThrow(), realised));
        }

        starts.forEach(start -> {
            assertTrue(start.ratio() > 0.75 && start.ratio() < 1.3, start + " in " + starts);
            assertTrue(start.isRegimeRight(), start + " in " + starts);
        });
        assertEquals(1, starts.stream().mapToDouble(Start::ratio).average().orElseThrow(), 0.12, starts.toString());
    }

    @ParameterizedTest
    @EnumSource(
            value = MarketPreset.class,
            names = {"CALM", "NORMAL", "WILD", "DEMO"})
    void theFirstDeskOfAVenueFindsWhatThisMarketIs(MarketPreset preset) {
        var estimates = new ArrayList<Double>();
        for (int seed = 1; seed <= 3 * SEEDS; seed++) {
            estimates.add(learned(exchange(preset, seed)).percentPerDay().orElseThrow());
        }

        double mean = Math.sqrt(estimates.stream()
                .mapToDouble(estimate -> estimate * estimate)
                .average()
                .orElseThrow());
        double nominal = 100 * preset.parameters().volatility();
        assertEquals(1, mean / nominal, 0.25, estimates.toString());
    }
}
