package makerdeck.backpack.client.stream;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import makerdeck.backpack.client.base.Backoff;
import makerdeck.backpack.client.base.ClientThread;
import makerdeck.backpack.client.http.HttpClients;
import okhttp3.Request;

/** What every socket of the client is made with. */
public record SocketFactory(
        HttpClients http, Request request, ClientThread thread, LongSupplier nanos, SplittableRandom random) {

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** Waiting times between two attempts. */
    Backoff backoff() {
        return new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
    }
}
