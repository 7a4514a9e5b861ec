package makerdeck.backpack.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A WebSocket client that does only what it is told: it neither reads nor answers by itself. */
public final class RawSocket implements AutoCloseable {

    static final int PING = 9;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final String handshake;

    public RawSocket(BackpackServer server, int receiveBuffer) throws IOException {
        var url = URI.create(server.wsUrl());
        socket.setReceiveBufferSize(receiveBuffer);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        in = new DataInputStream(socket.getInputStream());
        socket.getOutputStream()
                .write(("GET / HTTP/1.1\r\nHost: localhost:" + url.getPort()
                                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA==\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        handshake = readHandshake();
    }

    private String readHandshake() throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) in.readByte());
        }
        return text.toString();
    }

    public String handshake() {
        return handshake;
    }

    void say(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var frame = new ByteArrayOutputStream();
        frame.write(0x81);
        frame.write(0x80 | 126);
        frame.write(bytes.length >> 8);
        frame.write(bytes.length);
        frame.write(new byte[4]); // a mask of zeros leaves the text as it is
        frame.write(bytes);
        socket.getOutputStream().write(frame.toByteArray());
    }

    /** A piece of a text message that does not end with it. */
    void sayPart(boolean first, int length) throws IOException {
        var frame = new ByteArrayOutputStream();
        frame.write(first ? 0x01 : 0x00);
        frame.write(0x80 | 126);
        frame.write(length >> 8);
        frame.write(length);
        frame.write(new byte[4]);
        frame.write("a".repeat(length).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(frame.toByteArray());
    }

    /** The opcode of the next frame; its payload is thrown away. Throws when the venue has hung up. */
    int nextFrame() throws IOException {
        try {
            return readFrame();
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the venue neither spoke nor hung up", e);
        }
    }

    private int readFrame() throws IOException {
        int opcode = in.readByte() & 0x0F;
        int length = in.readByte() & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        }
        in.readFully(new byte[length]);
        return opcode;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
