package makerdeck.settings;

import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Flags of {@code makerdeck report}. */
@Command(name = "report", mixinStandardHelpOptions = true, versionProvider = Version.class, usageHelpAutoWidth = true)
final class ReportFlags {

    @Option(names = "--days", defaultValue = "0", paramLabel = "${bundle:label.number}")
    private int days;

    ParsedCommand.RunReport parsed() {
        if (days < 0) {
            throw new MistakeException(Message.of("settings.days", days));
        }
        return new ParsedCommand.RunReport(days);
    }
}
