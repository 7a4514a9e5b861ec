package makerdeck.backpack.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.client.base.ClientThread;
import makerdeck.backpack.client.base.VenueRefusedException;
import makerdeck.backpack.client.calls.ClockSync;
import makerdeck.backpack.client.calls.OpenOrderList;
import makerdeck.backpack.client.calls.RestingOrder;
import makerdeck.backpack.client.http.ApiRejection;
import makerdeck.backpack.client.http.ApiRequest;
import makerdeck.backpack.client.http.HttpClients;
import makerdeck.backpack.client.http.RequestSigner;
import makerdeck.backpack.client.http.RequestStats;
import makerdeck.backpack.client.http.ResponseHandler;
import makerdeck.backpack.client.http.RestClient;
import makerdeck.backpack.client.http.VenueClock;
import makerdeck.backpack.wire.Orders;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.message.Message;
import makerdeck.message.UnavailableException;
import makerdeck.venue.Refusal;
import org.tinylog.Logger;

/**
 * The orders that rest on one market, to be listed and cancelled by a process that does nothing else. Every call
 * blocks until the venue has answered or a few seconds have passed; one thread at a time.
 */
public final class RestingOrderClient implements AutoCloseable {

    /** No call takes longer, its waiting for others included. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final String symbol;
    private final ClientThread thread;
    private final HttpClients http;
    private final RestClient rest;
    private final ClockSync clockSync;

    public RestingOrderClient(BackpackSettings settings, Signer signer, ClientRuntime runtime) {
        LongSupplier nanos = runtime.nanos();
        symbol = settings.symbol();
        thread = new ClientThread(
                runtime.threads().apply("client"), fault -> Logger.error(fault, "the venue's client failed"));
        http = new HttpClients(runtime.threads());
        var venueClock = new VenueClock(runtime.clock(), nanos);
        var stats = RequestStats.fresh(settings, runtime);
        rest = new RestClient(http, new RequestSigner(settings, signer, venueClock), thread, nanos, stats);
        clockSync = new ClockSync(rest, venueClock, nanos);
    }

    /**
     * All of them, whoever placed them. Throws {@link VenueRefusedException} when the venue does not let us look, and
     * another {@link IOException} when it does not answer.
     */
    public List<RestingOrder> read() throws IOException, InterruptedException {
        return await(answer -> clockSync.readQuickly(() -> list(answer), why -> fail(answer, why)));
    }

    private void list(CompletableFuture<List<RestingOrder>> answer) {
        var query = List.of(Map.entry("symbol", symbol));
        rest.send(
                ApiRequest.read("/api/v1/orders", Instruction.ORDER_QUERY_ALL, query),
                (codec, body) -> codec.decodeRows(Orders.Order.class, body).stream()
                        .filter(row -> OpenOrderList.isOf(symbol, row))
                        .map(OpenOrderList::who)
                        .toList(),
                new ResponseHandler<>(answer::complete, why -> fail(answer, why)));
    }

    /** Asks to cancel each of these that has a name, all at once. What became of it only another reading can tell. */
    public void cancel(List<RestingOrder> orders) throws InterruptedException {
        for (var attempt :
                orders.stream().filter(RestingOrder::hasName).map(this::cancel).toList()) {
            try {
                result(attempt);
            } catch (IOException failed) {
                Logger.warn("a cancel was not confirmed: {}", Message.about(failed));
            }
        }
    }

    private CompletableFuture<String> cancel(RestingOrder order) {
        var done = new CompletableFuture<String>();
        thread.run(() -> {
            // Both ids in one request break its signature.
            var clientId = order.id() == null && order.clientId() != null
                    ? order.clientId().value()
                    : null;
            var body = rest.codec().encodeRequest(new Orders.Cancel(clientId, order.id(), symbol));
            rest.send(ApiRequest.cancel(body), (codec, text) -> text, new ResponseHandler<>(done::complete, why -> {
                if (why.isNoSuchOrder()) {
                    done.complete("");
                } else {
                    fail(done, why);
                }
            }));
        });
        return done;
    }

    private <T> T await(Consumer<CompletableFuture<T>> question) throws IOException, InterruptedException {
        var answer = new CompletableFuture<T>();
        thread.run(() -> question.accept(answer));
        return result(answer);
    }

    private static <T> T result(CompletableFuture<T> answer) throws IOException, InterruptedException {
        try {
            return answer.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new UnavailableException(Message.of("client.connection.no-answer-within", LONGEST.toSeconds()), late);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException why) {
                throw why;
            }
            throw new IOException(failed.getCause());
        }
    }

    private static void fail(CompletableFuture<?> answer, ApiRejection why) {
        answer.completeExceptionally(
                why.refusal() == Refusal.AUTHENTICATION || why.refusal() == Refusal.KEY_IN_DOUBT
                        ? new VenueRefusedException(why.message())
                        : new UnavailableException(why.message()));
    }

    @Override
    public void close() {
        http.close();
        thread.stop();
    }
}
