package makerdeck.settings;

import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Flags of {@code makerdeck report}. */
@Command(name = "report", mixinStandardHelpOptions = true, versionProvider = Version.class, usageHelpAutoWidth = true)
final class ReportFlags {

    @Option(names = "--days", paramLabel = "${bundle:label.number}")
    private @Nullable Integer days;

    @Option(names = "--from", defaultValue = "", paramLabel = "${bundle:label.day}")
    private String from = "";

    @Option(names = "--to", defaultValue = "", paramLabel = "${bundle:label.day}")
    private String to = "";

    @Option(names = "--html")
    private boolean html;

    ParsedCommand.RunReport parsed() {
        if (days != null && days < 0) {
            throw new MistakeException(Message.of("settings.days", days));
        }
        if (days != null && !(from + to).isEmpty()) {
            throw new MistakeException(Message.of("settings.days.either"));
        }
        var span = DaySpan.of(from, to);
        // Of no days are all: so it was when it was the default.
        return new ParsedCommand.RunReport(
                new ReportChoice(days == null || days == 0 ? null : days, span.from(), span.to(), html));
    }
}
