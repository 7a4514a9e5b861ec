package makerdeck.settings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Flags of {@code makerdeck report}. */
@Command(
        name = "report",
        description = "Prints profit, volume and fees by day from the journal, also while a desk runs.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpAutoWidth = true)
final class ReportFlags {

    @Option(
            names = "--days",
            defaultValue = "0",
            paramLabel = "N",
            description = "only the last N days, today among them; 0 = all (default ${DEFAULT-VALUE})")
    private int days;

    Invocation.RunReport invocation() {
        if (days < 0) {
            throw new IllegalArgumentException("--days must not be negative, was " + days + "; nearest legal is 0");
        }
        return new Invocation.RunReport(days);
    }
}
