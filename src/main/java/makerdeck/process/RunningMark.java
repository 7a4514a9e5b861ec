package makerdeck.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tinylog.Logger;

/** The file that the launcher made, and that is there as long as the program has not ended in order. */
public final class RunningMark {

    private RunningMark() {}

    /** The program ends now, in order, whatever its code. */
    public static void takeAway() {
        var mark = System.getProperty("makerdeck.running", "");
        if (mark.isEmpty()) {
            return;
        }
        try {
            Files.deleteIfExists(Path.of(mark));
        } catch (IOException stays) {
            Logger.warn("{} stays: {}", mark, stays.getMessage());
        }
    }
}
