package makerdeck.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import makerdeck.message.BadFileException;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.parameters.DidYouMean;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.parameters.PresetName;
import makerdeck.text.Lines;
import makerdeck.text.Pair;
import makerdeck.text.Plain;
import makerdeck.words.Language;
import makerdeck.words.Speech;

/** Presets: {@code NAME.properties} with notes and only the parameters it changes. Any thread; reads and writes files. */
public final class PresetFile {

    private static final String ENDING = ".properties";
    private static final int LARGEST = 64 * 1024;
    private static final String NOTE = "note";
    private static final String CHINESE_NOTE = NOTE + "." + Language.TRADITIONAL_CHINESE.tag();

    private final List<Path> folders;
    private final Speech speech;

    /**
     * @param folders looked through in this order; those that do not exist are passed over
     * @param speech in which notes are read and written
     */
    public PresetFile(List<Path> folders, Speech speech) {
        this.folders = List.copyOf(folders);
        this.speech = speech;
    }

    /** The names there are, sorted. */
    public List<String> names() {
        var names = new TreeSet<String>();
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            for (var file : files(folder)) {
                if (isPreset(file)) {
                    var name = file.getFileName().toString();
                    names.add(name.substring(0, name.length() - ENDING.length()));
                }
            }
        }
        return List.copyOf(names);
    }

    /** Files in the folders that no name can ever load, each with what would help; sorted. */
    public Map<String, Message> strays() {
        var strays = new TreeMap<String, Message>();
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            for (var file : files(folder)) {
                var name = file.getFileName().toString();
                if (!isPreset(file) && !name.startsWith(".")) {
                    strays.put(file.toString(), advice(file, name));
                }
            }
        }
        return strays;
    }

    private static Message advice(Path file, String name) {
        if (!Files.isRegularFile(file)) {
            return Message.of("settings.preset.no-file");
        }
        int dot = name.lastIndexOf('.');
        var stem = name.toLowerCase(Locale.ROOT).endsWith(ENDING) || dot <= 0
                ? name.replaceAll("(?i)" + Pattern.quote(ENDING) + "$", "")
                : name.substring(0, dot);
        return Message.of("settings.preset.rename", PresetName.near(stem) + ENDING);
    }

    private static boolean isPreset(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(ENDING)
                && PresetName.isLegal(name.substring(0, name.length() - ENDING.length()))
                && Files.isRegularFile(file);
    }

    private List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(speech.say("settings.preset.folder", folder), unreadable);
        }
    }

    /**
     * The keys and values of a preset, in the order of the parameter table, without the note. Throws
     * {@link MistakeException} with one line when there is no such preset or a key is not a
     * parameter; values are checked where they are applied.
     */
    public Map<String, String> read(String name) {
        var found = new LinkedHashMap<String, String>();
        load(name).forEach(pair -> found.put(pair.key(), pair.value()));
        found.remove(NOTE);
        found.remove(CHINESE_NOTE);
        var values = new LinkedHashMap<String, String>();
        for (var parameter : Parameter.values()) {
            var value = parameter.isForPresets() ? found.remove(parameter.key()) : null;
            if (value != null) {
                values.put(parameter.key(), value);
            }
        }
        if (!found.isEmpty()) {
            throw unknown(naming(name), found.keySet().iterator().next());
        }
        return values;
    }

    /**
     * Parameters with what was read of a preset. Throws {@link MistakeException} that names the
     * file when a value is not legal.
     */
    public Parameters applied(String name, Map<String, String> values, Parameters to) {
        try {
            return to.with(values);
        } catch (MistakeException illegal) {
            throw new MistakeException(
                    Message.of("settings.preset.wrong", naming(name), Message.about(illegal)), illegal);
        }
    }

    private String naming(String name) {
        return name + " (" + find(name) + ")";
    }

    private static MistakeException unknown(String name, String key) {
        return new MistakeException(
                Parameter.keys().contains(key)
                        ? Message.of("settings.preset.not-for-presets", name, key)
                        : Message.of(
                                "settings.preset.unknown-key",
                                name,
                                Plain.told(key),
                                DidYouMean.suggestion(key, Parameter.keys())));
    }

    /** What a preset is for, in the language spoken if it has one for that; empty when there is none to be read. */
    public String note(String name) {
        try {
            var notes = new LinkedHashMap<String, String>();
            load(name).forEach(pair -> notes.put(pair.key(), pair.wording()));
            var note = notes.getOrDefault(NOTE, "");
            return speech.language() == Language.TRADITIONAL_CHINESE ? notes.getOrDefault(CHINESE_NOTE, note) : note;
        } catch (MistakeException unreadable) {
            // Whoever reads its values is told.
            return "";
        }
    }

    private List<Pair> load(String name) {
        var file = find(name);
        try {
            return Pair.of(file, Lines.of(file, LARGEST));
        } catch (MistakeException unreadable) {
            throw new MistakeException(Message.of("settings.preset.wrong", name, unreadable.said()), unreadable);
        } catch (BadFileException unreadable) {
            throw new MistakeException(
                    Message.of("settings.preset.unreadable", name, file, unreadable.said()), unreadable);
        } catch (IOException unreadable) {
            throw new MistakeException(
                    Message.of("settings.preset.unreadable", name, file, Message.about(unreadable)), unreadable);
        }
    }

    /**
     * Writes a preset to the first folder, readable by its owner alone, and tells its file.
     *
     * @param replace whether it may take the place of an own preset, or come before a shipped one
     * @throws MistakeException when the name is none, or taken and not to be replaced
     * @throws IOException naming the file that could not be written
     */
    public Path write(String name, Map<String, String> values, boolean replace) throws IOException {
        var legal = PresetName.read(name);
        if (!replace && names().contains(legal)) {
            throw new MistakeException(Message.of("settings.preset.exists", legal));
        }
        var folder = folders.get(0);
        Files.createDirectories(folder);
        var text = new StringBuilder(NOTE + " = " + speech.say("settings.preset.note") + "\n");
        values.forEach(
                (key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        var fresh = folder.resolve(legal + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        return Files.move(
                fresh,
                folder.resolve(legal + ENDING),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private Path find(String name) {
        if (PresetName.isLegal(name)) {
            for (var folder : folders) {
                var file = folder.resolve(name + ENDING);
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        throw new MistakeException(Message.of(
                "settings.preset.unknown",
                name,
                DidYouMean.suggestion(name, names()),
                String.join(", ", names()),
                stray(name)));
    }

    /** The file that the name may have been meant for. */
    private Message stray(String name) {
        return strays().entrySet().stream()
                .filter(stray -> stem(stray.getKey()).equalsIgnoreCase(name))
                .findFirst()
                .map(stray -> Message.of("settings.preset.stray", stray.getKey(), stray.getValue()))
                .orElseGet(() -> Message.plain(""));
    }

    private static String stem(String file) {
        var name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }
}
