package makerdeck.console.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import makerdeck.message.Message;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineHistoryTest {

    @TempDir
    private Path folder;

    private final List<String> odd = new ArrayList<>();

    private LineHistory read(byte[]... parts) throws IOException {
        try (var out = Files.newOutputStream(file())) {
            for (var part : parts) {
                out.write(part);
            }
        }
        return new LineHistory(file(), this::odd);
    }

    private void odd(Message what) {
        odd.add(Spoken.ENGLISH.say(what));
    }

    private Path file() {
        return folder.resolve("history");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aLineThatCannotBeReadCostsThatLineAndIsToldOnce() throws IOException {
        var history = read(
                utf8("\uFEFFpause\r\nresume\r"),
                new byte[] {(byte) 0xE9, '\n'},
                utf8("\0\nset spread 1\n"),
                utf8("x".repeat(9000)));

        assertEquals(List.of("pause", "resume", "set spread 1"), history.lines());
        assertEquals(3, odd.size());
        assertTrue(odd.get(0).startsWith("history " + file() + ":3 left out: "), odd::toString);
        odd.clear();
        assertEquals(history.lines(), new LineHistory(file(), this::odd).lines());
        assertEquals(List.of(), odd);
    }

    @Test
    void aFileBeyondAllSenseIsReadFromItsEnd() throws IOException {
        var history = read(utf8("pause\n".repeat(1_000_000)), utf8("resume\n"));

        assertEquals(
                List.of("pause", "resume"),
                history.lines()
                        .subList(history.lines().size() - 2, history.lines().size()));
        assertTrue(Files.size(file()) < 1000);
    }

    @Test
    void aFolderInItsPlaceIsNoHistory() throws IOException {
        Files.createDirectory(file());

        assertEquals(List.of(), new LineHistory(file(), this::odd).lines());
    }
}
