package makerdeck.console.tty;

import com.googlecode.lanterna.TerminalSize;
import java.io.IOException;
import java.io.OutputStream;
import org.jline.utils.NonBlockingReader;

/** Where a screen is shown and keys are pressed: this process's own terminal, or one behind a line. Any thread. */
public interface Terminal extends AutoCloseable {

    /** Every key arrives as bytes, also those that would signal; nothing is echoed. */
    void raw() throws IOException;

    /** The size now; the last known one, or 80 x 24, when the terminal does not tell. */
    TerminalSize size();

    /** Calls when the window changes its size. The call comes on any thread and must not block. */
    void onResize(Runnable call);

    /** Calls when what shows the terminal goes on after a stop. The call comes on any thread and must not block. */
    void onContinue(Runnable call);

    /** The keys as characters. */
    NonBlockingReader keys();

    /** Straight to the terminal, unbuffered. */
    OutputStream output();

    /** Back to how it was found; nothing happens the second time. */
    @Override
    void close() throws IOException;
}
