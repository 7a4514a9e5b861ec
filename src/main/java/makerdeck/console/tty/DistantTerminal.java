package makerdeck.console.tty;

import com.googlecode.lanterna.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jline.utils.NonBlocking;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/** A terminal of another process, which sets its modes there and tells its size. Any thread. */
public final class DistantTerminal implements Terminal {

    private static final int LARGEST = 1000;

    private final InputStream in;
    private final OutputStream out;
    private volatile TerminalSize size;
    private volatile @Nullable Runnable resized;
    private volatile @Nullable NonBlockingReader keys;

    /** @param in its keys, {@code out} what it shows; both are closed by whoever has opened them */
    public DistantTerminal(InputStream in, OutputStream out, int columns, int rows) {
        this.in = in;
        this.out = out;
        this.size = sane(columns, rows);
    }

    /** A size that no terminal has would cost memory for nothing. */
    private static TerminalSize sane(int columns, int rows) {
        return new TerminalSize(Math.max(1, Math.min(columns, LARGEST)), Math.max(1, Math.min(rows, LARGEST)));
    }

    /** The other end tells its new size; the same one again wants a fresh picture. */
    public void resize(int columns, int rows) {
        size = sane(columns, rows);
        var call = resized;
        if (call != null) {
            call.run();
        }
    }

    @Override
    public void raw() {
        // The other end has done so before it called.
    }

    @Override
    public TerminalSize size() {
        return size;
    }

    @Override
    public void onResize(Runnable call) {
        resized = call;
    }

    @Override
    public void onContinue(Runnable call) {
        // The other end tells its size again, which paints everything.
    }

    @Override
    public NonBlockingReader keys() {
        var reader = NonBlocking.nonBlocking("keys", in, StandardCharsets.UTF_8);
        keys = reader;
        return reader;
    }

    @Override
    public OutputStream output() {
        return out;
    }

    @Override
    public void close() throws IOException {
        var reader = keys;
        if (reader != null) {
            reader.close();
        }
    }
}
