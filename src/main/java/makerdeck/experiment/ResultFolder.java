package makerdeck.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;

/** A folder of result files, each of them whole at any moment. One thread. */
final class ResultFolder {

    private static final String RUNS = "runs.csv";

    private final Path folder;

    private ResultFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes it if need be. What is there already of the same inputs is written anew; what is there of others stays.
     *
     * @param heading of the files to come
     * @throws MistakeException when there are results of other inputs
     */
    static ResultFolder open(Path folder, String heading) throws IOException {
        Files.createDirectories(folder);
        var runs = folder.resolve(RUNS);
        if (Files.exists(runs)) {
            try (var lines = Files.lines(runs)) {
                if (!lines.findFirst().orElse("").equals("# " + heading)) {
                    throw new MistakeException(Message.of("laboratory.folder-taken", folder));
                }
            }
        }
        return new ResultFolder(folder);
    }

    /** @throws IOException when it cannot be written; what was there stays then */
    void write(String name, String text) throws IOException {
        var fresh = folder.resolve(name + ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
