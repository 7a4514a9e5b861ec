package makerdeck.attach;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What goes between a desk and a screen of another terminal: its kind, how long it is, its bytes.
 *
 * @param kind one of the constants here
 */
record Packet(byte kind, byte[] bytes) {

    /** To the desk: keys as the terminal has sent them. */
    static final byte KEYS = 'k';

    /** To the desk: columns and rows, as {@code 80x24}. */
    static final byte SIZE = 's';

    /** To the terminal: what it shows. */
    static final byte SHOWN = 'o';

    /** To the terminal: why the screen ends, for people. The last one. */
    static final byte END = 'e';

    private static final int HEAD = 5;
    private static final int LONGEST = 1 << 20;

    static Packet of(byte kind, String text) {
        return new Packet(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Throws {@link IOException} at the end and for what is none. Blocks. */
    static Packet read(InputStream in) throws IOException {
        var head = in.readNBytes(HEAD);
        if (head.length < HEAD) {
            throw new EOFException();
        }
        var numbers = ByteBuffer.wrap(head);
        byte kind = numbers.get();
        int length = numbers.getInt();
        if (length < 0 || length > LONGEST) {
            throw new StreamCorruptedException();
        }
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new Packet(kind, bytes);
    }

    /** In one piece. */
    void write(OutputStream out) throws IOException {
        out.write(ByteBuffer.allocate(HEAD + bytes.length)
                .put(kind)
                .putInt(bytes.length)
                .put(bytes)
                .array());
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
