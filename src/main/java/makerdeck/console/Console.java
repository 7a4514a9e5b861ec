package makerdeck.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import makerdeck.console.line.CommandLine;
import makerdeck.console.line.LineView;
import makerdeck.console.pane.DeskPainter;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.console.screen.ScreenCatalogue;
import makerdeck.console.theme.Themes;
import makerdeck.console.tty.Clipboard;
import makerdeck.console.tty.ColourDepth;
import makerdeck.console.tty.FrameScreen;
import makerdeck.console.tty.KeyRouter;
import makerdeck.console.tty.Terminal;
import makerdeck.console.tty.Tty;
import makerdeck.console.tty.TtyWriter;
import makerdeck.snapshot.DeskState;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The full screen of the desk. {@link #run} belongs to the UI thread; {@link #close} and {@link #restore} may be called
 * by any.
 */
public final class Console {

    private static final long LEAST_GAP_NANOS = 5_000_000L;
    private static final int MOST_SEQUENCES = 20;
    private static final int ESCAPE_MILLIS = 50;
    private static final int ESCAPE_MILLIS_REMOTE = 100;

    /** Why {@link #run} came back. */
    public enum Ending {
        /** The desk is stopped. */
        STOPPED,
        /** Somebody asked for it. */
        CLOSED,
        /** The terminal is gone, or is said to be. */
        HANGUP
    }

    private final ConsoleSettings settings;
    private final DeskLink link;
    private final ConsoleRuntime runtime;
    private final CommandController controller;

    private final ScreenCatalogue catalogue;
    private final UiQueue queue = new UiQueue();

    // Written by the threads of the screen.
    private volatile @Nullable Throwable failure;
    private volatile @Nullable CommandLine commandLine;

    // Any thread leaves them, the screen's takes them.
    private final ArrayBlockingQueue<String> sequences = new ArrayBlockingQueue<>(MOST_SEQUENCES);

    // Written by the screen's thread, read by any.
    private volatile boolean visible;
    private volatile boolean over;

    private final HeldTerminal held;

    public Console(ConsoleSettings settings, DeskLink link, ConsoleRuntime runtime) {
        this.settings = settings;
        this.link = link;
        this.runtime = runtime;
        held = new HeldTerminal(runtime.threads().apply("tty-close"));
        catalogue = new ScreenCatalogue(link.language(), link.results());
        this.controller =
                new CommandController(link, catalogue, queue::leave, queue::answerable, this::close, runtime.nanos());
    }

    /** Whether this process has a terminal that a full screen can live on. */
    public static boolean isSupported(Map<String, String> environment) {
        var term = environment.getOrDefault("TERM", "");
        return !term.isEmpty() && !term.equals("dumb") && Tty.isPresent();
    }

    /** Names of all themes in these folders and of those shipped, sorted. */
    public static List<String> themeNames(List<Path> themeFolders) {
        return new Themes(themeFolders).names();
    }

    /** From now on the end of the terminal is told here, and does not end the process. The call must not block. */
    public static void onHangup(Runnable call) {
        Tty.onHangup(call);
    }

    /**
     * Shows the desk until it is stopped, until {@link #close} or {@link #hangUp}, or until the terminal is gone; then
     * gives the terminal back. Throws when there is no terminal to begin with, and what breaks the screen.
     */
    public Ending run() throws IOException {
        Thread.currentThread().setName("ui");
        return run(Tty.open());
    }

    /** The same at another terminal, closed at the end. */
    public Ending run(Terminal terminal) throws IOException {
        queue.belongsTo(Thread.currentThread());
        held.hold(terminal);
        try {
            var frames = start(terminal);
            visible = true;
            var why = loop(terminal, frames.loop(), frames.state());
            var broken = failure;
            if (broken != null) {
                throw new IllegalStateException("a thread of the screen died: " + broken, broken);
            }
            return why;
        } finally {
            visible = false;
            over = true;
            closeLine();
            restore();
            held.endWriting();
        }
    }

    /** Asks {@link #run} to come back. */
    public void close() {
        queue.end(Ending.CLOSED);
    }

    /** Has {@link #run} come back as if the terminal were gone. */
    public void hangUp() {
        queue.end(Ending.HANGUP);
    }

    /**
     * Has a sequence go out with the next frame that neither moves nor draws anything, such as one that has the desktop
     * show a notification. False when there is no screen, or when too many wait. Any thread; never blocks.
     */
    public boolean send(String sequence) {
        return visible && sequences.offer(sequence);
    }

    /** Gives the terminal back as it was found. May be called at any time and more than once; never throws. */
    public void restore() {
        held.restore();
    }

    private void closeLine() {
        var line = commandLine;
        if (line != null) {
            line.close();
        }
    }

    private record Frames(FrameLoop loop, ScreenState state) {}

    private Frames start(Terminal terminal) throws IOException {
        var environment = settings.environment();
        var depth = ColourDepth.of(environment);
        var writer = new TtyWriter(terminal.output());
        held.hold(writer);
        start("tty", () -> write(writer));
        var shown = new FrameScreen(terminal.size(), depth, writer);
        held.hold(shown);
        var state = new ScreenState(
                new Themes(settings.themeFolders()),
                catalogue,
                link.language(),
                runtime.clock(),
                settings.framesPerSecond(),
                settings.speech(),
                this::type);
        boolean asked = depth != ColourDepth.NONE && !settings.theme().equals("dark");
        state.theme().beginWith(asked ? settings.theme() : standIn(depth), standIn(depth));
        terminal.raw();
        shown.startScreen();
        var loop = new FrameLoop(
                shown, state, Glyphs.of(environment), new Clipboard(environment), link, runtime, settings.speech());
        loop.turn(LineView.EMPTY, true);
        terminal.onResize(queue::resized);
        terminal.onContinue(queue::continued);
        start("line", () -> readLines(terminal));
        return new Frames(loop, state);
    }

    /** What a screen puts on the command line comes as if it were typed. */
    private void type(String keys) {
        var line = commandLine;
        if (line != null) {
            line.type(keys);
        }
    }

    /** Whatever kills the writing, another thread goes on with it and gives the terminal back. */
    private void write(TtyWriter writer) {
        try {
            writer.run();
        } catch (RuntimeException | Error e) {
            writer.dropFrames();
            start("tty", writer);
            broken(e);
        }
    }

    private void broken(Throwable why) {
        failure = why;
        queue.end(Ending.CLOSED);
    }

    /** A thread that dies takes the whole screen with it: half a screen is worse than none. */
    private void start(String name, Runnable work) {
        var thread = runtime.threads().apply(name).newThread(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                broken(e);
            }
        });
        thread.start();
    }

    /** The shipped dark theme needs colours; where there are few its plainer sister stands in, and where there are
     * none no theme but the plainest makes sense. */
    private static String standIn(ColourDepth depth) {
        return switch (depth) {
            case NONE -> "mono";
            case ANSI -> "tty16";
            case INDEXED, DIRECT -> "dark";
        };
    }

    private Ending loop(Terminal terminal, FrameLoop frames, ScreenState state) throws IOException {
        while (true) {
            boolean urgent = false;
            if (queue.takeContinued() && !goesOn(terminal, frames)) {
                return Ending.HANGUP;
            }
            if (queue.takeResized()) {
                frames.resize(terminal.size());
                fitLine(frames);
                urgent = true;
            }
            if (queue.takeRepaint()) {
                frames.repaint();
                urgent = true;
            }
            for (var errand = queue.take(); errand != null; errand = queue.take()) {
                state.run(errand);
                queue.screenOpen(state.navigation().isScreenOpen());
                urgent = true;
            }
            var asked = queue.ending();
            var line = queue.typed();
            long wait;
            try {
                frames.send(sequences);
                wait = frames.turn(line, urgent);
                queue.answerable(frames.answerable());
            } catch (IOException e) {
                Logger.info("terminal gone: {}", e.getMessage());
                return Ending.HANGUP;
            }
            if (frames.desk().state() == DeskState.STOPPED) {
                return Ending.STOPPED;
            }
            if (asked != null) {
                return asked;
            }
            LockSupport.parkNanos(this, LEAST_GAP_NANOS);
            if (wait > LEAST_GAP_NANOS && queue.isEmpty(line)) {
                LockSupport.parkNanos(this, wait - LEAST_GAP_NANOS);
            }
        }
    }

    /** A terminal that goes away sends a hangup and, to who may stand still, a continue: in whichever order. */
    private boolean goesOn(Terminal terminal, FrameLoop frames) {
        try {
            terminal.raw();
        } catch (IOException gone) {
            Logger.info("terminal gone: {}", gone.getMessage());
            return false;
        }
        frames.repaint();
        queue.resized();
        return true;
    }

    private void fitLine(FrameLoop frames) {
        var line = commandLine;
        var shown = held.screen();
        if (line != null && shown != null) {
            var size = shown.getTerminalSize();
            line.resize(size.getColumns() - DeskPainter.promptWidth(frames.desk()), size.getRows() / 4);
        }
    }

    /** The line thread. */
    private void readLines(Terminal terminal) {
        try {
            var line = new CommandLine(
                    link.language(), settings.speech(), settings.history(), new CommandLineListener(controller, queue));
            commandLine = line;
            if (over) {
                // The screen was shorter than it takes to read what was typed before.
                closeLine();
            }
            queue.resized();
            boolean remote = settings.environment().containsKey("SSH_CONNECTION");
            var keys = new ScreenKeys(controller, queue, line);
            var router = new KeyRouter(terminal.keys(), remote ? ESCAPE_MILLIS_REMOTE : ESCAPE_MILLIS, keys);
            start("typing", line::feedKeys);
            start("keys", router);
            line.readLines();
        } catch (IOException e) {
            Logger.error(e, "no command line");
            queue.end(Ending.HANGUP);
        }
    }
}
