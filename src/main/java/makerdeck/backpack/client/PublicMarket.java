package makerdeck.backpack.client;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import makerdeck.backpack.client.base.Backoff;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.client.base.ClientThread;
import makerdeck.backpack.client.base.EventSink;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.backpack.client.calls.CandleReads;
import makerdeck.backpack.client.calls.ClockSync;
import makerdeck.backpack.client.calls.MarketRulesReader;
import makerdeck.backpack.client.http.HttpClients;
import makerdeck.backpack.client.http.RequestSigner;
import makerdeck.backpack.client.http.RequestStats;
import makerdeck.backpack.client.http.RestClient;
import makerdeck.backpack.client.http.VenueClock;
import makerdeck.backpack.client.stream.MarketTap;
import makerdeck.backpack.client.stream.PublicStream;
import makerdeck.backpack.client.stream.SocketFactory;
import makerdeck.domain.Market;
import makerdeck.message.Message;
import makerdeck.venue.MarketWitness;
import makerdeck.venue.Refusal;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * One market of Backpack as everybody may see it: its rules, its streams, its past. There is no key, and nothing is ever
 * signed. One thread of its own holds all state; whoever calls only enqueues.
 */
public final class PublicMarket implements AutoCloseable {

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration RULES = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private final EventSink sink;
    private final ClientThread thread;
    private final HttpClients http;
    private final RestClient rest;
    private final ClockSync clockSync;
    private final MarketRulesReader rulesReader;
    private final CandleReads candles;
    private final SocketFactory sockets;
    private final Backoff waits;
    private final MarketTap tap;

    // Client thread only.
    private @Nullable PublicStream stream;
    private @Nullable Market market;
    private int attempts;

    /**
     * Connects nothing before {@link #start}.
     *
     * @param witness hears the streams word for word
     * @param events hears what becomes of the market and the connection; both on the client's own thread
     */
    public PublicMarket(
            BackpackSettings settings, ClientRuntime runtime, MarketWitness witness, Consumer<VenueEvent> events) {
        nanos = runtime.nanos();
        sink = new EventSink(runtime.clock(), events);
        thread = new ClientThread(runtime.threads().apply("client"), this::failed);
        http = new HttpClients(runtime.threads());
        var venueClock = new VenueClock(runtime.clock(), nanos);
        var stats = RequestStats.fresh(settings, runtime);
        rest = new RestClient(http, new RequestSigner(settings, null, venueClock), thread, nanos, stats);
        clockSync = new ClockSync(rest, venueClock, nanos);
        rulesReader = new MarketRulesReader(rest, settings.symbol());
        candles = new CandleReads(rest, sink, venueClock, settings.symbol());
        var request =
                new Request.Builder().url(settings.webSocketUrl().toString()).build();
        sockets = new SocketFactory(http, request, thread, nanos, runtime.random());
        waits = new Backoff(FIRST_WAIT, LONGEST_WAIT, runtime.random());
        tap = new MarketTap(settings.symbol());
        tap.openTo(witness);
    }

    /** Connects, and stays so until closed. What is wrong with the market for good is told as {@link VenueEvent.Unusable}. */
    public void start() {
        thread.run(this::attempt);
        thread.every(TICK, () -> {
            if (stream != null) {
                stream.tick();
            }
        });
        thread.every(RULES, () -> {
            if (stream != null) {
                rulesReader.readMarket(this::adopt, failure -> Logger.warn("rules not read: {}", failure.line()));
            }
        });
    }

    /** Asks for the whole minutes since then; answered by {@link VenueEvent.CandlesRead}. */
    public void readCandles(Instant from) {
        thread.run(() -> candles.read(from));
    }

    /** Has something done on the thread on which witness and events are told. Any thread. */
    public void between(Runnable task) {
        thread.run(task);
    }

    private void attempt() {
        attempts++;
        clockSync.readAfresh(
                () -> rulesReader.readMarket(this::adopt, this::failed),
                why -> tryAgain(Message.of("client.unreachable", why.message())));
    }

    private void failed(MarketRulesReader.Failure failure) {
        if (failure.hopeless()) {
            sink.tell(failure.unusable(sink.now()));
        } else {
            tryAgain(failure.line());
        }
    }

    private void tryAgain(Message reason) {
        var wait = waits.next();
        sink.tell(new VenueEvent.StreamDown(
                sink.now(), Stream.PUBLIC, Message.of("client.trying-again", reason, attempts, wait.toSeconds() + 1)));
        thread.after(wait, this::attempt);
    }

    private void adopt(Market read) {
        var before = market;
        market = read;
        if (read.equals(before)) {
            return;
        }
        tap.rules(read);
        var decoder = new WireDecoder(read);
        if (stream == null) {
            stream = new PublicStream(sockets, rest, sink, decoder, tap);
            stream.start();
        } else {
            stream.follow(decoder);
        }
    }

    private void failed(Throwable fault) {
        Logger.error(fault, "the market's client failed");
        sink.tell(new VenueEvent.Unusable(sink.now(), Refusal.OTHER, Message.of("client.failed", fault)));
    }

    @Override
    public void close() {
        sink.silence();
        thread.run(() -> {
            http.close();
            thread.stop();
        });
    }
}
