package makerdeck.recorder;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import makerdeck.domain.Market;
import makerdeck.message.Message;
import makerdeck.process.Threads;
import makerdeck.venue.MarketWitness;
import org.jspecify.annotations.Nullable;

/**
 * Records a market. Whoever hears it only leaves what was heard in a queue; a thread of the recorder's own writes it
 * down. What finds the queue full is lost, and its place is marked in the file.
 */
public final class MarketRecorder implements MarketWitness, AutoCloseable {

    /** Some minutes of a busy market. */
    private static final int ROOM = 20_000;

    private static final Duration BETWEEN_PICTURES = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LONGEST_CLOSING_MILLIS = 5_000;
    private static final long FLUSH_MILLIS = 5_000;

    /**
     * How a recording does.
     *
     * @param file that is written, null while none is
     * @param lost what found no room in the queue
     * @param trouble why nothing is written now, null when something is
     */
    public record Progress(
            @Nullable Path file,
            long lines,
            long lost,
            @Nullable Message trouble) {}

    /** Hears what becomes of the files, on the thread that writes; must not block it for long. */
    public interface Listener {

        void opened(Path file);

        /** Nothing is written any more, until another file is {@link #opened}. */
        void failed(Message why);
    }

    private final Clock clock;
    private final ArrayBlockingQueue<Heard> queue;
    private final RecordingWriter writer;

    // The thread of whoever hears.
    private Instant pictureDue = Instant.MIN;
    private long unmarked;

    // Written by one thread, read by any.
    private volatile long lost;
    private volatile boolean closing;
    private volatile @Nullable Thread thread;

    /**
     * @param folder made if it is not there
     * @param speech in which the file says why something is missing
     * @param told of each file and of what goes wrong with one
     */
    public MarketRecorder(Path folder, Clock clock, Function<Message, String> speech, Listener told) {
        this(folder, clock, speech, told, RecordingFile.Opener.NEW_FILE, ROOM);
    }

    MarketRecorder(
            Path folder,
            Clock clock,
            Function<Message, String> speech,
            Listener told,
            RecordingFile.Opener opener,
            int room) {
        this.clock = clock;
        queue = new ArrayBlockingQueue<>(room);
        writer = new RecordingWriter(folder, speech, opener, told);
    }

    /** Begins to write what is heard. */
    public void start() {
        thread = Threads.start("recorder", this::write);
    }

    /** Any thread. */
    public Progress progress() {
        var now = writer.progress();
        return new Progress(now.file(), now.lines(), lost, now.trouble());
    }

    @Override
    public void rules(Market market) {
        offer(at -> writer.rules(market));
    }

    @Override
    public void updated(Update update) {
        offer(at -> writer.update(at, update));
    }

    @Override
    public void printed(Print print) {
        offer(at -> writer.print(at, print));
    }

    @Override
    public void pictureAsked() {
        pictureDue = clock.instant().plus(PATIENCE);
        offer(at -> writer.pictureAsked());
    }

    @Override
    public void pictured(Picture picture) {
        long period = BETWEEN_PICTURES.toSeconds();
        pictureDue = Instant.ofEpochSecond((clock.instant().getEpochSecond() / period + 1) * period);
        offer(at -> writer.picture(at, picture));
    }

    @Override
    public void broken(Message why) {
        offer(at -> writer.gap(at, why));
    }

    @Override
    public boolean wantsPicture() {
        var soon = clock.instant().plus(PATIENCE);
        if (writer.isWaiting() && pictureDue.isAfter(soon)) {
            pictureDue = soon;
        }
        return !clock.instant().isBefore(pictureDue);
    }

    /** What was lost is marked where it is missing, and the book asked for anew. */
    private void offer(Heard.Work work) {
        var now = clock.instant();
        long missing = unmarked;
        var why = Message.count("program.record.gap.lost", missing);
        if (missing > 0 && queue.offer(new Heard(now, at -> writer.gap(at, why)))) {
            unmarked = 0;
            pictureDue = now;
        }
        if (unmarked > 0 || !queue.offer(new Heard(now, work))) {
            unmarked++;
            lost = lost + 1;
        }
    }

    private void write() {
        try {
            var flushDue = clock.instant();
            while (!closing || !queue.isEmpty()) {
                var heard = queue.poll(FLUSH_MILLIS, TimeUnit.MILLISECONDS);
                if (heard != null) {
                    writer.take(heard);
                }
                if (clock.instant().isAfter(flushDue)) {
                    flushDue = clock.instant().plusMillis(FLUSH_MILLIS);
                    writer.flush();
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            writer.close();
        }
    }

    /** Writes what it has heard and closes the file; waits a few seconds for that. */
    @Override
    public void close() {
        closing = true;
        var writing = thread;
        if (writing != null) {
            // Only to wake it: where there is no room it is awake.
            var unused = queue.offer(new Heard(clock.instant(), at -> {}));
            try {
                writing.join(LONGEST_CLOSING_MILLIS);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
