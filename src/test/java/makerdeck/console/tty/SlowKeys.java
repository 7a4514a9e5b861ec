package makerdeck.console.tty;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jline.utils.NonBlockingReader;

/**
 * Keys that come with pauses in between, in a time of their own: a busy machine cannot pull apart what comes at one go.
 */
public final class SlowKeys extends NonBlockingReader {

    private static final int END = -1;

    private record Key(long pauseBefore, int character) {}

    private final Deque<Key> keys = new ArrayDeque<>();
    private long waited;

    /** All of it at one go, and then the end. */
    public static SlowKeys atOnce(String text) {
        return new SlowKeys().after(0, text);
    }

    /** Characters that come at one go, so many milliseconds after what came before. */
    SlowKeys after(long pause, String text) {
        long before = pause;
        for (char c : text.toCharArray()) {
            keys.add(new Key(before, c));
            before = 0;
        }
        return this;
    }

    @Override
    protected int read(long timeout, boolean isPeek) {
        var key = keys.peek();
        if (key == null) {
            return END;
        }
        if (timeout > 0 && key.pauseBefore() - waited > timeout) {
            waited += timeout;
            return READ_EXPIRED;
        }
        if (isPeek) {
            waited = key.pauseBefore();
        } else {
            waited = 0;
            keys.remove();
        }
        return key.character();
    }

    @Override
    public int readBuffered(char[] into, int offset, int length, long timeout) {
        throw new UnsupportedOperationException("one key at a time is enough");
    }

    @Override
    public void close() {
        keys.clear();
    }
}
