package makerdeck.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;
import makerdeck.message.Message;
import makerdeck.message.Said;
import makerdeck.message.UnavailableException;
import makerdeck.process.FileErrors;

/**
 * One desk per account and symbol on this machine. The system holds the lock as long as the process
 * lives, so that a desk that died leaves none; the file names the process for people.
 */
public final class DeskLock implements AutoCloseable {

    /** Another desk is at work. */
    public static final class TakenException extends IOException implements Said {

        private static final long serialVersionUID = 1;

        private final transient Message said;

        private TakenException(Message said) {
            super(said.toString());
            this.said = said;
        }

        @Override
        public Message said() {
            return said;
        }
    }

    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,10})\\s");
    private static final int LONGEST = 16;

    private final Path file;
    private final FileChannel channel;

    private DeskLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @param account fingerprint of the account's public key */
    public static DeskLock take(Path folder, String account, String symbol, long process) throws IOException {
        var file = folder.resolve("lock-" + account + "-" + symbol);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnavailableException(Message.of("program.lock.no-file", file));
        }
        var channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            if (!isFree(channel)) {
                var holder = holder(channel);
                throw new TakenException(
                        holder.isEmpty()
                                ? Message.of("program.lock.taken", symbol, file)
                                : Message.of("program.lock.taken-by", symbol, file, holder));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((process + "\n").getBytes(StandardCharsets.UTF_8)), 0);
            channel.force(false);
            return new DeskLock(file, channel);
        } catch (IOException refused) {
            channel.close();
            throw refused instanceof TakenException ? refused : FileErrors.about(file, refused);
        }
    }

    /** The process that it names; empty when it names none. */
    private static String holder(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(LONGEST);
        channel.read(bytes, 0);
        var named = NUMBER.matcher(new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1));
        return named.lookingAt() ? named.group(1) : "";
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
