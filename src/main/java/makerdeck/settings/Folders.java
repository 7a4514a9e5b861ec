package makerdeck.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import org.jspecify.annotations.Nullable;

/**
 * Where files live at run time.
 *
 * @param config the operator's own presets and themes, which come before the shipped ones
 * @param state log, history and journal; readable by its owner alone
 * @param shipped the folder the program was unpacked to, null when it runs from a jar alone
 */
public record Folders(Path config, Path state, @Nullable Path shipped) {

    /**
     * XDG folders, or both under {@code MAKERDECK_HOME}. Throws {@link MistakeException} naming
     * the variable that no folder can be made of.
     */
    public static Folders of(Map<String, String> environment, @Nullable Path shipped) {
        var home = environment.getOrDefault("MAKERDECK_HOME", "");
        if (!home.isEmpty()) {
            if (home.startsWith("~")) {
                throw new MistakeException(Message.of("settings.folders.tilde", "MAKERDECK_HOME", home));
            }
            var root = path("MAKERDECK_HOME", home).toAbsolutePath();
            return new Folders(root.resolve("config"), root.resolve("state"), shipped);
        }
        var told = environment.getOrDefault("HOME", "");
        var user = path("HOME", told.isEmpty() ? System.getProperty("user.home", "") : told);
        if (!user.isAbsolute()) {
            throw new MistakeException(
                    told.isEmpty()
                            ? Message.of("settings.folders.no-home")
                            : Message.of("settings.folders.not-absolute", "HOME", told));
        }
        return new Folders(
                xdg(environment, "XDG_CONFIG_HOME", user.resolve(".config")).resolve("makerdeck"),
                xdg(environment, "XDG_STATE_HOME", user.resolve(".local/state")).resolve("makerdeck"),
                shipped);
    }

    // The XDG specification: a relative path is to be ignored.
    private static Path xdg(Map<String, String> environment, String name, Path otherwise) {
        var value = environment.getOrDefault(name, "");
        return value.startsWith("/") ? path(name, value) : otherwise;
    }

    /** Bytes that are no UTF-8 have become this sign, and the folder would be another one. */
    private static Path path(String name, String value) {
        if (value.indexOf('\uFFFD') >= 0) {
            throw new MistakeException(Message.of("settings.folders.no-name", name));
        }
        try {
            return Path.of(value);
        } catch (InvalidPathException impossible) {
            throw new MistakeException(Message.of("settings.folders.no-name", name), impossible);
        }
    }

    /** What of the environment is not taken, a line each. */
    public static List<Message> ignored(Map<String, String> environment) {
        if (!environment.getOrDefault("MAKERDECK_HOME", "").isEmpty()) {
            return List.of();
        }
        return Stream.of("XDG_CONFIG_HOME", "XDG_STATE_HOME")
                .filter(name -> !environment.getOrDefault(name, "").isEmpty()
                        && !environment.getOrDefault(name, "").startsWith("/"))
                .map(name -> Message.of("settings.folders.ignored", name, environment.get(name)))
                .toList();
    }

    /** Makes the state folder, closed to others. Throws {@link IOException} naming the folder. */
    public void create() throws IOException {
        Files.createDirectories(
                state, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwx------"));
        for (var file : List.of(history(), log())) {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        }
    }

    /** Where a kind of files ({@code presets}, {@code themes}) is looked for, the operator's own first. */
    public List<Path> search(String kind) {
        return shipped == null ? List.of(config.resolve(kind)) : List.of(config.resolve(kind), shipped.resolve(kind));
    }

    public Path history() {
        return state.resolve("history");
    }

    public Path journal() {
        return state.resolve("journal.db");
    }

    /** Where running desks can be reached. */
    public Path desks() {
        return state.resolve("desks");
    }

    /** Where markets are recorded unless somebody says otherwise. */
    public Path recordings() {
        return state.resolve("recordings");
    }

    /** Where what is to be told waits. */
    public Path notes() {
        return state.resolve("notify");
    }

    public Path log() {
        return state.resolve("makerdeck.log");
    }
}
