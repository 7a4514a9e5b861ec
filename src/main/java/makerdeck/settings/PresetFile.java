package makerdeck.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import makerdeck.strategy.Nearest;
import makerdeck.strategy.Parameter;

/** Presets: {@code NAME.properties} with a note and only the parameters it changes. Any thread; reads files. */
public final class PresetFile {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,40}");
    private static final String ENDING = ".properties";

    private final List<Path> folders;

    /** @param folders looked through in this order; those that do not exist are passed over */
    public PresetFile(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** The names there are, sorted. */
    public List<String> names() {
        var names = new TreeSet<String>();
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (var files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(ENDING))
                        .map(file -> file.substring(0, file.length() - ENDING.length()))
                        .filter(name -> NAME.matcher(name).matches())
                        .forEach(names::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("presets folder " + folder + " cannot be read", unreadable);
            }
        }
        return List.copyOf(names);
    }

    /**
     * The keys and values of a preset, in the order of the parameter table, without the note. Throws
     * {@link IllegalArgumentException} with one line when there is no such preset or a key is not a
     * parameter; values are checked where they are applied.
     */
    public Map<String, String> read(String name) {
        var file = find(name);
        var found = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            found.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "preset " + name + ": " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        found.remove("note");
        var values = new LinkedHashMap<String, String>();
        for (var parameter : Parameter.values()) {
            var value = (String) found.remove(parameter.key());
            if (value != null) {
                values.put(parameter.key(), value.strip());
            }
        }
        if (!found.isEmpty()) {
            var stranger = new TreeSet<>(found.stringPropertyNames()).first();
            throw new IllegalArgumentException(
                    "preset " + name + ": unknown key " + stranger + Nearest.suggestion(stranger, Parameter.keys()));
        }
        return values;
    }

    private Path find(String name) {
        if (NAME.matcher(name).matches()) {
            for (var folder : folders) {
                var file = folder.resolve(name + ENDING);
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        throw new IllegalArgumentException("unknown preset " + name + Nearest.suggestion(name, names()) + " (there are "
                + String.join(", ", names()) + ")");
    }
}
