package makerdeck.settings;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Flags of {@code makerdeck record}. */
@Command(name = "record", mixinStandardHelpOptions = true, versionProvider = Version.class, usageHelpAutoWidth = true)
final class RecordFlags {

    @Option(names = "--symbol", defaultValue = "SOL_USDC", paramLabel = "BASE_QUOTE")
    private String symbol = "";

    @Option(names = "--out", paramLabel = "${bundle:label.folder}")
    private @Nullable Path out;

    ParsedCommand.RunRecord parsed(Map<String, String> environment) {
        return new ParsedCommand.RunRecord(VenueFlags.symbol(symbol), PublicAddress.of(environment), out);
    }
}
