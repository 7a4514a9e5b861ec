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
import makerdeck.message.Keys;
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

        assertEquals("program.file.missing[" + folder.resolve("a") + "]", Keys.of(FileErrors.of(missing)));
        assertEquals(
                "program.file.missing[" + folder.resolve("a") + "]",
                Keys.of(FileErrors.of(new UncheckedIOException(missing))));
        assertEquals("program.file.denied[/b]", Keys.of(FileErrors.of(new AccessDeniedException("/b"))));
        assertEquals("program.file.no-folder[/b]", Keys.of(FileErrors.of(new NotDirectoryException("/b"))));
        assertEquals(
                "program.file.broken-because[/b, disk full]",
                Keys.of(FileErrors.of(new FileSystemException("/b", null, "disk full"))));
        assertEquals("program.file.broken[/b]", Keys.of(FileErrors.of(new FileSystemException("/b"))));
    }

    @Test
    void namesTheFileOfAFailureThatDoesNotKnowIt() {
        var full = FileErrors.about(Path.of("/b"), new IOException("No space left on device"));

        assertEquals(
                "program.file.broken-because[/b, message.plain[No space left on device]]",
                Keys.of(FileErrors.of(full)));
    }

    @Test
    void saysItInChinese() {
        assertEquals("沒有讀寫 /b 的權限", Spoken.CHINESE.say(FileErrors.of(new AccessDeniedException("/b"))));
    }

    @Test
    void otherFailuresSpeakForThemselves() {
        assertEquals("message.plain[line 3: no]", Keys.of(FileErrors.of(new IOException("line 3: no"))));
        assertEquals("message.plain[EOFException]", Keys.of(FileErrors.of(new EOFException())));
    }
}
