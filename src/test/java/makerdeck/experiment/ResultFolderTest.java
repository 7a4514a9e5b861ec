package makerdeck.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import makerdeck.message.MistakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {

    private static final String HEADING = "makerdeck/1 seeds=1..2 inputs=sha256:ab";

    @TempDir
    private Path folder;

    private static String runs(String... rows) {
        return "# " + HEADING + "\nseed,strategy\n" + String.join("", rows);
    }

    private void keep(int runs, String text) throws IOException {
        ResultFolder.open(folder, HEADING).keep(runs, Map.of("runs.csv", text, "report.txt", runs + " runs"));
    }

    private String kept() throws IOException {
        return Files.readString(folder.resolve("runs.csv"));
    }

    /** Runs of the same inputs come to the same: the more of them there are the better. */
    @Test
    void aComparisonThatIsBegunAgainAndStoppedLeavesTheWholeOneThatWasThere() throws IOException {
        keep(2, runs("1,desk\n", "2,desk\n"));

        keep(0, runs());
        keep(1, runs("1,desk\n"));
        assertEquals(runs("1,desk\n", "2,desk\n"), kept());
        assertEquals("2 runs", Files.readString(folder.resolve("report.txt")));

        keep(3, runs("1,desk\n", "2,desk\n", "3,desk\n"));
        assertEquals(runs("1,desk\n", "2,desk\n", "3,desk\n"), kept());
    }

    @Test
    void whatIsOfOtherInputsOrCannotBeReadStays() throws IOException {
        keep(1, runs("1,desk\n"));
        assertThrows(MistakeException.class, () -> ResultFolder.open(folder, "of others"));

        Files.write(folder.resolve("runs.csv"), new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0x80});
        assertThrows(MistakeException.class, () -> ResultFolder.open(folder, HEADING));
    }
}
