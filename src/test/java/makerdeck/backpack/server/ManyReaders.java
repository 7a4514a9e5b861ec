package makerdeck.backpack.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;

/** Many sockets on one stream, read by one thread that only counts their bytes: they cost little themselves. */
final class ManyReaders implements AutoCloseable {

    private static final int MASKED = 0x80;
    private static final int TEXT = 0x81;

    private final Selector selector = Selector.open();
    private final List<SocketChannel> sockets = new ArrayList<>();
    private final long[] bytes;
    private final CountDownLatch greeted;
    private final Thread reading;
    private volatile boolean closed;

    ManyReaders(BackpackServer server, int count, String stream) throws IOException {
        bytes = new long[count];
        greeted = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            var socket = open(server, stream);
            socket.configureBlocking(false);
            socket.register(selector, SelectionKey.OP_READ, i);
            sockets.add(socket);
        }
        reading = new Thread(this::read, "many-readers");
        reading.setDaemon(true);
        reading.start();
    }

    /** One that subscribes and never reads. */
    static SocketChannel deaf(BackpackServer server, String stream) throws IOException {
        return open(server, stream);
    }

    private static SocketChannel open(BackpackServer server, String stream) throws IOException {
        var url = URI.create(server.wsUrl());
        var socket = SocketChannel.open();
        socket.setOption(StandardSocketOptions.SO_RCVBUF, 64 * 1024);
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        var greeting = "GET / HTTP/1.1\r\nHost: localhost:" + url.getPort()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        write(socket, greeting.getBytes(StandardCharsets.US_ASCII));
        // The answer ends before the first frame is sent.
        var answer = ByteBuffer.allocate(1);
        var said = new StringBuilder();
        while (said.indexOf("\r\n\r\n") < 0) {
            answer.clear();
            if (socket.read(answer) < 0) {
                throw new IOException("the venue hung up: " + said);
            }
            said.append((char) answer.get(0));
        }
        var words = ("{\"method\":\"SUBSCRIBE\",\"params\":[\"" + stream + "\"]}").getBytes(StandardCharsets.US_ASCII);
        var frame = new byte[6 + words.length];
        frame[0] = (byte) TEXT;
        frame[1] = (byte) (MASKED | words.length);
        System.arraycopy(words, 0, frame, 6, words.length);
        write(socket, frame);
        return socket;
    }

    private static void write(SocketChannel socket, byte[] text) throws IOException {
        var buffer = ByteBuffer.wrap(text);
        while (buffer.hasRemaining()) {
            socket.write(buffer);
        }
    }

    private void read() {
        var buffer = ByteBuffer.allocateDirect(64 * 1024);
        try {
            while (!closed) {
                selector.select(key -> {
                    try {
                        buffer.clear();
                        int read = ((SocketChannel) key.channel()).read(buffer);
                        if (read < 0) {
                            key.cancel();
                            return;
                        }
                        count((int) key.attachment(), read);
                    } catch (IOException gone) {
                        key.cancel();
                    }
                });
            }
        } catch (IOException broken) {
            throw new IllegalStateException("readers broke", broken);
        }
    }

    private synchronized void count(int reader, int read) {
        if (bytes[reader] == 0) {
            greeted.countDown();
        }
        bytes[reader] += read;
    }

    /** Has heard something. */
    boolean isEachServed() {
        return greeted.getCount() == 0;
    }

    /** What each has read so far. */
    synchronized LongStream bytes() {
        return LongStream.of(bytes.clone());
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
