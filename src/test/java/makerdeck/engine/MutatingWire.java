package makerdeck.engine;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import makerdeck.backpack.client.Mutation;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Stands between a client and a venue and spoils what the venue says, as long as it is told to. Any thread. */
final class MutatingWire implements AutoCloseable {

    /** How much of what the venue says is spoiled. */
    enum Share {
        NONE,
        /** What the book and the account do not need in plenty, the rest now and then: a desk can quote under it. */
        GENTLE,
        /** A good part of everything. */
        HARSH
    }

    private static final int RARELY_A_BOOK = 500;
    private static final int RARELY_AN_ACCOUNT = 100;
    private static final int RARELY_AN_ANSWER = 30;

    private final MockWebServer server = new MockWebServer();
    private final OkHttpClient http = new OkHttpClient();
    private final AtomicLong spoiled = new AtomicLong();
    private final int copies;
    private final URI api;
    private final URI sockets;
    // Guarded by itself.
    private final SplittableRandom random;

    private volatile Share share = Share.NONE;

    /** @param copies how many spoiled ones follow each frame */
    MutatingWire(URI api, URI sockets, int copies, long seed) throws IOException {
        this.api = api;
        this.sockets = sockets;
        this.copies = copies;
        random = new SplittableRandom(seed);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.start();
    }

    URI api() {
        return server.url("/").uri();
    }

    URI sockets() {
        return URI.create("ws://127.0.0.1:" + server.getPort());
    }

    void spoil(Share from) {
        share = from;
    }

    /** How many frames and answers have been spoiled. */
    long spoiled() {
        return spoiled.get();
    }

    /** Forgets what the server has kept of the requests so far. */
    void forget() {
        try {
            while (server.takeRequest(0, TimeUnit.MILLISECONDS) != null) {}
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private String spoil(String text) {
        spoiled.incrementAndGet();
        return mutated(text);
    }

    private String mutated(String text) {
        synchronized (random) {
            return Mutation.of(text, random);
        }
    }

    /** So that one can still make out what it is about: what nobody can read is held against the book. */
    private String spoilNamed(String text) {
        spoiled.incrementAndGet();
        var mutated = mutated(text);
        while (isNeeded(mutated)) {
            mutated = mutated(text);
        }
        return mutated;
    }

    private boolean oneIn(int many) {
        synchronized (random) {
            return random.nextInt(many) == 0;
        }
    }

    private boolean spoilsAnswer() {
        return switch (share) {
            case NONE -> false;
            case GENTLE -> oneIn(RARELY_AN_ANSWER);
            case HARSH -> oneIn(2);
        };
    }

    private boolean spoilsFrame(Share now, String text) {
        return switch (now) {
            case NONE -> false;
            case GENTLE -> isNeeded(text) && oneIn(text.contains("\"depth.") ? RARELY_A_BOOK : RARELY_AN_ACCOUNT);
            case HARSH -> oneIn(4);
        };
    }

    private static boolean isNeeded(String text) {
        return !text.contains("\"trade.") && !text.contains("\"ticker.");
    }

    private MockResponse answer(RecordedRequest asked) {
        if (asked.getHeaders().get("Upgrade") != null) {
            return new MockResponse.Builder().webSocketUpgrade(new Relay()).build();
        }
        var url = asked.getUrl().newBuilder().port(api.getPort()).build();
        try (var answer = http.newCall(forwarded(asked, url)).execute()) {
            var body = answer.body().string();
            return new MockResponse.Builder()
                    .code(answer.code())
                    .body(spoilsAnswer() ? spoil(body) : body)
                    .build();
        } catch (IOException e) {
            return new MockResponse.Builder().code(502).build();
        }
    }

    private static Request forwarded(RecordedRequest asked, HttpUrl url) {
        var headers = asked.getHeaders().newBuilder();
        headers.removeAll("Host").removeAll("Accept-Encoding").removeAll("Connection");
        var reads = asked.getMethod().equals("GET");
        var body = Objects.requireNonNullElse(asked.getBody(), ByteString.EMPTY);
        return new Request.Builder()
                .url(url)
                .headers(headers.build())
                .method(asked.getMethod(), reads ? null : RequestBody.create(body, null))
                .build();
    }

    @Override
    public void close() {
        server.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /** One socket of the client's, and behind it one of the venue's. */
    private final class Relay extends WebSocketListener {

        private volatile @Nullable WebSocket venue;

        @Override
        public void onOpen(WebSocket client, Response response) {
            venue = http.newWebSocket(
                    new Request.Builder().url(sockets.toString()).build(), new Voice(client));
        }

        @Override
        public void onMessage(WebSocket client, String text) {
            Objects.requireNonNull(venue).send(text);
        }

        @Override
        public void onClosing(WebSocket client, int code, String reason) {
            client.close(code, null);
            cut();
        }

        @Override
        public void onFailure(WebSocket client, Throwable failure, @Nullable Response response) {
            cut();
        }

        private void cut() {
            var now = venue;
            if (now != null) {
                now.cancel();
            }
        }
    }

    /** What the venue says to one client. */
    private final class Voice extends WebSocketListener {

        private final WebSocket client;

        Voice(WebSocket client) {
            this.client = client;
        }

        @Override
        public void onMessage(WebSocket venue, String text) {
            var now = share;
            client.send(spoilsFrame(now, text) ? spoil(text) : text);
            if (now == Share.NONE || now == Share.GENTLE && isNeeded(text)) {
                return;
            }
            for (int more = copies; more > 0; more--) {
                client.send(now == Share.GENTLE ? spoilNamed(text) : spoil(text));
            }
        }

        @Override
        public void onClosing(WebSocket venue, int code, String reason) {
            client.close(code, null);
        }

        @Override
        public void onFailure(WebSocket venue, Throwable failure, @Nullable Response response) {
            // The end of a server cannot be cut.
            client.close(1001, null);
        }
    }
}
