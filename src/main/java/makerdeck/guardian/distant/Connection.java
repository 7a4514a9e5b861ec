package makerdeck.guardian.distant;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Lines of text in both directions, between a desk and a guardian. One thread reads, another writes, any closes; closing
 * never waits.
 */
public final class Connection implements Closeable {

    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration TO_SHAKE_HANDS = Duration.ofSeconds(5);

    /** A machine that is gone says no goodbye: a line on which nothing is heard for so long is taken down. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private final Closeable socket;
    private final BufferedReader in;
    private final PrintStream out;

    private Connection(Closeable socket, InputStream in, OutputStream out) {
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
    }

    /**
     * Reaches a guardian. Blocks for some seconds.
     *
     * @param key null for a socket file, which only its owner can open
     */
    public static Connection to(SocketAddress guardian, @Nullable SharedKey key) throws IOException {
        if (guardian instanceof UnixDomainSocketAddress) {
            return of(SocketChannel.open(guardian));
        }
        var named = (InetSocketAddress) guardian;
        var plain = new Socket();
        try {
            plain.connect(
                    new InetSocketAddress(named.getHostString(), named.getPort()),
                    Math.toIntExact(TO_CONNECT.toMillis()));
            return secured(plain, key, true);
        } catch (IOException | RuntimeException failed) {
            plain.close();
            throw failed;
        }
    }

    static Connection of(SocketChannel channel) {
        // As a plain channel: the streams of a selectable one would let reading and writing wait for each other.
        var plain = new ByteChannel() {
            @Override
            public int read(ByteBuffer buffer) throws IOException {
                return channel.read(buffer);
            }

            @Override
            public int write(ByteBuffer buffer) throws IOException {
                return channel.write(buffer);
            }

            @Override
            public boolean isOpen() {
                return channel.isOpen();
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
        return new Connection(channel, Channels.newInputStream(plain), Channels.newOutputStream(plain));
    }

    /** Both ends prove that they hold the key. Blocks for some seconds; the socket stays open when that fails. */
    static Connection secured(Socket plain, @Nullable SharedKey key, boolean isClient) throws IOException {
        if (key == null) {
            throw new IOException("no key for " + plain.getRemoteSocketAddress());
        }
        plain.setTcpNoDelay(true);
        plain.setSoTimeout(Math.toIntExact(TO_SHAKE_HANDS.toMillis()));
        var secure = isClient
                ? (SSLSocket) key.factory()
                        .createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true)
                : (SSLSocket) key.factory().createSocket(plain, null, true);
        secure.setUseClientMode(isClient);
        secure.setNeedClientAuth(!isClient);
        secure.setEnabledProtocols(new String[] {"TLSv1.3"});
        secure.startHandshake();
        plain.setSoTimeout(Math.toIntExact(LONGEST_SILENCE.toMillis()));
        // What is closed is the plain one: a farewell on a line that is down would wait.
        return new Connection(plain, secure.getInputStream(), secure.getOutputStream());
    }

    public BufferedReader in() {
        return in;
    }

    public PrintStream out() {
        return out;
    }

    /** Throws {@link IOException} when the line is known to be down; that it does not says nothing. */
    public void say(String line) throws IOException {
        out.print(line + "\n");
        if (out.checkError()) {
            throw new IOException("the line is down");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
