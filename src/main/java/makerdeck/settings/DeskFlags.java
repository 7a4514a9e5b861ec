package makerdeck.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import makerdeck.strategy.Nearest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags of the desk. Trading flags keep the names of the bot it replaces; their values are checked as parameters. */
@Command(
        name = "makerdeck",
        description =
                "Full-screen console for spot market making on Backpack. Without flags: an embedded simulated venue.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        footer = {
            "",
            "Environment: BACKPACK_KEY, BACKPACK_SECRET (base64), BACKPACK_API_URL, BACKPACK_WS_URL, MAKERDECK_HOME.",
            "Exit codes: 0 ok, 2 usage, 3 refused by the venue, 4 not connected, 5 left with orders it could not confirm"
                    + " cancelled."
        })
final class DeskFlags {

    private static final List<String> PERPETUALS = List.of("aster", "paradex", "lighter", "apex", "standx");

    private static final List<String> VENUES = List.of("simulated", "backpack");

    @Option(
            names = "--exchange",
            defaultValue = "simulated",
            paramLabel = "NAME",
            description = "simulated or backpack (default ${DEFAULT-VALUE})")
    private String exchange = "";

    @Option(names = "--spread", paramLabel = "PERCENT", description = "full bid-ask width in %% of mid (default 0.2)")
    private @Nullable String spread;

    @Option(names = "--quantity", paramLabel = "BASE", description = "base units per order, or auto (default auto)")
    private @Nullable String quantity;

    @Option(names = "--max-orders", paramLabel = "N", description = "layers per side (default 3)")
    private @Nullable String layers;

    @Option(names = "--duration", paramLabel = "SECONDS", description = "0 = until stopped (default 3600)")
    private @Nullable String duration;

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            description = "longest time between two full reviews (default 60)")
    private @Nullable String interval;

    @Option(names = "--enable-rebalance", description = "keep the ratio of the two assets near the target")
    private boolean enableRebalance;

    @Option(names = "--disable-rebalance", description = "leave the ratio alone (default)")
    private boolean disableRebalance;

    @Option(
            names = "--base-asset-target",
            paramLabel = "PERCENT",
            description = "share of the base asset in the total value (default 30)")
    private @Nullable String target;

    @Option(
            names = "--rebalance-threshold",
            paramLabel = "POINTS",
            description = "deviation from the target that rebalances (default 15)")
    private @Nullable String threshold;

    @Option(names = "--preset", paramLabel = "NAME", description = "parameters to start with; flags come before it")
    private @Nullable String preset;

    @Option(names = "--start", description = "with --exchange backpack: quote at once, without waiting for 'resume'")
    private boolean start;

    @Option(names = "--headless", description = "JSON lines on standard output, commands on standard input, no screen")
    private boolean headless;

    @Option(names = "--new-books", description = "count profit and totals from zero again; the journal keeps the old")
    private boolean newBooks;

    @Option(
            names = "--on-hangup",
            defaultValue = "stop",
            paramLabel = "POLICY",
            description = "when the terminal is gone: stop (cancel all own orders and leave) or keep-running"
                    + " (default ${DEFAULT-VALUE})")
    private String onHangup = "";

    @Option(
            names = "--watch",
            description = "market and account on the screen, no orders: a key that may only read is enough")
    private boolean watch;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "two lines, key = ... and secret = ..., closed to others (chmod 600); in place of"
                    + " BACKPACK_KEY and BACKPACK_SECRET")
    private @Nullable Path keyFile;

    @Option(
            names = "--no-guardian",
            description = "leave out the process that cancels the desk's orders if the desk dies")
    private boolean noGuardian;

    @Option(
            names = "--theme",
            defaultValue = "dark",
            paramLabel = "NAME",
            description = "colours of the screen (default ${DEFAULT-VALUE})")
    private String theme = "";

    @Option(
            names = "--fps",
            defaultValue = "10",
            paramLabel = "N",
            description = "frames a second, 1..30 (default ${DEFAULT-VALUE})")
    private int framesPerSecond;

    @Mixin
    private VenueFlags venue = new VenueFlags();

    DeskSettings settings(Map<String, String> environment) {
        var name = exchange.toLowerCase(Locale.ROOT);
        if (PERPETUALS.contains(name)) {
            throw new IllegalArgumentException(
                    "--exchange " + name + ": perpetuals only, spot market making supports backpack");
        }
        if (!VENUES.contains(name)) {
            throw new IllegalArgumentException("--exchange must be simulated or backpack, was " + exchange
                    + "; nearest legal is " + Nearest.to(name, VENUES).orElse("simulated"));
        }
        if (framesPerSecond < 1 || framesPerSecond > 30) {
            throw new IllegalArgumentException("--fps must be 1..30, was " + framesPerSecond + "; nearest legal is "
                    + Math.max(1, Math.min(30, framesPerSecond)));
        }
        if (!onHangup.equals("stop") && !onHangup.equals("keep-running")) {
            throw new IllegalArgumentException("--on-hangup must be stop or keep-running, was " + onHangup);
        }
        var simulated = name.equals("simulated");
        if (simulated && keyFile != null) {
            throw new IllegalArgumentException("--key-file is for --exchange backpack");
        }
        if (watch && start) {
            throw new IllegalArgumentException("--watch and --start exclude each other");
        }
        return new DeskSettings(
                simulated ? venue.venue() : null,
                simulated ? null : RemoteVenue.of(venue.symbol(), environment, keyFile),
                parameters(),
                preset,
                start,
                newBooks,
                headless,
                onHangup.equals("keep-running"),
                !noGuardian && !watch,
                watch,
                new DeskSettings.Look(theme, framesPerSecond));
    }

    private Map<String, String> parameters() {
        if (enableRebalance && disableRebalance) {
            throw new IllegalArgumentException(
                    "--enable-rebalance and --disable-rebalance exclude each other, both were given; give one");
        }
        var values = new LinkedHashMap<String, String>();
        put(values, "spread", spread);
        put(values, "quantity", quantity);
        put(values, "layers", layers);
        put(values, "duration", duration);
        if (watch) {
            // Whoever only looks on looks on until he leaves.
            values.putIfAbsent("duration", "0");
        }
        put(values, "interval", interval);
        put(values, "target", target);
        put(values, "threshold", threshold);
        if (enableRebalance || disableRebalance) {
            values.put("rebalance", enableRebalance ? "on" : "off");
        }
        return values;
    }

    private static void put(Map<String, String> values, String key, @Nullable String value) {
        if (value != null) {
            values.put(key, value);
        }
    }
}
