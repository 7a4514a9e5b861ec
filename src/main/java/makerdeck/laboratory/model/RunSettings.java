package makerdeck.laboratory.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import makerdeck.domain.Fees;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.ListedMarket;
import makerdeck.simulator.model.MarketSource;

/**
 * One run: the same settings give the same result. Immutable.
 *
 * @param market what is traded; of a recorded feed the one that the recording shows
 * @param seed of the simulated traders; without effect on a recorded feed
 * @param length of virtual time; a recorded feed may be over before
 * @param latency from a decision until the exchange has it, the way of the news it rests on included
 * @param fees of the account
 * @param funds of the account at the start, by asset
 */
public record RunSettings(
        ListedMarket market,
        MarketSource source,
        long seed,
        Duration length,
        Strategy strategy,
        Duration latency,
        Fees fees,
        Map<String, BigDecimal> funds) {

    /** A venue that is not next door. */
    public static final Duration USUAL_LATENCY = Duration.ofMillis(50);

    /** Value of the usual account's base part and quote part: 10,000 in all, 30 % of it in the base asset. */
    private static final BigDecimal BASE_VALUE = new BigDecimal(3000);

    private static final BigDecimal QUOTE_VALUE = new BigDecimal(7000);
    private static final int DECIMALS = 12;

    public RunSettings {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("length must be positive, was " + length);
        }
        if (latency.isNegative()) {
            throw new IllegalArgumentException("latency must not be negative, was " + latency);
        }
        funds = Collections.unmodifiableMap(new TreeMap<>(funds));
    }

    /** With the usual latency, fees and funds. */
    public RunSettings(ListedMarket market, MarketSource source, long seed, Duration length, Strategy strategy) {
        this(market, source, seed, length, strategy, USUAL_LATENCY, ExchangeSettings.STANDARD_FEES, usualFunds(market));
    }

    /** What an account is given when nobody says otherwise, as on the embedded venue. */
    public static Map<String, BigDecimal> usualFunds(ListedMarket market) {
        var rules = market.rules();
        var base = rules.decimal(rules.floor(BASE_VALUE.divide(market.startPrice(), DECIMALS, RoundingMode.FLOOR)));
        return Map.of(rules.base(), base, rules.quote(), QUOTE_VALUE);
    }

    /** The same market for somebody else. */
    public RunSettings with(Strategy other) {
        return new RunSettings(market, source, seed, length, other, latency, fees, funds);
    }

    /** The same with other files of the market. */
    public RunSettings with(MarketSource.Recording other) {
        return new RunSettings(market, other, seed, length, strategy, latency, fees, funds);
    }

    /** The same on another market of its kind. */
    public RunSettings with(long otherSeed) {
        return new RunSettings(market, source, otherSeed, length, strategy, latency, fees, funds);
    }
}
