package makerdeck.engine.input;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import makerdeck.command.DeskCommand;
import makerdeck.message.Message;
import makerdeck.snapshot.GuardianState;
import makerdeck.snapshot.Severity;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the engine. A book that nobody has looked at yet is replaced by a newer one; nothing
 * else is ever dropped, and the order of arrival is kept.
 *
 * <p>Any thread offers and never blocks; the engine thread alone takes.
 */
public final class Inbox {

    /** A place in the queue. A book's place can still change what it holds until it is taken. */
    private static final class Slot {
        private final AtomicReference<@Nullable Input> content;

        private Slot(Input content) {
            this.content = new AtomicReference<>(content);
        }

        /** Puts a newer book in, unless the engine has taken this place already. */
        private boolean replace(Input newer) {
            var old = content.get();
            return old != null && content.compareAndSet(old, newer);
        }
    }

    private final Clock clock;
    private final LinkedBlockingQueue<Slot> queue = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Slot> waitingBook = new AtomicReference<>();

    public Inbox(Clock clock) {
        this.clock = clock;
    }

    public void offer(VenueEvent event) {
        var input = new Input.FromVenue(event);
        if (event instanceof VenueEvent.BookMoved) {
            offerBook(input);
            return;
        }
        if (event instanceof VenueEvent.BookLost || event instanceof VenueEvent.StreamDown) {
            // A book that comes after it must not overtake it.
            waitingBook.set(null);
        }
        queue.add(new Slot(input));
    }

    /** @param line as typed, for the log */
    public void offer(String line, DeskCommand command) {
        offer(0, line, command);
    }

    /** @param asker who is answered, from 1; the answer bears the number */
    public void offer(long asker, String line, DeskCommand command) {
        queue.add(new Slot(new Input.FromOperator(clock.instant(), asker, line, command)));
    }

    public void offer(GuardianState guardian) {
        queue.add(new Slot(new Input.Guarded(guardian)));
    }

    /** How the guardian of another machine does. */
    public void offer(String address, GuardianState guardian) {
        queue.add(new Slot(new Input.GuardedFrom(clock.instant(), address, guardian)));
    }

    /** @param notice shown as an alert */
    public void offer(Message notice) {
        offer(Severity.WARN, notice);
    }

    /** @param notice shown as an alert unless it is only information */
    public void offer(Severity severity, Message notice) {
        queue.add(new Slot(new Input.Notice(clock.instant(), severity, notice)));
    }

    /** What the file of a preset says that the desk asked for. */
    public void offerPreset(String name, Map<String, String> values) {
        queue.add(new Slot(new Input.PresetRead(clock.instant(), name, values)));
    }

    /** A thread of the program has died, or lost a piece of its work, by what nobody had foreseen. */
    public void offerDeath(String thread, Throwable why) {
        queue.add(new Slot(new Input.ThreadDied(clock.instant(), thread, String.valueOf(why))));
    }

    /** @param failure why the journal cannot write, null when it can again */
    public void offerJournal(@Nullable Message failure) {
        queue.add(new Slot(new Input.JournalReport(clock.instant(), failure)));
    }

    private void offerBook(Input book) {
        var waiting = waitingBook.get();
        if (waiting != null && waiting.replace(book)) {
            return;
        }
        var slot = new Slot(book);
        waitingBook.set(slot);
        queue.add(slot);
    }

    /** Inputs that wait. Any thread. */
    int size() {
        return queue.size();
    }

    /** The next input, or empty when none came in time. Engine thread only. */
    public Optional<Input> take(Duration timeout) throws InterruptedException {
        var slot = queue.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
        return slot == null ? Optional.empty() : Optional.ofNullable(slot.content.getAndSet(null));
    }
}
