package makerdeck;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import makerdeck.words.Words;

/**
 * One desk per account and symbol on this machine. The system holds the lock as long as the process
 * lives, so that a desk that died leaves none; the file names the process for people.
 */
final class DeskLock implements AutoCloseable {

    /** Another desk is at work. */
    static final class TakenException extends IOException {

        private static final long serialVersionUID = 1;

        private TakenException(String message) {
            super(message);
        }
    }

    private final Path file;
    private final FileChannel channel;

    private DeskLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @param account fingerprint of the account's public key */
    static DeskLock take(Path folder, String account, String symbol, long process) throws IOException {
        var file = folder.resolve("lock-" + account + "-" + symbol);
        var channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            if (!isFree(channel)) {
                var holder = Files.readString(file).strip();
                throw new TakenException(
                        holder.isEmpty()
                                ? Words.say("program.lock.taken", symbol, file)
                                : Words.say("program.lock.taken-by", symbol, file, holder));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((process + "\n").getBytes(StandardCharsets.UTF_8)), 0);
            channel.force(false);
            return new DeskLock(file, channel);
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "locked " + file;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
