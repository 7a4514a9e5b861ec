package makerdeck.settings;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code makerdeck sweep} is asked for. Immutable. */
public sealed interface SweepChoice {

    /**
     * All of it in this process.
     *
     * @param out folder of the sweep, null for one named after its inputs
     * @param jobs cells at a time; 0 for as many as there are processors
     * @param save name of the preset that the winner becomes, null for none
     */
    record Search(
            Question question,
            @Nullable Path out,
            int jobs,
            @Nullable String save) implements SweepChoice {}

    /** Only the numbered list of cells. */
    record Plan(Question question, Path folder) implements SweepChoice {}

    /** One cell of a planned sweep. */
    record OneCell(Path folder, int cell) implements SweepChoice {}

    /** What the cells of a planned sweep have found. */
    record Collect(Path folder, int jobs, @Nullable String save) implements SweepChoice {}

    /**
     * What is compared.
     *
     * @param grid as typed: {@code spread=0.1..0.4:0.05}
     * @param random how many combinations are drawn by lot, null for all
     * @param fresh seeds as typed on which the winner is judged, null for those that follow
     */
    record Question(
            RunChoice run,
            List<String> grid,
            @Nullable Integer random,
            @Nullable String fresh) {

        public Question {
            grid = List.copyOf(grid);
        }
    }
}
