package makerdeck.settings;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags of the embedded venue, shared by the desk and by {@code venue}. */
final class VenueFlags {

    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9.]+_[A-Za-z0-9.]+");

    @Option(names = "--symbol", defaultValue = "SOL_USDC", paramLabel = "BASE_QUOTE")
    private String symbol = "";

    @Option(names = "--market", defaultValue = "demo", paramLabel = "${bundle:label.name}")
    private String market = "";

    @Option(names = "--seed", paramLabel = "${bundle:label.number}")
    private @Nullable Long seed;

    @Option(names = "--replay", paramLabel = "${bundle:label.file}")
    private @Nullable Path replay;

    @Option(names = "--funds", paramLabel = "${bundle:label.funds}", split = ",")
    private Map<String, String> funds = Map.of();

    @Option(names = "--auto-lend")
    private boolean autoLend;

    String symbol() {
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new MistakeException(Message.of("settings.symbol", symbol));
        }
        return symbol;
    }

    SimulatedVenue venue() {
        if (replay != null && !Files.isReadable(replay)) {
            throw new MistakeException(Message.of("settings.replay", replay));
        }
        return new SimulatedVenue(
                symbol(),
                market.toLowerCase(Locale.ROOT),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                replay,
                amounts(),
                autoLend);
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
            throw new MistakeException(Message.of("settings.funds.no-number", asset, text), malformed);
        }
        throw new MistakeException(Message.of("settings.funds.negative", asset, text));
    }
}
