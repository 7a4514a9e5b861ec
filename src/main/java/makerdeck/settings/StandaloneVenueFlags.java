package makerdeck.settings;

import java.nio.file.Path;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--replay-session", paramLabel = "${bundle:label.session}")
    private @Nullable Path session;

    ParsedCommand parsed() {
        if (port < 0 || port > 65_535) {
            throw new MistakeException(Message.of("settings.port", port, Math.max(0, Math.min(65_535, port))));
        }
        if (session != null) {
            if (commands) {
                throw new MistakeException(Message.of("settings.session.commands"));
            }
            return new ParsedCommand.RunSession(session, port, venue.sessionSpeed());
        }
        return new ParsedCommand.RunVenue(venue.venue(), port, commands);
    }
}
