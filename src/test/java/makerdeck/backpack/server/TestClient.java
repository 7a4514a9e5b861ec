package makerdeck.backpack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.signing.Headers;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.backpack.wire.signing.SigningString;

/** A Backpack client that is none of ours: the JDK's HTTP and a signature. */
public final class TestClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Clock clock = Clock.systemUTC();
    private final String root;
    private final Signer signer;

    public TestClient(BackpackServer server) {
        this(server, server.credentials());
    }

    public TestClient(BackpackServer server, Credentials credentials) {
        root = server.apiUrl();
        signer = new Signer(credentials.secret());
    }

    public HttpResponse<String> get(String pathAndQuery) {
        return send(HttpRequest.newBuilder(URI.create(root + pathAndQuery)));
    }

    public HttpResponse<String> get(Instruction instruction, String pathAndQuery) {
        var at = clock.instant();
        return send(signed(pathAndQuery, SigningString.ofQuery(instruction, query(pathAndQuery), at, window()), at));
    }

    public HttpResponse<String> send(String method, Instruction instruction, String path, String body) {
        return send(signedRequest(method, instruction, path, body, clock.instant()));
    }

    HttpRequest.Builder signedRequest(String method, Instruction instruction, String path, String body, Instant at) {
        try {
            var text = SigningString.ofBody(instruction, body, at, window());
            return signed(path, text, at)
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
        } catch (MalformedMessageException e) {
            throw new IllegalArgumentException(e);
        }
    }

    HttpRequest.Builder signed(String path, String text, Instant at) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .header(Headers.API_KEY, signer.publicKey())
                .header(Headers.SIGNATURE, signer.sign(text))
                .header(Headers.TIMESTAMP, String.valueOf(at.toEpochMilli()))
                .header(Headers.WINDOW, String.valueOf(window().toMillis()));
    }

    private static Duration window() {
        return SigningString.DEFAULT_WINDOW;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The four strings a private subscription carries. */
    List<String> subscription() {
        var at = clock.instant();
        return List.of(
                signer.publicKey(),
                signer.sign(SigningString.ofSubscription(at, window())),
                String.valueOf(at.toEpochMilli()),
                String.valueOf(window().toMillis()));
    }

    private static List<Map.Entry<String, String>> query(String pathAndQuery) {
        var query = URI.create(pathAndQuery).getQuery();
        return query == null
                ? new ArrayList<>()
                : Arrays.stream(query.split("&"))
                        .map(pair -> Map.entry(pair.split("=")[0], pair.split("=")[1]))
                        .toList();
    }
}
