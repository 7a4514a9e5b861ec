package makerdeck.console;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import makerdeck.console.line.LineView;
import org.jspecify.annotations.Nullable;

/**
 * What other threads have for the UI thread; whatever is left here wakes it. Any thread leaves, the UI thread takes;
 * never blocks.
 */
final class UiQueue {

    private final ConcurrentLinkedQueue<Consumer<ScreenState>> errands = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean resized = new AtomicBoolean();
    private final AtomicBoolean continued = new AtomicBoolean();
    private final AtomicBoolean repaint = new AtomicBoolean();
    private final AtomicReference<Console.@Nullable Ending> ending = new AtomicReference<>();
    private volatile LineView typed = LineView.EMPTY;
    private volatile boolean screenOpen;
    private volatile long answerable;
    private volatile @Nullable Thread reader;

    /** Who is woken. */
    void belongsTo(Thread uiThread) {
        reader = uiThread;
    }

    void leave(Consumer<ScreenState> errand) {
        errands.add(errand);
        wake();
    }

    void typed(LineView view) {
        typed = view;
        wake();
    }

    /** The UI thread tells whether a full screen is open. */
    void screenOpen(boolean open) {
        screenOpen = open;
    }

    boolean isScreenOpen() {
        return screenOpen;
    }

    /** The UI thread tells which question is on the screen with all that it trades, 0 for none. */
    void answerable(long number) {
        answerable = number;
    }

    long answerable() {
        return answerable;
    }

    void resized() {
        flag(resized);
    }

    /** The process goes on after having been stopped. */
    void continued() {
        flag(continued);
    }

    void repaint() {
        flag(repaint);
    }

    /** The first reason counts. */
    void end(Console.Ending why) {
        ending.compareAndSet(null, why);
        wake();
    }

    @Nullable
    Consumer<ScreenState> take() {
        return errands.poll();
    }

    LineView typed() {
        return typed;
    }

    boolean takeResized() {
        return resized.getAndSet(false);
    }

    boolean takeContinued() {
        return continued.getAndSet(false);
    }

    boolean takeRepaint() {
        return repaint.getAndSet(false);
    }

    Console.@Nullable Ending ending() {
        return ending.get();
    }

    /** Whether nothing waits, given the line that is on the screen. */
    boolean isEmpty(LineView shown) {
        return shown == typed
                && errands.isEmpty()
                && ending.get() == null
                && !resized.get()
                && !repaint.get()
                && !continued.get();
    }

    private void flag(AtomicBoolean flag) {
        flag.set(true);
        wake();
    }

    private void wake() {
        var waiting = reader;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }
}
