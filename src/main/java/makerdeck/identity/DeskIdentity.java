package makerdeck.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import makerdeck.process.FileErrors;
import org.jspecify.annotations.Nullable;

/**
 * By what a desk knows its own orders, over restarts: an 8-bit instance tag, and a sequence whose
 * next block is reserved on disk before the first id of it is used, so that a crash never reuses one.
 *
 * @param tag 1..255
 * @param firstSequence the first number of the block
 */
public record DeskIdentity(int tag, long firstSequence) {

    static final long BLOCK = 1L << 14;
    static final long SEQUENCES = 1L << 24;

    private static final Pattern FORM = Pattern.compile("([0-9]{1,3}) ([0-9]{1,8})\\s*");
    private static final int LONGEST = 64;

    /** Makes an identity where none can be read. */
    interface Otherwise {
        /** {@code aside}: under which name what is no identity is kept; empty when there was no file. */
        DeskIdentity identity(String aside);
    }

    /**
     * Reads, reserves the next {@link #BLOCK} numbers and writes back. What is no identity steps aside. Throws
     * {@link IOException} when the file may not be read or the folder cannot be written.
     *
     * @param judge gives what was read, or a later one where that is known to be used up
     */
    static DeskIdentity reserve(Path folder, String name, UnaryOperator<DeskIdentity> judge, Otherwise otherwise)
            throws IOException {
        var file = folder.resolve("identity-" + name);
        var mine = Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? parse(text(file)) : null;
        if (mine == null) {
            mine = otherwise.identity(keepAside(file));
        } else {
            mine = judge.apply(mine);
        }
        var next = (mine.firstSequence + BLOCK) % SEQUENCES;
        var fresh = folder.resolve("identity-" + name + ".new");
        try {
            Files.writeString(
                    fresh,
                    mine.tag + " " + next + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return mine;
        } catch (IOException unwritten) {
            throw FileErrors.about(fresh, unwritten);
        }
    }

    /** As much of it as an identity can be, whatever its bytes; empty when it is no file. */
    private static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (var channel = FileChannel.open(file)) {
            var bytes = ByteBuffer.allocate(LONGEST);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // On to the end of the file or of the room.
            }
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
        }
    }

    private static @Nullable DeskIdentity parse(String text) {
        var found = FORM.matcher(text);
        if (!found.matches()) {
            return null;
        }
        var tag = Integer.parseInt(found.group(1));
        var sequence = Long.parseLong(found.group(2));
        return tag >= 1 && tag <= 255 && sequence < SEQUENCES ? new DeskIdentity(tag, sequence) : null;
    }

    private static String keepAside(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return "";
        }
        for (var number = 1; ; number++) {
            var aside = file.resolveSibling(file.getFileName() + ".damaged-" + number);
            if (!Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
                return aside.toString();
            }
        }
    }
}
