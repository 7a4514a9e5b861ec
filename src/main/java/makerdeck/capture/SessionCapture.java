package makerdeck.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import makerdeck.backpack.wire.session.SessionEntry;
import makerdeck.backpack.wire.session.WireEvent;
import makerdeck.message.Message;
import makerdeck.process.Threads;
import makerdeck.snapshot.HealthRow;
import org.jspecify.annotations.Nullable;

/**
 * Captures a session. Whoever says or hears something only leaves it in a queue; a thread of the capture's own writes it
 * down. What finds no room is lost, counted and marked in the file where it is missing. Any thread.
 */
public final class SessionCapture implements Consumer<WireEvent>, AutoCloseable {

    /** Some minutes of a busy market, and so many signs of it that they are no burden. */
    static final Room USUAL = new Room(50_000, 64 << 20);

    private static final long LONGEST_CLOSING_MILLIS = 5_000;
    private static final long FLUSH_MILLIS = 1_000;

    /** What may wait. */
    record Room(int events, long signs) {}

    /** Hears what becomes of the capture, on the thread that writes; must not block it for long. */
    public interface Listener {

        void opened(Path file);

        /** Something is missing. */
        void missing(Message what);

        /** Nothing is written, until another file is {@link #opened}. */
        void failed(Message why);
    }

    private final Clock clock;
    private final LongSupplier nanos;
    private final Room room;
    private final ArrayBlockingQueue<SessionEntry> queue;
    private final AtomicLong waitingSigns = new AtomicLong();
    private final AtomicLong unmarked = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final SessionWriter writer;
    private final long begunAt;

    private volatile boolean closing;
    private volatile @Nullable Thread thread;

    SessionCapture(Clock clock, LongSupplier nanos, Room room, SessionWriter writer) {
        this.clock = clock;
        this.nanos = nanos;
        this.room = room;
        this.writer = writer;
        queue = new ArrayBlockingQueue<>(room.events());
        begunAt = nanos.getAsLong();
    }

    /** Opens the first file and begins to write. Throws {@link IOException} when that cannot be written. */
    void start(WireEvent.Began began) throws IOException {
        writer.begin(new SessionEntry(0, clock.instant(), began));
        thread = Threads.start("capture", this::write);
    }

    @Override
    public void accept(WireEvent event) {
        if (closing) {
            return;
        }
        var entry = new SessionEntry(nanos.getAsLong() - begunAt, clock.instant(), event);
        if (waitingSigns.get() + event.size() > room.signs() || queue.remainingCapacity() < 2) {
            miss(1);
            return;
        }
        long missing = unmarked.getAndSet(0);
        if (missing > 0 && !queue.offer(gap(entry, missing))) {
            unmarked.addAndGet(missing);
            miss(1);
        } else if (queue.offer(entry)) {
            waitingSigns.addAndGet(event.size());
        } else {
            miss(1);
        }
    }

    private void miss(long events) {
        unmarked.addAndGet(events);
        lost.addAndGet(events);
    }

    private static SessionEntry gap(SessionEntry before, long missing) {
        return new SessionEntry(before.nanos(), before.at(), new WireEvent.Gap(missing, SessionWriter.NO_ROOM));
    }

    /** How it does. */
    HealthRow.Recording state() {
        var now = writer.progress();
        var file = now.file();
        return new HealthRow.Recording(
                file == null ? "" : file.toString(), now.lines(), lost.get() + now.unwritten(), now.trouble());
    }

    private void write() {
        try {
            var flushDue = clock.instant();
            while (!closing || !queue.isEmpty()) {
                var entry = queue.poll(FLUSH_MILLIS, TimeUnit.MILLISECONDS);
                if (entry != null) {
                    writer.write(entry);
                    // What waited no longer does; a mark of a gap never did.
                    waitingSigns.addAndGet(
                            entry.event() instanceof WireEvent.Gap
                                    ? 0
                                    : -entry.event().size());
                } else {
                    markMissing();
                }
                flushDue = flushed(flushDue);
            }
            markMissing();
            writer.write(new SessionEntry(nanos.getAsLong() - begunAt, clock.instant(), new WireEvent.Ended()));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            writer.close();
        }
    }

    /** Nobody says anything any more who could. */
    private void markMissing() {
        long missing = unmarked.getAndSet(0);
        if (missing > 0) {
            var now = new SessionEntry(nanos.getAsLong() - begunAt, clock.instant(), new WireEvent.Ended());
            writer.write(gap(now, missing));
        }
    }

    private Instant flushed(Instant due) {
        var now = clock.instant();
        if (now.isBefore(due)) {
            return due;
        }
        writer.flush();
        return now.plusMillis(FLUSH_MILLIS);
    }

    /** Writes what it has heard and closes the file; waits a few seconds for that. */
    @Override
    public void close() {
        closing = true;
        var writing = thread;
        if (writing == null) {
            return;
        }
        try {
            writing.join(LONGEST_CLOSING_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
