package makerdeck.console.tty;

import java.io.IOException;

/** Where the bytes of the screen go. */
public interface TerminalOutput {

    /** Takes the bytes at once and writes them in order. Throws when the terminal is known to be gone. */
    void write(byte[] bytes) throws IOException;

    /** Whether everything taken so far is written. */
    boolean isIdle();

    /** Waits until everything is written, but not for ever. */
    void drain();
}
