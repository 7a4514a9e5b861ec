package makerdeck.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import org.tinylog.Logger;

/**
 * Serves {@code /metrics} to whoever asks at the address, and nothing else: OpenMetrics, or Prometheus' older text where
 * only that is accepted. On threads of its own.
 */
public final class MetricsServer implements AutoCloseable {

    private static final String ACCEPTED_BY_DEFAULT = "application/openmetrics-text";
    private static final int BACKLOG = 16;

    /** One asks, a second one may; somebody who asks slowly keeps nobody else from asking. */
    private static final int THREADS = 3;

    /** Of the server of the JDK: half a request is not waited for any longer. In seconds. */
    private static final String PATIENCE = "sun.net.httpserver.maxReqTime";

    private final ExpositionFormats formats = ExpositionFormats.init();
    private final DeskMetrics metrics;
    private final HttpServer server;
    private final ExecutorService threads;
    private final ReentrantLock reading = new ReentrantLock();

    private MetricsServer(DeskMetrics metrics, HttpServer server, ThreadFactory factory) {
        this.metrics = metrics;
        this.server = server;
        threads = Executors.newFixedThreadPool(THREADS, factory);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /**
     * @param threads makes daemons
     * @throws IOException when nobody can listen there
     */
    public static MetricsServer open(InetSocketAddress address, DeskMetrics metrics, ThreadFactory threads)
            throws IOException {
        System.setProperty(PATIENCE, "5");
        return new MetricsServer(metrics, HttpServer.create(address, BACKLOG), threads);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/metrics")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            answer(exchange, method.equals("HEAD"));
        } catch (RuntimeException unforeseen) {
            Logger.error(unforeseen, "the metrics cannot be read");
            throw unforeseen;
        }
    }

    private void answer(HttpExchange exchange, boolean headOnly) throws IOException {
        var accepted = exchange.getRequestHeaders().getFirst("Accept");
        var format = formats.findWriter(accepted == null || accepted.equals("*/*") ? ACCEPTED_BY_DEFAULT : accepted);
        var text = new ByteArrayOutputStream();
        reading.lock();
        try {
            format.write(text, metrics.read());
        } finally {
            reading.unlock();
        }
        exchange.getResponseHeaders().set("Content-Type", format.getContentType());
        exchange.sendResponseHeaders(200, headOnly ? -1 : text.size());
        if (!headOnly) {
            text.writeTo(exchange.getResponseBody());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
