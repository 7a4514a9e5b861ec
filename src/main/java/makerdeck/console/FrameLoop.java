package makerdeck.console;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import makerdeck.console.history.MarketHistory;
import makerdeck.console.line.LineView;
import makerdeck.console.pane.DeskPainter;
import makerdeck.console.pane.View;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.console.tty.Clipboard;
import makerdeck.console.tty.FrameScreen;
import makerdeck.domain.Book;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.words.Speech;

/**
 * Turns snapshots into frames: the desk at a fixed rate, what is typed at once. Costs of the screen are counted over a
 * few seconds. UI thread only.
 */
final class FrameLoop {

    private static final long SECOND = 1_000_000_000L;
    private static final long BUSY_NANOS = 10_000_000L;
    private static final long COUNTED_NANOS = 5 * SECOND;
    /** A ladder, and figures, that change more often than this can only be watched, not read; they cost half the bytes. */
    private static final long BOOK_NANOS = 600_000_000L;

    private static final long THEME_NANOS = SECOND;
    private static final long SEEN_NANOS = 250_000_000L;
    private static final Duration STALE = Duration.ofSeconds(3);

    private final FrameScreen screen;
    private final ScreenState state;
    private final Glyphs glyphs;
    private final Supplier<DeskSnapshot> snapshots;
    private final ConsoleRuntime runtime;
    private final DeskPainter painter = new DeskPainter();
    private final PriceTrail trail = new PriceTrail();
    private final MarketHistory history;
    private final Signals signals;
    private final Clipboard clipboard;
    private final Speech speech;

    private DeskSnapshot desk;
    private Book book;
    private Instant now;
    private LineView line = LineView.EMPTY;
    private boolean owed;
    private long nextAt;
    private long bookNextAt;
    private long themeNextAt;
    private long seenNextAt;
    private long countedFrom;
    private long bytesThen;
    private int bytesPerSecond;

    FrameLoop(
            FrameScreen screen,
            ScreenState state,
            Glyphs glyphs,
            Clipboard clipboard,
            DeskLink link,
            ConsoleRuntime runtime,
            Speech speech) {
        this.screen = screen;
        this.state = state;
        this.glyphs = glyphs;
        this.clipboard = clipboard;
        this.snapshots = link.snapshots();
        this.history = new MarketHistory(link.past());
        this.runtime = runtime;
        this.speech = speech;
        this.signals = new Signals(speech);
        this.desk = snapshots.get();
        this.book = desk.book();
        this.now = runtime.clock().instant();
        this.nextAt = runtime.nanos().getAsLong();
        this.bookNextAt = nextAt;
        this.seenNextAt = nextAt;
        this.themeNextAt = nextAt + THEME_NANOS;
        this.countedFrom = nextAt;
    }

    /** The desk as it was last painted. */
    DeskSnapshot desk() {
        return desk;
    }

    /** The question that is on the screen with all that it trades; 0 where none is. */
    long answerable() {
        return painter.answerable();
    }

    void resize(TerminalSize size) {
        screen.resize(size);
    }

    void repaint() {
        screen.invalidate();
    }

    /** What waits goes out with the next frame. */
    void send(Queue<String> sequences) {
        for (var each = sequences.poll(); each != null; each = sequences.poll()) {
            screen.add(each);
        }
    }

    /**
     * Paints if it is time for the desk, or at once when {@code typed} is not what is on the screen or {@code urgent}
     * says so; never while the terminal still has the last frame to take: then frames are left out. Returns the
     * nanoseconds until the next frame is due.
     */
    long turn(LineView typed, boolean urgent) throws IOException {
        owed |= urgent;
        long nanos = runtime.nanos().getAsLong();
        remember(nanos);
        if (!screen.isReady()) {
            return BUSY_NANOS;
        }
        boolean due = nanos - nextAt >= 0;
        if (due) {
            advance(nanos);
        }
        if (due || owed || typed != line) {
            line = typed;
            owed = false;
            long began = runtime.nanos().getAsLong();
            paint();
            runtime.frames().accept(runtime.nanos().getAsLong() - began);
        }
        return nextAt - runtime.nanos().getAsLong();
    }

    /** Whether or not the terminal takes frames: what is not seen in time is a hole for ever. */
    private void remember(long nanos) {
        if (nanos - seenNextAt < 0) {
            return;
        }
        seenNextAt = nanos + SEEN_NANOS;
        var latest = snapshots.get();
        var at = runtime.clock().instant();
        var mid = isAlive(latest, at) ? View.mid(latest.market(), latest.book()) : Optional.<BigDecimal>empty();
        history.see(latest, mid.orElse(null), at);
    }

    private void advance(long nanos) {
        long period = SECOND / state.framesPerSecond();
        nextAt = nextAt + period - nanos < 0 ? nanos + period : nextAt + period;
        take(snapshots.get(), nanos);
        now = runtime.clock().instant();
        if (nanos - themeNextAt >= 0) {
            themeNextAt = nanos + THEME_NANOS;
            state.theme().watch();
        }
        if (isAlive(desk, now)) {
            View.mid(desk.market(), book).ifPresent(mid -> trail.see(mid, nanos));
        }
        if (nanos - countedFrom >= COUNTED_NANOS) {
            bytesPerSecond = (int) ((screen.totalBytes() - bytesThen) * SECOND / (nanos - countedFrom));
            bytesThen = screen.totalBytes();
            countedFrom = nanos;
        }
    }

    /** What happens is shown with the next frame; what only the market moves, together and less often. */
    private void take(DeskSnapshot latest, long nanos) {
        if (nanos - bookNextAt >= 0 || book.bids().isEmpty()) {
            bookNextAt = nanos + BOOK_NANOS;
            book = latest.book();
            desk = latest;
        } else {
            desk = isNews(latest) ? latest : latest.withFiguresOf(desk);
        }
    }

    private boolean isNews(DeskSnapshot latest) {
        return latest.market() != desk.market()
                || latest.log() != desk.log()
                || latest.fills() != desk.fills()
                || latest.parameters() != desk.parameters()
                || latest.state() != desk.state()
                || !Objects.equals(latest.reason(), desk.reason());
    }

    /** A price that nobody confirms any more draws no line. */
    private static boolean isAlive(DeskSnapshot desk, Instant now) {
        var at = desk.bookAt();
        return at != null && Duration.between(at, now).compareTo(STALE) <= 0;
    }

    private void paint() throws IOException {
        state.see(desk, book, line);
        var view = new View(
                desk,
                book,
                now,
                runtime.clock().getZone(),
                line,
                state.options(),
                trail.mids(),
                history,
                trail.direction(),
                bytesPerSecond,
                speech);
        signals.of(desk, view.alerts(), now).ifPresent(screen::add);
        state.takeCopied().map(clipboard::sequence).ifPresent(screen::add);
        var canvas = new Canvas(screen, state.theme().theme(), glyphs);
        try {
            screen.setCursorPosition(painter.paint(canvas, view));
        } catch (RuntimeException broken) {
            // A fault in a full screen costs that screen, never the desk.
            if (!state.navigation().closeScreens()) {
                throw broken;
            }
            state.failed(broken);
            owed = true;
            return;
        }
        state.navigation().painted(canvas.places(), view.alerts());
        screen.mouse(state.mouse());
        screen.refresh(RefreshType.DELTA);
    }
}
