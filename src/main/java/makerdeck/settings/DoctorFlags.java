package makerdeck.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Flags of {@code makerdeck doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
final class DoctorFlags {

    @Option(names = "--symbol", defaultValue = "SOL_USDC", paramLabel = "BASE_QUOTE")
    private String symbol = "";

    @Option(names = "--key-file", paramLabel = "${bundle:label.file}")
    private @Nullable Path keyFile;

    @Option(names = "--preset", paramLabel = "${bundle:label.name}")
    private @Nullable String preset;

    @Option(names = "--set", paramLabel = "${bundle:label.parameter}")
    private List<String> values = List.of();

    @Option(names = "--order")
    private boolean order;

    @Option(names = "--json")
    private boolean json;

    /** At Backpack, or where the environment says. */
    ParsedCommand.RunDoctor parsed(Map<String, String> environment) {
        var address = PublicAddress.of(environment);
        var keys = keyFile != null || ApiKeys.areIn(environment) ? RemoteVenue.keys(environment, keyFile) : null;
        if (order && keys == null) {
            throw new MistakeException(Message.of("settings.doctor.order-needs-key"));
        }
        return new ParsedCommand.RunDoctor(new DoctorSettings(
                VenueFlags.symbol(symbol),
                address.rest(),
                address.socket(),
                keys,
                keyFile,
                preset,
                parameters(),
                json,
                order));
    }

    private Map<String, String> parameters() {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : values) {
            int sign = pair.indexOf('=');
            if (sign <= 0) {
                throw new MistakeException(Message.of("settings.set.no-pair", pair));
            }
            pairs.put(pair.substring(0, sign).strip(), pair.substring(sign + 1).strip());
        }
        return pairs;
    }
}
