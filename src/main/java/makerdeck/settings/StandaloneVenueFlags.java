package makerdeck.settings;

import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags of {@code makerdeck venue}. */
@Command(name = "venue", mixinStandardHelpOptions = true, versionProvider = Version.class, usageHelpAutoWidth = true)
final class StandaloneVenueFlags {

    @Option(names = "--port", defaultValue = "0", paramLabel = "${bundle:label.port}")
    private int port;

    @Option(names = "--commands")
    private boolean commands;

    @Mixin
    private VenueFlags venue = new VenueFlags();

    ParsedCommand.RunVenue parsed() {
        if (port < 0 || port > 65_535) {
            throw new MistakeException(Message.of("settings.port", port, Math.max(0, Math.min(65_535, port))));
        }
        return new ParsedCommand.RunVenue(venue.venue(), port, commands);
    }
}
