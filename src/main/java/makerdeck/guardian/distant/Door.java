package makerdeck.guardian.distant;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import org.jspecify.annotations.Nullable;

/** Where a guardian lets desks in: a port behind the shared key, or a socket file of its owner. */
public interface Door extends Closeable {

    /** A knock: to be answered on a thread of its own, for whoever knocks may say nothing for long. */
    interface Knock extends Closeable {

        /** Lets in who may come in. Blocks for some seconds. */
        Connection answer() throws IOException;
    }

    /** The next one. Blocks; throws {@link IOException} when the door is closed. */
    Knock next() throws IOException;

    /**
     * Opens it.
     *
     * @param key null for a socket file
     * @throws MistakeException when another guardian has it
     */
    static Door open(SocketAddress at, @Nullable SharedKey key) throws IOException {
        return at instanceof UnixDomainSocketAddress file ? file(file.getPath()) : port(at, key);
    }

    private static Door port(SocketAddress at, @Nullable SharedKey key) throws IOException {
        var server = new ServerSocket();
        server.setReuseAddress(true);
        try {
            server.bind(at);
        } catch (IOException taken) {
            server.close();
            throw taken;
        }
        return new Door() {
            @Override
            public Knock next() throws IOException {
                var socket = server.accept();
                return knock(socket, () -> Connection.secured(socket, key, false));
            }

            @Override
            public void close() throws IOException {
                server.close();
            }
        };
    }

    private static Door file(Path file) throws IOException {
        requireFree(file);
        var server = bind(file);
        return new Door() {
            @Override
            public Knock next() throws IOException {
                var channel = server.accept();
                return knock(channel, () -> Connection.of(channel));
            }

            @Override
            public void close() throws IOException {
                server.close();
                Files.deleteIfExists(file);
            }
        };
    }

    /** What a guardian that was killed has left is taken away; one that listens keeps its file. */
    private static void requireFree(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        if (answers(file)) {
            throw new MistakeException(Message.of("program.guardian.listen.taken", file));
        }
        if (Files.isRegularFile(file) || Files.isDirectory(file)) {
            throw new MistakeException(Message.of("program.guardian.listen.no-socket", file));
        }
        Files.delete(file);
    }

    private static boolean answers(Path file) {
        try {
            SocketChannel.open(UnixDomainSocketAddress.of(file)).close();
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** Nobody else can open it at any moment: it is made in a folder closed to others and moved when its modes are set. */
    private static ServerSocketChannel bind(Path file) throws IOException {
        var own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        var absolute = file.toAbsolutePath();
        var closed = Files.createTempDirectory(absolute.getParent(), ".g", own);
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            var fresh = closed.resolve("s");
            server.bind(UnixDomainSocketAddress.of(fresh));
            Files.setPosixFilePermissions(
                    fresh, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            Files.move(fresh, absolute, StandardCopyOption.ATOMIC_MOVE);
            return server;
        } catch (IOException | RuntimeException failed) {
            server.close();
            throw failed;
        } finally {
            Files.deleteIfExists(closed.resolve("s"));
            Files.delete(closed);
        }
    }

    /** Something that opens a connection. */
    interface Opening {
        Connection open() throws IOException;
    }

    private static Knock knock(Closeable socket, Opening opening) {
        return new Knock() {
            @Override
            public Connection answer() throws IOException {
                return opening.open();
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
    }
}
