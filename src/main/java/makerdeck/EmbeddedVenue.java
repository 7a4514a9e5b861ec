package makerdeck;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.backpack.server.Host;
import makerdeck.backpack.server.ServerListener;
import makerdeck.backpack.server.ServerSettings;
import makerdeck.settings.SimulatedVenue;
import makerdeck.simulator.ExchangeSettings;
import makerdeck.simulator.ListedMarket;
import makerdeck.simulator.ListedMarkets;
import makerdeck.simulator.MarketPreset;
import makerdeck.simulator.MarketSource;

/** Turns what was asked for into a served exchange. */
final class EmbeddedVenue {

    /** Value of the default account's base part and quote part: 10,000 in all, 30 % of it in the base asset. */
    private static final BigDecimal BASE_VALUE = new BigDecimal(3000);

    private static final BigDecimal QUOTE_VALUE = new BigDecimal(7000);

    /** So that a client finds candles to warm up on. */
    private static final Duration WARM_UP = Duration.ofMinutes(30);

    private EmbeddedVenue() {}

    /** Throws {@link IllegalArgumentException} with one line when there is no such market or preset. */
    static ListedMarket market(SimulatedVenue asked) {
        preset(asked.market());
        return ListedMarkets.find(asked.symbol())
                .orElseThrow(() -> new IllegalArgumentException("--symbol " + asked.symbol()
                        + " is not a market of the embedded venue; it lists "
                        + String.join(
                                ", ",
                                ListedMarkets.all().stream()
                                        .map(listed -> listed.rules().symbol())
                                        .toList())));
    }

    private static MarketPreset preset(String name) {
        return Arrays.stream(MarketPreset.values())
                .filter(preset -> spelled(preset).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--market must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(MarketPreset.values())
                                        .map(EmbeddedVenue::spelled)
                                        .toList())
                        + ", was " + name));
    }

    private static String spelled(MarketPreset preset) {
        return preset.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the screen calls it. */
    static String name(SimulatedVenue asked) {
        var replay = asked.replay();
        return replay == null ? asked.market() : String.valueOf(replay.getFileName());
    }

    /** Opens it on loopback. Blocks while the market warms up; throws {@link IOException} when it cannot be served. */
    static BackpackServer open(SimulatedVenue asked, int port, Host host, ServerListener listener) throws IOException {
        var listed = market(asked);
        var replay = asked.replay();
        var source =
                replay == null ? new MarketSource.Agents(preset(asked.market())) : new MarketSource.Recording(replay);
        var now = host.clock().instant();
        var settings = new ExchangeSettings(
                listed,
                listed.startPrice(),
                source,
                asked.seed().orElseGet(host.random()::nextLong),
                nanos(now),
                WARM_UP);
        return BackpackServer.open(
                settings,
                new ServerSettings(port, funds(asked, listed), ExchangeSettings.STANDARD_FEES),
                host,
                listener);
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }

    private static Map<String, BigDecimal> funds(SimulatedVenue asked, ListedMarket listed) {
        if (!asked.funds().isEmpty()) {
            return asked.funds();
        }
        var rules = listed.rules();
        var base = rules.decimal(rules.floor(BASE_VALUE.divide(listed.startPrice(), 12, RoundingMode.FLOOR)));
        return Map.of(rules.base(), base, rules.quote(), QUOTE_VALUE);
    }

    /** A source of randomness from the seed, or from the clock when none was given. */
    static RandomGenerator random(SimulatedVenue asked, Instant now) {
        return new SplittableRandom(asked.seed().orElseGet(() -> nanos(now)));
    }
}
