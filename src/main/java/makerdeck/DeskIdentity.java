package makerdeck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * By what a desk knows its own orders, over restarts: an 8-bit instance tag, and a sequence whose
 * next block is reserved on disk before the first id of it is used, so that a crash never reuses one.
 *
 * @param tag 1..255
 * @param firstSequence the first number of the block
 */
record DeskIdentity(int tag, long firstSequence) {

    static final long BLOCK = 1L << 14;
    private static final long SEQUENCES = 1L << 24;

    /** Reads, reserves the next {@link #BLOCK} numbers and writes back. Throws {@link IOException} when the folder cannot be written. */
    static DeskIdentity reserve(Path folder, String name, RandomGenerator random) throws IOException {
        var file = folder.resolve("identity-" + name);
        var known = Files.exists(file) ? parse(Files.readString(file)) : null;
        var mine = known == null
                ? new DeskIdentity(random.nextInt(1, 256), random.nextLong(SEQUENCES / BLOCK) * BLOCK)
                : known;
        var next = (mine.firstSequence + BLOCK) % SEQUENCES;
        var fresh = folder.resolve("identity-" + name + ".new");
        Files.writeString(
                fresh,
                mine.tag + " " + next + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return mine;
    }

    private static @Nullable DeskIdentity parse(String text) {
        var words = text.strip().split(" ");
        try {
            var found = new DeskIdentity(Integer.parseInt(words[0]), Long.parseLong(words[words.length - 1]));
            if (found.tag >= 1 && found.tag <= 255 && found.firstSequence >= 0 && found.firstSequence < SEQUENCES) {
                return found;
            }
        } catch (NumberFormatException unreadable) {
            Logger.warn("the desk's identity is unreadable ({}): a new one is made", text.strip());
        }
        return null;
    }
}
