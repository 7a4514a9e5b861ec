package makerdeck.console.line;

import java.io.IOException;
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
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Lines typed before, newest last, none twice, kept in a file that only its owner may read. Lines that look as if they
 * held a secret are forgotten at once. Line thread only.
 */
final class LineHistory extends DefaultHistory {

    static final int MOST_LINES = 5000;

    private static final Pattern SECRET = Pattern.compile(
            "secret|passw|api.?key|private.?key|seed.?phrase|[A-Za-z0-9+/_-]{32,}={0,2}", Pattern.CASE_INSENSITIVE);

    /** An answer is given once and never offered again. */
    private static final Pattern ANSWER = Pattern.compile("y|yes|n|no", Pattern.CASE_INSENSITIVE);

    private final @Nullable Path file;
    private final LinkedHashSet<String> lines = new LinkedHashSet<>();

    /** @param file null: only in memory */
    LineHistory(@Nullable Path file) {
        this.file = file;
        if (file != null && Files.exists(file)) {
            read(file);
        }
    }

    private void read(Path existing) {
        try {
            var stored = Files.readAllLines(existing);
            stored.forEach(this::keep);
            if (stored.size() > lines.size()) {
                write(existing, lines, StandardOpenOption.TRUNCATE_EXISTING);
            }
        } catch (IOException e) {
            Logger.warn("command history not read: {}", e.getMessage());
        }
        lines.forEach(line -> super.add(Instant.EPOCH, line));
    }

    /** Called by the line editor for every line it ends. */
    @Override
    public void add(Instant time, String typed) {
        var line = typed.strip();
        if (line.isEmpty()
                || line.startsWith(LineView.FILTER)
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
