package makerdeck.backpack.client;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongSupplier;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** A venue that answers what a test tells it to, over a real socket. */
public final class MockVenue implements AutoCloseable {

    static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    static final String MARKET = """
            {"symbol":"SOL_USDC","baseSymbol":"SOL","quoteSymbol":"USDC","marketType":"SPOT","orderBookState":"Open",
            "filters":{"price":{"tickSize":"0.01","minPrice":"0.01","minMultiplier":"0.25","maxMultiplier":"2"},
            "quantity":{"stepSize":"0.01","minQuantity":"0.01"}}}""";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Function<RecordedRequest, MockResponse>> answers = new ConcurrentHashMap<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Peer> peers = new CopyOnWriteArrayList<>();

    public final SteppedNanos nanos = new SteppedNanos(0);

    // Where a connected client's time stands, but for the steps above.
    private volatile @Nullable Long stood;

    public MockVenue() throws IOException {
        answer("GET /api/v1/time", request -> text(String.valueOf(System.currentTimeMillis())));
        answer("GET /api/v1/market", MARKET);
        answer("GET /api/v1/account", "{\"autoLend\":false,\"spotMakerFee\":\"8\",\"spotTakerFee\":\"10\"}");
        answer("GET /api/v1/capital", "{\"USDC\":{\"available\":\"7000\",\"locked\":\"5\",\"staked\":\"0\"}}");
        answer("GET /api/v1/borrowLend/positions", "[]");
        depth(100);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.start();
    }

    private MockResponse answer(RecordedRequest request) {
        if (request.getHeaders().get("Upgrade") != null) {
            var peer = new Peer();
            return answers.getOrDefault("SOCKET", any -> new MockResponse.Builder()
                            .webSocketUpgrade(peer)
                            .build())
                    .apply(request);
        }
        requests.add(request);
        var path = request.getUrl().encodedPath();
        return answers.getOrDefault(request.getMethod() + " " + path, any -> status(404, "404 not found"))
                .apply(request);
    }

    public void answer(String call, Function<RecordedRequest, MockResponse> with) {
        answers.put(call, with);
    }

    /** What a call is answered with as things are. */
    public Function<RecordedRequest, MockResponse> answerTo(String call) {
        return answers.getOrDefault(call, any -> status(404, "404 not found"));
    }

    public void answer(String call, String json) {
        answer(call, request -> text(json));
    }

    public void depth(long id) {
        answer(
                "GET /api/v1/depth",
                "{\"asks\":[[\"100.5\",\"1\"]],\"bids\":[[\"99.5\",\"1\"]],\"lastUpdateId\":\"" + id
                        + "\",\"timestamp\":1}");
    }

    public static MockResponse text(String body) {
        return status(200, body);
    }

    public static MockResponse status(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    /** The calls of one kind, in order. */
    public List<RecordedRequest> calls(String call) {
        return requests.stream()
                .filter(it -> (it.getMethod() + " " + it.getUrl().encodedPath()).equals(call))
                .toList();
    }

    /** How many calls there were of any other kind. */
    int callsBut(String call) {
        return requests.size() - calls(call).size();
    }

    /** How many connections the calls of one kind came on. */
    long connections(String call) {
        return calls(call).stream()
                .map(RecordedRequest::getConnectionIndex)
                .distinct()
                .count();
    }

    /** Forgets the calls so far. */
    void forget() {
        requests.clear();
    }

    public BackpackSettings settings() {
        var sockets = URI.create("ws://127.0.0.1:" + server.getPort());
        return new BackpackSettings("SOL_USDC", server.url("/").uri(), sockets);
    }

    BackpackVenue client(Heard heard) {
        return client(heard, settings());
    }

    BackpackVenue client(Heard heard, BackpackSettings settings) {
        return client(heard, settings, this::now);
    }

    private long now() {
        var since = stood;
        return (since == null ? System.nanoTime() : since) + nanos.getAsLong();
    }

    /** @param monotonic the client's monotonic time */
    BackpackVenue client(Heard heard, BackpackSettings settings, LongSupplier monotonic) {
        var runtime = new ClientRuntime(Clock.systemUTC(), monotonic, name -> Thread::new, new SplittableRandom(3));
        return new BackpackVenue(settings, new Signer(SECRET), runtime, heard);
    }

    /** A client that has come up on both streams, and for which from then on only {@link #nanos} passes. */
    public BackpackVenue connected(Heard heard) {
        return connected(heard, settings());
    }

    BackpackVenue connected(Heard heard, BackpackSettings settings) {
        var venue = client(heard, settings);
        venue.start();
        heard.first(VenueEvent.BookMoved.class);
        heard.first(VenueEvent.StreamUp.class, up -> up.stream() == Stream.PRIVATE);
        stood = System.nanoTime();
        return venue;
    }

    /** The connection that subscribed last to a stream whose name begins so. */
    public Peer peer(String stream) {
        return peers(stream, 1);
    }

    /** The same, when it is at least the given one of its kind. */
    public Peer peers(String stream, int count) {
        var found = await("a subscription of " + stream)
                .atMost(Duration.ofSeconds(10))
                .until(() -> subscribed(stream), all -> all.size() >= count);
        return found.get(found.size() - 1);
    }

    private List<Peer> subscribed(String stream) {
        return peers.stream().filter(peer -> peer.heard.contains("\"" + stream)).toList();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Our end of one socket. */
    public final class Peer extends WebSocketListener {

        private volatile String heard = "";
        private volatile @Nullable WebSocket socket;

        public String heard() {
            return heard;
        }

        public void send(String frame) {
            if (socket != null) {
                socket.send(frame);
            }
        }

        /** One level, as the realtime stream sends it. */
        public void depth(long first, long last, String price, String quantity) {
            send("{\"data\":{\"E\":1,\"T\":1,\"U\":" + first + ",\"a\":[],\"b\":[[\"" + price + "\",\"" + quantity
                    + "\"]],\"e\":\"depth\",\"s\":\"SOL_USDC\",\"u\":" + last + "},\"stream\":\"depth.SOL_USDC\"}");
        }

        public void hangUp() {
            if (socket != null) {
                socket.close(1001, "maintenance");
            }
        }

        @Override
        public void onOpen(WebSocket opened, Response response) {
            socket = opened;
            peers.add(this);
        }

        @Override
        public void onMessage(WebSocket from, String text) {
            heard = text;
        }
    }
}
