package makerdeck.console.tty;

import com.googlecode.lanterna.TerminalSize;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.impl.exec.ExecPty;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.NonBlocking;
import org.jline.utils.NonBlockingReader;
import org.jline.utils.Signals;
import org.tinylog.Logger;

/**
 * The one owner of the real terminal: its modes, its size, its signals. Any thread.
 *
 * <p>It works through {@code stty}: JLine's native way leaves the line speed at zero behind it.
 */
public final class Tty implements Terminal {

    private static final TerminalSize USUAL = new TerminalSize(80, 24);

    private final Pty pty;
    private final Attributes before;
    private final AtomicBoolean raw = new AtomicBoolean();
    private volatile TerminalSize size = USUAL;

    private Tty(Pty pty) throws IOException {
        this.pty = pty;
        this.before = pty.getAttr();
        // Stopping the process would leave the orders unattended.
        Signals.register("TSTP", () -> Logger.info("stop signal from the terminal ignored"));
    }

    /** Takes the terminal of this process. Throws when there is none. */
    public static Tty open() throws IOException {
        return new Tty(ExecPty.current(new ExecTerminalProvider(), SystemStream.Output));
    }

    /** Whether both ends of this process are a terminal. */
    public static boolean isPresent() {
        return isInput() && isTerminal(Path.of("/proc/self/fd/1"));
    }

    /** Whether what this process reads is typed at a terminal. */
    public static boolean isInput() {
        return isTerminal(Path.of("/proc/self/fd/0"));
    }

    private static boolean isTerminal(Path descriptor) {
        try {
            var target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }

    @Override
    public void raw() throws IOException {
        var wanted = new Attributes(before);
        wanted.setLocalFlags(
                EnumSet.of(
                        Attributes.LocalFlag.ICANON,
                        Attributes.LocalFlag.ECHO,
                        Attributes.LocalFlag.IEXTEN,
                        Attributes.LocalFlag.ISIG),
                false);
        wanted.setInputFlags(
                EnumSet.of(Attributes.InputFlag.IXON, Attributes.InputFlag.ICRNL, Attributes.InputFlag.INLCR), false);
        wanted.setControlChar(Attributes.ControlChar.VMIN, 1);
        wanted.setControlChar(Attributes.ControlChar.VTIME, 0);
        pty.setAttr(wanted);
        raw.set(true);
    }

    @Override
    public TerminalSize size() {
        try {
            var now = pty.getSize();
            if (now.getColumns() > 0 && now.getRows() > 0) {
                size = new TerminalSize(now.getColumns(), now.getRows());
            }
        } catch (IOException e) {
            Logger.warn("terminal size unknown: {}", e.getMessage());
        }
        return size;
    }

    /** The size as {@code 80x24}. */
    public String columnsByRows() {
        var now = size();
        return now.getColumns() + "x" + now.getRows();
    }

    @Override
    public void onResize(Runnable call) {
        Signals.register("WINCH", call);
    }

    @Override
    public void onContinue(Runnable call) {
        Signals.register("CONT", call);
    }

    /** Calls when the terminal hangs up, in place of ending the process. The call comes on a thread of the JVM. */
    public static void onHangup(Runnable call) {
        Signals.register("HUP", call);
    }

    @Override
    public NonBlockingReader keys() {
        return NonBlocking.nonBlocking("keys", new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8);
    }

    @Override
    public OutputStream output() {
        return new FileOutputStream(FileDescriptor.out);
    }

    /** Back to the modes found at the start; nothing happens the second time. */
    @Override
    public void close() throws IOException {
        if (raw.compareAndSet(true, false)) {
            pty.setAttr(before);
        }
    }
}
