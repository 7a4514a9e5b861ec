package makerdeck.logging;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import makerdeck.faults.FaultRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinylog.Level;
import org.tinylog.configuration.ServiceLoader;
import org.tinylog.core.LogEntry;
import org.tinylog.runtime.PreciseTimestamp;
import org.tinylog.writers.Writer;

class PlainFileWriterTest {

    private static final String HOSTILE = "a\u001b]52;c;aGk=\u0007\u0000\u009b31m\u202e\u2028\u2066z";
    private static final Pattern HARMLESS = Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\u0080-\\u009f\\u2028\\u2029]*");

    @TempDir
    private Path folder;

    /** By the writer that tinylog finds by its name. */
    private String written(String message, @Nullable Throwable thrown) throws Exception {
        var file = folder.resolve("desk.log");
        var settings = new HashMap<>(Map.of(
                "file",
                folder.resolve("desk.{count}.log").toString(),
                "latest",
                file.toString(),
                "charset",
                "UTF-8",
                "format",
                "{level} {message}"));
        var writer = new ServiceLoader<>(Writer.class, Map.class).create("plain file", settings);
        writer.write(new LogEntry(
                new PreciseTimestamp(Instant.EPOCH.getEpochSecond(), 0),
                Thread.currentThread(),
                Map.of(),
                "Class",
                "method",
                "File",
                1,
                null,
                Level.WARN,
                message,
                thrown));
        writer.close();
        return Files.readString(file);
    }

    @Test
    @FaultRow("68")
    void whatForeignersSayIsHarmlessInTheLog() throws Exception {
        var log = written("refused: " + HOSTILE, null);

        assertTrue(log.contains("WARN refused: a?]52;c;aGk=???31m???z"), log);
        assertTrue(HARMLESS.matcher(log.replaceAll("[\n\t]", "")).matches(), log);
    }

    @Test
    @FaultRow("68")
    void whatAnExceptionSaysIsHarmlessInTheLogAndItsTraceStaysOneOfLines() throws Exception {
        var log = written("failed", new IOException(HOSTILE, new IllegalStateException(HOSTILE)));

        assertTrue(HARMLESS.matcher(log.replaceAll("[\n\t]", "")).matches(), log);
        assertTrue(log.contains("failed: java.io.IOException: a?]52") && log.contains("\n\tat makerdeck."), log);
        assertTrue(log.contains("\nCaused by: java.lang.IllegalStateException: a?]52"), log);
        assertFalse(log.contains("\u001b"), log);
    }
}
