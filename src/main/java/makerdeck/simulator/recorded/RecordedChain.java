package makerdeck.simulator.recorded;

import java.util.ArrayList;
import java.util.List;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * The order of updates and snapshots: what the book is made of, and when the recording has lost something. Updates go
 * on where {@code U} is the {@code u} before plus one, or where {@code pu} is the {@code u} before, whatever the format
 * has. What came before the first snapshot waits for it. A hole is played over until a snapshot mends it.
 */
final class RecordedChain {

    /** Hears what the book becomes. */
    interface Book {

        /**
         * Takes in the snapshot, if there is one, then the updates, as one change.
         *
         * @param lastId of the last of them
         */
        void change(RecordedLine.@Nullable Snapshot snapshot, List<RecordedLine.Diff> updates, long lastId);

        void gap(Message what);
    }

    /** Updates that wait for a snapshot, at most: the oldest are of no use then. */
    private static final int MOST_WAITING = 5_000;

    private enum State {
        /** There is no book, or none to trust: updates wait for a snapshot. */
        WAITING,
        SOUND,
        /** Something is missing, and played over. */
        BROKEN
    }

    private final Book book;
    private final List<RecordedLine.Diff> waiting = new ArrayList<>();
    private State state = State.WAITING;
    private RecordedLine.@Nullable Snapshot cure;
    private boolean fromSnapshot;
    private long last;

    RecordedChain(Book book) {
        this.book = book;
    }

    /** What comes has nothing to do with what was: it starts with the next snapshot. */
    void startOver() {
        state = State.WAITING;
        waiting.clear();
        cure = null;
    }

    void update(RecordedLine.Diff update) {
        if (state == State.WAITING) {
            await(update);
        } else if (update.lastId() > last) {
            if (!follows(update)) {
                state = State.BROKEN;
                book.gap(Message.of("simulator.feed.updates-missing", last + 1, before(update)));
            }
            if (state == State.BROKEN && isMended(update)) {
                return;
            }
            if (state == State.BROKEN) {
                await(update);
            }
            take(null, List.of(update), update.lastId());
        }
    }

    void snapshot(RecordedLine.Snapshot snapshot) {
        if (state == State.BROKEN || snapshot.lastId() > last && state == State.SOUND) {
            // Mends with an update: under the last one's number everybody has been shown another book.
            cure = snapshot;
        } else if (state == State.WAITING) {
            var before = List.copyOf(waiting);
            startOver();
            state = State.SOUND;
            take(snapshot, List.of(), snapshot.lastId());
            before.forEach(this::update);
        }
    }

    /** Whether a snapshot and all that came since it make the book whole again. */
    private boolean isMended(RecordedLine.Diff update) {
        var start = cure;
        if (start == null || update.lastId() <= Math.max(last, start.lastId())) {
            return false;
        }
        await(update);
        var since =
                waiting.stream().filter(each -> each.lastId() > start.lastId()).toList();
        boolean whole = since.get(0).firstId() <= start.lastId() + 1;
        for (int i = 1; whole && i < since.size(); i++) {
            whole = follows(since.get(i), since.get(i - 1).lastId());
        }
        if (whole) {
            startOver();
            state = State.SOUND;
            take(start, since, update.lastId());
        } else {
            cure = null;
            waiting.remove(waiting.size() - 1);
        }
        return whole;
    }

    private void await(RecordedLine.Diff update) {
        waiting.add(update);
        if (waiting.size() > MOST_WAITING) {
            waiting.subList(0, MOST_WAITING / 2).clear();
        }
    }

    private void take(RecordedLine.@Nullable Snapshot snapshot, List<RecordedLine.Diff> updates, long lastId) {
        last = lastId;
        fromSnapshot = snapshot != null && updates.isEmpty();
        book.change(snapshot, updates, lastId);
    }

    /** Where a format has {@code pu}, its ids have holes, and a snapshot's is one of them. */
    private boolean follows(RecordedLine.Diff update) {
        return fromSnapshot ? update.firstId() <= last + 1 : follows(update, last);
    }

    private static boolean follows(RecordedLine.Diff update, long end) {
        return before(update) <= end;
    }

    /** The id that the update says it follows. */
    private static long before(RecordedLine.Diff update) {
        return update.previousId() == RecordedLine.Diff.NO_PREVIOUS ? update.firstId() - 1 : update.previousId();
    }
}
