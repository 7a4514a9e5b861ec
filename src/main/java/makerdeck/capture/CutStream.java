package makerdeck.capture;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** A packed stream that ends where it was cut off, all that came before it given out. One thread. */
final class CutStream extends FilterInputStream {

    private boolean cut;

    CutStream(InputStream packed) {
        super(packed);
    }

    boolean isCut() {
        return cut;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        if (cut) {
            return -1;
        }
        try {
            return in.read(bytes, from, count);
        } catch (EOFException | ZipException end) {
            cut = true;
            return -1;
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** More is read when it is asked for, not before. */
    @Override
    public int available() {
        return 0;
    }
}
