package makerdeck.attach;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import makerdeck.console.Console;
import makerdeck.console.ConsoleRuntime;
import makerdeck.console.ConsoleSettings;
import makerdeck.console.ScreenRole;
import makerdeck.console.tty.DistantTerminal;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.process.Threads;
import makerdeck.words.Speech;
import org.tinylog.Logger;

/**
 * The desk's side of a screen on another terminal: a console of its own, painted from the same snapshots. Of what the
 * terminal does not take, one frame waits, and no other is made.
 */
final class AttachedScreen {

    /** Of the terminal's environment, what decides how a screen looks; where the other end is, is not told. */
    static final List<String> ENVIRONMENT =
            List.of("TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE", "TMUX", "STY", "SSH_CONNECTION");

    static final String SIZE = "size";
    static final String WATCH = "watch";
    static final String THEME = "theme";
    static final String FRAMES = "fps";
    static final String ZONE = "zone";

    private static final Pattern COLUMNS_ROWS = Pattern.compile("(\\d{1,4})x(\\d{1,4})");
    private static final Pattern FRAMES_PER_SECOND = Pattern.compile("[1-9]|[12]\\d|30");

    private final Caller caller;
    private final long asker;
    private final Speech speech;
    private final ScreenRole role;
    private final DistantTerminal terminal;
    private final Console console;

    // Written by whoever ends the desk.
    private volatile boolean deskEnded;

    // Held while a packet goes out.
    private final ReentrantLock sending = new ReentrantLock();

    /** Throws {@link MistakeException} for a greeting without a size. */
    AttachedScreen(
            Caller caller,
            Greeting greeting,
            OpenDesk desk,
            long asker,
            Speech speech,
            Clock clock,
            LongSupplier nanos) {
        this.caller = caller;
        this.asker = asker;
        this.speech = speech;
        role = greeting.value(WATCH).isEmpty() ? ScreenRole.ATTACHED : ScreenRole.WATCHING;
        var size = COLUMNS_ROWS.matcher(greeting.value(SIZE));
        if (!size.matches()) {
            throw new MistakeException(Message.of("attach.greeting.stranger"));
        }
        terminal =
                new DistantTerminal(keys(), shown(), Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
        var link = desk.link(speech, role, asker);
        var frames = greeting.value(FRAMES);
        var settings = new ConsoleSettings(
                FRAMES_PER_SECOND.matcher(frames).matches() ? Integer.parseInt(frames) : 10,
                greeting.value(THEME),
                role == ScreenRole.WATCHING ? null : desk.history(),
                desk.themes(),
                speech,
                environment(greeting));
        var here = clock.withZone(zone(greeting.value(ZONE)));
        console = new Console(
                settings, link, new ConsoleRuntime(here, nanos, name -> Threads.daemons(name + "-" + asker)));
    }

    private static Map<String, String> environment(Greeting greeting) {
        var known = new LinkedHashMap<String, String>();
        ENVIRONMENT.stream()
                .filter(greeting.values()::containsKey)
                .forEach(name -> known.put(name, greeting.value(name)));
        return known;
    }

    private static ZoneId zone(String name) {
        try {
            return name.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneId.systemDefault();
        }
    }

    /** Until the terminal leaves, the desk ends, or the line does. Blocks. */
    void show() throws IOException {
        Thread.currentThread().setName("ui-" + asker);
        var why = console.run(terminal);
        if (why != Console.Ending.HANGUP) {
            boolean stopped = deskEnded || why == Console.Ending.STOPPED;
            var text = stopped ? "attach.screen.stopped" : "attach.screen.left";
            send(Packet.of(Packet.END, speech.say(text)));
        }
    }

    /** The desk ends. Any thread. */
    void end() {
        deskEnded = true;
        console.close();
    }

    private void send(Packet packet) throws IOException {
        sending.lock();
        try {
            packet.write(caller.out());
        } finally {
            sending.unlock();
        }
    }

    private OutputStream shown() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                send(new Packet(Packet.SHOWN, Arrays.copyOfRange(bytes, from, from + count)));
            }
        };
    }

    /** The keys in the packets; a new size is told as it comes by. */
    private InputStream keys() {
        var in = caller.in();
        return new InputStream() {

            // The reading thread only.
            private byte[] waiting = new byte[0];
            private int next;

            @Override
            public int read() throws IOException {
                while (next == waiting.length) {
                    try {
                        take(Packet.read(in));
                    } catch (IOException gone) {
                        Logger.debug("a screen is gone: {}", gone.toString());
                        return -1;
                    }
                }
                return waiting[next++] & 0xFF;
            }

            private void take(Packet packet) {
                if (packet.kind() == Packet.KEYS) {
                    waiting = packet.bytes();
                    next = 0;
                } else if (packet.kind() == Packet.SIZE) {
                    var size = COLUMNS_ROWS.matcher(packet.text());
                    if (size.matches()) {
                        terminal.resize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
                    }
                }
            }
        };
    }
}
