package makerdeck.settings;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code makerdeck backtest} is asked for. Immutable.
 *
 * @param against whom the desk is compared with, as typed: {@code pmm}, {@code hold} or a preset
 * @param jobs runs at a time; 0 for as many as there are processors
 * @param out folder of the result files, null for none
 * @param json the result as JSON lines in place of a report
 */
public record BacktestSettings(
        RunChoice run,
        List<String> against,
        int jobs,
        @Nullable Path out,
        boolean json) {

    public BacktestSettings {
        against = List.copyOf(against);
    }
}
