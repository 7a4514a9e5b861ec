package makerdeck.backpack.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A connection that sends what it is told, byte for byte, however wrong. */
final class RawCall implements AutoCloseable {

    private static final int NORMAL_BUFFER = 64 * 1024;

    private final Socket socket = new Socket();
    private final BufferedReader in;
    private final String host;

    RawCall(BackpackServer server) throws IOException {
        this(server, NORMAL_BUFFER);
    }

    /** @param receiveBuffer how much of the answers this machine takes in before anybody reads them */
    RawCall(BackpackServer server, int receiveBuffer) throws IOException {
        var url = URI.create(server.apiUrl());
        host = url.getAuthority();
        socket.setReceiveBufferSize(receiveBuffer);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    RawCall waitingAtMost(int millis) throws SocketException {
        socket.setSoTimeout(millis);
        return this;
    }

    RawCall say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** A GET with these further lines in its head; {@code ServerRuntime} is ours. */
    RawCall get(String path, String... lines) throws IOException {
        return getFrom(host, path, lines);
    }

    RawCall getFrom(String asHost, String path, String... lines) throws IOException {
        var more = lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
        return say("GET " + path + " HTTP/1.1\r\nHost: " + asHost + "\r\n" + more + "\r\n");
    }

    String host() {
        return host;
    }

    /** The status of the next answer; 0 when the server has hung up. */
    int status() throws IOException {
        var line = line();
        return line == null ? 0 : Integer.parseInt(line.split(" ")[1]);
    }

    private @Nullable String line() throws IOException {
        try {
            return in.readLine();
        } catch (SocketException reset) {
            return null;
        }
    }

    /** Reads until the server has hung up; what is said until then is thrown away. */
    void awaitHangUp() throws IOException {
        while (line() != null) {
            continue;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
