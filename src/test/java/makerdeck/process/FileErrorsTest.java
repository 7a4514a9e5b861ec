package makerdeck.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileErrorsTest {

    @TempDir
    private Path folder;

    @Test
    void saysWhatIsWrongWithWhichFile() {
        var missing = Assertions.assertThrows(IOException.class, () -> Files.readString(folder.resolve("a")));

        assertEquals(folder.resolve("a") + " is not there", Spoken.ENGLISH.say(FileErrors.of(missing)));
        assertEquals(
                folder.resolve("a") + " is not there",
                Spoken.ENGLISH.say(FileErrors.of(new UncheckedIOException(missing))));
        assertEquals(
                "/b may not be read or written", Spoken.ENGLISH.say(FileErrors.of(new AccessDeniedException("/b"))));
        assertEquals("/b is no folder", Spoken.ENGLISH.say(FileErrors.of(new NotDirectoryException("/b"))));
        assertEquals(
                "/b: No space left on device",
                Spoken.ENGLISH.say(FileErrors.of(new FileSystemException("/b", null, "No space left on device"))));
        assertEquals("/b cannot be used", Spoken.ENGLISH.say(FileErrors.of(new FileSystemException("/b"))));
    }

    @Test
    void namesTheFileOfAFailureThatDoesNotKnowIt() {
        var full = FileErrors.about(Path.of("/b"), new IOException("No space left on device"));

        assertEquals("/b: No space left on device", Spoken.ENGLISH.say(FileErrors.of(full)));
    }

    @Test
    void saysItInChinese() {
        assertEquals("沒有讀寫 /b 的權限", Spoken.CHINESE.say(FileErrors.of(new AccessDeniedException("/b"))));
    }

    @Test
    void otherFailuresSpeakForThemselves() {
        assertEquals("line 3: no", Spoken.ENGLISH.say(FileErrors.of(new IOException("line 3: no"))));
        assertEquals("EOFException", Spoken.ENGLISH.say(FileErrors.of(new EOFException())));
    }
}
