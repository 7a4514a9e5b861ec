package makerdeck.settings;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import makerdeck.domain.Fees;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.parameters.DidYouMean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags of what is run in virtual time, shared by {@code backtest} and {@code sweep}. */
final class RunFlags {

    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9.]+_[A-Za-z0-9.]+");
    private static final Pattern LATENCY = Pattern.compile("(\\d{1,5}) ?(ms|s)");
    private static final List<String> FEES = List.of("maker", "taker");
    private static final BigDecimal MOST_HOURS = new BigDecimal("10000");
    private static final BigDecimal MOST_BASIS_POINTS = new BigDecimal("100");
    private static final BigDecimal SECONDS_AN_HOUR = new BigDecimal("3600");

    @Option(names = "--market", defaultValue = "normal", paramLabel = "${bundle:label.name}")
    private String market = "";

    @Option(names = "--seeds", defaultValue = "1..5", paramLabel = "${bundle:label.seeds}")
    private String seeds = "";

    @Option(names = "--replay", arity = "1..*", paramLabel = "${bundle:label.file}")
    private List<Path> replay = List.of();

    @Option(names = "--queue", defaultValue = "risk-averse", paramLabel = "${bundle:label.queue}")
    private String queue = "";

    @Option(names = "--hours", paramLabel = "${bundle:label.hours}")
    private @Nullable String hours;

    @Option(names = "--symbol", defaultValue = "SOL_USDC", paramLabel = "BASE_QUOTE")
    private String symbol = "";

    @Option(names = "--preset", paramLabel = "${bundle:label.name}")
    private @Nullable String preset;

    @Option(names = "--set", paramLabel = "${bundle:label.parameter}")
    private List<String> values = List.of();

    @Option(names = "--latency", defaultValue = "50ms", paramLabel = "${bundle:label.latency}")
    private String latency = "";

    @Option(names = "--fees", defaultValue = "maker=8,taker=10", paramLabel = "${bundle:label.fees}")
    private String fees = "";

    @Option(names = "--funds", paramLabel = "${bundle:label.funds}", split = ",")
    private Map<String, String> funds = Map.of();

    RunChoice choice() {
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new MistakeException(Message.of("settings.symbol", symbol));
        }
        for (var file : replay) {
            if (!Files.isReadable(file)) {
                throw new MistakeException(Message.of("settings.replay", file));
            }
        }
        return new RunChoice(
                symbol,
                market.toLowerCase(Locale.ROOT),
                seeds,
                replay,
                queue,
                length(),
                preset,
                values(),
                latency(),
                fees(fees),
                amounts());
    }

    private @Nullable Duration length() {
        if (hours == null) {
            return null;
        }
        var typed = number(hours);
        if (typed == null || typed.signum() <= 0 || typed.compareTo(MOST_HOURS) > 0) {
            throw new MistakeException(Message.of("settings.hours", MOST_HOURS, hours));
        }
        return Duration.ofSeconds(
                typed.multiply(SECONDS_AN_HOUR).max(BigDecimal.ONE).longValue());
    }

    private static @Nullable BigDecimal number(String typed) {
        try {
            return VenueFlags.number(typed);
        } catch (NumberFormatException malformed) {
            return null;
        }
    }

    private Map<String, String> values() {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : values) {
            int sign = pair.indexOf('=');
            if (sign <= 0) {
                throw new MistakeException(Message.of("settings.set.no-pair", pair));
            }
            if (pairs.put(
                            pair.substring(0, sign).strip(),
                            pair.substring(sign + 1).strip())
                    != null) {
                throw new MistakeException(Message.of("settings.set.twice", pair.substring(0, sign)));
            }
        }
        return pairs;
    }

    private Duration latency() {
        var typed = LATENCY.matcher(latency);
        if (!typed.matches()) {
            throw new MistakeException(Message.of("settings.latency", latency));
        }
        long count = Long.parseLong(typed.group(1));
        return typed.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMillis(count);
    }

    /** In basis points; what is not named is as usual. */
    static Fees fees(String fees) {
        var rates = new LinkedHashMap<String, BigDecimal>();
        for (var pair : fees.split(",", -1)) {
            int sign = pair.indexOf('=');
            var name = sign < 0 ? pair : pair.substring(0, sign).strip();
            if (!FEES.contains(name)) {
                throw new MistakeException(Message.of("settings.fees.name", fees, DidYouMean.suggestion(name, FEES)));
            }
            var rate = number(pair.substring(sign + 1).strip());
            if (rate == null || rate.abs().compareTo(MOST_BASIS_POINTS) > 0) {
                throw new MistakeException(
                        Message.of("settings.fees.rate", name, MOST_BASIS_POINTS, pair.substring(sign + 1)));
            }
            rates.put(name, rate);
        }
        return new Fees(
                rates.getOrDefault("maker", new BigDecimal("8")), rates.getOrDefault("taker", new BigDecimal("10")));
    }

    private Map<String, BigDecimal> amounts() {
        var amounts = new LinkedHashMap<String, BigDecimal>();
        funds.forEach((asset, text) -> amounts.put(asset, VenueFlags.amount(asset, text)));
        return amounts;
    }
}
