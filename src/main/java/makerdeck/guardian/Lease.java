package makerdeck.guardian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.tinylog.Logger;

/**
 * One life of a desk, named in a file that the next life overwrites: a guardian whose desk has a successor leaves its
 * orders to that one.
 *
 * @param file one for each market of each venue
 * @param life differs from every other life
 */
public record Lease(Path file, String life) {

    /** Makes this the current life. Any thread; writes a file. */
    public void begin() throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, life + "\n");
        Files.setPosixFilePermissions(fresh, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether a later life has begun. A file that cannot be read says nothing. */
    boolean isOver() {
        try {
            return Files.exists(file) && !Files.readString(file).strip().equals(life);
        } catch (IOException unreadable) {
            Logger.warn("cannot see whether a newer desk has begun: {}", unreadable.toString());
            return false;
        }
    }
}
