package makerdeck.settings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags of {@code makerdeck venue}. */
@Command(
        name = "venue",
        description = "Runs the embedded venue alone, for any Backpack client on this machine, until stopped.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpAutoWidth = true)
final class StandaloneVenueFlags {

    @Option(
            names = "--port",
            defaultValue = "0",
            paramLabel = "PORT",
            description = "port on the loopback address, 0 = any free one (default ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--commands", description = "reads venue commands on standard input: venue fault ws-silence 30s")
    private boolean commands;

    @Mixin
    private VenueFlags venue = new VenueFlags();

    Invocation.RunVenue invocation() {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--port must be 0..65535, was " + port + "; nearest legal is "
                    + Math.max(0, Math.min(65_535, port)));
        }
        return new Invocation.RunVenue(venue.venue(), port, commands);
    }
}
