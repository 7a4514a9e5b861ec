package makerdeck.backpack.client;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import makerdeck.backpack.client.http.ApiRejection;
import makerdeck.backpack.client.http.TransportErrors;
import makerdeck.backpack.wire.ClientFrame;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.signing.Headers;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.backpack.wire.signing.SigningString;
import makerdeck.message.Message;
import makerdeck.message.UnavailableException;
import makerdeck.venue.Refusal;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The exchange asked call by call, for whoever wants to see each answer as it came. Sends each request once, follows no
 * redirect, keeps no budget: for a handful of calls, not for a desk. Blocks; one thread at a time.
 */
public final class PlainCalls implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long LONGEST = 8 << 20;

    private final URI rest;
    private final URI socket;
    private final @Nullable Signer signer;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Codec codec = new Codec();
    private final OkHttpClient http = new OkHttpClient.Builder()
            .connectTimeout(PATIENCE)
            .readTimeout(PATIENCE)
            .writeTimeout(PATIENCE)
            .callTimeout(PATIENCE)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .build();

    private Duration offset = Duration.ZERO;

    /**
     * An answer as it came.
     *
     * @param protocol such as {@code h2}
     * @param tls such as {@code TLSv1.3}, empty when it came in the clear
     * @param took from the request to the last byte
     */
    public record Answer(int status, String protocol, String tls, String headers, String body, Duration took) {

        public boolean isGood() {
            return status == 200;
        }

        /** In an operator's words, what kind of no this is. */
        public Message refusal() {
            return rejection().message();
        }

        /** Whether the venue knows nothing of what was asked for. */
        public boolean isNotFound() {
            return rejection().isNoSuchOrder();
        }

        /** Whether the venue itself says that it is closed, for maintenance or otherwise. */
        public boolean isClosed() {
            return rejection().refusal() == Refusal.VENUE_CLOSED;
        }

        private ApiRejection rejection() {
            return ApiRejection.read(new Codec(), status, body);
        }
    }

    /** What a socket has said. */
    public record Heard(List<String> frames, @Nullable Message lost) {}

    /** @param signer null where nothing that needs a key is asked */
    public PlainCalls(URI rest, URI socket, @Nullable Signer signer, Clock clock, LongSupplier nanos) {
        this.rest = rest;
        this.socket = socket;
        this.signer = signer;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** How far the venue's clock is ahead of ours: requests are signed with its time. */
    public void ahead(Duration venueAhead) {
        offset = venueAhead;
    }

    /** The key that belongs to the secret that is signed with. */
    public String publicKey() {
        return key().publicKey();
    }

    public Codec codec() {
        return codec;
    }

    /** What everybody may ask. */
    public Answer open(String path, List<Map.Entry<String, String>> query) throws UnavailableException {
        return send(new Request.Builder().url(url(path, query)).build());
    }

    /** What the account may ask; changes nothing. */
    public Answer read(String path, Instruction instruction, List<Map.Entry<String, String>> query)
            throws UnavailableException {
        var at = now();
        var request = new Request.Builder().url(url(path, query));
        return send(signed(request, SigningString.ofQuery(instruction, query, at, WINDOW), at));
    }

    /** What changes something: {@code POST} or {@code DELETE} with a body. */
    public Answer change(String method, String path, Instruction instruction, Object body) throws UnavailableException {
        var text = codec.encodeRequest(body);
        var at = now();
        try {
            var request =
                    new Request.Builder().url(url(path, List.of())).method(method, RequestBody.create(text, JSON));
            return send(signed(request, SigningString.ofBody(instruction, text, at, WINDOW), at));
        } catch (MalformedMessageException impossible) {
            throw new IllegalStateException("our own body must be JSON", impossible);
        }
    }

    private Instant now() {
        return clock.instant().plus(offset);
    }

    private HttpUrl url(String path, List<Map.Entry<String, String>> query) {
        var base = HttpUrl.get(rest);
        if (base == null) {
            throw new IllegalArgumentException("no HTTP address: " + rest);
        }
        var url = base.newBuilder().encodedPath(path);
        query.forEach(each -> url.addQueryParameter(each.getKey(), each.getValue()));
        return url.build();
    }

    private Request signed(Request.Builder request, String text, Instant at) {
        return request.header(Headers.API_KEY, key().publicKey())
                .header(Headers.SIGNATURE, key().sign(text))
                .header(Headers.TIMESTAMP, String.valueOf(at.toEpochMilli()))
                .header(Headers.WINDOW, String.valueOf(WINDOW.toMillis()))
                .build();
    }

    private Signer key() {
        if (signer == null) {
            throw new IllegalStateException("there is no key to sign with");
        }
        return signer;
    }

    private Answer send(Request request) throws UnavailableException {
        var started = nanos.getAsLong();
        try (var response = http.newCall(request).execute()) {
            var body = text(response);
            var handshake = response.handshake();
            return new Answer(
                    response.code(),
                    response.protocol().toString(),
                    handshake == null ? "" : handshake.tlsVersion().javaName(),
                    response.headers()
                            .newBuilder()
                            .removeAll("Set-Cookie")
                            .build()
                            .toString(),
                    body,
                    Duration.ofNanos(nanos.getAsLong() - started));
        } catch (IOException failed) {
            throw new UnavailableException(TransportErrors.words(failed), failed);
        }
    }

    private static String text(Response response) throws IOException {
        var source = response.body().source();
        if (source.request(LONGEST)) {
            throw new UnavailableException(Message.of("client.answer.too-long", LONGEST));
        }
        return source.readUtf8();
    }

    /**
     * Subscribes and listens.
     *
     * @param owned whether they are the account's own, so that the subscription is signed
     * @param settles so long a first frame is waited for before {@code meanwhile} is done
     * @param enough ends it early when a frame is what was waited for
     */
    public Heard listen(
            List<String> streams,
            boolean owned,
            Duration longest,
            Duration settles,
            Runnable meanwhile,
            Predicate<String> enough)
            throws InterruptedException {
        var ear = new StreamEar(subscription(streams, owned), enough);
        var web = http.newBuilder()
                .readTimeout(Duration.ZERO)
                .callTimeout(Duration.ZERO)
                .build()
                .newWebSocket(new Request.Builder().url(socket.toString()).build(), ear);
        try {
            if (ear.opened.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                // A subscription is not acknowledged: its first frame is the sign that it is in force, or some time.
                var ignored = ear.first.await(settles.toMillis(), TimeUnit.MILLISECONDS);
                meanwhile.run();
                var unused = ear.over.await(longest.toMillis(), TimeUnit.MILLISECONDS);
            }
            return ear.heard();
        } finally {
            web.cancel();
        }
    }

    private String subscription(List<String> streams, boolean owned) {
        if (!owned) {
            return codec.encodeRequest(new ClientFrame("SUBSCRIBE", streams, null));
        }
        var at = now();
        var signature = key().sign(SigningString.ofSubscription(at, WINDOW));
        return codec.encodeRequest(new ClientFrame(
                "SUBSCRIBE",
                streams,
                List.of(
                        key().publicKey(),
                        signature,
                        String.valueOf(at.toEpochMilli()),
                        String.valueOf(WINDOW.toMillis()))));
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }
}
