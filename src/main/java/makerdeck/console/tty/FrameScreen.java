package makerdeck.console.tty;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.screen.AbstractScreen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A screen of cells on a terminal: only cells that changed are sent, in one write per frame, and the terminal is
 * erased at the start and when its size has changed, never else.
 *
 * <p>UI thread only, except {@link #stopScreen}, which any thread may call and which does nothing the second time.
 */
public final class FrameScreen extends AbstractScreen {

    private static final String ENTER = "\033[?1049h\033[22;0t\033[?2004h\033[?7l\033[m\033[2J";
    private static final String LEAVE = MouseReport.OFF + "\033[m\033[?7h\033[?2004l\033[?25h\033[23;0t\033[?1049l";
    private static final String ERASE = "\033[m\033[H\033[J";
    private static final int SHORTEST_MOVE = 3;
    private static final TextCharacter UNKNOWN =
            TextCharacter.fromCharacter('\uFFFD', TextColor.ANSI.RED, TextColor.ANSI.RED)[0];

    private final TerminalOutput out;
    private final FrameBytes frame;
    private final AtomicBoolean entered = new AtomicBoolean();
    private final ReentrantLock writing = new ReentrantLock();
    private CellGrid front;
    private CellGrid back;
    private boolean[] dirty = new boolean[0];
    private long totalBytes;
    private boolean mouse;

    public FrameScreen(TerminalSize size, ColourDepth depth, TerminalOutput out) {
        super(size);
        this.out = out;
        this.frame = new FrameBytes(depth);
        this.front = new CellGrid(size);
        this.back = new CellGrid(size);
    }

    /** Switches to the alternate screen. */
    @Override
    public void startScreen() throws IOException {
        if (entered.compareAndSet(false, true)) {
            out.write(ENTER.getBytes(StandardCharsets.US_ASCII));
            invalidate();
        }
    }

    /** What gives a terminal back that another process has shown a screen on, and could not leave. */
    public static byte[] farewell() {
        return LEAVE.getBytes(StandardCharsets.US_ASCII);
    }

    /** Gives the terminal back: alternate screen left, cursor shown, wrapping and pasting as before. */
    @Override
    public void stopScreen() throws IOException {
        writing.lock();
        try {
            if (entered.compareAndSet(true, false)) {
                out.write(farewell());
            }
        } finally {
            writing.unlock();
        }
        out.drain();
    }

    /** Whether the last frame is out; before that another one would only wait behind it. */
    public boolean isReady() {
        return out.isIdle();
    }

    /** Takes a new size; the next refresh paints everything. */
    public void resize(TerminalSize size) {
        addResizeRequest(size);
        doResizeIfNecessary();
        front = new CellGrid(size);
        back = new CellGrid(size);
        invalidate();
        // A terminal may keep half of a wide character beyond its edge, and bring it back when it grows.
        add(ERASE);
    }

    /** Forgets what the terminal shows, so that the next refresh paints every cell. */
    public void invalidate() {
        front.fill(UNKNOWN);
        back.touch();
        frame.forget();
    }

    /** Puts a cell where it is not already: cheap for cells that stay. */
    public void put(int column, int row, TextCharacter cell) {
        back.set(column, row, cell);
    }

    @Override
    public void setCharacter(int column, int row, TextCharacter cell) {
        put(column, row, cell);
    }

    @Override
    public TextCharacter getBackCharacter(int column, int row) {
        return back.get(column, row);
    }

    @Override
    public TextCharacter getFrontCharacter(int column, int row) {
        return front.get(column, row);
    }

    @Override
    public void clear() {
        back = new CellGrid(getTerminalSize());
        back.touch();
    }

    /** What stands for all that was put: another one means that it is lost, and all is to be put again. */
    public Object paper() {
        return back;
    }

    /** Sends what changed. Never clears and never repaints what is already there, whatever {@code type} says. */
    @Override
    public void refresh(RefreshType type) throws IOException {
        if (!entered.get()) {
            return;
        }
        var size = getTerminalSize();
        if (dirty.length != size.getColumns()) {
            dirty = new boolean[size.getColumns()];
        }
        for (int row = 0; row < size.getRows(); row++) {
            if (back.takeTouched(row)) {
                row(row, size.getColumns());
            }
        }
        var cursor = getCursorPosition();
        var bytes = frame.take(size.getColumns(), cursor.getColumn(), cursor.getRow());
        totalBytes += bytes.length;
        if (bytes.length == 0) {
            return;
        }
        writing.lock();
        try {
            if (entered.get()) {
                out.write(bytes);
            }
        } finally {
            writing.unlock();
        }
    }

    /** Goes out with the next frame: a sequence that moves and draws nothing, such as a bell or a title. */
    public void add(String sequence) {
        frame.add(sequence);
    }

    /** Whether the terminal tells about the mouse; at the start it does not. Goes out with the next frame. */
    public void mouse(boolean on) {
        if (on != mouse) {
            mouse = on;
            add(on ? MouseReport.ON : MouseReport.OFF);
        }
    }

    /** Bytes of all frames so far. */
    public long totalBytes() {
        return totalBytes;
    }

    private void row(int row, int columns) {
        boolean changed = false;
        boolean wide = false;
        for (int x = 0; x < columns; x++) {
            var shown = front.get(x, row);
            var wanted = back.get(x, row);
            dirty[x] = shown != wanted && !shown.equals(wanted);
            changed |= dirty[x];
            wide |= front.isWide(x, row) || back.isWide(x, row);
        }
        if (!changed) {
            return;
        }
        if (wide) {
            spread(row, columns);
        }
        runs(row, columns);
        front.copyRow(back, row);
    }

    /** Collects the cells to send; a few unchanged ones between two changed ones are cheaper sent than skipped. */
    private void runs(int row, int columns) {
        Run run = null;
        for (int x = 0; x < columns; ) {
            var cell = back.get(x, row);
            int width = back.isWide(x, row) && x + 1 < columns ? 2 : 1;
            if (dirty[x]) {
                var style = CellStyle.of(cell);
                if (run == null || !bridge(run, x) || !run.take(cell, style, width)) {
                    if (run != null) {
                        frame.add(run);
                    }
                    run = new Run(x, row, style);
                    run.take(cell, style, width);
                }
            }
            x += width;
        }
        if (run != null) {
            frame.add(run);
        }
    }

    /** Carries a run over the unchanged cells up to a column, if they are few and of its style. */
    private boolean bridge(Run run, int column) {
        if (column - run.end() > SHORTEST_MOVE) {
            return false;
        }
        for (int x = run.end(); x < column; x++) {
            var cell = back.get(x, run.y());
            if (cell.getCharacterString().charAt(0) > 0x7E || !run.take(cell, CellStyle.of(cell), 1)) {
                return false;
            }
        }
        return true;
    }

    /** A terminal that overwrites half of a wide character blanks the other half: both halves go together. */
    private void spread(int row, int columns) {
        boolean again = true;
        while (again) {
            again = false;
            for (int x = 0; x + 1 < columns; x++) {
                boolean pair = front.isWide(x, row) || back.isWide(x, row);
                if (pair && dirty[x] != dirty[x + 1]) {
                    dirty[x] = true;
                    dirty[x + 1] = true;
                    again = true;
                }
            }
        }
    }

    /** The cursor of a command line is never hidden: no position means the first cell. */
    @Override
    public TerminalPosition getCursorPosition() {
        var position = super.getCursorPosition();
        return position == null ? TerminalPosition.TOP_LEFT_CORNER : position;
    }

    @Override
    public KeyStroke pollInput() {
        throw new UnsupportedOperationException("keys do not come through the screen");
    }

    @Override
    public KeyStroke readInput() {
        throw new UnsupportedOperationException("keys do not come through the screen");
    }
}
