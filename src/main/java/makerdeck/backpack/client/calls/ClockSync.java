package makerdeck.backpack.client.calls;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.http.ApiRejection;
import makerdeck.backpack.client.http.ApiRequest;
import makerdeck.backpack.client.http.ResponseHandler;
import makerdeck.backpack.client.http.RestClient;
import makerdeck.backpack.client.http.VenueClock;
import makerdeck.message.Message;
import org.tinylog.Logger;

/** Reads the venue's clock. Client thread only. */
public final class ClockSync {

    private static final int READINGS = 5;
    /** A venue slow to answer is not kept from telling its rules by readings that would be rough anyway. */
    private static final Duration READINGS_WITHIN = Duration.ofSeconds(1);

    private static final Duration BETWEEN_DOUBTS = Duration.ofSeconds(2);

    private final RestClient rest;
    private final VenueClock venueClock;
    private final LongSupplier nanos;

    private long readAfreshAt;

    public ClockSync(RestClient rest, VenueClock venueClock, LongSupplier nanos) {
        this.rest = rest;
        this.venueClock = venueClock;
        this.nanos = nanos;
    }

    /** Replaces all readings by five new ones, one after the other; by fewer when they take long, by one at least. */
    public void readAfresh(Runnable then, Consumer<ApiRejection> otherwise) {
        readAfreshAt = nanos.getAsLong();
        venueClock.forget();
        read(READINGS, readAfreshAt, then, otherwise);
    }

    /** Replaces all readings by a single one. */
    public void readQuickly(Runnable then, Consumer<ApiRejection> otherwise) {
        venueClock.forget();
        read(1, nanos.getAsLong(), then, otherwise);
    }

    /** The venue calls our time wrong; if it was read only just now, reading again will not help. */
    public void doubt() {
        if (nanos.getAsLong() - readAfreshAt > BETWEEN_DOUBTS.toNanos()) {
            readAfresh(() -> {}, why -> Logger.warn("the venue's time was not read: {}", why.message()));
        }
    }

    /** One more reading; a failed one is no matter. */
    public void readOnce() {
        read(1, nanos.getAsLong(), () -> {}, why -> {});
    }

    private void read(int left, long since, Runnable then, Consumer<ApiRejection> otherwise) {
        long sent = nanos.getAsLong();
        var apiRequest = ApiRequest.open("/api/v1/time", List.of());
        RestClient.Decoding<Reply> decoding = (codec, body) -> new Reply(millis(body), nanos.getAsLong());
        rest.send(
                apiRequest,
                decoding,
                new ResponseHandler<>(
                        reply -> {
                            venueClock.read(sent, reply.receivedAt, reply.venueMillis);
                            // What is known by now is enough to go on with.
                            if (left == 1 || nanos.getAsLong() - since >= READINGS_WITHIN.toNanos()) {
                                then.run();
                            } else {
                                read(left - 1, since, then, why -> then.run());
                            }
                        },
                        otherwise));
    }

    private static long millis(String body) throws DecodeException {
        try {
            return Long.parseLong(body.strip());
        } catch (NumberFormatException e) {
            throw new DecodeException(Message.of("client.unreadable.no-number", "time"));
        }
    }

    private record Reply(long venueMillis, long receivedAt) {}
}
