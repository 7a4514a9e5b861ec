package makerdeck.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import makerdeck.backpack.wire.session.WireEvent;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import org.jspecify.annotations.Nullable;

/**
 * The newest session that lies in a folder. Immutable.
 *
 * @param files in the order of their time
 * @param about what it says of itself
 * @param others how many other sessions lie there
 */
public record SessionFolder(List<Path> files, Instant began, Map<String, String> about, int others) {

    public SessionFolder {
        files = List.copyOf(files);
        about = Map.copyOf(about);
    }

    /**
     * @param place the folder, or one file of a session in it, for another than the newest
     * @throws MistakeException when there is none
     */
    public static SessionFolder of(Path place) throws IOException {
        if (!Files.exists(place)) {
            throw new MistakeException(Message.of("program.session.none", place));
        }
        var file = Files.isDirectory(place) ? null : place;
        var folder = file == null ? place : place.toAbsolutePath().getParent();
        var sessions = new TreeMap<Instant, TreeMap<Long, Path>>();
        var about = new TreeMap<Instant, Map<String, String>>();
        Instant wanted = null;
        for (var each : packed(folder)) {
            var first = first(each);
            if (first != null && first.event() instanceof WireEvent.Began began) {
                sessions.computeIfAbsent(first.at(), at -> new TreeMap<>()).put(first.nanos(), each);
                about.put(first.at(), began.about());
                wanted = file != null && Files.isSameFile(file, each) ? first.at() : wanted;
            }
        }
        if (sessions.isEmpty() || file != null && wanted == null) {
            throw new MistakeException(Message.of("program.session.none", place));
        }
        var began = wanted == null ? sessions.lastKey() : wanted;
        return new SessionFolder(
                List.copyOf(sessions.getOrDefault(began, new TreeMap<>()).values()),
                began,
                about.getOrDefault(began, Map.of()),
                sessions.size() - 1);
    }

    private static List<Path> packed(@Nullable Path folder) throws IOException {
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> each.toString().endsWith(".gz")).sorted().toList();
        }
    }

    private static makerdeck.backpack.wire.session.@Nullable SessionEntry first(Path file) throws IOException {
        try (var reader = new SessionReader(List.of(file))) {
            return reader.hasNext() ? reader.next() : null;
        }
    }

    /** All that is in it, from its beginning. */
    public SessionReader read() {
        return new SessionReader(files);
    }
}
