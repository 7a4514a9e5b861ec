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
import makerdeck.words.Language;
import makerdeck.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.LOCALE)
class FileErrorsTest {

    @TempDir
    private Path folder;

    @AfterEach
    void speakEnglish() {
        Words.speak(Language.ENGLISH);
    }

    @Test
    void saysWhatIsWrongWithWhichFile() {
        var missing = Assertions.assertThrows(IOException.class, () -> Files.readString(folder.resolve("a")));

        assertEquals(folder.resolve("a") + " is not there", FileErrors.words(missing));
        assertEquals(folder.resolve("a") + " is not there", FileErrors.words(new UncheckedIOException(missing)));
        assertEquals("/b may not be read or written", FileErrors.words(new AccessDeniedException("/b")));
        assertEquals("/b is no folder", FileErrors.words(new NotDirectoryException("/b")));
        assertEquals(
                "/b: No space left on device",
                FileErrors.words(new FileSystemException("/b", null, "No space left on device")));
        assertEquals("/b cannot be used", FileErrors.words(new FileSystemException("/b")));
    }

    @Test
    void namesTheFileOfAFailureThatDoesNotKnowIt() {
        var full = FileErrors.about(Path.of("/b"), new IOException("No space left on device"));

        assertEquals("/b: No space left on device", FileErrors.words(full));
    }

    @Test
    void saysItInChinese() {
        Words.speak(Language.TRADITIONAL_CHINESE);

        assertEquals("沒有讀寫 /b 的權限", FileErrors.words(new AccessDeniedException("/b")));
    }

    @Test
    void otherFailuresSpeakForThemselves() {
        assertEquals("line 3: no", FileErrors.words(new IOException("line 3: no")));
        assertEquals("EOFException", FileErrors.words(new EOFException()));
    }
}
