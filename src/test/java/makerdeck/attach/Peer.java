package makerdeck.attach;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The other end of a desk's socket, byte by byte. */
final class Peer implements AutoCloseable {

    private final SocketChannel channel;
    private final InputStream bytes;

    Peer(Path socket) throws IOException {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        bytes = new BufferedInputStream(Caller.input(channel));
    }

    void greet(String what, Map<String, String> values) throws IOException {
        say(new Greeting(what, values).line());
    }

    void say(String line) throws IOException {
        Caller.output(channel).write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** As a program that was killed in the middle of a line. */
    void sayHalf(String begun) throws IOException {
        Caller.output(channel).write(begun.getBytes(StandardCharsets.UTF_8));
        channel.shutdownOutput();
    }

    /** The next line; "" at the end. */
    String hear() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int one = bytes.read(); one >= 0 && one != '\n'; one = bytes.read()) {
            line.write(one);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    /** The next line of an event. */
    String hear(String event) throws IOException {
        var line = hear();
        while (!line.isEmpty() && !line.contains("\"event\":\"" + event + "\"")) {
            line = hear();
        }
        return line;
    }

    void send(Packet packet) throws IOException {
        packet.write(Caller.output(channel));
    }

    /** All that is shown until that is among it. */
    String shown(String wanted) throws IOException {
        var all = new StringBuilder();
        while (all.indexOf(wanted) < 0) {
            var packet = Packet.read(bytes);
            if (packet.kind() == Packet.END) {
                throw new AssertionError("ended in place of " + wanted + ": " + packet.text());
            }
            all.append(packet.text());
        }
        return all.toString();
    }

    /** Why the screen ends. */
    String end() throws IOException {
        var packet = Packet.read(bytes);
        while (packet.kind() != Packet.END) {
            packet = Packet.read(bytes);
        }
        return packet.text();
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
