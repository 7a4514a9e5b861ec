package makerdeck.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;

/** A file with two lines, {@code key = ...} and {@code secret = ...}, that nobody but its owner may read. */
final class KeyFile {

    private static final Set<PosixFilePermission> OWN =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final long LONGEST = 4096;

    private KeyFile() {}

    /** Throws {@link IllegalArgumentException} with one line that names the file and never what is in it. */
    static ApiKeys read(Path file) {
        try {
            requirePrivate(file);
            var values = new Properties();
            values.load(new StringReader(Files.readString(file)));
            var keys = ApiKeys.checked(
                    "key in " + file,
                    required(values, "key", file),
                    "secret in " + file,
                    required(values, "secret", file));
            if (values.size() > 2) {
                throw new IllegalArgumentException(
                        "--key-file " + file + " must hold key and secret, and nothing else");
            }
            return keys;
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("--key-file " + file + " cannot be read", unreadable);
        }
    }

    private static void requirePrivate(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
            throw new IllegalArgumentException("--key-file must be a file with two lines, was " + file);
        }
        var found = Files.getPosixFilePermissions(file);
        if (!OWN.containsAll(found)) {
            throw new IllegalArgumentException("--key-file " + file + " must be closed to others (chmod 600), was "
                    + PosixFilePermissions.toString(found));
        }
        var owner = Files.getAttribute(file, "unix:uid");
        if (!owner.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            throw new IllegalArgumentException("--key-file " + file + " must be yours, belongs to user " + owner);
        }
    }

    private static String required(Properties values, String name, Path file) {
        var value = values.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("--key-file " + file + " must have a line " + name + " = ...");
        }
        return value;
    }
}
