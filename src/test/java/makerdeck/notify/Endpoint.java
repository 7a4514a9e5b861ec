package makerdeck.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import makerdeck.process.Threads;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A small server on loopback: hears requests and answers as it is told, otherwise with 200. */
public final class Endpoint implements AutoCloseable {

    /** What was asked. */
    public record Heard(
            String method, String path, @Nullable String authorization, String body) {}

    /** What is answered. */
    public record Reply(int status, Map<String, String> headers, String body) {
        public static Reply of(int status) {
            return new Reply(status, Map.of(), "");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Threads.daemons("endpoint"));
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Reply> replies = new ConcurrentLinkedQueue<>();

    // Set by the test, read by the server.
    private volatile Function<Heard, Reply> otherwise = asked -> Reply.of(200);

    public Endpoint() throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    public Endpoint(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var asked = new Heard(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    body);
            heard.add(asked);
            var next = replies.poll();
            var reply = next == null ? otherwise.apply(asked) : next;
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    public HttpUrl url(String path) {
        return HttpUrl.get("http://127.0.0.1:" + port() + path);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The next answers, in this order, before the usual one. */
    public void next(Reply... some) {
        replies.addAll(List.of(some));
    }

    public void always(Function<Heard, Reply> answer) {
        otherwise = answer;
    }

    public List<Heard> heard() {
        return heard;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
