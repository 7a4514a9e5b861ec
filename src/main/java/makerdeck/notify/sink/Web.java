package makerdeck.notify.sink;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import makerdeck.message.Message;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, for everything that is sent to somebody else's server. Follows no redirect, for the other
 * address would get the token; repeats nothing by itself; what it says of a failure names no address. Any thread; blocks.
 */
public final class Web implements AutoCloseable {

    /** What an address may be asked for while it is waited on its answer, as with long polling. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final long LONGEST = 1 << 20;

    private final OkHttpClient client;

    /**
     * An answer.
     *
     * @param body at most a megabyte of it
     */
    public record Answer(int status, Headers headers, String body) {

        public boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    /** What an answer has beside its body. */
    public interface Headers {
        /** Null when there is no such header. */
        @Nullable
        String get(String name);
    }

    /** No answer. Its message is for people and has no secret in it. */
    public static final class NoAnswerException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Message said;

        NoAnswerException(Message said) {
            super(said.toString());
            this.said = said;
        }

        public Message said() {
            return said;
        }
    }

    public Web() {
        this(PATIENCE);
    }

    /** @param patience for each step and for the whole of a call */
    public Web(Duration patience) {
        client = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(8, 1, TimeUnit.MINUTES))
                .dispatcher(new Dispatcher())
                .connectTimeout(patience)
                .readTimeout(patience)
                .writeTimeout(patience)
                .callTimeout(patience)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    public Answer get(HttpUrl url) throws NoAnswerException {
        return call(client, new Request.Builder().url(url).build());
    }

    /** Waits for {@code longer} beyond the usual: the other side answers when it has something. */
    public Answer getPatiently(HttpUrl url, Duration longer) throws NoAnswerException {
        var patience = Duration.ofMillis(client.callTimeoutMillis()).plus(longer);
        var patient =
                client.newBuilder().readTimeout(patience).callTimeout(patience).build();
        return call(patient, new Request.Builder().url(url).build());
    }

    /** @param token sent as bearer, null for none */
    public Answer post(HttpUrl url, String json, @Nullable String token) throws NoAnswerException {
        var request = new Request.Builder().url(url).post(RequestBody.create(json, JSON));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return call(client, request.build());
    }

    private static Answer call(OkHttpClient client, Request request) throws NoAnswerException {
        try (var response = client.newCall(request).execute()) {
            return new Answer(response.code(), response::header, body(response));
        } catch (IOException failed) {
            throw new NoAnswerException(words(failed));
        }
    }

    private static String body(Response response) throws IOException {
        var source = response.body().source();
        source.request(LONGEST);
        return source.getBuffer()
                .snapshot((int) Math.min(LONGEST, source.getBuffer().size()))
                .utf8();
    }

    /** The library's own words could name the address, and with it the token. */
    private static Message words(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return Message.of("notify.web.host-unknown");
        }
        if (failure instanceof ConnectException) {
            return Message.of("notify.web.refused");
        }
        if (failure instanceof InterruptedIOException) {
            return Message.of("notify.web.no-answer");
        }
        if (failure instanceof SSLException) {
            return Message.of("notify.web.not-secure");
        }
        return Message.of("notify.web.lost");
    }

    /** Whoever waits for an answer waits no longer. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }
}
