package makerdeck.attach;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import makerdeck.console.Console;
import makerdeck.console.tty.FrameScreen;
import makerdeck.console.tty.Tty;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.message.UnavailableException;
import makerdeck.process.FileErrors;
import makerdeck.process.Threads;
import makerdeck.settings.ParsedCommand;
import makerdeck.words.Speech;
import org.tinylog.Logger;

/** {@code makerdeck attach}: shows a running desk's screen on this terminal, as bytes that the desk makes. */
public final class AttachCommand {

    private static final int OK = 0;
    private static final int USAGE = 2;
    private static final int NOT_CONNECTED = 4;
    private static final int MOST_KEYS = 1024;

    private final ParsedCommand.RunAttach choice;
    private final Map<String, String> environment;
    private final Speech speech;
    private final PrintStream out;
    private final PrintStream errors;

    // Held while a packet goes out.
    private final ReentrantLock sending = new ReentrantLock();
    private final AtomicBoolean shown = new AtomicBoolean();

    public AttachCommand(
            ParsedCommand.RunAttach choice,
            Map<String, String> environment,
            Speech speech,
            PrintStream out,
            PrintStream errors) {
        this.choice = choice;
        this.environment = environment;
        this.speech = speech;
        this.out = out;
        this.errors = errors;
    }

    /** Returns the exit code. Blocks. */
    public int run(Path desks) {
        try {
            if (!Console.isSupported(environment)) {
                throw new MistakeException(Message.of("attach.screen.no-terminal"));
            }
            try (var desk = new RunningDesks(desks).call(choice.desk());
                    var tty = Tty.open()) {
                out.println(show(desk, tty));
                return OK;
            }
        } catch (MistakeException wrong) {
            errors.println("makerdeck: " + speech.say(wrong));
            return USAGE;
        } catch (IOException failed) {
            errors.println("makerdeck: " + speech.say("attach.screen.lost", FileErrors.of(failed)));
            return NOT_CONNECTED;
        }
    }

    /** Until the desk says why it ends; throws {@link IOException} when the line ends before. */
    private String show(SocketChannel desk, Tty tty) throws IOException {
        var to = Caller.output(desk);
        var from = new BufferedInputStream(Caller.input(desk));
        to.write((new Greeting(Greeting.SCREEN, values(tty)).line() + "\n").getBytes(StandardCharsets.US_ASCII));
        Caller.requireWelcome(Caller.line(from));
        // What ends this process in the middle of it gives the terminal back as well.
        Runtime.getRuntime().addShutdownHook(Threads.daemons("stop").newThread(() -> restore(tty)));
        tty.raw();
        tty.onResize(() -> tellSize(tty, to));
        tty.onContinue(() -> goOn(tty, to));
        tellSize(tty, to);
        Threads.start("keys", () -> sendKeys(desk, to));
        try {
            return paint(from);
        } catch (IOException over) {
            throw new UnavailableException(Message.of("attach.screen.hung-up", Caller.TAKES_WITHIN.toSeconds()), over);
        } finally {
            restore(tty);
        }
    }

    private Map<String, String> values(Tty tty) {
        var values = new HashMap<String, String>();
        for (var name : AttachedScreen.ENVIRONMENT) {
            var value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                // Of where we are only that we are there.
                values.put(name, name.startsWith("LC_") || isLook(name) ? value : "1");
            }
        }
        values.put(Greeting.LANGUAGE, speech.language().tag());
        values.put(AttachedScreen.SIZE, size(tty));
        values.put(AttachedScreen.ZONE, ZoneId.systemDefault().getId());
        values.put(AttachedScreen.THEME, choice.look().theme());
        values.put(AttachedScreen.FRAMES, Integer.toString(choice.look().framesPerSecond()));
        if (choice.watch()) {
            values.put(AttachedScreen.WATCH, "1");
        }
        return values;
    }

    private static boolean isLook(String name) {
        return name.equals("TERM") || name.equals("COLORTERM") || name.equals("LANG");
    }

    private static String size(Tty tty) {
        return tty.columnsByRows();
    }

    private void tellSize(Tty tty, OutputStream to) {
        send(Packet.of(Packet.SIZE, size(tty)), to);
    }

    /** After a stop the terminal may be in any mode, and show anything. */
    private void goOn(Tty tty, OutputStream to) {
        try {
            tty.raw();
        } catch (IOException gone) {
            Logger.info("terminal gone: {}", gone.getMessage());
        }
        tellSize(tty, to);
    }

    private void sendKeys(SocketChannel desk, OutputStream to) {
        // Never closed: it is the process's own.
        var keys = new FileInputStream(FileDescriptor.in);
        var typed = new byte[MOST_KEYS];
        try {
            for (int count = keys.read(typed); count >= 0; count = keys.read(typed)) {
                send(new Packet(Packet.KEYS, Arrays.copyOf(typed, count)), to);
            }
        } catch (IOException gone) {
            Logger.info("terminal gone: {}", gone.getMessage());
        } finally {
            leave(desk);
        }
    }

    /** Whoever reads from it finds its end. */
    private static void leave(SocketChannel desk) {
        try {
            desk.close();
        } catch (IOException gone) {
            Logger.info("the line to the desk was down: {}", gone.getMessage());
        }
    }

    /** That the line is down is seen where it is read. */
    private void send(Packet packet, OutputStream to) {
        sending.lock();
        try {
            packet.write(to);
        } catch (IOException down) {
            Logger.info("the line to the desk is down: {}", down.getMessage());
        } finally {
            sending.unlock();
        }
    }

    private String paint(InputStream from) throws IOException {
        // Never closed: it is the process's own.
        var screen = new FileOutputStream(FileDescriptor.out);
        shown.set(true);
        while (true) {
            var packet = Packet.read(from);
            if (packet.kind() == Packet.END) {
                // The desk has left the screen itself.
                shown.set(false);
                return packet.text();
            }
            if (packet.kind() == Packet.SHOWN) {
                screen.write(packet.bytes());
            }
        }
    }

    /** Nothing happens the second time. */
    private void restore(Tty tty) {
        if (shown.compareAndSet(true, false)) {
            out.write(FrameScreen.farewell(), 0, FrameScreen.farewell().length);
            out.flush();
        }
        try {
            tty.close();
        } catch (IOException gone) {
            Logger.info("terminal gone: {}", gone.getMessage());
        }
    }
}
