package makerdeck.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The journal of one run of a desk. Entries are taken by any thread and written in their order by the
 * thread that {@link #run}s; what is in the file is always a beginning of what was recorded, so that
 * the venue's own history closes the gap after the end of it.
 */
public final class Journal implements AutoCloseable {

    private static final int WAITING_AT_MOST = 50_000;
    private static final int BATCH = 1_000;
    private static final Duration GATHERS = Duration.ofMillis(20);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(250);
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(3);

    private final Clock clock;
    private final Consumer<@Nullable Message> trouble;
    private final Consumer<Message> aside;
    private final @Nullable EntryWriter writer;
    private final @Nullable Database database;
    private final RestoredBooks restored;
    private final @Nullable Message notice;
    private final Optional<Message> upgrade;
    private final OptionalLong lastClientId;
    private final Optional<Boolean> endedInOrder;
    private final Optional<Halted> halted;

    private final LinkedBlockingQueue<Entry> waiting;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Message> problem = new AtomicReference<>();

    // Written by whoever records, read by any.
    private volatile boolean overflowed;

    // Written by the journal thread, read by any.
    private volatile @Nullable Instant writingSince;

    // Written by whoever closes, read by any.
    private volatile @Nullable Message unwritten;

    // Journal thread only.
    private final List<Entry> batch = new ArrayList<>();

    /**
     * That a desk was halted.
     *
     * @param reason as it was told then, in the language of then
     */
    public record Halted(Instant at, String reason) {}

    private Journal(
            Opening.Opened opened,
            Clock clock,
            Consumer<@Nullable Message> trouble,
            Consumer<Message> aside,
            int waitingAtMost) {
        this.clock = clock;
        this.trouble = trouble;
        this.aside = aside;
        writer = opened.writer();
        database = opened.database();
        restored = opened.restored();
        notice = opened.notice();
        upgrade = opened.upgrade();
        lastClientId = opened.lastClientId();
        endedInOrder = opened.endedInOrder();
        halted = opened.halted();
        waiting = new LinkedBlockingQueue<>(waitingAtMost);
        if (opened.writer() == null) {
            report(notice);
        }
    }

    /**
     * Opens the file, or begins it. One with damage, or with anything in it that cannot be understood, is kept
     * under another name and a fresh one begun; one that cannot be written is told as trouble. Blocks.
     *
     * @param continues whether the books of an earlier life of the same desk go on
     * @param judge throws {@link IllegalArgumentException} or {@link ArithmeticException} when nobody can go on with
     *     what earlier lives left: the file counts as damaged
     * @param trouble told why nothing can be written at the moment, and null when all is well
     *     again; by any thread, must not block
     * @param aside told of each entry that can never be written and was left out; by the journal's thread,
     *     must not block
     * @throws NewerJournalException when a newer program wrote the file
     */
    public static Journal open(
            Path file,
            JournalOwner owner,
            boolean continues,
            Consumer<RestoredBooks> judge,
            Clock clock,
            Consumer<@Nullable Message> trouble,
            Consumer<Message> aside)
            throws NewerJournalException {
        return open(file, owner, continues, judge, clock, trouble, aside, WAITING_AT_MOST);
    }

    static Journal open(
            Path file,
            JournalOwner owner,
            boolean continues,
            Consumer<RestoredBooks> judge,
            Clock clock,
            Consumer<@Nullable Message> trouble,
            Consumer<Message> aside,
            int waitingAtMost)
            throws NewerJournalException {
        var opened = new Opening(file, owner, clock.instant()).open(continues, judge);
        return new Journal(opened, clock, trouble, aside, waitingAtMost);
    }

    /** What earlier lives left. */
    public RestoredBooks restored() {
        return restored;
    }

    /** Of the newest order that a life of the same desk wrote down, whatever its books. */
    public OptionalLong lastClientId() {
        return lastClientId;
    }

    /** Whether the last life of the same desk left nothing on the venue, whatever its books; empty when none is known. */
    public Optional<Boolean> endedInOrder() {
        return endedInOrder;
    }

    /** That an earlier life of the same desk was halted and never resumed, whatever its books. */
    public Optional<Halted> halted() {
        return halted;
    }

    /** What the operator must know about the file itself, empty when nothing. */
    public Optional<Message> notice() {
        return writer == null ? Optional.empty() : Optional.ofNullable(notice);
    }

    /** That an older program's file has been brought to this version, and where it is kept; empty when it was not. */
    public Optional<Message> upgrade() {
        return upgrade;
    }

    /** Takes an entry to be written soon. Any thread; never blocks and never throws. */
    public void record(Entry entry) {
        if (writer == null || overflowed) {
            return;
        }
        if (!waiting.offer(entry)) {
            // From here on nothing more is taken: a hole in the middle could not be closed later.
            overflowed = true;
            report(Message.of("journal.lost"));
            return;
        }
        var since = writingSince;
        if (since != null && Duration.between(since, clock.instant()).compareTo(SLOW) > 0) {
            report(Message.of("journal.slow"));
        }
    }

    /** Writes until {@link #close}. The journal thread's life. */
    public void run() {
        try {
            if (writer != null) {
                while (closing.getCount() > 0) {
                    turn(writer);
                }
                turn(writer);
            }
        } catch (InterruptedException stopped) {
            report(Message.of("journal.thread-died", stopped));
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error broken) {
            report(Message.of("journal.thread-died", broken));
            throw broken;
        } finally {
            closed.countDown();
        }
    }

    /** Waits a moment for entries and writes what has come; what cannot be written is tried again next time. */
    private void turn(EntryWriter to) throws InterruptedException {
        if (batch.isEmpty()) {
            var first = waiting.poll(closing.getCount() > 0 ? LOOKS_EVERY.toMillis() : 0, TimeUnit.MILLISECONDS);
            if (first == null) {
                return;
            }
            batch.add(first);
            // One sync to the disk for all that comes together.
            closing.await(GATHERS.toMillis(), TimeUnit.MILLISECONDS);
        }
        do {
            waiting.drainTo(batch, BATCH - batch.size());
            if (!isWritten(to)) {
                closing.await(LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                return;
            }
        } while (!waiting.isEmpty());
    }

    private boolean isWritten(EntryWriter to) {
        writingSince = clock.instant();
        try {
            var misfits = to.write(batch);
            batch.clear();
            misfits.forEach(this::setAside);
            if (!overflowed) {
                report(null);
            }
            return true;
        } catch (SQLException failed) {
            report(Opening.reason(failed));
            return false;
        } finally {
            writingSince = null;
        }
    }

    /** It would fail every time and keep everything after it from being written: it is left out and told. */
    private void setAside(EntryWriter.Misfit misfit) {
        Logger.error("left out of the journal: {}: {}", misfit.entry(), Opening.reason(misfit.why()));
        var kind = misfit.entry().getClass().getSimpleName();
        aside.accept(Message.of("journal.aside", kind, misfit.entry().at(), Opening.reason(misfit.why())));
    }

    private void report(@Nullable Message now) {
        var before = problem.getAndSet(now);
        if (!Objects.equals(before, now)) {
            Logger.warn("journal: {}", now == null ? "well again" : now);
            trouble.accept(now);
        }
    }

    /** Why the file lacks something of this run, empty when it has all of it. Known once it is closed. */
    public Optional<Message> unwritten() {
        return Optional.ofNullable(unwritten);
    }

    private void leaveUnwritten(Message why) {
        unwritten = Message.of("journal.unwritten", why);
        Logger.error("{}", unwritten);
    }

    /** Writes what waits and closes the file; gives up after 3 s. What could not be written is {@link #unwritten}. Blocks. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (!closed.await(CLOSES_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                leaveUnwritten(Message.of("journal.no-time", CLOSES_WITHIN.toSeconds()));
                return;
            }
            int left = waiting.size() + batch.size();
            if (overflowed) {
                leaveUnwritten(Message.of("journal.lost"));
            } else if (left > 0) {
                var why = problem.get();
                leaveUnwritten(
                        Message.count("journal.left", left, why == null ? Message.of("journal.no-reason") : why));
            }
            if (database != null) {
                database.close();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (SQLException failed) {
            Logger.error("the journal did not close: {}", Opening.reason(failed));
        }
    }
}
