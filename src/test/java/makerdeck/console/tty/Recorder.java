package makerdeck.console.tty;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A terminal that remembers what it was sent, and may be told to take its time. */
public final class Recorder implements TerminalOutput {

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private int writes;
    private boolean stalled;

    public void stall(boolean now) {
        stalled = now;
    }

    @Override
    public void write(byte[] bytes) {
        writes++;
        sent.writeBytes(bytes);
    }

    @Override
    public boolean isIdle() {
        return !stalled;
    }

    @Override
    public void drain() {}

    int writes() {
        return writes;
    }

    byte[] take() {
        var bytes = sent.toByteArray();
        sent.reset();
        writes = 0;
        return bytes;
    }

    public String takeText() {
        return new String(take(), StandardCharsets.UTF_8);
    }
}
