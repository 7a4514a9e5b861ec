package makerdeck.backpack.client;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import makerdeck.words.Words;
import org.tinylog.Logger;

/** Reads the venue's clock. Client thread only. */
final class TimeKeeping {

    private static final int READINGS = 5;
    private static final Duration BETWEEN_DOUBTS = Duration.ofSeconds(2);

    private final Rest rest;
    private final VenueTime time;
    private final LongSupplier nanos;

    private long readAfreshAt;

    TimeKeeping(Rest rest, VenueTime time, LongSupplier nanos) {
        this.rest = rest;
        this.time = time;
        this.nanos = nanos;
    }

    /** Replaces all readings by five new ones, one after the other. */
    void readAfresh(Runnable then, Consumer<Rejection> otherwise) {
        readAfreshAt = nanos.getAsLong();
        time.forget();
        read(READINGS, then, otherwise);
    }

    /** Replaces all readings by a single one. */
    void readQuickly(Runnable then, Consumer<Rejection> otherwise) {
        time.forget();
        read(1, then, otherwise);
    }

    /** The venue calls our time wrong; if it was read only just now, reading again will not help. */
    void doubt() {
        if (nanos.getAsLong() - readAfreshAt > BETWEEN_DOUBTS.toNanos()) {
            readAfresh(() -> {}, why -> Logger.warn("the venue's time was not read: {}", why.message()));
        }
    }

    /** One more reading; a failed one is no matter. */
    void readOnce() {
        read(1, () -> {}, why -> {});
    }

    private void read(int left, Runnable then, Consumer<Rejection> otherwise) {
        if (left == 0) {
            then.run();
            return;
        }
        long sent = nanos.getAsLong();
        var ask = Ask.open("/api/v1/time", List.of());
        Rest.Decoding<Reply> decoding = (codec, body) -> new Reply(millis(body), nanos.getAsLong());
        rest.send(
                ask,
                decoding,
                new Reading<>(
                        reply -> {
                            time.read(sent, reply.receivedAt, reply.venueMillis);
                            // What is known by now is enough to go on with.
                            read(left - 1, then, why -> then.run());
                        },
                        otherwise));
    }

    private static long millis(String body) throws UnreadableException {
        try {
            return Long.parseLong(body.strip());
        } catch (NumberFormatException e) {
            throw new UnreadableException(Words.say("client.unreadable.no-number", "time"));
        }
    }

    private record Reply(long venueMillis, long receivedAt) {}
}
