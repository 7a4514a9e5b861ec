package makerdeck.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingFileTest {

    private static final Instant NOW = Instant.parse("2026-09-01T12:58:00Z");

    @TempDir
    private Path folder;

    /** A disk with room for so many bytes. */
    private static RecordingFile.Opener full(int room) {
        return path -> new FilterOutputStream(RecordingFile.Opener.NEW_FILE.open(path)) {
            private int left = room;

            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] some, int from, int length) throws IOException {
                if (length > left) {
                    throw new IOException("No space left on device");
                }
                left -= length;
                out.write(some, from, length);
            }
        };
    }

    @Test
    void aFullDiskKeepsNoFileThatCouldNotBeBegun() throws IOException {
        assertThrows(IOException.class, () -> RecordingFile.open(folder, "SOL_USDC", NOW, full(0)));

        assertEquals(0, files());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 15})
    void norOneThatNothingGotInto(int room) throws IOException {
        var file = RecordingFile.open(folder, "SOL_USDC", NOW, full(room));
        file.write("a line");

        assertThrows(IOException.class, file::close);

        assertEquals(0, files());
    }

    @Test
    void whatGotIntoAFileStays() throws IOException {
        try (var file = RecordingFile.open(folder, "SOL_USDC", NOW, RecordingFile.Opener.NEW_FILE)) {
            file.write("a line");
        }

        assertEquals(1, files());
    }

    private long files() throws IOException {
        try (var left = Files.list(folder)) {
            return left.count();
        }
    }
}
