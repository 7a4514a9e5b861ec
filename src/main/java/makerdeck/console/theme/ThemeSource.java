package makerdeck.console.theme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import makerdeck.text.Line;
import makerdeck.text.Lines;

/** Where theme files lie: folders first, in their order, then those shipped inside the program. */
final class ThemeSource {

    static final List<String> SHIPPED = List.of("asia", "cb-dark", "cb-light", "dark", "light", "mono", "tty16");

    private static final int LARGEST = 256 * 1024;
    private static final String ENDING = ".properties";

    private final List<Path> folders;

    ThemeSource(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    Set<String> names() throws IOException {
        var names = new TreeSet<>(SHIPPED);
        for (var folder : folders) {
            if (Files.isDirectory(folder)) {
                try (var files = Files.list(folder)) {
                    files.filter(ThemeSource::isTheme)
                            .map(file -> file.getFileName().toString())
                            .forEach(name -> names.add(name.substring(0, name.length() - ENDING.length())));
                }
            }
        }
        return names;
    }

    private static boolean isTheme(Path file) {
        return file.getFileName().toString().endsWith(ENDING);
    }

    /** The files there are and when each was last saved. */
    Map<Path, FileTime> saved() throws IOException {
        var saved = new TreeMap<Path, FileTime>();
        for (var folder : folders) {
            if (Files.isDirectory(folder)) {
                // Asked once a second: a glob would be compiled each time.
                try (var files = Files.newDirectoryStream(folder, ThemeSource::isTheme)) {
                    for (var file : files) {
                        saved.put(file, Files.getLastModifiedTime(file));
                    }
                }
            }
        }
        return saved;
    }

    /** Empty when there is no theme of this name. */
    Optional<List<Line>> lines(String name) throws IOException {
        if (name.isEmpty() || name.contains("/") || name.startsWith(".")) {
            return Optional.empty();
        }
        try {
            for (var folder : folders) {
                var file = folder.resolve(name + ENDING);
                if (Files.isRegularFile(file)) {
                    return Optional.of(Lines.of(file, LARGEST));
                }
            }
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
        var shipped = ThemeSource.class.getResourceAsStream("/themes/" + name + ENDING);
        return shipped == null ? Optional.empty() : Optional.of(lines(shipped));
    }

    private static List<Line> lines(InputStream shipped) throws IOException {
        var all = new ArrayList<Line>();
        try (var lines = new Lines(shipped, LARGEST)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                all.add(line);
            }
        }
        return all;
    }
}
