package makerdeck.settings;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.parameters.DidYouMean;
import makerdeck.strategy.parameters.Lengths;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags of the desk. Trading flags keep the names of the bot it replaces; their values are checked as parameters. */
@Command(
        name = "makerdeck",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        footerHeading = "%n")
final class DeskFlags {

    private static final List<String> PERPETUALS = List.of("aster", "paradex", "lighter", "apex", "standx");

    private static final List<String> VENUES = List.of("simulated", "backpack");

    /** A number alone, or behind a host; IPv6 in brackets. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:(?<host>\\[[0-9a-fA-F:]+\\]|[^:\\[\\]]+):)?(?<port>[0-9]{1,5})");

    @Option(names = "--exchange", defaultValue = "simulated", paramLabel = "${bundle:label.name}")
    private String exchange = "";

    @Option(names = "--spread", paramLabel = "${bundle:label.percent}")
    private @Nullable String spread;

    @Option(names = "--quantity", paramLabel = "${bundle:label.base}")
    private @Nullable String quantity;

    @Option(names = "--max-orders", paramLabel = "${bundle:label.number}")
    private @Nullable String layers;

    @Option(names = "--duration", paramLabel = "${bundle:label.seconds}")
    private @Nullable String duration;

    @Option(names = "--interval", paramLabel = "${bundle:label.seconds}")
    private @Nullable String interval;

    @Option(names = "--enable-rebalance")
    private boolean enableRebalance;

    @Option(names = "--disable-rebalance")
    private boolean disableRebalance;

    @Option(names = "--base-asset-target", paramLabel = "${bundle:label.percent}")
    private @Nullable String target;

    @Option(names = "--rebalance-threshold", paramLabel = "${bundle:label.points}")
    private @Nullable String threshold;

    @Option(names = "--preset", paramLabel = "${bundle:label.name}")
    private @Nullable String preset;

    @Option(names = "--start")
    private boolean start;

    @Option(names = "--headless")
    private boolean headless;

    @Option(names = "--stay")
    private boolean stay;

    @Option(names = "--new-books")
    private boolean newBooks;

    @Option(names = "--wait", paramLabel = "${bundle:label.length}")
    private @Nullable String longestWait;

    @Option(names = "--on-hangup", defaultValue = "stop", paramLabel = "${bundle:label.policy}")
    private String onHangup = "";

    @Option(names = "--watch")
    private boolean watch;

    @Option(names = "--paper")
    private boolean paper;

    @Option(names = "--key-file", paramLabel = "${bundle:label.file}")
    private @Nullable Path keyFile;

    @Option(names = "--no-guardian")
    private boolean noGuardian;

    @Option(names = "--guardian-at", paramLabel = "${bundle:label.address}")
    private List<String> guardiansElsewhere = new ArrayList<>();

    @Option(names = "--guardian-key", paramLabel = "${bundle:label.file}")
    private @Nullable Path guardianKey;

    @Option(names = "--guardian-silence", paramLabel = "${bundle:label.length}")
    private @Nullable String guardianSilence;

    @Option(names = "--metrics", paramLabel = "${bundle:label.address}")
    private @Nullable String metrics;

    @Option(names = "--capture", paramLabel = "${bundle:label.folder}")
    private @Nullable Path capture;

    @Option(names = "--theme", defaultValue = "dark", paramLabel = "${bundle:label.name}")
    private String theme = "";

    @Option(names = "--fps", defaultValue = "10", paramLabel = "${bundle:label.number}")
    private int framesPerSecond;

    @Mixin
    private VenueFlags venue = new VenueFlags();

    DeskSettings settings(Map<String, String> environment) {
        var name = exchange.toLowerCase(Locale.ROOT);
        if (PERPETUALS.contains(name)) {
            throw new MistakeException(Message.of("settings.exchange.perpetuals", name));
        }
        if (!VENUES.contains(name)) {
            throw new MistakeException(
                    Message.of("settings.exchange.unknown", exchange, DidYouMean.suggestion(name, VENUES)));
        }
        if (!onHangup.equals("stop") && !onHangup.equals("keep-running")) {
            throw new MistakeException(Message.of("settings.on-hangup", onHangup));
        }
        if (paper && name.equals("simulated")) {
            throw new MistakeException(Message.of("settings.only-with", "--paper", "--exchange=backpack"));
        }
        var simulated = paper || name.equals("simulated");
        if (simulated && keyFile != null) {
            throw new MistakeException(Message.of("settings.key-file.simulated"));
        }
        if (watch && start) {
            throw new MistakeException(Message.of("settings.watch-or-start"));
        }
        var wait = longestWait(simulated);
        return new DeskSettings(
                paper ? venue.paper(PublicAddress.of(environment)) : simulated ? venue.venue() : null,
                simulated ? null : RemoteVenue.of(venue.symbol(), environment, keyFile),
                parameters(),
                preset,
                start,
                newBooks,
                headless,
                stay,
                onHangup.equals("keep-running"),
                guardians(),
                watch,
                metrics(),
                capture,
                wait,
                DeskSettings.Look.of(theme, framesPerSecond));
    }

    private Guardians guardians() {
        if (watch && !guardiansElsewhere.isEmpty()) {
            throw new MistakeException(Message.of("settings.guardian.watch"));
        }
        return Guardians.of(!noGuardian && !watch, guardiansElsewhere, guardianKey, guardianSilence);
    }

    private @Nullable Duration longestWait(boolean simulated) {
        if (longestWait == null) {
            return null;
        }
        if (simulated && !paper) {
            throw new MistakeException(Message.of("settings.wait.simulated"));
        }
        var typed = longestWait;
        return Lengths.seconds(typed)
                .filter(seconds -> seconds > 0)
                .map(Duration::ofSeconds)
                .orElseThrow(() -> new MistakeException(Message.of("settings.wait.length", typed)));
    }

    /** Without a host the machine's own: nobody else reads it. */
    private @Nullable InetSocketAddress metrics() {
        if (metrics == null) {
            return null;
        }
        var typed = metrics;
        var parts = ADDRESS.matcher(typed);
        if (!parts.matches() || Integer.parseInt(parts.group("port")) > 65_535) {
            throw new MistakeException(Message.of("settings.metrics.address", typed));
        }
        var host = parts.group("host");
        var address = host == null
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(parts.group("port")))
                : new InetSocketAddress(host, Integer.parseInt(parts.group("port")));
        if (address.isUnresolved()) {
            throw new MistakeException(Message.of("settings.metrics.host", host));
        }
        return address;
    }

    private Map<String, String> parameters() {
        if (enableRebalance && disableRebalance) {
            throw new MistakeException(Message.of("settings.rebalance-or-not"));
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
