package makerdeck.backpack.server;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.signing.Headers;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.backpack.wire.signing.SigningString;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/**
 * The floor of every reaction: a process that thinks nothing. Whatever depth frame comes, it signs and posts a batch of
 * three orders with the same library; the venue refuses them for their price, so that the book stays as it is.
 */
final class EchoClient extends WebSocketListener {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final Clock CLOCK = Clock.systemUTC();

    private final OkHttpClient http =
            new OkHttpClient.Builder().protocols(List.of(Protocol.HTTP_1_1)).build();
    private final String api;
    private final Signer signer;

    private EchoClient(String api, String secret) {
        this.api = api;
        signer = new Signer(secret);
    }

    /** With the addresses and the key that a desk would have; ends when its input does. */
    public static void main(String[] none) throws IOException {
        var echo = new EchoClient(given("BACKPACK_API_URL"), given("BACKPACK_SECRET"));
        var socket = echo.http.newWebSocket(
                new Request.Builder().url(given("BACKPACK_WS_URL")).build(), echo);
        socket.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"depth.SOL_USDC\"]}");
        while (System.in.read() >= 0) {
            continue;
        }
        Runtime.getRuntime().halt(0);
    }

    private static String given(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        if (text.contains("\"depth\"")) {
            http.newCall(batch()).enqueue(new Callback() {
                @Override
                public void onFailure(Call call, IOException why) {
                    throw new IllegalStateException(why);
                }

                @Override
                public void onResponse(Call call, Response response) throws IOException {
                    try (response) {
                        response.body().bytes();
                    }
                }
            });
        }
    }

    private Request batch() {
        var at = CLOCK.instant();
        var body = IntStream.range(0, 3)
                .mapToObj(i -> OrderBody.limit("Bid", "1.0" + i + "5", "2"))
                .collect(Collectors.joining(",", "[", "]"));
        try {
            var text = SigningString.ofBody(Instruction.ORDER_EXECUTE, body, at, SigningString.DEFAULT_WINDOW);
            return new Request.Builder()
                    .url(api + "/api/v1/orders")
                    .header(Headers.API_KEY, signer.publicKey())
                    .header(Headers.SIGNATURE, signer.sign(text))
                    .header(Headers.TIMESTAMP, String.valueOf(at.toEpochMilli()))
                    .header(Headers.WINDOW, String.valueOf(SigningString.DEFAULT_WINDOW.toMillis()))
                    .post(RequestBody.create(body, JSON))
                    .build();
        } catch (MalformedMessageException e) {
            throw new IllegalStateException(e);
        }
    }
}
