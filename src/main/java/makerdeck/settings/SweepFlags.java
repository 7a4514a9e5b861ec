package makerdeck.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.parameters.PresetName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags of {@code makerdeck sweep}. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
final class SweepFlags {

    /** What tells a task of an array which it is: Slurm, Kubernetes. */
    private static final List<String> NUMBERS = List.of("SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX");

    @Option(names = "--grid", paramLabel = "${bundle:label.grid}")
    private List<String> grid = List.of();

    @Option(names = "--random", paramLabel = "${bundle:label.number}")
    private @Nullable Integer random;

    @Option(names = "--fresh", paramLabel = "${bundle:label.seeds}")
    private @Nullable String fresh;

    @Option(names = "--jobs", defaultValue = "0", paramLabel = "${bundle:label.number}")
    private int jobs;

    @Option(names = "--save", paramLabel = "${bundle:label.name}")
    private @Nullable String save;

    @Option(names = "--out", paramLabel = "${bundle:label.folder}")
    private @Nullable Path out;

    @Option(names = "--plan", paramLabel = "${bundle:label.folder}")
    private @Nullable Path plan;

    @Option(names = "--cell", paramLabel = "${bundle:label.number}")
    private @Nullable Integer cell;

    @Option(names = "--dir", paramLabel = "${bundle:label.folder}")
    private @Nullable Path dir;

    @Option(names = "--collect", paramLabel = "${bundle:label.folder}")
    private @Nullable Path collect;

    @Mixin
    private RunFlags run = new RunFlags();

    ParsedCommand.RunSweep parsed(Map<String, String> environment) {
        return new ParsedCommand.RunSweep(choice(environment));
    }

    private SweepChoice choice(Map<String, String> environment) {
        long ways =
                Stream.of(out, plan, dir, collect).filter(each -> each != null).count();
        if (ways > 1 || cell != null && dir == null) {
            throw new MistakeException(Message.of("settings.sweep.ways"));
        }
        var name = save == null ? null : PresetName.read(save);
        int atATime = BacktestFlags.jobs(jobs);
        if (dir != null) {
            return new SweepChoice.OneCell(dir, number(environment));
        }
        if (collect != null) {
            return new SweepChoice.Collect(collect, atATime, name);
        }
        var question = new SweepChoice.Question(run.choice(), grid, random, fresh);
        return plan != null
                ? new SweepChoice.Plan(question, plan)
                : new SweepChoice.Search(question, out, atATime, name);
    }

    private int number(Map<String, String> environment) {
        if (cell != null) {
            return cell;
        }
        for (var name : NUMBERS) {
            var told = environment.get(name);
            if (told != null && told.matches("\\d{1,9}")) {
                return Integer.parseInt(told);
            }
        }
        throw new MistakeException(Message.of("settings.sweep.cell", NUMBERS.get(0), NUMBERS.get(1)));
    }
}
