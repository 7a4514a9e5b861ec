package makerdeck.attach;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import makerdeck.message.Message;
import makerdeck.message.UnavailableException;

/** The socket file of one desk, in a folder that only its owner can enter. What a dead desk has left is replaced. */
final class DeskSocket implements Closeable {

    static final String ENDING = ".sock";

    /** What the system allows the name of a socket to be, in bytes. */
    static final int LONGEST = 107;

    private static final int MOST = 100;

    private final Path file;
    private final ServerSocketChannel server;

    private DeskSocket(Path file, ServerSocketChannel server) {
        this.file = file;
        this.server = server;
    }

    /**
     * Opens one under that name, or with a number behind it where another living desk has that.
     *
     * @throws IOException saying what is wrong with the folder or its length
     */
    static DeskSocket open(Path folder, String name) throws IOException {
        var own = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(own));
        Files.setPosixFilePermissions(folder, own);
        // Two desks that start at once would take each other's file for one that was left.
        try (var lock = FileChannel.open(
                        folder.resolve(".lock"),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                var held = lock.lock()) {
            for (int number = 1; held.isValid() && number <= MOST; number++) {
                var file = folder.resolve(number == 1 ? name + ENDING : name + "-" + number + ENDING);
                requireShort(file);
                if (!isAlive(file)) {
                    Files.deleteIfExists(file);
                    return bind(file);
                }
            }
        }
        throw new UnavailableException(Message.of("attach.socket.too-many", folder, MOST));
    }

    private static void requireShort(Path file) throws IOException {
        int length = file.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST) {
            throw new UnavailableException(Message.of("attach.socket.too-long", file, length, LONGEST));
        }
    }

    private static DeskSocket bind(Path file) throws IOException {
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(file));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return new DeskSocket(file, server);
        } catch (IOException | RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    /** Whether a desk answers there: the file alone says nothing. */
    static boolean isAlive(Path file) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            return channel.isConnected();
        } catch (IOException | IllegalArgumentException nobody) {
            return false;
        }
    }

    /** By which name the desk is reached. */
    String name() {
        return name(file);
    }

    static String name(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    /** The next one who calls. Blocks; throws {@link IOException} when closed. */
    SocketChannel accept() throws IOException {
        return server.accept();
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(file);
    }
}
