package makerdeck.attach;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The other end of a desk's socket, byte by byte. */
final class Peer implements AutoCloseable {

    private final SocketChannel channel;
    private final BufferedReader in;

    Peer(Path socket) throws IOException {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        in = new BufferedReader(new InputStreamReader(Caller.input(channel), StandardCharsets.UTF_8));
    }

    void greet(String what, Map<String, String> values) throws IOException {
        say(new Greeting(what, values).line());
    }

    void say(String line) throws IOException {
        Caller.output(channel).write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The next line; "" at the end. */
    String hear() throws IOException {
        var line = in.readLine();
        return line == null ? "" : line;
    }

    /** The next line of an event. */
    String hear(String event) throws IOException {
        var line = hear();
        while (!line.isEmpty() && !line.contains("\"event\":\"" + event + "\"")) {
            line = hear();
        }
        return line;
    }

    /** Sends without reading, until nothing more is taken. */
    void flood(String line) throws IOException {
        channel.configureBlocking(false);
        var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        for (int refused = 0; refused < 1000; ) {
            refused = channel.write(ByteBuffer.wrap(bytes)) < bytes.length ? refused + 1 : 0;
        }
        channel.configureBlocking(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
