package makerdeck.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.text.Line;
import makerdeck.text.Lines;
import makerdeck.text.Pair;
import makerdeck.text.Plain;

/** A file with two lines, {@code key = ...} and {@code secret = ...}, that nobody but its owner may read. */
final class KeyFile {

    private static final int LONGEST = 4096;
    private static final Set<String> NAMES = Set.of("key", "secret");

    private KeyFile() {}

    /** Throws {@link MistakeException}, one line that names the file and never what is in it. */
    static ApiKeys read(Path file) {
        return read(file, "");
    }

    /** @param credentials the folder in which a service manager hands over secrets, empty for none */
    static ApiKeys read(Path file, String credentials) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                throw new MistakeException(Message.of("settings.key-file.no-file", file));
            }
            PrivateFile.require("--key-file " + file, file, LONGEST, credentials);
            var values = values(file);
            var keys = ApiKeys.checked(
                    Message.of("settings.key-file.line", "key", file),
                    required(values, "key", file),
                    Message.of("settings.key-file.line", "secret", file),
                    required(values, "secret", file),
                    Message.plain("--key-file " + file));
            if (values.size() > 2) {
                throw new MistakeException(Message.of("settings.key-file.nothing-else", file));
            }
            return keys;
        } catch (IOException unreadable) {
            throw new MistakeException(Message.of("settings.key-file.unreadable", file), unreadable);
        }
    }

    /** By name. What is said of two lines with one name tells it, and a secret may stand in the place of a name. */
    private static Map<String, String> values(Path file) throws IOException {
        var label = "--key-file " + file;
        var values = new HashMap<String, String>();
        var known = new ArrayList<Line>();
        for (var line : Lines.of(file, LONGEST)) {
            var pairs = Pair.of(label, List.of(line));
            if (pairs.stream().allMatch(pair -> NAMES.contains(pair.key()))) {
                known.add(line);
            } else {
                pairs.forEach(pair -> values.put(pair.key(), pair.value()));
            }
        }
        Pair.of(label, known).forEach(pair -> values.put(pair.key(), pair.value()));
        return values;
    }

    private static String required(Map<String, String> values, String name, Path file) {
        var value = values.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new MistakeException(Message.of("settings.key-file.no-line", file, name, stranger(values.keySet())));
        }
        return value;
    }

    /** A name that only looks like the right one; nothing else of the file is told. */
    private static Message stranger(Set<String> names) {
        return names.stream()
                .map(Plain::stranger)
                .filter(sign -> !sign.isEmpty())
                .findFirst()
                .map(sign -> Message.of("settings.key-file.stranger", sign))
                .orElseGet(() -> Message.plain(""));
    }
}
