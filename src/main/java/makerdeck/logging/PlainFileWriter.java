package makerdeck.logging;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import makerdeck.text.PlainText;
import org.jspecify.annotations.Nullable;
import org.tinylog.core.LogEntry;
import org.tinylog.core.LogEntryValue;
import org.tinylog.writers.RollingFileWriter;
import org.tinylog.writers.Writer;

/**
 * The log's file, in which nothing can command the terminal of whoever reads it: messages, and exceptions with all
 * they say, go through {@link PlainText}. Made by tinylog, by its name {@code plain file}; its thread alone writes.
 */
public final class PlainFileWriter implements Writer {

    private final RollingFileWriter file;

    /** @throws IOException when the file cannot be opened */
    public PlainFileWriter(Map<String, String> properties) throws IOException {
        file = new RollingFileWriter(properties);
    }

    @Override
    public Collection<LogEntryValue> getRequiredLogEntryValues() {
        var values = new ArrayList<>(file.getRequiredLogEntryValues());
        values.addAll(List.of(LogEntryValue.MESSAGE, LogEntryValue.EXCEPTION));
        return values;
    }

    @Override
    public void write(LogEntry entry) throws IOException {
        file.write(new LogEntry(
                entry.getTimestamp(),
                entry.getThread(),
                entry.getContext(),
                entry.getClassName(),
                entry.getMethodName(),
                entry.getFileName(),
                entry.getLineNumber(),
                entry.getTag(),
                entry.getLevel(),
                text(entry.getMessage(), entry.getException()),
                null));
    }

    private static String text(@Nullable String message, @Nullable Throwable thrown) {
        var text = new StringWriter();
        if (message != null) {
            text.write(message);
        }
        if (thrown != null) {
            text.write(message == null ? "" : ": ");
            thrown.printStackTrace(new PrintWriter(text));
        }
        return PlainText.lines(text.toString().stripTrailing());
    }

    @Override
    public void flush() throws IOException {
        file.flush();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        file.close();
    }
}
