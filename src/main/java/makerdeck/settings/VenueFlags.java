package makerdeck.settings;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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

    private static final int MOST_DIGITS = 40;

    private static final Pattern SPEED = Pattern.compile("\\d{1,4}(\\.\\d{1,3})?");

    @Option(names = "--symbol", defaultValue = "SOL_USDC", paramLabel = "BASE_QUOTE")
    private String symbol = "";

    @Option(names = "--market", defaultValue = "demo", paramLabel = "${bundle:label.name}")
    private String market = "";

    @Option(names = "--seed", paramLabel = "${bundle:label.number}")
    private @Nullable Long seed;

    @Option(names = "--replay", paramLabel = "${bundle:label.file}", arity = "1..*")
    private List<Path> replay = List.of();

    @Option(names = "--speed", defaultValue = "1", paramLabel = "${bundle:label.speed}")
    private String speed = "";

    @Option(names = "--queue", defaultValue = "risk-averse", paramLabel = "${bundle:label.queue}")
    private String queue = "";

    @Option(names = "--funds", paramLabel = "${bundle:label.funds}", split = ",")
    private Map<String, String> funds = Map.of();

    @Option(names = "--fees", paramLabel = "${bundle:label.fees}")
    private @Nullable String fees;

    @Option(names = "--auto-lend")
    private boolean autoLend;

    String symbol() {
        return symbol(symbol);
    }

    static String symbol(String typed) {
        if (!SYMBOL.matcher(typed).matches()) {
            throw new MistakeException(Message.of("settings.symbol", typed));
        }
        return typed;
    }

    /** The embedded venue. */
    SimulatedVenue venue() {
        return venue(null);
    }

    /** On the real market there. */
    SimulatedVenue paper(PublicAddress real) {
        if (!replay.isEmpty()) {
            throw new MistakeException(Message.of("settings.paper-or-replay"));
        }
        return venue(real);
    }

    private SimulatedVenue venue(@Nullable PublicAddress real) {
        if (replay.isEmpty() && real == null && !queue.equals("risk-averse")) {
            throw new MistakeException(Message.of("settings.only-with", "--queue", "--replay, --paper"));
        }
        for (var file : replay) {
            if (!Files.isReadable(file)) {
                throw new MistakeException(Message.of("settings.replay", file));
            }
        }
        return new SimulatedVenue(
                symbol(),
                market.toLowerCase(Locale.ROOT),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                replay,
                timesFaster(),
                queue,
                real,
                fees == null ? null : RunFlags.fees(fees),
                amounts(),
                autoLend);
    }

    /** How many times faster a captured session is played, which needs no market. */
    double sessionSpeed() {
        if (!replay.isEmpty()) {
            throw new MistakeException(Message.of("settings.session.replay"));
        }
        return speed();
    }

    private double timesFaster() {
        if (replay.isEmpty() && !speed.equals("1")) {
            throw new MistakeException(Message.of("settings.only-with", "--speed", "--replay, --replay-session"));
        }
        return speed();
    }

    private double speed() {
        if (speed.equals("max")) {
            return Double.POSITIVE_INFINITY;
        }
        if (!SPEED.matcher(speed).matches() || Double.parseDouble(speed) == 0) {
            throw new MistakeException(Message.of("settings.speed", speed));
        }
        return Double.parseDouble(speed);
    }

    private Map<String, BigDecimal> amounts() {
        var amounts = new LinkedHashMap<String, BigDecimal>();
        funds.forEach((asset, text) -> amounts.put(asset, amount(asset, text)));
        return amounts;
    }

    /** Throws {@link NumberFormatException} also for one that has more digits than anybody counts in. */
    static BigDecimal number(String typed) {
        var number = new BigDecimal(typed);
        if (Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new NumberFormatException(typed);
        }
        return number;
    }

    /** An amount of an asset as typed. Throws {@link MistakeException} when it is none. */
    static BigDecimal amount(String asset, String text) {
        try {
            var amount = number(text);
            if (amount.signum() >= 0) {
                return amount;
            }
        } catch (NumberFormatException malformed) {
            throw new MistakeException(Message.of("settings.funds.no-number", asset, text), malformed);
        }
        throw new MistakeException(Message.of("settings.funds.negative", asset, text));
    }
}
