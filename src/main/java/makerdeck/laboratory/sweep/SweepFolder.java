package makerdeck.laboratory.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import makerdeck.laboratory.statistics.Seeds;
import makerdeck.laboratory.sweep.Trial.Figures;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;

/**
 * A sweep on disk: its plan, a file a finished cell, and the joined tables. Files come into being whole, so that any
 * process may be killed at any moment and several may work in one folder. Any thread.
 */
public final class SweepFolder {

    /** The numbered list of cells, and all that they depend on. */
    public static final String PLAN = "plan.txt";

    private static final String UNFINISHED = ".new";

    private final Path folder;
    private final SweepPlan plan;
    private final String inputs;

    private SweepFolder(Path folder, SweepPlan plan) {
        this.folder = folder;
        this.plan = plan;
        inputs = plan.inputs();
    }

    /** What a cell was run for. */
    public enum Purpose {
        /** To find the best. */
        SEARCH("cell"),
        /** To judge the best on seeds that nobody has seen. */
        JUDGING("judged");

        private final String file;

        Purpose(String file) {
            this.file = file;
        }

        Seeds seeds(SweepPlan plan) {
            return this == SEARCH ? plan.seeds() : plan.fresh();
        }
    }

    /** The folder of the plan, made if need be; {@link MistakeException} when it holds another sweep. */
    public static SweepFolder begin(Path folder, SweepPlan plan) throws IOException {
        Files.createDirectories(folder);
        var its = folder.resolve(PLAN);
        if (Files.exists(its) && !PlanFile.read(its).equals(plan)) {
            throw new MistakeException(Message.of("laboratory.sweep.other", folder));
        }
        var begun = new SweepFolder(folder, plan);
        begun.write(PLAN, PlanFile.text(plan));
        return begun;
    }

    /** The sweep that a folder holds; {@link MistakeException} when it holds none, or one of another version. */
    public static SweepFolder open(Path folder, String version) throws IOException {
        var its = folder.resolve(PLAN);
        if (!Files.exists(its)) {
            throw new MistakeException(Message.of("laboratory.sweep.no-plan", its));
        }
        var plan = PlanFile.read(its);
        if (!plan.version().equals(version)) {
            throw new MistakeException(Message.of("laboratory.sweep.version", folder, plan.version(), version));
        }
        return new SweepFolder(folder, plan);
    }

    public SweepPlan plan() {
        return plan;
    }

    public Path path() {
        return folder;
    }

    /** The cells that are not finished, rising. */
    public List<Integer> missing() throws IOException {
        var missing = new ArrayList<Integer>();
        for (int cell = 0; cell < plan.cells().size(); cell++) {
            if (read(Purpose.SEARCH, cell).isEmpty()) {
                missing.add(cell);
            }
        }
        return missing;
    }

    /** By seed; empty while the cell is not finished, and when its file is damaged or of other inputs. */
    public Optional<List<Figures>> read(Purpose purpose, int cell) throws IOException {
        var file = folder.resolve(name(purpose, cell));
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return CellFile.read(
                text, CellFile.head(plan, inputs, cell), purpose.seeds(plan).list());
    }

    /** Of all cells, by number. Throws {@link IllegalStateException} when one is missing. */
    List<List<Figures>> readAll() throws IOException {
        var all = new ArrayList<List<Figures>>();
        for (int cell = 0; cell < plan.cells().size(); cell++) {
            int number = cell;
            all.add(read(Purpose.SEARCH, cell)
                    .orElseThrow(() -> new IllegalStateException("cell " + number + " is not finished")));
        }
        return all;
    }

    void write(Purpose purpose, int cell, List<Figures> figures) throws IOException {
        write(
                name(purpose, cell),
                CellFile.text(
                        CellFile.head(plan, inputs, cell), purpose.seeds(plan).list(), figures));
    }

    private static String name(Purpose purpose, int cell) {
        return String.format("%s-%05d.csv", purpose.file, cell);
    }

    /** Whole or not at all. */
    void write(String name, String text) throws IOException {
        var fresh = Files.createTempFile(folder, name + ".", UNFINISHED);
        Files.writeString(fresh, text);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What killed processes have left; for when nobody works here any more. */
    void tidy() throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Numbers as a Slurm array takes them: {@code 3,17-20}. */
    public static String spelled(List<Integer> cells) {
        var text = new StringBuilder();
        IntStream.range(0, cells.size()).forEach(i -> {
            boolean follows = i > 0 && cells.get(i) == cells.get(i - 1) + 1;
            boolean goesOn = i + 1 < cells.size() && cells.get(i + 1) == cells.get(i) + 1;
            if (!follows) {
                text.append(i == 0 ? "" : ",").append(cells.get(i));
            } else if (!goesOn) {
                text.append('-').append(cells.get(i));
            }
        });
        return text.toString();
    }
}
