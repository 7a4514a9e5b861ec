package makerdeck.simulator.recorded;

import java.io.IOException;
import java.io.UncheckedIOException;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.schedule.EventQueue;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** Plays recordings line by line at their own pace, or faster. Too many lines that make no sense end the feed. */
public final class RecordedFeed implements Runnable, AutoCloseable {

    private final EventQueue eventQueue;
    private final ExchangeListener listener;
    private final RecordedPlay play;
    private final RecordedPace pace;
    private final RecordedFiles recording;
    private @Nullable RecordedLine next;

    /** Throws {@link UncheckedIOException} for a recording that cannot be read. */
    public RecordedFeed(
            MarketSource.Recording source, EventQueue eventQueue, RecordedPlay play, ExchangeListener listener) {
        this.eventQueue = eventQueue;
        this.listener = listener;
        this.play = play;
        this.pace = new RecordedPace(source.speed());
        try {
            recording = new RecordedFiles(source.files(), listener::feedGap);
            next = recording.next();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Puts the first line into the queue, due at once. */
    public void begin() {
        if (next != null) {
            pace.begin(next.atNanos(), eventQueue.now());
        }
        eventQueue.after(0, this);
    }

    @Override
    public void run() {
        if (next == null) {
            end(Message.of("simulator.feed.end"));
            return;
        }
        try {
            play.play(next);
            var played = next;
            next = recording.next();
            eventQueue.at(next == null ? eventQueue.now() : due(played, next), this);
        } catch (IOException | MistakeException | IllegalArgumentException failure) {
            Logger.error("recorded feed stops: {}", failure.getMessage());
            end(RecordedPlay.told(failure));
        }
    }

    private long due(RecordedLine played, RecordedLine following) {
        if (recording.isAnotherFile() && RecordedPace.isElsewhere(played.atNanos(), following.atNanos())) {
            play.startOver();
            pace.begin(following.atNanos(), eventQueue.now());
        }
        return pace.due(played.atNanos(), following.atNanos(), eventQueue.now());
    }

    private void end(Message why) {
        next = null;
        close();
        listener.feedEnded(why);
    }

    @Override
    public void close() {
        try {
            recording.close();
        } catch (IOException failure) {
            Logger.warn("recording not closed: {}", failure.getMessage());
        }
    }
}
