package makerdeck.notify.queue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import makerdeck.notify.model.Note;

/**
 * What waits for each sink, oldest first, in memory and in a file. Bounded: the oldest of the least grave makes room, and
 * is counted. A note that comes again while it waits takes its own place. Any thread; a lock is held for no longer than a
 * line takes to be written.
 */
public final class NoteQueue implements AutoCloseable {

    private final int most;
    private final QueueFile file;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Map<String, Waiting> bySink = new LinkedHashMap<>();
    private long last;
    private boolean closed;

    /** Of one sink. */
    private static final class Waiting {
        private final List<Note> notes = new ArrayList<>();
        private long leftOut;

        /** Two desks that began at once may both have given a number. */
        private Note unlike(Note note, long fresh) {
            return notes.stream().anyMatch(each -> each.number() == note.number()) ? note.numbered(fresh) : note;
        }
    }

    /**
     * With what earlier lives have left.
     *
     * @param folder made when it is missing; whatever a dead desk has left there is taken over
     * @param sinks names; what waits for another one is given up
     * @param most notes that wait for one sink
     */
    public NoteQueue(Path folder, Set<String> sinks, int most, Instant now) {
        this.most = most;
        last = now.toEpochMilli();
        sinks.forEach(sink -> bySink.put(sink, new Waiting()));
        file = QueueFile.open(folder);
        for (var left : file.takeOver()) {
            var waiting = bySink.get(left.sink());
            if (waiting != null) {
                left.notes().forEach(note -> put(left.sink(), waiting, waiting.unlike(note, last + 1)));
                waiting.leftOut += left.leftOut();
                if (waiting.leftOut > 0) {
                    file.ended(left.sink(), 0, waiting.leftOut);
                }
            }
        }
        bySink.values().forEach(waiting -> waiting.notes.sort(Comparator.comparingLong(Note::number)));
        file.adopted();
    }

    /** Why nothing is written to the file, empty while it is. */
    public Optional<Exception> trouble() {
        return file.trouble();
    }

    /** Puts a note last; its number is given here. */
    public void add(Set<String> sinks, Note note) {
        lock.lock();
        try {
            var numbered = note.numbered(++last);
            for (var sink : sinks) {
                var waiting = bySink.get(sink);
                if (waiting != null) {
                    put(sink, waiting, numbered);
                }
            }
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void put(String sink, Waiting waiting, Note note) {
        last = Math.max(last, note.number());
        for (int at = waiting.notes.size() - 1; at >= 0; at--) {
            var older = waiting.notes.get(at);
            if (older.isOfSameCause(note)) {
                if (older.kind() == Note.Kind.ALERT && note.kind() == Note.Kind.ALERT) {
                    var newer = note.insteadOf(older);
                    waiting.notes.set(at, newer);
                    file.added(sink, newer);
                    return;
                }
                // What was over in between is another alert.
                break;
            }
        }
        waiting.notes.add(note);
        file.added(sink, note);
        if (waiting.notes.size() > most) {
            var least = waiting.notes.stream()
                    .min(Comparator.comparing(Note::level))
                    .orElseThrow();
            waiting.notes.remove(least);
            waiting.leftOut++;
            file.ended(sink, least.number(), waiting.leftOut);
        }
    }

    /** The oldest of a sink's notes that may go now, empty when none may. It stays until {@link #done}. */
    public Optional<Note> next(String sink, Predicate<Note> mayGo) {
        lock.lock();
        try {
            return waiting(sink).notes.stream().filter(mayGo).findFirst();
        } finally {
            lock.unlock();
        }
    }

    /** A note was delivered, and with it was told what had been left out before. */
    public void done(String sink, Note note, long toldLeftOut) {
        lock.lock();
        try {
            var waiting = waiting(sink);
            waiting.leftOut -= toldLeftOut;
            waiting.notes.removeIf(each -> each.number() == note.number());
            file.ended(sink, note.number(), waiting.leftOut);
            if (bySink.values().stream().allMatch(each -> each.notes.isEmpty() && each.leftOut == 0)) {
                file.empty();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A note that nobody will ever take is left out. */
    public void giveUp(String sink, Note note) {
        done(sink, note, -1);
    }

    /** How many found no room or were not taken, since that was last told. */
    public long leftOut(String sink) {
        lock.lock();
        try {
            return waiting(sink).leftOut;
        } finally {
            lock.unlock();
        }
    }

    /** How many wait. */
    public int size(String sink) {
        lock.lock();
        try {
            return waiting(sink).notes.size();
        } finally {
            lock.unlock();
        }
    }

    private Waiting waiting(String sink) {
        var waiting = bySink.get(sink);
        if (waiting == null) {
            throw new IllegalArgumentException("no sink " + sink);
        }
        return waiting;
    }

    /** Grows with everything that is added. */
    public long last() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    /** Blocks until something was added since {@link #last} was {@code seen}, the time is over, or it is closed. */
    public void await(long seen, Duration longest) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = longest.toNanos();
            while (last == seen && !closed && left > 0) {
                left = more.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** What waits stays in the file. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            more.signalAll();
            file.close();
        } finally {
            lock.unlock();
        }
    }
}
