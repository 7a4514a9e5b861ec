package makerdeck.settings;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Flags of what speaks to a desk that runs already. */
final class RunningDeskFlags {

    private RunningDeskFlags() {}

    /** {@code makerdeck attach}. */
    @Command(
            name = "attach",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            usageHelpAutoWidth = true)
    static final class Attach {

        @Option(names = "--desk", defaultValue = "", paramLabel = "${bundle:label.name}")
        private String desk = "";

        @Option(names = "--watch")
        private boolean watch;

        @Option(names = "--theme", defaultValue = "dark", paramLabel = "${bundle:label.name}")
        private String theme = "";

        @Option(names = "--fps", defaultValue = "10", paramLabel = "${bundle:label.number}")
        private int framesPerSecond;

        ParsedCommand.RunAttach parsed() {
            return new ParsedCommand.RunAttach(desk, watch, DeskSettings.Look.of(theme, framesPerSecond));
        }
    }

    /** {@code makerdeck ctl}. */
    @Command(name = "ctl", mixinStandardHelpOptions = true, versionProvider = Version.class, usageHelpAutoWidth = true)
    static final class Ctl {

        @Parameters(arity = "0..*", hidden = true)
        private List<String> words = List.of();

        @Option(names = "--desk", defaultValue = "", paramLabel = "${bundle:label.name}")
        private String desk = "";

        @Option(names = "--json")
        private boolean json;

        ParsedCommand.RunCtl parsed() {
            return new ParsedCommand.RunCtl(desk, String.join(" ", words).strip(), json);
        }
    }
}
