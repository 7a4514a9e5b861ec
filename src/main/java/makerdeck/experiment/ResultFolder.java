package makerdeck.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;

/** A folder of result files, each of them whole at any moment. One thread. */
final class ResultFolder {

    private static final String RUNS = "runs.csv";

    /** Of {@link #RUNS}: what it is, and the columns. */
    private static final int HEAD = 2;

    private final Path folder;

    /** How many runs have been kept here. */
    private long kept;

    private ResultFolder(Path folder, long kept) {
        this.folder = folder;
        this.kept = kept;
    }

    /**
     * Makes it if need be. What is there already of the same inputs is written anew, as soon as there is as much of it;
     * what is there of others stays.
     *
     * @param heading of the files to come
     * @throws MistakeException when there are results of other inputs
     */
    static ResultFolder open(Path folder, String heading) throws IOException {
        Files.createDirectories(folder);
        var runs = folder.resolve(RUNS);
        if (!Files.exists(runs)) {
            return new ResultFolder(folder, 0);
        }
        // Whoever else made it may have written anything.
        try (var lines = Files.newBufferedReader(runs, StandardCharsets.ISO_8859_1)) {
            if (!("# " + heading).equals(lines.readLine())) {
                throw new MistakeException(Message.of("laboratory.folder-taken", folder));
            }
            return new ResultFolder(folder, lines.lines().count() + 1 - HEAD);
        }
    }

    /**
     * Keeps what is finished, unless more of it is there: the same inputs come to the same.
     *
     * @param runs that are finished
     * @param files by name
     * @throws IOException when one cannot be written; what was there stays then
     */
    void keep(int runs, Map<String, String> files) throws IOException {
        if (runs < kept) {
            return;
        }
        for (var file : files.entrySet()) {
            write(file.getKey(), file.getValue());
        }
        kept = runs;
    }

    private void write(String name, String text) throws IOException {
        var fresh = folder.resolve(name + ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
