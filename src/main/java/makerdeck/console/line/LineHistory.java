package makerdeck.console.line;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import makerdeck.message.Message;
import makerdeck.text.Line;
import makerdeck.text.Lines;
import org.jline.reader.impl.history.DefaultHistory;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Lines typed before, newest last, none twice, kept in a file that only its owner may read. Lines that look as if they
 * held a secret are forgotten at once. Line thread only.
 */
final class LineHistory extends DefaultHistory {

    static final int MOST_LINES = 5000;

    private static final int LONGEST = 4096;
    private static final long LARGEST = 4L << 20;

    private static final Pattern SECRET = Pattern.compile(
            "secret|passw|api.?key|private.?key|seed.?phrase|[A-Za-z0-9+/_-]{32,}={0,2}", Pattern.CASE_INSENSITIVE);

    /** An answer is given once and never offered again. */
    private static final Pattern ANSWER = Pattern.compile("y|yes|n|no", Pattern.CASE_INSENSITIVE);

    private final @Nullable Path file;
    private final Consumer<Message> odd;
    private final LinkedHashSet<String> lines = new LinkedHashSet<>();

    /**
     * @param file null: only in memory
     * @param odd told of each line left out
     */
    LineHistory(@Nullable Path file, Consumer<Message> odd) {
        this.file = file;
        this.odd = odd;
        if (file != null && Files.isRegularFile(file)) {
            read(file);
        }
    }

    private void read(Path existing) {
        try {
            int stored = 0;
            try (var from = new Lines(tail(existing), LONGEST)) {
                for (var line = from.next(); line != null; line = from.next()) {
                    stored++;
                    keep(existing, line);
                }
            }
            if (stored > lines.size()) {
                write(existing, lines, StandardOpenOption.TRUNCATE_EXISTING);
            }
        } catch (IOException e) {
            Logger.warn("command history not read: {}", e.getMessage());
        }
        lines.forEach(line -> super.add(Instant.EPOCH, line));
    }

    /** A line that cannot be read, or that nobody can have typed, is told once and gone from then on. */
    private void keep(Path existing, Line line) {
        var text = line.text().strip();
        var flaw = line.flaw();
        if (flaw != null) {
            odd.accept(Message.of("console.line.history-left-out", existing, line.number(), flaw));
        } else if (!text.isEmpty()) {
            keep(text);
        }
    }

    /** The end of the file, if it has grown beyond all sense. */
    private static InputStream tail(Path existing) throws IOException {
        var bytes = Files.newInputStream(existing);
        bytes.skipNBytes(Math.max(0, Files.size(existing) - LARGEST));
        return bytes;
    }

    /** Called by the line editor for every line it ends. */
    @Override
    public void add(Instant time, String typed) {
        var line = typed.strip();
        if (line.isEmpty()
                || line.startsWith(LineView.FILTER)
                || line.startsWith(LineView.PALETTE)
                || ANSWER.matcher(line).matches()
                || SECRET.matcher(line).find()) {
            return;
        }
        boolean repeated = lines.contains(line);
        keep(line);
        if (repeated) {
            renew();
        } else {
            super.add(time, line);
        }
        if (file != null) {
            try {
                write(file, List.of(line), StandardOpenOption.APPEND);
            } catch (IOException e) {
                Logger.warn("command history not written: {}", e.getMessage());
            }
        }
    }

    /** Oldest first. */
    List<String> lines() {
        return new ArrayList<>(lines);
    }

    /** The end of the newest line that begins like this one. */
    Optional<String> suggestion(String beginning) {
        String found = null;
        for (var line : lines) {
            if (line.length() > beginning.length() && line.startsWith(beginning)) {
                found = line;
            }
        }
        return Optional.ofNullable(found).map(line -> line.substring(beginning.length()));
    }

    private void keep(String line) {
        lines.remove(line);
        lines.add(line);
        if (lines.size() > MOST_LINES) {
            lines.remove(lines.iterator().next());
        }
    }

    private void renew() {
        try {
            purge();
        } catch (IOException e) {
            throw new IllegalStateException("the editor keeps no history file of its own", e);
        }
        lines.forEach(line -> super.add(Instant.EPOCH, line));
    }

    private static void write(Path target, Iterable<String> added, StandardOpenOption how) throws IOException {
        var text = new StringBuilder();
        added.forEach(line -> text.append(line).append('\n'));
        if (!Files.exists(target)) {
            Files.createFile(
                    target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        }
        Files.write(target, text.toString().getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE, how);
    }
}
