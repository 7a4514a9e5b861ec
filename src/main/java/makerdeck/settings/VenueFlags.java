package makerdeck.settings;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags of the embedded venue, shared by the desk and by {@code venue}. */
final class VenueFlags {

    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9.]+_[A-Za-z0-9.]+");

    @Option(
            names = "--symbol",
            defaultValue = "SOL_USDC",
            paramLabel = "BASE_QUOTE",
            description = "spot market (default ${DEFAULT-VALUE})")
    private String symbol = "";

    @Option(
            names = "--market",
            defaultValue = "demo",
            paramLabel = "NAME",
            description =
                    "simulated market: demo, calm, normal, wild, trend, flash-crash, dead (default ${DEFAULT-VALUE})")
    private String market = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "seed of the simulated market: the same seed, the same market")
    private @Nullable Long seed;

    @Option(names = "--replay", paramLabel = "FILE", description = "a recorded feed as the simulated market")
    private @Nullable Path replay;

    @Option(
            names = "--funds",
            paramLabel = "ASSET=AMOUNT",
            split = ",",
            description = "funds of the simulated account (default SOL=20,USDC=7000)")
    private Map<String, String> funds = Map.of();

    String symbol() {
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new IllegalArgumentException("--symbol must look like SOL_USDC, was " + symbol);
        }
        return symbol;
    }

    SimulatedVenue venue() {
        if (replay != null && !Files.isReadable(replay)) {
            throw new IllegalArgumentException("--replay must be a readable file, was " + replay);
        }
        return new SimulatedVenue(
                symbol(),
                market.toLowerCase(Locale.ROOT),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                replay,
                amounts());
    }

    private Map<String, BigDecimal> amounts() {
        var amounts = new LinkedHashMap<String, BigDecimal>();
        funds.forEach((asset, text) -> amounts.put(asset, amount(asset, text)));
        return amounts;
    }

    private static BigDecimal amount(String asset, String text) {
        try {
            var amount = new BigDecimal(text);
            if (amount.signum() >= 0) {
                return amount;
            }
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("--funds " + asset + " must be a number, was " + text, malformed);
        }
        throw new IllegalArgumentException(
                "--funds " + asset + " must not be negative, was " + text + "; nearest legal is 0");
    }
}
