package makerdeck.notify.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import makerdeck.notify.model.Note;
import makerdeck.notify.model.NoteJson;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * One process's queue as lines that are only ever added: {@code A sink note}, {@code E sink number leftOut}, apart by
 * tabs. A lock beside it tells the living from the dead. A disk that fails costs the file, not the queue. One thread at a
 * time.
 */
final class QueueFile {

    /** What a dead process has left for one sink. */
    record Left(String sink, List<Note> notes, long leftOut) {}

    private static final String QUEUE = ".queue";
    private static final String LOCK = ".lock";
    private static final long LARGE = 4 << 20;

    private final Path folder;
    private final String name = UUID.randomUUID().toString();
    private final Map<String, Map<Long, Note>> kept = new LinkedHashMap<>();
    private final Map<String, Long> leftOut = new LinkedHashMap<>();
    private final List<Path> dead = new ArrayList<>();
    private final List<FileChannel> deadLocks = new ArrayList<>();

    private @Nullable FileChannel lock;
    private @Nullable FileChannel file;
    private @Nullable Exception trouble;

    private QueueFile(Path folder) {
        this.folder = folder;
    }

    static QueueFile open(Path folder) {
        var opened = new QueueFile(folder);
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            opened.lock = FileChannel.open(
                    opened.create(opened.name + LOCK), StandardOpenOption.WRITE, StandardOpenOption.READ);
            if (opened.lock.tryLock() == null) {
                throw new IOException(opened.name);
            }
            opened.file = FileChannel.open(opened.create(opened.name + QUEUE), StandardOpenOption.WRITE);
        } catch (IOException failed) {
            opened.failed(failed);
        }
        return opened;
    }

    private Path create(String named) throws IOException {
        return Files.createFile(
                folder.resolve(named),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    Optional<Exception> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** What desks that are no more have left; the files stay until {@link #adopted}. */
    List<Left> takeOver() {
        var left = new ArrayList<Left>();
        if (!Files.isDirectory(folder)) {
            return left;
        }
        try (var files = Files.newDirectoryStream(folder, "*" + QUEUE)) {
            for (var each : files) {
                var its = each.getFileName().toString().replace(QUEUE, "");
                if (!its.equals(name) && isDead(folder.resolve(its + LOCK))) {
                    dead.add(each);
                    left.addAll(readIfThere(each));
                }
            }
        } catch (IOException unreadable) {
            failed(unreadable);
        }
        return left;
    }

    /** From now on nobody else takes it over. */
    private boolean isDead(Path itsLock) throws IOException {
        var channel = FileChannel.open(itsLock, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        FileLock taken;
        try {
            taken = channel.tryLock();
        } catch (OverlappingFileLockException alive) {
            taken = null;
        }
        if (taken == null) {
            channel.close();
            return false;
        }
        deadLocks.add(channel);
        return true;
    }

    /** A desk that ends well takes its file away, also while others look for it. */
    private static List<Left> readIfThere(Path file) throws IOException {
        try {
            return read(file);
        } catch (NoSuchFileException gone) {
            return List.of();
        }
    }

    private static List<Left> read(Path file) throws IOException {
        var notes = new LinkedHashMap<String, Map<Long, Note>>();
        var out = new LinkedHashMap<String, Long>();
        for (var line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1)) {
            var cells = line.split("\t", 3);
            if (cells.length < 3) {
                continue;
            }
            var its = notes.computeIfAbsent(cells[1], sink -> new LinkedHashMap<>());
            if (cells[0].equals("A")) {
                NoteJson.read(cells[2]).ifPresent(note -> its.put(note.number(), note));
            } else {
                var ended = cells[2].split("\t", 2);
                if (ended.length == 2 && ended[0].matches("\\d{1,18}") && ended[1].matches("\\d{1,18}")) {
                    its.remove(Long.parseLong(ended[0]));
                    out.put(cells[1], Long.parseLong(ended[1]));
                }
            }
        }
        return notes.entrySet().stream()
                .map(each -> new Left(
                        each.getKey(), List.copyOf(each.getValue().values()), out.getOrDefault(each.getKey(), 0L)))
                .toList();
    }

    /** What the dead have left stands in this file now. */
    void adopted() {
        if (trouble != null) {
            // It could be the only place where they stand.
            return;
        }
        try {
            force();
            for (var each : dead) {
                Files.deleteIfExists(each);
                Files.deleteIfExists(Path.of(each.toString().replace(QUEUE, LOCK)));
            }
            for (var each : deadLocks) {
                each.close();
            }
        } catch (IOException failed) {
            failed(failed);
        }
    }

    void added(String sink, Note note) {
        kept.computeIfAbsent(sink, each -> new LinkedHashMap<>()).put(note.number(), note);
        write("A\t" + sink + "\t" + NoteJson.text(note) + "\n");
    }

    /** @param out how many were left out and not told yet */
    void ended(String sink, long number, long out) {
        var its = kept.get(sink);
        if (its != null) {
            its.remove(number);
        }
        leftOut.put(sink, out);
        write("E\t" + sink + "\t" + number + "\t" + out + "\n");
    }

    /** Nothing waits. */
    void empty() {
        var to = file;
        if (to != null) {
            try {
                to.truncate(0);
            } catch (IOException failed) {
                failed(failed);
            }
        }
    }

    private void write(String line) {
        var to = file;
        if (to == null) {
            return;
        }
        try {
            to.position(to.size());
            var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                to.write(bytes);
            }
            if (to.size() > LARGE) {
                shorten();
            }
        } catch (IOException failed) {
            failed(failed);
        }
    }

    /** What is over goes: the file is written anew and takes the place of the old one at once. */
    private void shorten() throws IOException {
        var text = new StringBuilder();
        kept.forEach((sink, notes) -> {
            notes.values().forEach(note -> text.append("A\t" + sink + "\t" + NoteJson.text(note) + "\n"));
            text.append("E\t" + sink + "\t0\t" + leftOut.getOrDefault(sink, 0L) + "\n");
        });
        var fresh = create(name + ".new");
        Files.writeString(fresh, text);
        var old = file;
        Files.move(
                fresh,
                folder.resolve(name + QUEUE),
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        file = FileChannel.open(folder.resolve(name + QUEUE), StandardOpenOption.WRITE);
        if (old != null) {
            old.close();
        }
    }

    private void force() throws IOException {
        var to = file;
        if (to != null) {
            to.force(false);
        }
    }

    private void failed(Exception why) {
        if (trouble == null) {
            Logger.warn("what waits to be sent is not kept on the disk: {}", why.toString());
        }
        trouble = why;
        file = null;
    }

    /** What is left stays for the next desk; nothing is left behind where nothing waits. */
    void close() {
        try {
            var nothing = kept.values().stream().allMatch(Map::isEmpty)
                    && leftOut.values().stream().allMatch(out -> out == 0);
            var its = lock;
            if (file != null) {
                force();
                file.close();
                file = null;
            }
            if (nothing && trouble == null) {
                Files.deleteIfExists(folder.resolve(name + QUEUE));
                Files.deleteIfExists(folder.resolve(name + LOCK));
            }
            if (its != null) {
                its.close();
            }
        } catch (IOException failed) {
            failed(failed);
        }
    }
}
