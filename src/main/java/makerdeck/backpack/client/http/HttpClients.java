package makerdeck.backpack.client.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import makerdeck.backpack.wire.session.WireEvent;
import makerdeck.backpack.wire.signing.Headers;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * OkHttp, set up so that nothing is ever sent twice on its own account and that reads, however slow,
 * do not stand in the way of orders. Connections are kept and shared.
 */
public final class HttpClients {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(3);
    private static final Duration PATIENT = Duration.ofSeconds(30);

    private static final int CONNECTIONS = 8;

    /** Of a thread of ours: OkHttp names it after the address that it calls, which all of them have in common. */
    private static final ThreadLocal<String> NAME = new ThreadLocal<>();

    private final ExecutorService callers;
    private final ExecutorService streams;
    private final ConnectionPool pool = new ConnectionPool(CONNECTIONS, 5, TimeUnit.MINUTES);
    private final OkHttpClient orders;
    private final OkHttpClient reads;
    private final OkHttpClient patientReads;
    private final OkHttpClient sockets;

    private final Consumer<WireEvent> wire;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();

    /** With nobody who listens. */
    public HttpClients(Function<String, ThreadFactory> threads) {
        this(threads, said -> {});
    }

    /**
     * @param threads makes threads of a name
     * @param wire told what is said, on the threads that say and hear it; must not block
     */
    public HttpClients(Function<String, ThreadFactory> threads, Consumer<WireEvent> wire) {
        this.wire = wire;
        callers = new Named(threads.apply("http"));
        streams = new Named(threads.apply("stream"));
        orders = new OkHttpClient.Builder()
                .connectionPool(pool)
                .dispatcher(dispatcher(callers, CONNECTIONS))
                .connectTimeout(CONNECT)
                .readTimeout(CALL)
                .writeTimeout(CALL)
                .callTimeout(CALL)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .addInterceptor(HttpClients::named)
                .addNetworkInterceptor(this::sign)
                .build();
        reads = orders.newBuilder().dispatcher(dispatcher(callers, 2)).build();
        patientReads = reads.newBuilder().readTimeout(PATIENT).build();
        sockets = orders.newBuilder()
                .dispatcher(dispatcher(streams, 2))
                .callTimeout(CONNECT)
                .build();
    }

    /** The dispatchers bound the number of threads; a waiting one goes after ten seconds. */
    private static final class Named extends ThreadPoolExecutor {

        private Named(ThreadFactory threads) {
            super(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable task) {
            NAME.set(thread.getName());
        }
    }

    private static Response named(Interceptor.Chain chain) throws IOException {
        Thread.currentThread().setName(NAME.get());
        return chain.proceed(chain.request());
    }

    private static Dispatcher dispatcher(ExecutorService threads, int atOnce) {
        var dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(atOnce);
        dispatcher.setMaxRequestsPerHost(atOnce);
        return dispatcher;
    }

    OkHttpClient orders() {
        return orders;
    }

    OkHttpClient reads() {
        return reads;
    }

    /** The same, for a venue that takes long over its first answers; each call says how long it may take. */
    OkHttpClient patientReads() {
        return patientReads;
    }

    /** Never pinged: a stream is watched by what it tells, and any frame is life. */
    public OkHttpClient sockets() {
        return sockets;
    }

    /** What listens to all that is said. */
    public Consumer<WireEvent> wire() {
        return wire;
    }

    /** The number of one more socket. */
    public int nextSocket() {
        return connections.incrementAndGet();
    }

    void answered(Sent sent, Response response, String body) {
        wire.accept(new WireEvent.Answered(sent.call, response.code(), KeptHeaders.of(response), body));
    }

    void unanswered(Sent sent, IOException why) {
        if (sent.happened) {
            wire.accept(new WireEvent.Unanswered(sent.call, why.toString()));
        }
    }

    public void close() {
        for (var client : new OkHttpClient[] {orders, reads, sockets}) {
            client.dispatcher().cancelAll();
        }
        pool.evictAll();
        callers.shutdown();
        streams.shutdown();
    }

    /** Only now is there a connection: what was waiting until here is signed with the time it is sent at. */
    private Response sign(Interceptor.Chain chain) throws IOException {
        var sent = chain.request().tag(Sent.class);
        if (sent == null) {
            return chain.proceed(chain.request());
        }
        var signed = sent.lastTouch.to(chain.request());
        sent.happened = true;
        sent.call = calls.incrementAndGet();
        var query = signed.url().encodedQuery();
        wire.accept(new WireEvent.Asked(
                sent.call,
                signed.method(),
                signed.url().encodedPath(),
                query == null ? "" : query,
                sent.body,
                signed.header(Headers.SIGNATURE)));
        return chain.proceed(signed);
    }

    /** What a request still needs in the moment it is sent. OkHttp's threads. */
    interface LastTouch {
        /** Throws {@link IOException} when it must not be sent any more. */
        Request to(Request request) throws IOException;
    }

    /** Rides on a request: whether a connection stood and its first byte may have left. */
    static final class Sent {
        private final LastTouch lastTouch;
        private final @Nullable String body;
        private volatile boolean happened;
        private volatile long call;

        Sent(LastTouch lastTouch, @Nullable String body) {
            this.lastTouch = lastTouch;
            this.body = body;
        }

        boolean happened() {
            return happened;
        }
    }
}
