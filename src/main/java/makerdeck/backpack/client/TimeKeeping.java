package makerdeck.backpack.client;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Reads the venue's clock. Client thread only. */
final class TimeKeeping {

    private static final int READINGS = 5;

    private final Rest rest;
    private final VenueTime time;
    private final LongSupplier nanos;

    TimeKeeping(Rest rest, VenueTime time, LongSupplier nanos) {
        this.rest = rest;
        this.time = time;
        this.nanos = nanos;
    }

    /** Replaces all readings by five new ones, one after the other. */
    void readAfresh(Runnable then, Consumer<Rejection> otherwise) {
        time.forget();
        read(READINGS, then, otherwise);
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
                            read(left - 1, then, otherwise);
                        },
                        otherwise));
    }

    private static long millis(String body) throws UnreadableException {
        try {
            return Long.parseLong(body.strip());
        } catch (NumberFormatException e) {
            throw new UnreadableException("the time is no number");
        }
    }

    private record Reply(long venueMillis, long receivedAt) {}
}
