package makerdeck.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why the database's library does not load, as the operator has to mend it. */
class NativeLibraryTest {

    @TempDir
    Path folder;

    @Test
    void aFolderWithRoomLetsNoProgramsRun() throws IOException {
        assertEquals(Message.of("journal.no-programs", folder), NativeLibrary.obstacle(folder));

        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNotBlamedForPrograms() {
        var obstacle = NativeLibrary.obstacle(folder.resolve("gone"));

        assertFalse(Keys.of(obstacle).contains("no-programs"), Keys.of(obstacle));
    }
}
