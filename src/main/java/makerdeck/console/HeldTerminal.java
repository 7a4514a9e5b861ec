package makerdeck.console;

import java.io.IOException;
import java.util.concurrent.ThreadFactory;
import makerdeck.console.tty.FrameScreen;
import makerdeck.console.tty.Terminal;
import makerdeck.console.tty.TtyWriter;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** The terminal while it is ours. Any thread gives it back. */
final class HeldTerminal {

    private static final long STALLED_MILLIS = 1000;

    private final ThreadFactory threads;

    // Held open until restored.
    private volatile @Nullable Terminal tty;
    private volatile @Nullable FrameScreen screen;
    private volatile @Nullable TtyWriter writer;

    HeldTerminal(ThreadFactory threads) {
        this.threads = threads;
    }

    void hold(Terminal opened) {
        tty = opened;
    }

    void hold(FrameScreen shown) {
        screen = shown;
    }

    void hold(TtyWriter writing) {
        writer = writing;
    }

    /** Its thread has nothing to wait for any more. Any thread. */
    void endWriting() {
        var writing = writer;
        if (writing != null) {
            writing.end();
        }
    }

    /** Null until there is one. */
    @Nullable
    FrameScreen screen() {
        return screen;
    }

    /** Gives the terminal back as it was found. May be called at any time and more than once; never throws. */
    void restore() {
        try {
            var shown = screen;
            if (shown != null) {
                shown.stopScreen();
            }
        } catch (IOException e) {
            Logger.info("terminal not left: {}", e.getMessage());
        }
        var open = tty;
        if (open != null) {
            closeInTime(open);
        }
    }

    /** Changing the modes waits for the terminal to take what was written, which a stalled one never does. */
    private void closeInTime(Terminal open) {
        var closing = threads.newThread(() -> {
            try {
                open.close();
            } catch (IOException e) {
                Logger.info("terminal modes not restored: {}", e.getMessage());
            }
        });
        closing.start();
        try {
            closing.join(STALLED_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
