package makerdeck.recorder;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import makerdeck.engine.input.Inbox;
import makerdeck.engine.input.RecordControl;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.process.Threads;
import makerdeck.snapshot.HealthRow;
import makerdeck.snapshot.Severity;
import makerdeck.venue.MarketWitness;
import org.jspecify.annotations.Nullable;

/** The recording that a desk makes beside its trading, as its operator says. Engine thread only. */
public final class DeskRecording implements RecordControl, AutoCloseable {

    private final Path folder;
    private final Clock clock;
    private final Function<Message, String> speech;
    private final Inbox inbox;
    private final Consumer<MarketWitness> venue;
    private final Supplier<HealthRow.@Nullable Recording> capture;
    private @Nullable MarketRecorder recorder;

    /**
     * @param speech in which a file says why something is missing
     * @param venue has somebody hear its public streams; must not block
     * @param capture how the capture of the session does, which stands beside
     */
    public DeskRecording(
            Path folder,
            Clock clock,
            Function<Message, String> speech,
            Inbox inbox,
            Consumer<MarketWitness> venue,
            Supplier<HealthRow.@Nullable Recording> capture) {
        this.capture = capture;
        this.folder = folder;
        this.clock = clock;
        this.speech = speech;
        this.inbox = inbox;
        this.venue = venue;
    }

    @Override
    public Message act(boolean on) {
        var running = recorder;
        if (on && running != null) {
            throw new MistakeException(Message.of("program.record.already", folder));
        }
        if (on) {
            var begun = new MarketRecorder(folder, clock, speech, new Told());
            recorder = begun;
            begun.start();
            venue.accept(begun);
            return Message.of("program.record.on", folder);
        }
        if (running == null) {
            throw new MistakeException(Message.of("program.record.none"));
        }
        recorder = null;
        venue.accept(MarketWitness.NONE);
        // What is left is written by its own thread, for which the engine's does not wait.
        Threads.start("recorder-end", running::close);
        return Message.count("program.record.off", running.progress().lines(), folder);
    }

    @Override
    public HealthRow.@Nullable Recording state() {
        if (recorder == null) {
            return null;
        }
        var now = recorder.progress();
        var file = now.file();
        return new HealthRow.Recording(
                file == null ? "" : String.valueOf(file.getFileName()), now.lines(), now.lost(), now.trouble());
    }

    @Override
    public HealthRow.@Nullable Recording capture() {
        return capture.get();
    }

    /** Writes what was heard; waits a few seconds for that. After the desk has ended. */
    @Override
    public void close() {
        if (recorder != null) {
            recorder.close();
        }
    }

    /** The thread that writes. */
    private final class Told implements MarketRecorder.Listener {

        @Override
        public void opened(Path file) {
            inbox.offer(Severity.INFO, Message.of("program.record.file", file));
        }

        @Override
        public void failed(Message why) {
            inbox.offer(Severity.WARN, why);
        }
    }
}
