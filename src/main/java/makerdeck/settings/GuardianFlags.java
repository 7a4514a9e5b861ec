package makerdeck.settings;

import java.nio.file.Path;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Flags of {@code makerdeck guardian}. */
@Command(name = "guardian", mixinStandardHelpOptions = true, versionProvider = Version.class, usageHelpAutoWidth = true)
final class GuardianFlags {

    @Option(names = "--listen", paramLabel = "${bundle:label.address}")
    private @Nullable String listen;

    @Option(names = "--key", paramLabel = "${bundle:label.file}")
    private @Nullable Path key;

    @Option(names = "--new-key", paramLabel = "${bundle:label.file}")
    private @Nullable Path newKey;

    ParsedCommand parsed() {
        if (newKey != null) {
            if (listen != null || key != null) {
                throw new MistakeException(Message.of("settings.guardian.new-key-alone"));
            }
            return new ParsedCommand.MakeGuardianKey(newKey);
        }
        if (listen == null) {
            throw new MistakeException(Message.of("settings.guardian.listen-where"));
        }
        var address = GuardianAddress.of("--listen", listen);
        GuardianAddress.requireKey("--listen", address, key);
        return new ParsedCommand.RunGuardian(address, key);
    }
}
