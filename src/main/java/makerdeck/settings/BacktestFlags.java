package makerdeck.settings;

import java.nio.file.Path;
import java.util.List;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags of {@code makerdeck backtest}. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
final class BacktestFlags {

    private static final int MOST_JOBS = 1024;

    @Mixin
    private RunFlags run = new RunFlags();

    @Option(names = "--against", split = ",", paramLabel = "${bundle:label.against}")
    private List<String> against = List.of();

    @Option(names = "--jobs", defaultValue = "0", paramLabel = "${bundle:label.number}")
    private int jobs;

    @Option(names = "--out", paramLabel = "${bundle:label.folder}")
    private @Nullable Path out;

    @Option(names = "--json")
    private boolean json;

    ParsedCommand.RunBacktest parsed() {
        return new ParsedCommand.RunBacktest(new BacktestSettings(run.choice(), against, jobs(jobs), out, json));
    }

    /** Throws {@link MistakeException} for a number of jobs that makes no sense. */
    static int jobs(int typed) {
        if (typed < 0 || typed > MOST_JOBS) {
            throw new MistakeException(
                    Message.of("settings.jobs", MOST_JOBS, typed, Math.max(0, Math.min(MOST_JOBS, typed))));
        }
        return typed;
    }
}
