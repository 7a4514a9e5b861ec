package makerdeck.process;

import java.io.IOException;
import java.io.OutputStream;

/** Takes so many bytes and no more. */
public final class FullDisk extends OutputStream {

    private long left;

    public FullDisk(long room) {
        left = room;
    }

    @Override
    public void write(int one) throws IOException {
        if (left <= 0) {
            throw new IOException("No space left on device");
        }
        left--;
    }
}
