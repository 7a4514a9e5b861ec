package makerdeck.backpack.server;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A socket of the JDK's client that remembers what it heard. */
public final class TestSocket implements WebSocket.Listener, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final AtomicInteger pings = new AtomicInteger();
    private final AtomicInteger pongs = new AtomicInteger();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private volatile int closed;

    public TestSocket(BackpackServer server) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(server.wsUrl()), this)
                .join();
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    public void subscribe(String... streams) {
        say("{\"method\":\"SUBSCRIBE\",\"params\":" + quoted(List.of(streams)) + "}");
    }

    public void subscribe(TestClient owner, String... streams) {
        say("{\"method\":\"SUBSCRIBE\",\"params\":" + quoted(List.of(streams)) + ",\"signature\":"
                + quoted(owner.subscription()) + "}");
    }

    private static String quoted(List<String> texts) {
        return "[\"" + String.join("\",\"", texts) + "\"]";
    }

    /** Subscriptions are not acknowledged: a stream that complains shows that everything before was heard. */
    public void settle() {
        int before = heard("error").size();
        subscribe("no.such.stream");
        await().atMost(PATIENCE).until(() -> heard("error").size() > before);
    }

    void ping() {
        socket.sendPing(ByteBuffer.allocate(0)).join();
    }

    List<String> frames() {
        return frames;
    }

    public List<String> heard(String part) {
        return frames.stream().filter(frame -> frame.contains(part)).toList();
    }

    /** Data of the frames of a stream, once there are as many. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> data(String stream, int count) {
        var part = "\"stream\":\"" + stream + "\"";
        await().atMost(PATIENCE).until(() -> heard(part).size() >= count);
        return heard(part).stream()
                .map(frame -> (Map<String, Object>) Shapes.object(frame).get("data"))
                .toList();
    }

    void awaitPings(int count) {
        await().atMost(PATIENCE).until(() -> pings.get() >= count);
    }

    void awaitPong() {
        await().atMost(PATIENCE).until(() -> pongs.get() > 0);
    }

    public int awaitClose() {
        await().atMost(PATIENCE).until(() -> closed != 0);
        return closed;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            frames.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        pings.incrementAndGet();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        pongs.incrementAndGet();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed = code;
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
